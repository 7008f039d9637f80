/* The page of all results: what is asked and which part is shown stand in the address. */
(function () {
  "use strict";

  const SIZE = 20;
  const SHOWN = 8; // choices of a filter before 更多
  let worker;
  let turn = 0;
  let receive;

  function make(tag, attributes, ...children) {
    const made = document.createElement(tag);
    Object.keys(attributes).forEach((name) => made.setAttribute(name, attributes[name]));
    made.append(...children);
    return made;
  }

  function marked(parts) {
    return parts.map((part, at) => (at % 2 ? make("mark", {}, part) : part));
  }

  function result({ title, text, kind, book }, href) {
    const link = make("a", { href }, ...marked(title));
    const about = make("span", { class: "kh-kind" }, [kind, book && `${book} 年度`].filter(Boolean).join(" · "));
    return make("li", {}, make("h2", {}, link, " ", about), make("p", {}, ...marked(text)));
  }

  function filtered(query, name, value) {
    const others = query.replace(new RegExp(`(^|\\s)${name}[:：]\\S+`, "g"), " ").trim();
    return value ? `${others} ${name}:${value}`.trim() : others;
  }

  function facet(name, counts, others, query, ask) {
    const chosen = (query.match(new RegExp(`(?:^|\\s)${name}[:：](\\S+)`)) || [])[1];
    const choices = counts.map(([word, count]) => [word, `${word}（${count}）`]).concat(others.map((word) => [word, word]));
    const buttons = choices.map(function ([word, text]) {
      const on = word === chosen;
      const made = make("button", { type: "button", class: "kh-chip", "aria-pressed": on }, text);
      made.addEventListener("click", () => ask(filtered(query, name, on ? "" : word), 1));
      return made;
    });
    const more = make("details", {}, make("summary", {}, "更多"), ...buttons.slice(SHOWN));
    const group = make("div", { role: "group", "aria-label": name }, make("b", {}, name), ...buttons.slice(0, SHOWN));
    group.append(...(buttons.length > SHOWN ? [more] : []));
    return buttons.length ? [group] : [];
  }

  function pager(page, total, query, ask) {
    const pages = Math.ceil(total / SIZE);
    const around = Array.from({ length: pages }, (_, at) => at + 1).filter((one) => one === 1 || one === pages || Math.abs(one - page) < 3);
    return pages < 2 ? [] : around.map(function (one) {
      const made = make("button", { type: "button", class: "kh-chip", "aria-label": `第 ${one} 页` }, String(one));
      made.addEventListener("click", () => ask(query, one));
      if (one === page) {
        made.setAttribute("aria-current", "page");
      }
      return made;
    });
  }

  function start() {
    const root = document.querySelector("[data-kh-search]");
    if (!root || !root.hidden) {
      return;
    }
    const shelf = new URL(root.dataset.shelf, location.href);
    const [form, status, facets, list, pages] = ["form", "[role=status]", ".kh-facets", "ol", "nav"].map((one) => root.querySelector(one));
    if (!worker) {
      try {
        worker = new Worker(new URL("assets/search/worker.js", shelf).href);
      } catch (error) {
        return; // opened from a folder; the page says where else to look
      }
      worker.addEventListener("message", ({ data }) => data.page === turn && receive(data.answer));
      worker.postMessage({ type: 0, data: { config: { book: "" } } });
    }

    function show(answer, query, page) {
      const others = { 年度: answer.others };
      const last = Math.ceil(answer.total / SIZE);
      status.textContent = query ? answer.said + (last > 1 ? `，第 ${page} 页，共 ${last} 页` : "") : "";
      facets.textContent = list.textContent = pages.textContent = "";
      list.append(...answer.items.map((one) => result(one, new URL(one.place, shelf).href)));
      list.start = (page - 1) * SIZE + 1;
      pages.append(...pager(page, answer.total, query, ask));
      Object.keys(answer.facets).forEach((name) => facets.append(...facet(name, answer.facets[name], others[name] || [], query, ask)));
    }

    function look() {
      const asked = new URL(location.href).searchParams;
      const query = (asked.get("q") || "").trim();
      const page = Math.max(1, Number(asked.get("page")) || 1);
      form.q.value = query;
      turn += 1;
      receive = (answer) => show(answer, query, page);
      if (query) {
        worker.postMessage({ page: turn, query, from: (page - 1) * SIZE, size: SIZE });
      } else {
        show({ items: [], total: 0, facets: {} }, "", 1);
      }
    }

    function ask(query, page) {
      history.pushState(history.state, "", `?q=${encodeURIComponent(query)}${page > 1 ? `&page=${page}` : ""}`);
      look();
      status.focus();
      window.scrollTo(0, 0);
    }

    form.addEventListener("submit", function (event) {
      event.preventDefault();
      ask(form.q.value.trim(), 1);
    });
    window.addEventListener("popstate", () => document.contains(root) && look());
    root.hidden = false;
    document.querySelector("[data-kh-elsewhere]").hidden = true;
    look();
  }

  if (window.document$) {
    window.document$.subscribe(start);
  } else {
    document.addEventListener("DOMContentLoaded", start);
  }
})();
