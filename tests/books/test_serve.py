"""The preview in the browser."""

from __future__ import annotations

import os
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

import pytest

from generator.books import serve as serving
from generator.books.preview import PreviewServer
from generator.books.serve import Preview, open_server
from generator.intake.snapshot import Source, take_snapshot
from generator.problems import ConfigError, DataError, Place, Problem

PAGE = "<!doctype html><html><body><p>好</p></body></html>"


def _fault(value: str) -> DataError:
    return DataError(
        [Problem("E104", Place("data/2025/checks.csv", 3, "得分"), "不是数字", "请填数字", value)]
    )


@contextmanager
def _running(out: Path) -> Iterator[PreviewServer]:
    with open_server(out, "127.0.0.1", 0) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


def _get(server: PreviewServer, path: str) -> tuple[int, str]:
    connection = HTTPConnection("127.0.0.1", server.server_port, timeout=10)
    connection.request("GET", path)
    answer = connection.getresponse()
    text = answer.read().decode("utf-8")
    connection.close()
    return answer.status, text


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """A built site of two pages and a style sheet."""
    folder = tmp_path / "site"
    (folder / "units").mkdir(parents=True)
    (folder / "index.html").write_text(PAGE, encoding="utf-8")
    (folder / "units/index.html").write_text(PAGE, encoding="utf-8")
    (folder / "kaohe.css").write_text("b{}", encoding="utf-8")
    return folder


def test_pages_reload_themselves_and_files_are_untouched(out: Path) -> None:
    """The script is added to what is served, not to what is built."""
    with _running(out) as server:
        assert "好" in _get(server, "/units/")[1]
        assert "__reload" in _get(server, "/")[1]
        assert _get(server, "/kaohe.css") == (200, "b{}")
        assert _get(server, "/units")[0] == 302
        assert _get(server, "/nowhere/")[0] == 404
    assert (out / "index.html").read_text(encoding="utf-8") == PAGE


@pytest.mark.parametrize(
    "path", ["/../secret.html", "/%2e%2e/secret.html", "/link.html", "/%00", "//etc/passwd"]
)
def test_nothing_outside_the_site_is_served(out: Path, path: str) -> None:
    """Neither dots nor links lead out of the folder."""
    (out.parent / "secret.html").write_text("秘密", encoding="utf-8")
    (out / "link.html").symlink_to(out.parent / "secret.html")
    with _running(out) as server:
        assert _get(server, path)[0] == 404


def test_problems_replace_every_page_and_go_away_when_fixed(out: Path) -> None:
    """A fault in the data is shown in the browser, escaped, instead of ending the preview."""
    faults = [_fault("<b>九十</b>")]

    def build() -> None:
        for fault in faults:
            raise fault

    with _running(out) as server:
        preview = Preview(build, ())
        preview.publish(server)
        for path in ("/", "/units/", "/nowhere/"):
            status, text = _get(server, path)
            assert status == 200
            assert "data/2025/checks.csv 第3行 「得分」" in text
            assert "&lt;b&gt;九十&lt;/b&gt;" in text
            assert "__reload" in text
        faults.clear()
        preview.publish(server)
        assert "好" in _get(server, "/")[1]


def test_an_open_page_learns_of_a_rebuild_at_once(out: Path) -> None:
    """The question a page asks is answered when there is something newer, also if it asked too late."""
    with _running(out) as server:
        question = re.search(r"/__reload\?\d+", _get(server, "/")[1])
        assert question
        answers: list[str] = []
        asking = threading.Thread(target=lambda: answers.append(_get(server, question[0])[1]))
        asking.start()
        server.show(())
        asking.join(5)
        assert answers == ["yes"]
        assert _get(server, question[0])[1] == "yes"


def test_change_is_noticed_whatever_its_time_and_litter_is_not(tmp_path: Path) -> None:
    """Content counts; lock files of office programs do not."""
    file = tmp_path / "checks.csv"
    file.write_text("1", encoding="utf-8")
    before, times = take_snapshot([Source(tmp_path)]), file.stat()
    (tmp_path / "~$checks.xlsx").write_text("x", encoding="utf-8")
    assert take_snapshot([Source(tmp_path)]) == before
    file.write_text("2", encoding="utf-8")
    os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert take_snapshot([Source(tmp_path)]) != before


def test_serve_rebuilds_on_change_until_interrupted(
    out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A saved file leads to one more build; Ctrl+C ends the preview without a traceback."""
    data = tmp_path / "data"
    data.mkdir()
    builds: list[str] = []
    pauses = _pauses(lambda: (data / "units.csv").write_text("u03", encoding="utf-8"))
    monkeypatch.setattr(serving.time, "sleep", lambda _: next(pauses)())
    serving.serve(lambda: builds.append("built"), out, [Source(data)], port=0)
    assert builds == ["built", "built"]
    assert "预览已结束" in capsys.readouterr().err


def _pauses(change: Callable[[], object]) -> Iterator[Callable[[], object]]:
    """What happens in each pause between two looks: nothing, a change, some rest, Ctrl+C."""

    def interrupt() -> None:
        raise KeyboardInterrupt

    yield lambda: None
    yield change
    for _ in range(3):
        yield lambda: None
    yield interrupt


def test_a_taken_port_is_explained(out: Path) -> None:
    """The operator learns which port is taken and what to do."""
    with _running(out) as server, pytest.raises(ConfigError, match=r"端口 .*--port"):
        open_server(out, "127.0.0.1", server.server_port)
