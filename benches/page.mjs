// Measures stepping in the page: how long one step back or forward takes in a long run, and the page's memory.
//
//     make dist && node benches/page.mjs [STEPS=2000] [LENGTH=1000000]
//
// A step is timed as a reader feels it: from the press of the button to the position on the page. Each walk goes a
// random way back and the same way forward, from places all over the run.

import { Bench } from '../tests/browser/bench.mjs';
import { host, launch, withPage } from '../tests/browser/harness.mjs';

const steps = Number(process.argv[2] ?? 2000);
const length = Number(process.argv[3] ?? 1_000_000);
const PROGRAM = 'total = 0\nfor i in range(10 ** 9):\n    total = total + i % 7\n';

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

const browser = await launch();
const server = await host();
try {
  await withPage(browser, server.address, async (page) => {
    const bench = new Bench(page);
    await bench.ready();
    await bench.type(PROGRAM);
    await bench.settled();
    const start = performance.now();
    await bench.at('#last').click();
    // The page says how far the engine has got; it is stopped somewhere behind the wanted length.
    await page.waitForFunction((wanted) => {
      const text = document.querySelector('.where')?.textContent ?? '';
      return Number(text.replace(/\D/g, '')) >= wanted;
    }, length, { timeout: 600_000, polling: 100 });
    const ran = performance.now() - start;
    await bench.at('#play').click();
    await bench.at('#play[data-state="play"]').waitFor();
    await bench.settled();
    const { length: reached } = await bench.where();
    console.log(`a run of ${reached.toLocaleString('en')} steps in ${(ran / 1000).toFixed(1)} s`);

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
    const memory = await page.evaluate(async () => (await performance.measureUserAgentSpecificMemory()).bytes);
    console.log(`memory of page and engine: ${(memory / 2 ** 20).toFixed(0)} MB`);
  });
} finally {
  await browser.close();
  await server.close();
}
