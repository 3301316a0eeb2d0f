// Calls back after the messages that are waiting, without the pause that timers have. On the page's own thread that
// pause is wanted: the page draws itself and hears its reader in it.
const channel = new MessageChannel();
const waiting = [];
channel.port1.onmessage = () => waiting.shift()?.();

export function soon(callback) {
  if (typeof document !== "undefined") {
    setTimeout(callback, 0);
    return;
  }
  waiting.push(callback);
  channel.port2.postMessage(0);
}
