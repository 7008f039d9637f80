/* 单位对比: up to four units of one year side by side. What is chosen stands in the address; the figures come
   from one small file a unit. Without script, or from a folder on disk, the page lists the units. */
(function () {
  "use strict";

  var loaded = {};

  function load(unit) {
    loaded[unit] = loaded[unit] || fetch(unit + ".json").then(function (answer) {
      if (!answer.ok) {
        throw new Error(unit);
      }
      return answer.json();
    });
    return loaded[unit];
  }

  function add(parent, tag, text) {
    var made = document.createElement(tag);
    made.textContent = text || "";
    parent.appendChild(made);
    return made;
  }

  function option(parent, value, text) {
    add(parent, "option", text).value = value;
  }

  /* One drop-down, the units under their groups. */
  function picker(form, place, choices) {
    var label = add(form, "label", "单位 " + place + " ");
    var select = add(label, "select");
    var groups = {};
    select.name = "unit";
    option(select, "", "不选");
    choices.forEach(function (choice) {
      var name = choice.getAttribute("data-group");
      if (!groups[name]) {
        groups[name] = add(select, "optgroup");
        groups[name].label = name;
      }
      option(groups[name], choice.getAttribute("data-unit"), choice.textContent);
    });
    return select;
  }

  function chosen(selects) {
    return selects.map(function (select) {
      return select.value;
    }).filter(function (unit, place, all) {
      return unit && all.indexOf(unit) === place;
    });
  }

  function head(table, units, found) {
    var row = add(add(table, "thead"), "tr");
    add(row, "th", "项目").scope = "col";
    units.forEach(function (unit, place) {
      var cell = add(row, "th");
      var link = add(cell, "a", found[place].name);
      cell.scope = "col";
      link.href = "../units/" + unit + "/";
    });
  }

  function body(table, year, found) {
    var rows = found.map(function (one) {
      return one.years[year] || [];
    });
    var longest = rows.reduce(function (most, one) {
      return one.length > most.length ? one : most;
    }, []);
    var part = add(table, "tbody");
    longest.forEach(function (line, place) {
      var row = add(part, "tr");
      add(row, "th", line[0]).scope = "row";
      rows.forEach(function (one) {
        var cell = add(row, "td", one[place] ? one[place][1] : "—");
        if (one[place] && one[place][2]) {
          cell.setAttribute("data-figure", one[place][2]);
        }
      });
    });
  }

  function show(box, year, units, found) {
    var table = document.createElement("table");
    table.className = "kh-table kh-compared";
    add(table, "caption", year + "年度");
    head(table, units, found);
    body(table, year, found);
    box.textContent = "";
    box.appendChild(table);
    box.hidden = false;
  }

  function remember(year, units) {
    var query = units.length ? "?year=" + year + "&units=" + units.join(",") : location.pathname;
    history.replaceState(history.state, "", query);
  }

  function start() {
    var form = document.querySelector("[data-kh-compare]");
    var box = document.querySelector("[data-kh-compared]");
    if (!form || !form.hidden || !window.fetch || location.protocol === "file:") {
      return;
    }
    var choices = Array.prototype.slice.call(document.querySelectorAll(".kh-choices [data-unit]"));
    var asked = new URLSearchParams(location.search);
    var wanted = (asked.get("units") || "").split(",");
    var selects = [];
    for (var place = 1; place <= Number(form.getAttribute("data-most")); place += 1) {
      selects.push(picker(form, place, choices));
    }
    selects.forEach(function (select, place) {
      select.value = wanted[place] || "";
      if (select.selectedIndex < 0) {
        select.value = "";
      }
    });
    if (asked.get("year")) {
      form.year.value = asked.get("year");
    }
    if (form.year.selectedIndex < 0) {
      form.year.selectedIndex = 0;
    }
    function update(event) {
      var units = chosen(selects);
      var year = form.year.value;
      if (event) {
        remember(year, units);
      }
      box.hidden = !units.length;
      Promise.all(units.map(load)).then(function (found) {
        if (units.length && units.join() === chosen(selects).join() && year === form.year.value) {
          show(box, year, units, found);
        }
      }, function () {
        box.hidden = false;
        box.textContent = "没有取到数据，请稍后再试。";
        loaded = {};
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
