// The link carries program, interpreter, schedule and position; a damaged one says so.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Bench, TWO_THREADS } from './bench.mjs';
import { open, watch, withPage } from './harness.mjs';

const site = open();

/** Opens the share dialog and returns the link in it. */
async function shared(bench) {
  await bench.press('share');
  const link = await bench.at('#share-link').inputValue();
  await bench.at('#dialog-close').click();
  return link;
}

test('a link restores a branch at its step, in another tab', () => withPage(site.browser, site.server.address, async (page) => {
  const bench = new Bench(page);
  await bench.ready();
  await page.locator('#python input[value="3.14t"]').check({ force: true });
  await bench.type(TWO_THREADS);
  await bench.move('step');
  await bench.toChoice();
  await bench.at('#next button[data-taken="false"]').first().click();
  await bench.settled();
  await bench.move('step');
  const [position, said, link] = [await bench.position(), await bench.said(), await shared(bench)];
  assert.match(link, /#v=1&z=/);

  const tab = await page.context().newPage();
  const watched = watch(tab);
  await tab.goto(link);
  const other = new Bench(tab);
  await other.ready();
  await other.until((where) => where.position === position, `step ${position}`);
  assert.deepEqual(await other.said(), said);
  assert.ok(await tab.locator('#python input[value="3.14t"]').isChecked());
  await other.move('step');
  await other.move('back');
  assert.deepEqual(await other.said(), said);

  await tab.reload();
  await other.ready();
  assert.equal((await other.program()).trimEnd(), TWO_THREADS.trimEnd());
  await watched.close();
}));

test('opening a link runs nothing beyond its step', () => withPage(site.browser, site.server.address, async (page) => {
  const bench = new Bench(page);
  await bench.ready();
  await bench.type('print("ran")\n');
  const link = await shared(bench);
  const tab = await page.context().newPage();
  const watched = watch(tab);
  await tab.goto(link);
  const other = new Bench(tab);
  await other.ready();
  await tab.waitForTimeout(500);
  assert.equal((await other.where()).position ?? 0, 0);
  assert.equal(await other.output(), '');
  await watched.close();
}));

for (const [what, damage] of [
  ['cut off', (link) => link.slice(0, -20)],
  ['with a foreign character', (link) => `${link.slice(0, -5)}%${link.slice(-5)}`],
  ['of another version', (link) => link.replace('v=1', 'v=99')],
]) {
  test(`a link ${what} is refused with a reason, and the program stays`, () => withPage(site.browser, site.server.address, async (page) => {
    const bench = new Bench(page);
    await bench.ready();
    await bench.type('print("shared")\n');
    const link = await shared(bench);
    await bench.type('print("mine")\n');
    await bench.settled();
    // In the open tab first, then as somebody who follows it.
    await page.evaluate((address) => { location.hash = new URL(address).hash; }, damage(link));
    const notice = page.locator('#notice[data-wrong="true"]');
    await notice.waitFor();
    assert.ok((await notice.locator('p').textContent()).length > 20);
    assert.equal((await bench.program()).trimEnd(), 'print("mine")');

    await page.goto('about:blank');
    await page.goto(damage(link));
    await bench.ready();
    await notice.waitFor();
    assert.equal((await bench.program()).trimEnd(), 'print("mine")');
  }));
}
