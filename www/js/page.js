// What the page needs of JavaScript itself: dynamic import, and an engine that starts anywhere.
//
// A module worker by address is the plain way. In a frame without an origin of its own that is
// refused, there a classic worker from a blob that imports the same module does the same. Where
// every worker is refused, the engine runs on the page's own thread.

const absolute = (address) => new URL(address, document.baseURI).href;

// The build writes the hashed names of engines, image and editor into the page's head.
const named = (what) => document.querySelector(`meta[name="interloop-${what}"]`)?.content ?? "";

const cores = () => navigator.hardwareConcurrency ?? 1;
const engines = () => new URLSearchParams({
  plain: named("engine"), threaded: named("threads"), image: named("image"), cores: cores(),
});
const loader = (role) => absolute(`./engine-loader.js?${engines()}${role ? `&${role}` : ""}`);
const failed = (error) => JSON.stringify({ serial: 0, body: { Failed: { message: String(error) } } });

function moduleWorker(role) {
  return new Worker(loader(role), { type: "module" });
}

// What is sent to it before the module stands is kept for the module.
function blobWorker(role) {
  const early = role === "mate" ? "globalThis.interloopEarly = new Promise((done) => { onmessage = done; });" : "";
  const code = `${early}import(${JSON.stringify(loader(role))}).catch((error) => postMessage((${failed})(error)))`;
  const blob = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
  const worker = new Worker(blob);
  const { terminate } = worker;
  worker.terminate = () => {
    URL.revokeObjectURL(blob);
    terminate.call(worker);
  };
  return worker;
}

let started = 0;

// Looks like a worker.
function onPage() {
  const { port1, port2 } = new MessageChannel();
  globalThis.interloopPort = port2;
  started += 1;
  import(loader(`page=${started}`)).catch((error) => port2.postMessage(failed(error)));
  const idle = ["Stop", "StopExploring"].map((command) => JSON.stringify({ serial: 0, command }));
  port1.terminate = () => idle.forEach((text) => port1.postMessage(text));
  return port1;
}

// Further workers that help an engine in its search, started as it was. The engine asks for one with the end of a channel
// that is for it, and for the end of all; it is told when one fails.
function helpers(engine, way) {
  const workers = [];
  const end = () => workers.splice(0).forEach((worker) => worker.terminate());
  const lost = (why) => {
    end();
    engine.postMessage({ lost: String(why) });
  };
  const heard = ({ port }) => {
    if (!port) {
      end();
      return;
    }
    try {
      const worker = way("mate");
      workers.push(worker);
      worker.onerror = (event) => {
        event.preventDefault();
        lost(event.message || "a worker could not be started");
      };
      // All it has to say here is that it could not be loaded.
      worker.onmessage = (event) => lost(event.data);
      worker.postMessage({ port }, [port]);
    } catch (error) {
      lost(error);
    }
  };
  return { heard, end };
}

export function startEngine(onText, onError) {
  const ways = self.origin === "null" ? [blobWorker, onPage] : [moduleWorker, blobWorker, onPage];
  let engine;
  let help;
  let heard = false;
  const start = () => {
    const way = ways.shift();
    try {
      engine = way();
      help = helpers(engine, way);
    } catch (error) {
      if (ways.length > 0) start();
      else onError(String(error));
      return;
    }
    engine.onmessage = (event) => {
      heard = true;
      if (typeof event.data === "string") onText(event.data);
      else help.heard(event.data);
    };
    engine.onerror = (event) => {
      event.preventDefault();
      if (heard || ways.length === 0) {
        onError(event.message || "its worker could not be started");
        return;
      }
      engine.terminate();
      start();
    };
    engine.onmessageerror = () => onError("a message could not be read");
  };
  start();
  return {
    post: (text) => engine.postMessage(text),
    end: () => {
      engine.onmessage = engine.onerror = engine.onmessageerror = null;
      help.end();
      engine.terminate();
    },
  };
}

export const postToEngine = (engine, text) => engine.post(text);
export const endEngine = (engine) => engine.end();

export async function mountEditor(host, onEdit, onRail) {
  if (!named("editor")) throw new Error("this build has no editor");
  const { mount } = await import(absolute(`./${named("editor")}`));
  return mount(host, onEdit, onRail);
}

export const editorShow = (editor, text) => editor.show(text);
export const editorMark = (editor, marks) => editor.mark(JSON.parse(marks));
export const editorFocus = (editor) => editor.focus();

export async function fetchText(address) {
  const response = await fetch(absolute(address));
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
  return response.text();
}

export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Frames without the permission still allow the old way, from a click.
    const field = document.createElement("textarea");
    field.value = text;
    (document.querySelector("dialog[open]") ?? document.body).append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    return done;
  }
}
