// A worker of the page: on the page's own module it serves comparisons instead of mounting a view; on the readers' module it opens files.
const given = new URL(self.location.href).searchParams;

const own = (name) => {
  const url = new URL(given.get(name) ?? "", self.location.href);
  if (url.origin !== self.location.origin) throw new Error(`${name} is from another origin`);
  return url.href;
};

const wasm = own("wasm");
const { default: start } = await import(own("module"));
await start({ module_or_path: wasm });

// The page's security policy does not reach into a worker, which has an address of its own; so it gives up the network itself.
for (const name of ["fetch", "XMLHttpRequest", "WebSocket", "WebTransport", "EventSource", "importScripts"]) {
  for (let scope = self; scope; scope = Object.getPrototypeOf(scope)) delete scope[name];
}
