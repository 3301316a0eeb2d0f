// What the page needs of JavaScript itself: dynamic import, and workers that start anywhere.
//
// A module worker by address is the plain way. In a frame without an origin of its own that is
// refused, there a classic worker from a blob that imports the same module does the same.

const absolute = (address) => new URL(address, document.baseURI).href;

// The build writes the hashed names of engine and editor into the page's head.
const named = (what) => document.querySelector(`meta[name="interloop-${what}"]`)?.content ?? "";

export function startEngine(onText, onError) {
  const folder = named("engine");
  const url = absolute(`./engine-loader.js?engine=${encodeURIComponent(folder)}`);
  let worker;
  let blob = "";
  let heard = false;
  const listen = () => {
    worker.onmessage = (event) => {
      heard = true;
      onText(event.data);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      if (!heard && !blob) startFromBlob();
      else onError(event.message || "its worker could not be started");
    };
    worker.onmessageerror = () => onError("a message could not be read");
  };
  const startFromBlob = () => {
    if (worker) worker.terminate();
    const failed = "JSON.stringify({serial:0,body:{Failed:{message:String(error)}}})";
    const engine = JSON.stringify(absolute(`./${folder}/engine.js`));
    const code = `import(${engine}).then((m)=>m.default()).catch((error)=>postMessage(${failed}))`;
    blob = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
    worker = new Worker(blob);
    listen();
  };
  try {
    worker = new Worker(url, { type: "module" });
    listen();
  } catch {
    startFromBlob();
  }
  return {
    post: (text) => worker.postMessage(text),
    end: () => {
      worker.onmessage = worker.onerror = worker.onmessageerror = null;
      worker.terminate();
      if (blob) URL.revokeObjectURL(blob);
    },
  };
}

export const postToEngine = (engine, text) => engine.post(text);
export const endEngine = (engine) => engine.end();

export async function mountEditor(host, onEdit) {
  if (!named("editor")) throw new Error("this build has no editor");
  const { mount } = await import(absolute(`./${named("editor")}`));
  return mount(host, onEdit);
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
