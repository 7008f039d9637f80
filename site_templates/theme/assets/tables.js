/* Sorts and filters the tables that ask for it (macro `table`); each is complete without.

   data-kh-table on a table: "sort", or "filter" for a tool bar too; data-kh-name: its name in the address
   data-kh-filter on a head: a drop-down, labelled by the attribute or else by the head
   data-sort, data-filter on a cell: what it is sorted and filtered by instead of its words

   The controls alone hold what is wanted; rows, heads and address follow. For Chromium 86 and later. */
(function () {
  "use strict";

  /* Thousands of rows take a second to lay out: a long table begins with a few, the others come on
     demand, and on paper. */
  const LONG = 300;
  const FIRST = 100;
  const collator = new Intl.Collator(["zh-Hans-CN-u-co-pinyin", "zh"], { numeric: true });
  let tables = [];

  /* 1 Words and their order */

  /* What is read aloud: the shape of a mark is not. */
  function words(cell) {
    const read = cell.querySelector(".kh-today") || cell;
    const shape = read.querySelector("[aria-hidden]");
    const text = shape ? read.textContent.replace(shape.textContent, "") : read.textContent;
    return text.replace(/\s+/g, " ").trim();
  }

  /* Full and half width are the same, and so are both minus signs. */
  function fold(text) {
    return text.normalize("NFKC").replace(/−/g, "-").toLowerCase();
  }

  /* `62.00%（31/50）`, `1.5/2` and dates go by the number they begin with, before all words;
     numbers further inside (`临期 3 天`) are the collator's. */
  function sortKey(cell, value) {
    const text = fold(cell.hasAttribute("data-sort") ? cell.getAttribute("data-sort") : value || words(cell));
    const number = parseFloat(text);
    return { text, number: isNaN(number) ? Infinity : number, missing: /^[—-]?$/.test(text) };
  }

  /* Missing values come last, both ways. */
  function compare(a, b, direction) {
    if (a.missing || b.missing) {
      return a.missing - b.missing;
    }
    const number = a.number === b.number ? 0 : a.number < b.number ? -1 : 1;
    return direction * (number || collator.compare(a.text, b.text));
  }

  /* All rows by the head in `order`, downwards with `-` before it; as they came when it is empty. */
  function ordered({ rows, labels, orders, order }) {
    const way = order.value;
    if (!orders[way]) {
      const column = labels.indexOf(way.replace(/^-/, ""));
      const keys = rows.map((row) => sortKey(row.element.cells[column]));
      orders[way] = rows.slice().sort((a, b) => compare(keys[a.at], keys[b.at], way[0] === "-" ? -1 : 1));
    }
    return orders[way];
  }

  /* 2 Which rows */

  /* Blanks part cells only, so that no word reaches from one to the next. */
  function contains(row, word) {
    const texts = () => Array.from(row.element.cells, (cell) => cell.textContent.replace(/\s/g, ""));
    row.text = row.text || fold(texts().join(" "));
    return row.text.includes(word);
  }

  /* The rows that pass, in order; each filter counts what its choices would leave beside the others. */
  function selected(table) {
    const filters = table.filters;
    const wanted = fold(table.box.value).split(/\s+/).filter(Boolean);
    filters.forEach((one) => Object.assign(one, { chosen: one.select.value, counts: new Map() }));
    return ordered(table).filter(function (row) {
      const found = wanted.every((word) => contains(row, word));
      const against = filters.filter((one) => one.chosen && one.chosen !== one.values[row.at]);
      const counting = found ? filters.filter((one) => against.every((other) => other === one)) : [];
      counting.forEach(function ({ counts, values }) {
        counts.set(values[row.at], (counts.get(values[row.at]) || 0) + 1);
      });
      return found && !against.length;
    });
  }

  /* Rows stand in the groups they came from, sorted ones all in the first. */
  function place(table, rows) {
    const isSorted = Boolean(table.order.value);
    const { placed, wasSorted } = table;
    const isSame = rows.length === placed.length && rows.every((row, at) => row === placed[at]);
    if (isSame && isSorted === wasSorted) {
      return;
    }
    table.bodies.forEach(function (body, group) {
      const here = rows.filter((row) => group === (isSorted ? 0 : row.group));
      body.textContent = "";
      body.append(...here.map((row) => row.element));
    });
    Object.assign(table, { placed: rows, wasSorted: isSorted });
  }

  function show(table) {
    const rows = selected(table);
    const shown = table.rows.length > LONG && !table.whole ? rows.slice(0, FIRST) : rows;
    place(table, shown);
    table.more.hidden = shown.length === rows.length;
    table.more.textContent = `显示其余 ${rows.length - shown.length} 项`;
    table.heads.forEach(function (head, column) {
      const way = [table.labels[column], `-${table.labels[column]}`].indexOf(table.order.value);
      head.setAttribute("aria-sort", ["none", "ascending", "descending"][way + 1]);
    });
    tell(table, rows.length);
  }

  function tell({ rows, filters, box, status, note, clear, none }, count) {
    const text = box.value.trim();
    const said = filters.filter((one) => one.chosen).map((one) => `${one.label} ${one.chosen}`);
    said.unshift(...(text ? [`含“${text}”`] : []));
    status.textContent = `显示 ${count} 项，共 ${rows.length} 项`;
    note.textContent = said.length ? `筛选：${said.join("，")}；共 ${count} 项` : "";
    clear.hidden = !said.length;
    none.hidden = count > 0;
    filters.forEach(function ({ select, counts, chosen }) {
      select.classList.toggle("kh-chosen", Boolean(chosen));
      Array.from(select.options).slice(1).forEach(function (option) {
        const left = counts.get(option.value) || 0;
        option.textContent = `${option.value}（${left}）`;
        option.disabled = !left && option.value !== chosen;
      });
    });
  }

  /* 3 The address: what is shown can be sent as a link */

  function recall(table) {
    const given = new URL(location.href).searchParams;
    table.controls.forEach(function (control, name) {
      control.value = given.get(name) || "";
      control.value = control.value || ""; // instead of a choice that does not exist
    });
    show(table);
  }

  function changed(table) {
    const address = new URL(location.href);
    table.controls.forEach(function (control, name) {
      address.searchParams.set(name, control.value.trim());
      if (!control.value.trim()) {
        address.searchParams.delete(name);
      }
    });
    try {
      history.replaceState(history.state, "", address.href);
    } catch (error) {
      /* Some browsers refuse it for files; the table works all the same. */
    }
    table.whole = false;
    show(table);
  }

  /* 4 Controls */

  function make(tag, attributes, ...children) {
    const element = document.createElement(tag);
    Object.keys(attributes).forEach((name) => element.setAttribute(name, attributes[name]));
    element.append(...children);
    return element;
  }

  function button(text, act) {
    const made = make("button", { type: "button", class: "kh-tool" }, text);
    made.addEventListener("click", act);
    return made;
  }

  function dropDown(table, label, first, values) {
    const options = values.map((value) => new Option(value, value));
    const select = make("select", { class: "kh-tool", "aria-label": label }, new Option(first, ""), ...options);
    select.addEventListener("change", () => changed(table));
    return select;
  }

  /* Holds the order; seen where the rows are blocks without a head to press. */
  function orderDropDown(table) {
    const select = dropDown(table, "排序", "默认次序", []);
    table.labels.forEach(function (label) {
      select.append(new Option(`${label} ↑`, label), new Option(`${label} ↓`, `-${label}`));
    });
    select.classList.add("kh-order");
    return select;
  }

  /* A head that is a link keeps it and gets the button below. */
  function addSortButton(table, head, label) {
    const content = head.querySelector("a") ? [] : head.childNodes;
    const sort = make("button", { type: "button", class: "kh-sort", title: `按“${label}”排序` }, ...content);
    sort.addEventListener("click", function () {
      const ways = [label, `-${label}`, ""];
      table.order.value = ways[(ways.indexOf(table.order.value) + 1) % 3];
      changed(table);
    });
    head.append(sort);
  }

  function makeFilter(table, head, column) {
    const label = head.getAttribute("data-kh-filter") || table.labels[column];
    const keys = new Map();
    const values = table.rows.map(function ({ element }) {
      const cell = element.cells[column];
      const value = cell.getAttribute("data-filter") || words(cell) || "—";
      keys.set(value, keys.get(value) || sortKey(cell, value));
      return value;
    });
    const choices = Array.from(keys.keys()).sort((a, b) => compare(keys.get(a), keys.get(b), 1));
    return { label, values, select: dropDown(table, label, `${label}：全部`, choices) };
  }

  function searchBox(table) {
    const says = "筛选本表";
    const box = make("input", { type: "search", class: "kh-tool", placeholder: says, "aria-label": says });
    let timer;
    function typed(event) {
      clearTimeout(timer);
      if (!event.isComposing) {
        timer = setTimeout(changed, 150, table); // while pinyin is being typed there are only letters
      }
    }
    box.addEventListener("input", typed);
    box.addEventListener("compositionend", typed);
    return box;
  }

  function clear(table) {
    table.box.value = "";
    table.filters.forEach(({ select }) => (select.value = ""));
    changed(table);
    table.box.focus();
  }

  /* 5 Copy, for a spreadsheet, in which no text may become a formula */

  function inert(text) {
    return /^[=+@＝＋＠-]/.test(text) && !/^[+-][\d.]+%?$/.test(text) ? `'${text}` : text;
  }

  function copy(table) {
    const rows = selected(table);
    const lines = [table.labels].concat(rows.map((row) => Array.from(row.element.cells, words)));
    const text = lines.map((line) => line.map(inert).join("\t")).join("\n");
    function say(done) {
      table.status.textContent = done ? `已复制 ${rows.length} 项` : "没有复制成功，请用鼠标选取";
      setTimeout(show, 4000, table);
    }
    if (navigator.clipboard) {
      navigator.clipboard.writeText(text).then(() => say(true), () => say(copyByHand(text)));
    } else {
      say(copyByHand(text)); // pages over plain http have no clipboard
    }
  }

  function copyByHand(text) {
    const focused = document.activeElement;
    const area = make("textarea", { class: "kh-away" }, text);
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    focused.focus();
    return done;
  }

  /* 6 Start */

  function enhance(element, name) {
    const bodies = Array.from(element.tBodies);
    const heads = Array.from(element.tHead.rows[0].cells);
    const rows = Array.from(element.querySelectorAll("tbody > tr"), function (row, at) {
      return { element: row, group: bodies.indexOf(row.parentNode), at };
    });
    const labels = heads.map(words);
    const table = { bodies, heads, labels, rows, placed: rows, wasSorted: false, orders: { "": rows } };
    table.whole = element.contains(document.getElementById(location.hash.slice(1))); // a link leads to a row
    heads.forEach((head, column) => addSortButton(table, head, labels[column]));
    addControls(table, element, name);
    tables.push(table);
    recall(table);
  }

  function addControls(table, element, name) {
    const wanted = table.heads.filter((head) => head.hasAttribute("data-kh-filter"));
    table.order = orderDropDown(table);
    table.box = searchBox(table);
    table.filters = wanted.map((head) => makeFilter(table, head, table.heads.indexOf(head)));
    table.controls = new Map([[`${name}.sort`, table.order]]);
    table.clear = button("清除", () => clear(table));
    table.status = make("span", { class: "kh-count", "aria-live": "polite" });
    table.note = make("p", { class: "kh-filtered" });
    table.none = make("p", { class: "kh-none" }, "没有符合条件的项，换个词试试，或点“清除”看全部。");
    table.more = button("", function () {
      table.whole = true;
      show(table);
    });
    element.parentNode.after(table.more);
    if (element.getAttribute("data-kh-table") === "filter") {
      addBar(table, element, name);
    } else if (element.closest(".kh-stack")) {
      element.parentNode.before(table.order);
    }
  }

  function addBar(table, element, name) {
    const selects = table.filters.map(({ select }) => select);
    const copyButton = button("复制", () => copy(table));
    const tools = [table.box, ...selects, table.order, table.clear, table.status, copyButton];
    table.controls.set(`${name}.q`, table.box);
    table.filters.forEach(({ label, select }) => table.controls.set(`${name}.${label}`, select));
    element.parentNode.before(make("div", { class: "kh-tools" }, ...tools), table.note);
    element.parentNode.after(table.none);
  }

  function start() {
    tables = tables.filter(({ heads }) => document.contains(heads[0]));
    document.querySelectorAll("table[data-kh-table]").forEach(function (element, index) {
      if (!element.hasAttribute("data-kh-ready")) {
        element.setAttribute("data-kh-ready", "");
        enhance(element, element.getAttribute("data-kh-name") || `t${index + 1}`);
      }
    });
  }

  window.addEventListener("popstate", () => tables.forEach(recall));
  window.addEventListener("beforeprint", () => tables.forEach((table) => place(table, selected(table))));
  window.addEventListener("afterprint", () => tables.forEach(show));
  if (window.document$) {
    window.document$.subscribe(start); // Material's, for each page it shows
  } else {
    document.addEventListener("DOMContentLoaded", start);
  }
})();
