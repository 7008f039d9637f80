/* From a folder on disk there is no server to open a folder's index.html for a link like `units/u03/`. */
(function () {
  "use strict";

  if (location.protocol !== "file:") {
    return;
  }
  document.addEventListener("click", function (event) {
    var link = event.target.closest ? event.target.closest("a[href]") : null;
    if (link && link.protocol === "file:" && /\/$/.test(link.pathname)) {
      link.pathname += "index.html";
    }
  });
})();

/* To print, Material opens every fold and closes it again. A 依据 goes onto paper only where the reader asked. */
(function () {
  "use strict";

  document.addEventListener("click", function (event) {
    var fold = event.target.closest(".kh-basis-list > summary");
    if (fold) {
      fold.parentNode.classList.toggle("kh-asked", !fold.parentNode.open);
    }
  });
})();

/* Areas as tabs: one fold is open at a time, that of the address if it names one. Without script all are folds. */
(function () {
  "use strict";

  function show(head) {
    var tab = head && head.closest(".kh-tabs > details");
    if (tab) {
      tab.parentNode.querySelectorAll("details").forEach(function (one) {
        one.open = one === tab;
      });
    }
  }

  function named() {
    show(document.getElementById(location.hash.slice(1)));
  }

  document.addEventListener("click", function (event) {
    var head = event.target.closest(".kh-tabs summary");
    if (head) {
      event.preventDefault();
      show(head);
    }
  });
  window.addEventListener("hashchange", named);
  named();
})();

/* The year switcher: turns the link to the archive into a menu of years that stays on the same unit.
   Plain script for browsers as old as Chromium 86; without it, or from file://, the link remains. */
(function () {
  "use strict";

  function address(box, year) {
    var path = box.getAttribute("data-path");
    return box.getAttribute("data-shelf") + year.path + (year.pages.indexOf(path) >= 0 ? path : "");
  }

  function entry(text, target) {
    var item = document.createElement("li");
    var link = document.createElement("a");
    link.href = target;
    link.textContent = text;
    item.appendChild(link);
    return item;
  }

  function yearEntry(box, year) {
    var item = entry(year.year + " 年度" + (year.sealed ? "（已封存）" : ""), address(box, year));
    if (String(year.year) === box.getAttribute("data-book")) {
      item.firstChild.setAttribute("aria-current", "true");
    }
    return item;
  }

  function show(box, years) {
    var link = box.querySelector("a");
    var menu = document.createElement("details");
    var summary = document.createElement("summary");
    var list = document.createElement("ul");
    summary.textContent = link.textContent;
    summary.setAttribute("aria-label", link.textContent + "，切换年度");
    years.forEach(function (year) {
      list.appendChild(yearEntry(box, year));
    });
    list.appendChild(entry("往年", box.getAttribute("data-shelf") + "archive/"));
    list.appendChild(entry("首页", box.getAttribute("data-shelf")));
    menu.appendChild(summary);
    menu.appendChild(list);
    box.replaceChild(menu, link);
    document.addEventListener("click", function (event) {
      if (!menu.contains(event.target)) {
        menu.open = false;
      }
    });
    menu.addEventListener("focusout", function (event) {
      if (event.relatedTarget && !menu.contains(event.relatedTarget)) {
        menu.open = false;
      }
    });
    menu.addEventListener("keydown", function (event) {
      if (event.key === "Escape") {
        menu.open = false;
        summary.focus();
      }
    });
  }

  function start() {
    var box = document.querySelector("[data-kh-years]");
    if (!box || !window.fetch || location.protocol === "file:") {
      return;
    }
    fetch(box.getAttribute("data-shelf") + "years.json")
      .then(function (answer) {
        return answer.ok ? answer.json() : { years: [] };
      })
      .then(function (shelf) {
        if (shelf.years.length) {
          show(box, shelf.years);
        }
      })
      .catch(function () {
        /* The link to the archive stays. */
      });
  }

  start();
})();
