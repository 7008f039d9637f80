/* 单位对比: up to four units of one year side by side. What is chosen stands in the address; the figures come
   from one small file a unit. Without script, or from a folder on disk, the page lists the units. */
(function () {
  "use strict";

  const loaded = new Map();

  function load(unit) {
    if (!loaded.has(unit)) {
      loaded.set(unit, fetch(`${unit}.json`).then((answer) => answer.json()));
    }
    return loaded.get(unit);
  }

  function add(parent, tag, text, attributes) {
    const made = Object.assign(document.createElement(tag), attributes);
    made.textContent = text;
    parent.appendChild(made);
    return made;
  }

  /* One drop-down, the units under their groups. */
  function picker(form, number, choices) {
    const select = add(add(form, "label", `单位 ${number} `), "select", "", { name: "unit" });
    const groups = {};
    add(select, "option", "不选", { value: "" });
    choices.forEach(function ({ dataset, textContent }) {
      groups[dataset.group] = groups[dataset.group] || add(select, "optgroup", "", { label: dataset.group });
      add(groups[dataset.group], "option", textContent, { value: dataset.unit });
    });
    return select;
  }

  function table(box, { value: year, dataset }, units, found) {
    const made = add(box, "table", "", { className: "kh-table kh-compared" });
    const rows = found.map((one) => one.years[year] || []);
    const labels = rows.reduce((most, one) => (one.length > most.length ? one : most), []);
    add(made, "caption", `${year}年度，数据截至 ${dataset.asOf}`);
    const heads = add(add(made, "thead", ""), "tr", "");
    add(heads, "th", "项目", { scope: "col" });
    units.forEach((unit, at) => add(add(heads, "th", "", { scope: "col" }), "a", found[at].name, { href: `../units/${unit}/` }));
    const body = add(made, "tbody", "");
    labels.forEach(function ([label], line) {
      const row = add(body, "tr", "");
      add(row, "th", label, { scope: "row" });
      rows.forEach((one) => add(row, "td", one[line] ? one[line][1] : "—"));
    });
  }

  function start() {
    const form = document.querySelector("[data-kh-compare]");
    const box = document.querySelector("[data-kh-compared]");
    if (!form || !form.hidden || location.protocol === "file:") {
      return;
    }
    const asked = new URL(location.href).searchParams;
    const wanted = (asked.get("units") || "").split(",");
    const choices = Array.from(document.querySelectorAll(".kh-choices [data-unit]"));
    const selects = Array.from({ length: form.dataset.most }, (_, at) => picker(form, at + 1, choices));
    const controls = [[form.year, asked.get("year") || form.year.value], ...selects.map((one, at) => [one, wanted[at] || ""])];
    controls.forEach(function ([control, value]) {
      control.value = value;
      control.selectedIndex = Math.max(0, control.selectedIndex); // instead of a choice that does not exist
    });

    function update(event) {
      const year = form.year.value;
      const units = Array.from(new Set(selects.map((one) => one.value))).filter(Boolean);
      if (event) {
        history.replaceState(history.state, "", units.length ? `?year=${year}&units=${units}` : location.pathname);
      }
      box.hidden = !units.length;
      Promise.all(units.map(load)).then(function (found) {
        box.textContent = "";
        table(box, form.year.selectedOptions[0], units, found);
      }).catch(function () {
        loaded.clear();
        box.textContent = "没有取到数据，请稍后再试。";
      });
    }

    form.addEventListener("change", update);
    form.hidden = false;
    update();
  }

  if (window.document$) {
    window.document$.subscribe(start);
  } else {
    start();
  }
})();
