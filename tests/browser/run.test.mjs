// A program is typed, run, stepped through in both directions, branched, and stopped.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Bench, DEADLOCK, ENDLESS, TWO_THREADS } from './bench.mjs';
import { open, withPage } from './harness.mjs';

const site = open();

const onBench = (body, options) => () => withPage(site.browser, site.server.address, async (page) => {
  const bench = new Bench(page);
  await bench.ready();
  await body(bench, page);
}, options);

test('the engine has loaded the image', onBench(async (bench, page) => {
  const used = await Promise.all(page.workers().map((worker) => worker.evaluate('globalThis.interloopImageUsed')));
  assert.deepEqual(used, [true]);
}));

test('without the image the engine makes its own, and says so', () => withPage(site.browser, 'about:blank', async (page) => {
  const said = [];
  page.on('console', (message) => message.type() === 'warning' && said.push(message.text()));
  await page.context().route(/\/image-.*\.bin$/, (route) => route.fulfill({ body: 'not an image' }));
  await page.goto(site.server.address);
  const bench = new Bench(page);
  await bench.ready();
  await bench.type('print(6 * 7)\n');
  await bench.runToEnd();
  assert.equal(await bench.output(), '42\n');
  assert.match(said.join('\n'), /^Interloop makes its heap image itself, which takes longer: /);
}));

test('a typed program runs to its end', onBench(async (bench) => {
  await bench.type('for i in range(3):\n    print("line", i)\n');
  await bench.runToEnd();
  assert.equal(await bench.output(), 'line 0\nline 1\nline 2\n');
  assert.equal(await bench.at('#ending').getAttribute('data-kind'), 'exit');
}));

test('an uncaught exception ends the run with its traceback', onBench(async (bench) => {
  await bench.type('def f():\n    return 1 / 0\n\nf()\n');
  await bench.runToEnd();
  assert.match(await bench.output(), /Traceback \(most recent call last\):[\s\S]*ZeroDivisionError: division by zero/);
  assert.equal(await bench.at('#ending').getAttribute('data-kind'), 'exception');
}));

test('a syntax error is shown with its line', onBench(async (bench) => {
  await bench.type('x = 1\nif x\n    print(x)\n');
  await bench.at('#step').click();
  const row = bench.at('#diagnostics li').first();
  await row.waitFor();
  assert.match(await row.textContent(), /Line 2.*expected ':'/);
}));

test('each step back shows what the page showed there before', onBench(async (bench) => {
  await bench.type(TWO_THREADS);
  await bench.move('step');
  const forwards = [];
  for (let step = 0; step < 40; step += 1) {
    forwards.push([await bench.position(), await bench.said()]);
    await bench.move('step');
  }
  for (const [position, said] of forwards.reverse()) {
    await bench.move('back');
    assert.equal(await bench.position(), position);
    assert.deepEqual(await bench.said(), said, `at step ${position}`);
  }
}));

test('the slider goes anywhere in the run', onBench(async (bench) => {
  await bench.type(TWO_THREADS);
  await bench.runToEnd();
  const { length } = await bench.where();
  for (const wanted of [Math.floor(length / 2), 0, length]) {
    await bench.at('#slider').fill(String(wanted));
    await bench.until((where) => where.position === wanted, `step ${wanted}`);
  }
  assert.equal(await bench.output(), 'first\nsecond\ndone\n');
}));

test('another choice starts a branch, and the old one stays', onBench(async (bench) => {
  await bench.type(TWO_THREADS);
  await bench.runToEnd();
  await bench.press('first');
  await bench.toChoice();
  const at = await bench.position();
  await bench.at('#next button[data-taken="false"]').first().click();
  await bench.until((where) => where.position === at + 1, 'the step after the choice');
  await bench.runToEnd();
  assert.equal(await bench.at('#branches [data-branch]').count(), 2);
  const printed = await bench.output();
  assert.deepEqual(printed.split('\n').slice(0, 2).sort(), ['first', 'second']);

  await bench.at('#branches [data-branch][aria-pressed="false"]').click();
  await bench.settled();
  await bench.runToEnd();
  assert.equal(await bench.output(), 'first\nsecond\ndone\n');
}));

test('a deadlock is lit and told', onBench(async (bench) => {
  await bench.type(DEADLOCK);
  await bench.runToEnd();
  assert.equal(await bench.at('#ending').getAttribute('data-kind'), 'deadlock');
  assert.equal(await bench.at('#stage').getAttribute('data-deadlock'), 'true');
  const sentences = await bench.at('#deadlock li').allTextContents();
  assert.ok(sentences.length >= 2, `who waits for whom is told: ${sentences}`);
  await bench.move('back');
  assert.equal(await bench.at('#stage').getAttribute('data-deadlock'), 'false');
}));

test('an endless loop leaves the page at work, and Stop stops it', onBench(async (bench, page) => {
  await bench.type(ENDLESS);
  await bench.settled();
  await bench.at('#last').click();
  await bench.at('#play[data-state="stop"]').waitFor();
  const frames = await page.evaluate(() => new Promise((done) => {
    const end = performance.now() + 1000;
    let count = 0;
    const next = () => (performance.now() < end ? requestAnimationFrame(() => next((count += 1))) : done(count));
    next();
  }));
  assert.ok(frames >= 10, `${frames} frames in a second while the program loops`);
  await bench.at('#play').click();
  await bench.at('#play[data-state="play"]').waitFor();
  await bench.settled();
  assert.ok((await bench.position()) > 1000);
  await bench.move('back');
}));

test('every lesson opens and runs', onBench(async (bench) => {
  const lessons = await bench.at('#lesson option').evaluateAll((all) => all.map((option) => option.value).filter((id) => /^\w+$/.test(id)));
  assert.ok(lessons.length >= 6, `${lessons.length} lessons`);
  for (const id of lessons) {
    // Choosing the lesson that is shown would load it anew, which nothing on the page tells from before.
    if ((await bench.at('#lesson').inputValue()) !== id) await bench.at('#lesson').selectOption(id);
    await bench.at('.code-pane h2', { hasText: `${id}.py` }).waitFor();
    await bench.until((where) => !where.edited && where.position !== null, `lesson ${id}`);
    await bench.runToEnd();
    assert.notEqual(await bench.at('#ending').getAttribute('data-kind'), 'open', id);
  }
}));
