/* A page opened from a folder may start no worker and fetch no file. A hidden frame takes the worker's place; what it
   would fetch lies beside it as a script that hands the same data over (kaohe build --offline). */
(function () {
  "use strict";

  if (location.protocol !== "file:") {
    return;
  }

  function run(inside, address) {
    return new Promise(function (done, failed) {
      const script = inside.document.createElement("script");
      Object.assign(script, { src: address, onload: done, onerror: failed });
      inside.document.body.append(script);
    });
  }

  /* One file at a time, so that it is known whose data a script brings. */
  function readFiles(inside) {
    let last = Promise.resolve();
    return function (address) {
      const read = last.catch(() => null).then(() => run(inside, address.replace(/json$/, "js"))).then(() => inside.brought);
      last = read;
      return read;
    };
  }

  window.Worker = class extends EventTarget {
    constructor(address) {
      super();
      const frame = document.createElement("iframe");
      frame.hidden = true;
      document.body.append(frame);
      const inside = frame.contentWindow;
      inside.readFile = readFiles(inside);
      inside.postMessage = (data) => this.dispatchEvent(new MessageEvent("message", { data }));
      this.inside = inside;
      this.ready = run(inside, new URL("rules.js", new URL(address, location.href)).href).then(() => run(inside, address));
    }

    postMessage(data) {
      this.ready.then(() => this.inside.dispatchEvent(new MessageEvent("message", { data })));
    }
  };
})();
