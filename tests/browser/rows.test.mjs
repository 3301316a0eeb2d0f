// The explorer wherever the page may stand: on one shared memory, in plain workers, in a frame without an origin, on the
// page's own thread; in Chromium and in Firefox. The answers are the same, to the last number.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { Bench } from './bench.mjs';
import { BROWSERS, host, launch, withPage } from './harness.mjs';

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

/** What is explored in each row. */
const PROGRAMS = {
  'the unsafe bank': read('static/lessons/unsafe_bank.py'),
  'a lost wake-up': read('tests/explore/bugs/notify_before_wait.py'),
  'its repaired twin': read('tests/explore/bugs/notify_before_wait_fixed.py'),
  // Long enough for others to join the search: thousands of states.
  'seven philosophers': read('tests/explore/promela/philosophers_looping.py').replace('N = 3', 'N = 7'),
};

const VERDICTS = ['counterexample', 'counterexample', 'proved', 'counterexample'];

/** The rows of the table of hosts, with so many workers; where there are none, the number of cores does not matter. */
const ROWS = {
  'an isolated page, one core': { headers: undefined, threaded: true, jobs: 1 },
  'an isolated page, two cores': { headers: undefined, threaded: true, jobs: 2 },
  'a page that is not isolated, one core': { headers: {}, jobs: 1 },
  'a page that is not isolated, two cores': { headers: {}, jobs: 2 },
  'a frame that may only run scripts, one core': { headers: undefined, frame: true, jobs: 1 },
  'a frame that may only run scripts, two cores': { headers: undefined, frame: true, jobs: 2 },
  'a page whose workers are refused': {
    headers: { 'Content-Security-Policy': "worker-src 'none'" }, alone: true, jobs: 2,
  },
};

// The programs arrive by link: whatever the browser, nothing is typed.
const links = new Map();

before(async () => {
  const browser = await launch();
  const server = await host();
  await withPage(browser, server.address, async (page) => {
    const bench = new Bench(page);
    await bench.ready();
    for (const text of Object.values(PROGRAMS)) {
      await bench.type(text);
      links.set(text, await bench.link());
    }
  });
  await browser.close();
  await server.close();
});

/** All that a search says, without what depends on the clock. */
async function explored(bench, text) {
  await bench.follow(links.get(text), text);
  await bench.explore();
  const table = await bench.at('#outcome-table tbody tr').evaluateAll((rows) => rows.map((row) => ({
    failure: row.dataset.failure,
    text: row.textContent,
    schedule: row.querySelector('[data-show]').title,
  })));
  return {
    verdict: await bench.at('#verdict').getAttribute('data-verdict'),
    complete: await bench.at('#verdict').getAttribute('data-complete'),
    states: await bench.at('#findings').getAttribute('data-states'),
    table,
    races: await bench.at('#races').allTextContents(),
  };
}

/** Serves the page as the row says, and has the body look at it with the list of what was asked of the server. */
async function standing({ headers, frame, alone, jobs }, browser, body) {
  const asked = [];
  const app = await host({ ...(headers && { headers }), heard: (path) => asked.push(path) });
  const course = `<!doctype html><title>Course</title><link rel="icon" href="data:,">
    <iframe title="Interloop" width="1400" height="860" sandbox="allow-scripts" src="${app.address}"></iframe>`;
  const outside = await host({ headers: {}, pages: { '/course.html': course } });
  // The browser says what it refuses; nothing else may go wrong.
  const options = { cores: jobs, ...(alone && { expected: /Content.Security.Policy|blocked/i }) };
  try {
    await withPage(browser, frame ? `${outside.address.replace('127.0.0.1', 'localhost')}course.html` : app.address, async (page) => {
      if (!frame) return body(new Bench(page), asked);
      await page.locator('iframe').waitFor();
      const inner = page.frames().find((one) => one !== page.mainFrame()) ?? await page.waitForEvent('frameattached');
      return body(new Bench(page, inner), asked);
    }, options);
  } finally {
    await app.close();
    await outside.close();
  }
}

// What the first row of the first browser answered: every other must answer the same.
let answered;

for (const name of Object.keys(BROWSERS)) {
  describe(`in ${name}`, () => {
    let browser;
    before(async () => { browser = await launch(name); });
    after(async () => { await browser?.close(); });

    for (const [row, what] of Object.entries(ROWS)) {
      test(`the explorer in ${row}`, () => standing(what, browser, async (bench, asked) => {
        await bench.ready();
        const answers = [];
        for (const text of Object.values(PROGRAMS)) answers.push(await explored(bench, text));
        assert.deepEqual(answers.map((answer) => answer.verdict), VERDICTS);
        answered ??= answers;
        assert.deepEqual(answers, answered);

        assert.equal(await bench.frame.evaluate('"interloopPort" in globalThis'), what.alone === true, 'the engine is on the page itself');
        const threaded = asked.some((path) => path.startsWith('/engine-threaded-'));
        assert.equal(threaded, what.threaded === true, 'only an isolated page asks for the threaded engine');
        assert.ok(asked.some((path) => /^\/image-.*\.bin$/.test(path)), 'the image is asked for');
        const jobs = Number(await bench.at('#findings').getAttribute('data-jobs'));
        assert.equal(jobs, what.alone ? 1 : what.jobs);
        const plain = asked.filter((path) => /^\/engine-plain-.*\.wasm$/.test(path)).length;
        const helped = what.jobs === 2 && !what.threaded && !what.alone;
        assert.equal(plain > 1, helped, `the plain engine was fetched ${plain} times`);
      }));
    }
  });
}
