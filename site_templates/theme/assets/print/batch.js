/* Several printable documents one behind the other, to be printed in one go. The address says which:
   ?kind=summary, and &group=… or &unit=u01&unit=u02 if not all. Each keeps the number of its own page. */
(function () {
  "use strict";

  var asked = new URLSearchParams(location.search);
  var status = document.querySelector(".kp-status");
  var main = document.querySelector("main");
  var root = document.body.dataset.root;

  function wanted(paper) {
    var units = asked.getAll("unit");
    return paper.unit && paper.kind === asked.get("kind") &&
      (!asked.get("group") || paper.group === asked.get("group")) &&
      (!units.length || units.indexOf(paper.unit) >= 0);
  }

  function fetched(path, kind) {
    return fetch(root + path).then(function (answer) {
      if (!answer.ok) throw new Error(path);
      return answer[kind]();
    });
  }

  /* The style of the documents, but for what stands at the foot of a single one. */
  function style(page) {
    page.querySelectorAll("link[rel=stylesheet]").forEach(function (link) {
      var file = link.getAttribute("href").split("/").slice(-2).join("/");
      if (file.indexOf("print/") !== 0 || file === "print/sheet.css") return;
      document.head.appendChild(Object.assign(document.createElement("link"), {
        rel: "stylesheet", href: root + "assets/" + file,
      }));
    });
    document.body.classList.add(page.body.className);
  }

  function lay(papers) {
    var pages = papers.map(function (paper) {
      return fetched(paper.path + "index.html", "text").then(function (text) {
        return new DOMParser().parseFromString(text, "text/html");
      });
    });
    return Promise.all(pages).then(function (found) {
      if (found.length) style(found[0]);
      found.forEach(function (page, place) {
        page.querySelectorAll(".kp-sheet, .kp-watermark").forEach(function (part) {
          if (part.matches(".kp-sheet") || place === 0) main.appendChild(document.adoptNode(part));
        });
      });
      status.textContent = "共 " + papers.length + " 份，按 A4 纸、100% 比例打印，不加浏览器页眉页脚。";
    });
  }

  fetched("print/codes.json", "json").then(function (register) {
    var papers = register.papers.filter(wanted);
    if (!papers.length) status.textContent = "没有这样的打印文件，请从“全部打印文件”中选择。";
    return papers.length ? lay(papers) : undefined;
  }).catch(function () {
    status.textContent = "没有取到打印文件。从文件夹打开时请逐份打印，或打印合订本。";
  });
})();
