/* 预警灯 as of today: the pages tell them as of 数据截至, and the days go on. Only while the data is recent;
   later nobody knows what has been closed since. Paper keeps what was built. */
(function () {
  "use strict";

  var DAY = 86400000;
  var STALE = 40; /* days: progress is entered at least monthly */
  var TONES = ["ok", "near", "late"];
  var SHAPES = ["●", "▲", "■"];

  function days(text) {
    var parts = text.split("-");
    return Math.round(Date.UTC(parts[0], parts[1] - 1, parts[2]) / DAY);
  }

  function today() {
    var now = new Date();
    return Math.round(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / DAY);
  }

  /* 0 green, 1 amber, 2 red */
  function level(left, amber) {
    return left < 0 ? 2 : left <= amber ? 1 : 0;
  }

  function shownLevel(mark) {
    return Math.max(0, TONES.findIndex(function (tone) { return mark.classList.contains("kh-mark--" + tone); }));
  }

  /* What is worse than its day, such as 进度滞后, stays until the day itself is as bad. */
  function isKept(mark, now) {
    return mark.hasAttribute("data-kh-held") && now < Math.max(shownLevel(mark), 1);
  }

  function retell(mark, rule) {
    var left = days(mark.getAttribute("data-kh-due")) - rule.today;
    var now = level(left, rule.amber);
    if (isKept(mark, now)) {
      return;
    }
    var fresh = document.createElement("span");
    fresh.className = "kh-mark kh-today kh-mark--" + TONES[now];
    var shape = document.createElement("span");
    shape.setAttribute("aria-hidden", "true");
    shape.textContent = SHAPES[now];
    fresh.appendChild(shape);
    fresh.appendChild(document.createTextNode(" " + rule.words[now] + (now ? " " + Math.abs(left) + " 天" : "")));
    mark.classList.add("kh-built");
    mark.parentNode.insertBefore(fresh, mark);
    var cell = mark.closest("[data-sort]");
    if (cell) {
      cell.setAttribute("data-sort", 3 - now + " " + fresh.lastChild.data.trim());
      cell.setAttribute("data-filter", rule.words[now]);
    }
  }

  function note(text) {
    var line = document.querySelector(".kh-as-of");
    if (line) {
      var said = document.createElement("span");
      said.className = "kh-today";
      said.textContent = "　" + text;
      line.appendChild(said);
    }
  }

  function start() {
    var box = document.querySelector("[data-kh-lights]");
    var marks = document.querySelectorAll(".kh-mark[data-kh-due]:not(.kh-built)");
    if (!box || !marks.length) {
      return;
    }
    var rule = { today: today(), amber: Number(box.getAttribute("data-amber")), words: box.getAttribute("data-kh-lights").split(" ") };
    var age = rule.today - days(box.getAttribute("data-as-of"));
    if (age > STALE) {
      note("数据已 " + age + " 天没有更新，预警灯按数据截至日显示");
    } else if (age > 0) {
      marks.forEach(function (mark) {
        retell(mark, rule);
      });
      note("预警灯按今天计算，统计数按数据截至日");
    }
  }

  if (window.document$) {
    window.document$.subscribe(start);
  } else {
    start();
  }
})();
