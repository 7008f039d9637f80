/* Printable documents: the print button, and of a sheet of several slips the one the address names.
   Without script the browser's own menu prints, and all slips are there. */
(function () {
  "use strict";
  var button = document.querySelector(".kp-print");
  var slips = document.querySelectorAll(".kp-sheet[id]");

  function choose() {
    var chosen = document.getElementById(location.hash.slice(1));
    var i;
    for (i = 0; i < slips.length; i += 1) slips[i].hidden = !!chosen && slips[i] !== chosen;
  }

  if (slips.length) {
    window.addEventListener("hashchange", choose);
    choose();
  }
  if (!button) return;
  button.hidden = false;
  button.addEventListener("click", function () { window.print(); });
})();
