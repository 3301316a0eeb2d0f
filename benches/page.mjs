// Measures stepping in the page: how long one step back or forward takes in a long run, and the page's memory.
//
//     make dist && node benches/page.mjs [STEPS=2000] [LENGTH=1000000]
//
// A step is timed as a reader feels it: from the press of the button to the position on the page. Each walk goes a
// random way back and the same way forward, from places all over the run. Memory is that of both WebAssembly instances,
// which never shrinks, and of the scripts around them.

import { Bench } from '../tests/browser/bench.mjs';
import { host, launch, withPage } from '../tests/browser/harness.mjs';

const steps = Number(process.argv[2] ?? 2000);
const length = Number(process.argv[3] ?? 1_000_000);
const PROGRAMS = {
  'one thread, few objects': 'total = 0\nfor i in range(10 ** 9):\n    total = total + i % 7\n',
  'four threads, a lock, 20,000 lists': `import threading
lock = threading.Lock()
rows = [[i] for i in range(20_000)]
def work(start):
    for i in range(start, 10 ** 9, 7):
        with lock:
            rows[i % 20_000].append(i)
            del rows[i % 20_000][0]
for start in range(4):
    threading.Thread(target=work, args=(start,)).start()
`,
};

/** In the page: presses the buttons of a walk one after the other and times each. */
async function walk(buttons) {
  const where = document.getElementById('where');
  const moved = () => new Promise((done) => {
    const observer = new MutationObserver(() => {
      observer.disconnect();
      done();
    });
    observer.observe(where, { attributes: true, attributeFilter: ['data-position'] });
  });
  const times = [];
  for (const id of buttons) {
    const start = performance.now();
    const done = moved();
    document.getElementById(id).click();
    await done;
    times.push(performance.now() - start);
  }
  return times;
}

/** In the page or in its engine's worker: bytes of WebAssembly memory. A second `init` gives what the first one made. */
async function wasmBytes() {
  const folder = new URL(self.location.href).searchParams.get('plain');
  const script = folder ? `./${folder}/engine.js` : document.querySelector('link[rel="modulepreload"]').href;
  const { default: init } = await import(new URL(script, self.location.href).href);
  return (await init()).memory.buffer.byteLength;
}

const browser = await launch();
const server = await host();

async function measure(page, program) {
  const bench = new Bench(page);
  await bench.ready();
  await bench.type(program);
  await bench.settled();
  const start = performance.now();
  await bench.at('#last').click();
  // The page says how far the engine has got; it is stopped somewhere behind the wanted length.
  await page.waitForFunction((wanted) => {
    const text = document.querySelector('.where')?.textContent ?? '';
    return Number(text.replace(/\D/g, '')) >= wanted;
  }, length, { timeout: 600_000, polling: 100 });
  await bench.at('#play').click();
  await bench.at('#play[data-state="play"]').waitFor();
  await bench.settled();
  const ran = performance.now() - start;
  const { length: reached } = await bench.where();
  console.log(`a run of ${reached.toLocaleString('en')} steps, recorded in ${(ran / 1000).toFixed(1)} s`);

  const times = { back: [], step: [] };
  // A fixed sequence of places: the same walk in every measurement.
  let seed = 12345;
  const random = (below) => (seed = (seed * 1103515245 + 12345) % 2 ** 31) % below;
  while (times.back.length + times.step.length < steps) {
    const place = 100 + random(reached - 100);
    await bench.at('#slider').fill(String(place));
    await bench.until((where) => where.position === place);
    await bench.settled();
    const far = 1 + random(50);
    for (const id of ['back', 'step']) times[id].push(...await page.evaluate(walk, Array(far).fill(id)));
  }
  for (const [id, all] of Object.entries(times)) {
    all.sort((a, b) => a - b);
    const at = (part) => all[Math.min(all.length - 1, Math.floor(part * all.length))].toFixed(1);
    console.log(`${id.padEnd(5)} ${all.length} times: median ${at(0.5)} ms, 99 % under ${at(0.99)} ms, longest ${at(1)} ms`);
  }
  const bytes = {
    page: await page.evaluate(wasmBytes),
    engine: await page.workers()[0].evaluate(wasmBytes),
    scripts: await page.evaluate(async () => (await performance.measureUserAgentSpecificMemory()).bytes),
  };
  const sizes = Object.entries(bytes).map(([what, size]) => `${what} ${(size / 2 ** 20).toFixed(0)} MB`);
  console.log(`memory: ${sizes.join(', ')}`);
}

try {
  for (const [name, program] of Object.entries(PROGRAMS)) {
    console.log(`\n${name}`);
    await withPage(browser, server.address, (page) => measure(page, program));
  }
} finally {
  await browser.close();
  await server.close();
}
