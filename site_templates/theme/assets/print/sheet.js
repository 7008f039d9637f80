/* The print button of a printable document; without script the browser's own menu does the same. */
(function () {
  "use strict";
  var button = document.querySelector(".kp-print");
  if (!button) return;
  button.hidden = false;
  button.addEventListener("click", function () { window.print(); });
})();
