// Measures how the page starts: until its engine is ready, until the first step of a program that imports much, and
// how much is downloaded.
//
//     make dist && node benches/start.mjs [ROUNDS=7] [FOLDER=dist]
//
// Cold is a browser that was just started, warm the same page loaded again in it; the server lets nothing be kept, so
// warm is the browser's own memory of the code. The engine's time is from the start of its worker to its first message,
// its WebAssembly's way from this machine and its compilation included. The step's time is from the press of the button
// to the position on the page.

import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { Bench } from '../tests/browser/bench.mjs';
import { dist, host, launch } from '../tests/browser/harness.mjs';

const rounds = Number(process.argv[2] ?? 7);
const folder = resolve(process.argv[3] ?? dist);
const PROGRAM = 'import threading, logging, dataclasses, typing, re\nprint(threading.active_count())\n';

/** In the page, before its scripts: notes how long its workers take to say something. */
function noteStarts() {
  const Plain = Worker;
  window.starts = [];
  window.Worker = class extends Plain {
    constructor(...given) {
      const start = performance.now();
      super(...given);
      this.addEventListener('message', () => window.starts.push(performance.now() - start), { once: true });
    }
  };
}

/** In the page: the first step, from the press of the button. */
function firstStep() {
  const where = document.getElementById('where');
  const start = performance.now();
  return new Promise((done) => {
    const observer = new MutationObserver(() => {
      if (!Number(where.dataset.position)) return;
      observer.disconnect();
      done(performance.now() - start);
    });
    observer.observe(where, { attributes: true, attributeFilter: ['data-position'] });
    document.getElementById('step').click();
  });
}

/** Of the page as it stands: its engine's start, and the first step of the program. */
async function look(page) {
  const bench = new Bench(page);
  await bench.ready();
  await bench.type(PROGRAM);
  await bench.settled();
  const [engine] = await page.evaluate('starts');
  return { engine, step: await page.evaluate(firstStep) };
}

function tell(name, all) {
  const row = (what) => {
    const sorted = all.map((one) => one[what]).sort((a, b) => a - b);
    return `${what} ${sorted[sorted.length >> 1].toFixed(0)} ms (best ${sorted[0].toFixed(0)})`;
  };
  console.log(`${name}: ${row('engine')}, ${row('step')}; median of ${all.length}`);
}

const below = (place) => readdirSync(place).flatMap((name) =>
  (statSync(join(place, name)).isDirectory() ? below(join(place, name)) : [join(place, name)]));

/** What a visit downloads with brotli, by kind; one of the two engines. */
function sizes() {
  const kinds = {};
  for (const file of below(folder)) {
    const name = file.slice(folder.length + 1);
    const asked = /^(app|editor|engine-plain|engine-loader|image|snippets|index|icon)|\.css$/.test(name);
    if (!asked || name.endsWith('package.json')) continue;
    const bytes = readFileSync(file);
    const packed = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_LGWIN]: 24 } }).length;
    const [part] = name.match(/^(app|editor|engine-plain|image)/) ?? ['rest'];
    const kind = `${part} ${name.endsWith('.css') ? 'css' : name.split('.').pop()}`;
    kinds[kind] = (kinds[kind] ?? 0) + Math.min(packed, bytes.length);
  }
  for (const [kind, size] of Object.entries(kinds)) console.log(`${kind.padEnd(20)} ${(size / 1000).toFixed(0)} kB`);
  console.log(`in all ${(Object.values(kinds).reduce((a, b) => a + b) / 1000).toFixed(0)} kB as brotli`);
}

const server = await host({ root: folder });
const seen = { cold: [], warm: [] };
for (let round = 0; round < rounds; round += 1) {
  const browser = await launch();
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await context.addInitScript(noteStarts);
  const page = await context.newPage();
  await page.goto(server.address);
  seen.cold.push(await look(page));
  await page.goto('about:blank');
  await page.goto(server.address);
  seen.warm.push(await look(page));
  await browser.close();
}
await server.close();
for (const [name, all] of Object.entries(seen)) tell(name, all);
sizes();
