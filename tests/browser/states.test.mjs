// The states of the unsafe bank as a picture: a dot that is clicked, or chosen with the keyboard, is where the page stands.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Bench } from './bench.mjs';
import { open, withPage } from './harness.mjs';

const site = open();

for (const [width, height] of [[1440, 900], [390, 844]]) {
  test(`a state that is chosen is where the page stands, ${width} wide`, () => withPage(site.browser, `${site.server.address}#lesson=unsafe_bank`, async (page) => {
    const bench = new Bench(page);
    if (width === 390) await page.locator('#region-stage').check({ force: true });
    await bench.settled();
    await bench.until((where) => where.position !== null, 'the program');
    await page.keyboard.press('x');
    await bench.at('#findings[data-stage="over"]').waitFor({ state: 'attached' });
    if (width === 390) await page.locator('#region-stage').check({ force: true });
    await bench.press('tab-states');
    await bench.at('#states').waitFor();
    const dots = await bench.at('#states [data-state]').count();
    assert.equal(String(dots), await bench.at('#states').getAttribute('data-states'), 'each state is a dot');

    const last = bench.at('#states [data-state]').last();
    const state = await last.getAttribute('data-state');
    await last.click();
    await bench.at(`#states[data-present="${state}"]`).waitFor();
    const { position } = await bench.where();
    assert.ok(position > 0, 'the run has come to the state');

    await bench.at('.states-scroll').focus();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await bench.until((where) => where.position < position, 'a state before');
    assert.match(await bench.at('#state-words').textContent(), /^State \d+/);
  }, { viewport: { width, height }, reducedMotion: 'reduce' }));
}
