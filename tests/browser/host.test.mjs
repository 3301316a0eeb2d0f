// The page on other people's hosts: without headers, below a path, in a frame, in a sandboxed frame.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Bench } from './bench.mjs';
import { host, launch, withPage } from './harness.mjs';

let browser;
before(async () => { browser = await launch(); });
after(async () => { await browser?.close(); });

async function withHost(options, body) {
  const server = await host(options);
  try {
    await body(server);
  } finally {
    await server.close();
  }
}

async function runsHere(bench) {
  await bench.ready();
  await bench.type('print(6 * 7)\n');
  await bench.runToEnd();
  assert.equal(await bench.output(), '42\n');
}

test('with the five headers the page is isolated, and runs', () => withHost({}, (server) =>
  withPage(browser, server.address, async (page) => {
    await runsHere(new Bench(page));
    assert.equal(await page.evaluate('crossOriginIsolated'), true);
  })));

test('without headers, deep below a path, it runs too', () => withHost({ headers: {}, prefix: '/courses/week 3/' }, (server) =>
  withPage(browser, server.address, async (page) => {
    await runsHere(new Bench(page));
    assert.equal(await page.evaluate('crossOriginIsolated'), false);
  })));

// The course page is of another origin than the page in its frame.
for (const [name, attributes] of [
  ['a plain course page', ''],
  ['a frame that may only run scripts', 'sandbox="allow-scripts"'],
]) {
  test(`in ${name} the compact layout runs`, () => withHost({}, (app) => {
    const course = `<!doctype html><title>Course</title><link rel="icon" href="data:,"><h1>Week 3</h1>
      <iframe title="Interloop" width="760" height="460" ${attributes} src="${app.address}?embed#lesson=hello_threads"></iframe>`;
    return withHost({ headers: {}, pages: { '/course.html': course } }, (server) =>
      withPage(browser, `${server.address.replace('127.0.0.1', 'localhost')}course.html`, async (page) => {
        await page.locator('iframe').waitFor();
        const frame = page.frames().find((one) => one !== page.mainFrame()) ?? await page.waitForEvent('frameattached');
        await frame.locator('#embed').waitFor();
        const bench = new Bench(page, frame);
        await bench.settled();
        await bench.until((where) => where.position !== null, 'the lesson');
        await bench.move('step');
        await bench.move('step');
        await bench.move('back');
        assert.ok((await bench.at('#now').textContent()).trim().length > 0, 'the step is told');
        assert.equal(await bench.at('#last').count(), 0, 'the compact layout has few buttons');
      }));
  }));
}
