// Where the engine hears the page: a worker's own messages, or, where the browser refuses workers, a port that the page
// has laid out for it (www/js/page.js).
export const port = () => (typeof document === "undefined" ? self : globalThis.interloopPort);
