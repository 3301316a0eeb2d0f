// Loads the engine, inside a worker as a rule; this module's own address names the folders of its two builds, and the
// heap image.
//
// The threaded build needs a shared memory, which only an isolated page may have. Whatever that build fails at, the plain
// one takes its place: it gives the same answers.
const named = new URL(import.meta.url).searchParams;
globalThis.interloopCores = Number(named.get("cores")) || 1;
const load = (folder, nth = "") => import(new URL(`./${folder}/engine.js${nth}`, import.meta.url).href).then((engine) => engine.default());

// The image is asked for while the engine itself is on its way (src/browser/image.rs). It is packed here and not by the
// host, since few hosts pack what they do not know.
async function image(file) {
  const response = await fetch(new URL(`./${file}`, import.meta.url));
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
  return new Response(response.body.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
}

globalThis.interloopImage = image(named.get("image")).catch(String);

// Memory can be shared when it can be sent; to make one proves nothing. A frame without an origin of its own may have
// such a memory, but no module worker to share it with.
function canShare() {
  if (!self.crossOriginIsolated || self.origin === "null") return false;
  try {
    new MessageChannel().port1.postMessage(new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true }));
    return true;
  } catch {
    return false;
  }
}

// What happens in the threads of the threaded build is heard here: a panic in words, anything else as an error.
function listenToThreads() {
  const failed = (message) => JSON.stringify({ serial: 0, body: { Failed: { message } } });
  self.Worker = class extends Worker {
    constructor(...given) {
      super(...given);
      this.addEventListener("message", ({ data }) => typeof data === "string" && self.postMessage(data));
      this.addEventListener("error", (event) => {
        event.preventDefault();
        self.postMessage(failed(event.message || "one of its threads has failed"));
      });
    }
  };
}

const threaded = named.get("threaded");
if (named.has("mate")) {
  // A further worker: it helps the search of another one, to which this port leads.
  const arrived = globalThis.interloopEarly ?? new Promise((done) => { self.onmessage = done; });
  globalThis.interloopMate = (await arrived).data.port;
  await load(named.get("plain"));
} else if (named.has("page")) {
  // On the page's own thread. Another engine in its place needs another instance of the module, so its address is
  // made another.
  await load(named.get("plain"), `?${named.get("page")}`);
} else if (threaded && canShare()) {
  listenToThreads();
  await load(threaded).catch(() => load(named.get("plain")));
} else {
  await load(named.get("plain"));
}
