// Starts the engine inside a module worker; the query names its folder.
const folder = new URL(self.location.href).searchParams.get("engine");
const { default: init } = await import(new URL(`./${folder}/engine.js`, import.meta.url).href);
await init();
