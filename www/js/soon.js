// Calls back after the messages that are waiting, without the pause that timers have.
const channel = new MessageChannel();
const waiting = [];
channel.port1.onmessage = () => waiting.shift()?.();

export function soon(callback) {
  waiting.push(callback);
  channel.port2.postMessage(0);
}
