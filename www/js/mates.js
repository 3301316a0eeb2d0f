// Messages between the worker that has the search and the further workers that help it, where no memory can be shared.
// The page starts and ends these workers (page.js) and hands each its end of a channel; bytes go past it.

// The page tells its engine how many cores there are (engine-loader.js); on the page itself it asks.
export const coresHere = () => globalThis.interloopCores ?? navigator.hardwareConcurrency ?? 1;

const ports = new Map();

export function tellMate(mate, bytes, heard) {
  let port = ports.get(mate);
  if (!port) {
    const channel = new MessageChannel();
    port = channel.port1;
    port.onmessage = (event) => heard(mate, event.data);
    ports.set(mate, port);
    self.postMessage({ mate, port: channel.port2 }, [channel.port2]);
  }
  port.postMessage(bytes, [bytes.buffer]);
}

// A worker that has died without a word is found by looking.
export const lookAfterMates = (look) => setInterval(() => ports.size > 0 && look(), 5000);

export function endMates() {
  if (ports.size === 0) return;
  ports.forEach((port) => port.close());
  ports.clear();
  self.postMessage({ mates: 0 });
}

export const isMate = () => globalThis.interloopMate !== undefined;

export function serveAsMate(answer) {
  const port = globalThis.interloopMate;
  port.onmessage = (event) => {
    const bytes = answer(event);
    if (bytes) port.postMessage(bytes, [bytes.buffer]);
  };
}
