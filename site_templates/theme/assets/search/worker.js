/* Looks things up away from the page. Speaks the messages of Material's search box (0 set up, 1 ready, 2 asked,
   3 answered) and those of the results page ({ page, query, from, size }). Nothing is loaded before the first word. */
(function () {
  "use strict";

  if (!self.KaoheSearch) {
    importScripts("rules.js");
  }

  const { prepare, parse, find, shown } = self.KaoheSearch;
  const BOX = 50;
  const root = new URL("../../", self.document ? document.currentScript.src : location.href).href;
  const books = new Map();
  let here = "";
  let years;

  /* 1 Loading */

  function read(address) {
    return self.readFile ? self.readFile(address) : fetch(address).then((answer) => (answer.ok ? answer.json() : Promise.reject(answer.status)));
  }

  function shelf() {
    return here ? new URL("../", root).href : root;
  }

  function book(name) {
    if (!books.has(name)) {
      const folder = name === here ? root : `${shelf()}${name && `${name}/`}`;
      const made = read(`${folder}search/records.json`).then(prepare);
      books.set(name, made.catch(() => books.delete(name) && null)); // a year that is not there; asked again later
    }
    return books.get(name);
  }

  /* Newest first; a book opened without its shelf knows itself only. */
  function yearNames() {
    years = years || read(`${shelf()}years.json`).then(
      (list) => list.years.filter((one) => one.records).map((one) => String(one.year)),
      () => (years = null) || (here ? [here] : []),
    );
    return years;
  }

  /* The books a query looks through: this one and the shelf; the year it names; all of them when they have nothing. */
  async function answer(query) {
    const known = await yearNames();
    const wanted = parse(query).filters.filter(({ name }) => name === "年度").map(({ value }) => value);
    const all = wanted.includes("全部") ? known : known.filter((name) => wanted.includes(name));
    const first = [here || known[0], ...all].filter(Boolean);
    const found = await look(["", ...first], query);
    if (isPlain(found)) {
      return found;
    }
    const wider = await look(["", ...known], query);
    return isPlain(wider) || !found.total ? wider : found;
  }

  function isPlain({ total, dropped, instead }) {
    return total > 0 && !dropped.length && !instead.length;
  }

  async function look(names, query) {
    const loaded = [];
    for (const name of new Set(names)) {
      loaded.push(await book(name)); // in turn: ten years at once take more memory
    }
    const there = loaded.filter(Boolean);
    const others = (await yearNames()).filter((name) => !there.some((one) => one.name === name));
    return Object.assign(find(there, query), { others });
  }

  /* 2 Answers */

  function place({ book: name, path }) {
    return (name === here ? "" : here ? `../${name && `${name}/`}` : `${name}/`) + path;
  }

  function told({ total, some, facets, terms, instead, dropped, others }, from, size) {
    const items = some(from, from + size).map(function (hit) {
      const one = shown(hit, terms);
      return Object.assign(one, { place: place(one), year: one.book && one.book !== here ? `${one.book} 年度` : "" });
    });
    return { items, total, facets, dropped, others, shelf: shelf(), said: sentence(total, instead, dropped) };
  }

  /* `没有“综才一队”，显示“综采一队”的结果；没有全部符合的，已略去“火星”；共 12 项` */
  function sentence(total, instead, dropped) {
    const parts = instead.map(([asked, taken]) => `没有“${asked}”，显示“${taken}”的结果`);
    if (dropped.length && total) {
      parts.push(`没有全部符合的，已略去${dropped.map((one) => `“${one}”`).join("、")}`);
    }
    return parts.concat(total ? `共 ${total} 项` : "没有找到，请换个词，或少写几个字").join("；");
  }

  function escape(text) {
    return text.replace(/[&<>"]/g, (one) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" }[one]));
  }

  function html(parts) {
    return parts.map((part, at) => (at % 2 ? `<mark>${escape(part)}</mark>` : escape(part))).join("");
  }

  /* As Material wants it: a group of documents a page, its best first; titles and texts are HTML. */
  function forBox(answered) {
    const missing = Object.fromEntries(answered.dropped.map((term) => [term, false]));
    const about = (text) => `<small>${html(text)}</small>`; // Material shows no text of what is inside a page
    const items = answered.items.map(({ place: location, title, text, kind, year }, at) => [{
      location,
      title: html(title) + (location.includes("#") ? about(text) : ""),
      text: html(text),
      tags: [kind, year].filter(Boolean).map(escape),
      terms: missing,
      score: BOX - at,
    }]);
    return Object.assign({}, answered, { items });
  }

  let latest = 0;

  async function asked({ type, data, page, query, from, size }) {
    if (type === 0) {
      here = data.config.book;
      postMessage({ type: 1 });
    } else if (type === 2) {
      const turn = (latest += 1);
      const found = data.trim() ? told(await answer(data), 0, BOX) : { items: [], dropped: [] };
      if (turn === latest) { // else something newer has been typed meanwhile
        postMessage({ type: 3, data: Object.assign(forBox(found), { query: data }) });
      }
    } else if (page) {
      postMessage({ page, answer: told(await answer(query), from, size) });
    }
  }

  self.addEventListener("message", ({ data }) => asked(data));
})();
