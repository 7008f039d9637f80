/* What Material's search box does not do: says what was taken for what, offers filters, leads to the page of all
   results. Runs before Material's script, which makes the worker. */
(function () {
  "use strict";

  const BESIDE = 6; // filters offered at a time

  function make(tag, attributes, ...children) {
    const made = document.createElement(tag);
    Object.keys(attributes).forEach((name) => made.setAttribute(name, attributes[name]));
    made.append(...children);
    return made;
  }

  /* Filters that would narrow what was found, and years not looked through yet. */
  function offers({ facets, others }, query) {
    const kinds = facets.类型.length > 1 ? facets.类型.map(([word, count]) => [`类型:${word}`, `${word} ${count}`]) : [];
    const units = facets.单位.length > 1 ? facets.单位.slice(0, 1).map(([word, count]) => [`单位:${word}`, `${word} ${count}`]) : [];
    const years = others.map((name) => [`年度:${name}`, `${name} 年度`]);
    const made = kinds.slice(0, BESIDE - Math.min(2, years.length) - units.length).concat(units, years);
    return made.filter(([word]) => !query.includes(word.slice(0, 3))).slice(0, BESIDE);
  }

  function chip(text, label, query) {
    const made = make("button", { type: "button", class: "kh-chip", "aria-label": label }, text);
    made.addEventListener("click", function () {
      const input = document.querySelector(".md-search__input");
      input.value = query;
      input.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
      input.focus();
    });
    return made;
  }

  function chips(answer) {
    const query = answer.query.trim();
    const on = query.match(/(类型|年度|单位)[:：]\S+/g) || [];
    const removed = on.map((one) => chip(`${one} ×`, `取消 ${one}`, query.replace(one, "").trim()));
    return removed.concat(offers(answer, query).map(([word, text]) => chip(text, `只看 ${text}`, `${query} ${word} `)));
  }

  function allResults(shelf, query) {
    return make("a", { class: "kh-all", href: `${shelf}search/?q=${encodeURIComponent(query)}` }, "全部结果");
  }

  function tell(answer) {
    const output = document.querySelector(".md-search__output");
    const bar = output.querySelector(".kh-found") || make("div", { class: "kh-found" }, make("span", { role: "status" }));
    const [status] = bar.children;
    const asked = answer.query.trim();
    Array.from(bar.children).slice(1).forEach((one) => one.remove());
    status.textContent = asked ? answer.said : "";
    if (asked) {
      bar.append(...chips(answer), allResults(answer.shelf, asked));
    }
    bar.classList.toggle("kh-asked", Boolean(asked));
    output.prepend(bar);
  }

  /* Material closes the box on Tab and types into it on every other key; the filters are controls of their own. */
  function keepKeys(event) {
    const inBar = event.target.closest(".kh-found");
    if (event.key === "Tab" && document.querySelector(".kh-asked") || inBar && /^(Enter| )$/.test(event.key)) {
      event.stopPropagation();
    }
  }

  const Plain = window.Worker;
  window.Worker = class extends Plain {
    constructor(address) {
      super(address);
      this.addEventListener("message", ({ data }) => data.type === 3 && tell(data.data));
    }
  };

  /* Material looks at keys; a word may also be pasted or picked from an input method. */
  function typed({ target, isComposing }) {
    if (target.matches(".md-search__input") && !isComposing) {
      target.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
    }
  }

  /* Material makes a landmark of what kind of thing each result is. */
  function unlandmark() {
    document.querySelectorAll("nav.md-tags").forEach((tags) => tags.setAttribute("role", "none"));
  }

  const search = document.querySelector("[data-md-component=search]");
  if (search) {
    new MutationObserver(unlandmark).observe(search, { childList: true, subtree: true });
    search.addEventListener("keydown", keepKeys);
    search.addEventListener("input", typed);
  }

  /* Material opens its box for `?q=`, also on the page that shows all results of it. */
  const address = location.href;
  if (document.querySelector("[data-kh-search]") && location.search) {
    history.replaceState(history.state, "", location.pathname);
    document.addEventListener("DOMContentLoaded", () => history.replaceState(history.state, "", address));
  }
})();
