// Starts the page. A classic script: from disk (file:) a browser runs no module, and that is when this has something to say.
(() => {
  const script = document.currentScript;
  const status = document.getElementById("boot");

  const say = (text) => {
    if (status) status.textContent = text;
  };

  if (location.protocol === "file:") {
    say(
      "Opened from disk, Crossread cannot start: browsers load its engine only from a web server. " +
        "In this folder run “python3 -m http.server 8000” and open http://localhost:8000/ – nothing leaves your computer.",
    );
    return;
  }

  const absolute = (path) => new URL(path, document.baseURI).href;
  // What the page starts its workers on: the same two hashed files, and those of the readers that were built with them.
  globalThis.__crossread = {
    module: absolute(script.dataset.module),
    wasm: absolute(script.dataset.wasm),
    readersModule: absolute(script.dataset.readersModule),
    readersWasm: absolute(script.dataset.readersWasm),
    worker: new URL("worker.js", script.src).href,
  };

  import(globalThis.__crossread.module)
    .then((module) => module.default({ module_or_path: globalThis.__crossread.wasm }))
    .catch((error) => {
      console.error(error);
      say("Crossread could not start. Reload the page; if that does not help, your browser may be too old for it.");
    });
})();
