// Every schedule, explored in the page: a lost update is found and shown, an order of locks is proved, a search that is
// too long is stopped.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Bench, LARGE } from './bench.mjs';
import { open, withPage } from './harness.mjs';

const site = open();

const onLesson = (lesson, body, options) => () => withPage(site.browser, `${site.server.address}#lesson=${lesson}`, async (page) => {
  const bench = new Bench(page);
  await bench.ready();
  await bench.until((where) => where.position !== null, 'the program');
  await body(bench, page);
}, options);

test('the lost update of the unsafe bank is found, shown, and kept in the link', onLesson('unsafe_bank', async (bench, page) => {
  await bench.runToEnd();
  await bench.press('first');
  assert.ok(await bench.at('#explore[data-does="begin"]').isVisible());
  await bench.explore();
  assert.equal(await bench.at('#verdict').getAttribute('data-verdict'), 'counterexample');
  assert.equal(await bench.at('#outcome-table tbody tr').count(), 3);
  assert.match(await bench.at('#races').textContent(), /shop\.balance/);
  assert.equal(await bench.position(), 0, 'the run shown has not moved');

  const lost = bench.at('#outcome-table tr', { hasText: '50 are lost' });
  await lost.locator('[data-show]').focus();
  await page.keyboard.press('Enter');
  await bench.until((where) => where.end, 'the end of the run that loses money');
  await bench.settled();
  assert.match(await bench.output(), /150 of 200\n50 are lost\n$/);
  assert.equal(await bench.at('#branches [data-branch]').count(), 2);
  assert.match(await bench.at('#search-said').textContent(), /Shown is way \d of 3/);
  const said = await bench.said();
  await bench.move('back');
  await bench.move('step');
  assert.deepEqual(await bench.said(), said);

  await bench.press('share');
  const link = await bench.at('#share-link').inputValue();
  await bench.at('#dialog-close').click();
  await page.goto('about:blank');
  await page.goto(link);
  await bench.ready();
  await bench.until((where) => where.end, 'the end of the run that loses money, from its link');
  assert.match(await bench.output(), /50 are lost\n$/);
  await page.reload();
  await bench.ready();
  await bench.until((where) => where.end, 'the same after another load');
  assert.deepEqual(await bench.said(), said);
}));

test('locks in order are proved', onLesson('bank_ordered_locks', async (bench) => {
  await bench.explore();
  assert.equal(await bench.at('#verdict').getAttribute('data-verdict'), 'proved');
  assert.match(await bench.at('#search-said').textContent(), /^Proved: every schedule ends alike\./);
  assert.equal(await bench.at('#explore').getAttribute('data-does'), 'done');
}));

test('the deadlock is found, and its run ends in it', onLesson('bank_deadlock', async (bench) => {
  await bench.explore();
  await bench.at('#outcome-table tr[data-kind="Deadlock"] [data-show]').click();
  await bench.until((where) => where.end, 'the deadlock');
  await bench.settled();
  assert.equal(await bench.at('#ending').getAttribute('data-kind'), 'deadlock');
  assert.equal(await bench.at('#stage').getAttribute('data-deadlock'), 'true');
}));

test('a search that is too long is stopped, keeps what it knows, and goes on', onLesson('unsafe_bank', async (bench, page) => {
  await page.locator('#python input[value="3.9"]').check({ force: true });
  await bench.type(LARGE);
  await bench.settled();
  await page.locator('#explore').click();
  await bench.at('#search-progress').waitFor();
  const states = async () => Number(await bench.at('#findings').getAttribute('data-states'));
  const reach = async (least) => {
    for (let tries = 0; (await states()) < least; tries += 1) {
      assert.ok(tries < 400, `${await states()} states after ${tries / 20} s`);
      await page.waitForTimeout(50);
    }
  };
  await reach(3_000);
  // The reader steps meanwhile.
  const { position } = await bench.where();
  await bench.at('#step').click();
  await bench.until((where) => where.position === position + 1, 'a step beside the search');
  const pressed = Date.now();
  await bench.at('#search-act').click();
  await bench.at('#findings[data-stage="over"]').waitFor();
  assert.ok(Date.now() - pressed < 3_000, `it stopped after ${Date.now() - pressed} ms`);
  assert.match(await bench.at('#findings').textContent(), /so far|stopped/);
  const known = await states();
  await bench.at('#search-act').click();
  await reach(known + 500);
  await page.keyboard.press('Escape');
  await bench.at('#findings[data-stage="over"]').waitFor();
}));

test('an edit makes the result stale, and a wrong program is not searched', onLesson('unsafe_bank', async (bench, page) => {
  await bench.explore();
  await page.locator('#python input[value="3.14t"]').check({ force: true });
  assert.match(await bench.at('#stale').textContent(), /for Python 3\.14\b/);
  await page.locator('#python input[value="3.14"]').check({ force: true });
  await bench.at('#stale').waitFor({ state: 'detached' });
  await bench.type('x = 1\nif x\n    print(x)\n');
  await bench.at('#stale').waitFor();
  assert.match(await bench.at('#stale').textContent(), /for an earlier text/);
  assert.ok(await bench.at('[data-show]').first().isDisabled());
  await page.locator('#explore').click();
  await bench.at('#search-problem', { hasText: 'line 2' }).waitFor();
  assert.equal(await bench.at('#outcome-table tbody tr').count(), 3);
}));

test('on a phone the outcomes are a region with a button of their own', () => withPage(site.browser, `${site.server.address}#lesson=unsafe_bank`, async (page) => {
  const bench = new Bench(page);
  await bench.settled();
  await bench.until((where) => where.position !== null, 'the program');
  await page.locator('#region-outcomes').check({ force: true });
  const button = page.locator('#explore-here');
  const box = await button.boundingBox();
  assert.ok(box.height >= 44, `the button is ${box.height} px high`);
  await button.click();
  await bench.at('#findings[data-stage="over"]').waitFor();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(wide <= 0, `the outcomes are ${wide} px wider than the screen`);
  await bench.at('[data-show]').last().click();
  await bench.until((where) => where.end, 'the end of the run shown');
}, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 }));
