// Loads the engine inside a worker; this module's own address names the folders of its two builds.
//
// The threaded build needs a shared memory, which only an isolated page may have. Whatever that build fails at, the plain
// one takes its place: it gives the same answers.
const named = new URL(import.meta.url).searchParams;
const load = (folder) => import(new URL(`./${folder}/engine.js`, import.meta.url).href).then((engine) => engine.default());

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

const threaded = named.get("threaded");
if (threaded && canShare()) await load(threaded).catch(() => load(named.get("plain")));
else await load(named.get("plain"));
