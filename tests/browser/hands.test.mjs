// A worker or a thread of a search that dies is heard: the search says so, and the page stays usable.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { Bench } from './bench.mjs';
import { host, launch, withPage } from './harness.mjs';

const source = new URL('../explore/promela/philosophers_looping.py', import.meta.url);
const text = readFileSync(source, 'utf8').replace('N = 3', 'N = 7');

let browser;
before(async () => { browser = await launch(); });
after(async () => { await browser?.close(); });

/** A page on a machine of two cores, with a program whose search is shared out. */
async function searching(headers, expected, body) {
  const server = await host({ ...(headers && { headers }) });
  try {
    await withPage(browser, server.address, async (page) => {
      const bench = new Bench(page);
      await bench.ready();
      await bench.type(text);
      await bench.settled();
      await body(bench, page);
    }, { cores: 2, expected });
  } finally {
    await server.close();
  }
}

test('a worker that dies is heard, and the search begins again alone', () => searching({}, /it is gone/, async (bench, page) => {
  const born = page.waitForEvent('worker', (worker) => worker.url().includes('&mate'));
  await bench.at('#explore').click();
  const mate = await born;
  await mate.evaluate(() => { setTimeout(() => { throw new Error('it is gone'); }); });
  await bench.at('#findings[data-stage="over"]').waitFor();
  assert.equal(await bench.at('#findings').getAttribute('data-jobs'), '1');
  assert.equal(await bench.at('#verdict').getAttribute('data-verdict'), 'counterexample');
  await bench.at('text=1 core, since a worker has failed').first().waitFor();
  assert.equal(page.workers().length, 1, 'only the engine is left');
  await bench.move('step');
}));

test('workers are ended with their search', () => searching({}, undefined, async (bench, page) => {
  const born = page.waitForEvent('worker', (worker) => worker.url().includes('&mate'));
  await bench.explore();
  await born;
  assert.equal(await bench.at('#findings').getAttribute('data-jobs'), '2');
  assert.equal(page.workers().length, 1, 'only the engine is left');
}));

test('a thread that dies is heard, and another engine takes over', () => searching(undefined, undefined, async (bench, page) => {
  // The page has one worker, which starts the threads: each of these fails a moment later.
  await page.workers()[0].evaluate(() => {
    self.Worker = class extends self.Worker {
      constructor(...given) {
        super(...given);
        setTimeout(() => this.dispatchEvent(new ErrorEvent('error', { message: 'it is gone' })), 500);
      }
    };
  });
  await bench.at('#explore').click();
  await bench.at('[data-phase="broken"]').waitFor();
  await bench.at('text=The engine stopped working: it is gone').first().waitFor();
  await bench.at('button', { hasText: 'engine' }).first().click();
  await bench.settled();
  await bench.move('step');
}));
