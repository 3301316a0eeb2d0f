// One tree of time: branches made by stepping and ways to end from the explorer, where they part, and what is forgotten.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Bench } from './bench.mjs';
import { open, withPage } from './harness.mjs';

const site = open();

for (const [width, height] of [[1440, 900], [390, 844]]) {
  test(`stepping and exploring make one tree, ${width} wide`, () => withPage(site.browser, `${site.server.address}#lesson=bank_deadlock`, async (page) => {
    const bench = new Bench(page);
    const show = (region) => width === 390 && page.locator(`#region-${region}`).check({ force: true });
    await bench.ready().catch(() => {});
    await show('stage');
    await bench.settled();
    await bench.until((where) => where.position !== null, 'the program');
    await bench.runToEnd();
    await page.evaluate(() => document.activeElement?.blur());
    await page.keyboard.press('Home');
    await bench.until((where) => where.position === 0, 'the start');
    await bench.settled();
    await bench.toChoice();
    const { position } = await bench.where();
    await bench.at('#next button[data-taken="false"]').first().click();
    await bench.settled();
    await show('outcomes');
    const rows = bench.at('#branches [data-branch]');
    assert.equal(await rows.count(), 2);
    assert.equal(await bench.at('[data-branch="1"]').getAttribute('data-parts'), String(position), 'it parts at the choice');

    // The explorer's way to the deadlock is a row of the same tree.
    await page.evaluate(() => document.activeElement?.blur());
    await page.keyboard.press('x');
    await bench.at('#findings[data-stage="over"]').waitFor({ state: 'attached' });
    await show('outcomes');
    await bench.at('#outcome-table tr[data-kind="deadlock"] [data-show], #outcome-table tr[data-failure="true"] [data-show]').first().click();
    await bench.settled();
    await show('outcomes');
    assert.equal(await rows.count(), 3);
    const shown = bench.at('#branches [aria-pressed="true"]');
    assert.match(await shown.getAttribute('aria-label'), /^Run 3: explored: deadlock\. Parts from run \d after step \d+\. deadlock/i);

    // By click and by key.
    await bench.at('[data-branch="0"]').click();
    await bench.at('[data-branch="0"][aria-pressed="true"]').waitFor();
    await bench.settled();
    await page.evaluate(() => document.activeElement?.blur());
    await page.keyboard.press('Shift+B');
    await bench.at('[data-branch="2"][aria-pressed="true"]').waitFor();
    await bench.settled();

    // The one shown is forgotten: that from which it parts is shown, and the others stay.
    await bench.at('[data-forget="2"]').click();
    await bench.at('[data-branch="2"]').waitFor({ state: 'detached' });
    await bench.settled();
    assert.deepEqual(await rows.evaluateAll((all) => all.map((row) => row.dataset.branch).sort()), ['0', '1']);
    assert.equal(await shown.count(), 1);
  }, { viewport: { width, height }, reducedMotion: 'reduce' }));
}
