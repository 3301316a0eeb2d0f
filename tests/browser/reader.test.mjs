// Readers without a mouse, and readers on a phone.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Bench, TWO_THREADS } from './bench.mjs';
import { open, withPage } from './harness.mjs';

const site = open();

test('the keyboard alone is enough', () => withPage(site.browser, site.server.address, async (page) => {
  const bench = new Bench(page);
  const keys = page.keyboard;
  await bench.ready();
  await page.evaluate(() => document.activeElement?.blur());

  await keys.press('?');
  await page.locator('#dialog-keys').waitFor();
  assert.ok((await page.locator('#dialog-keys kbd').count()) > 15, 'the list has every key');
  await keys.press('Escape');
  await page.locator('#dialog-keys').waitFor({ state: 'detached' });

  await keys.press('e');
  await page.locator('.cm-content:focus').waitFor();
  await keys.press('ControlOrMeta+a');
  await keys.insertText(TWO_THREADS);
  await keys.press('Escape');
  await keys.press('Tab');
  await page.waitForFunction(() => !document.activeElement?.closest('.cm-editor'));
  // Out of the editor, into no other field: its keys are the page's again.
  await page.evaluate(() => document.activeElement?.blur());

  await keys.press('ArrowRight');
  const first = await bench.until((where) => where.position !== null && where.position > 0, 'the first step');
  await bench.settled();
  await keys.press('ArrowRight');
  await bench.until((where) => where.position > first.position, 'the second step');
  await bench.settled();
  await keys.press('ArrowLeft');
  await bench.until((where) => where.position === first.position, 'the first step again');
  await bench.settled();
  await keys.press('End');
  await bench.until((where) => where.end, 'the end');
  await bench.settled();
  assert.equal(await bench.output(), 'first\nsecond\ndone\n');
  await keys.press('Home');
  await bench.until((where) => where.position === 0, 'the start');
  await bench.settled();
  for (let tries = 0; tries < 400 && Number(await page.locator('#next').getAttribute('data-choices')) < 2; tries += 1) {
    const { position } = await bench.where();
    await keys.press('ArrowRight');
    await bench.until((where) => where.position > position, 'the next step');
    await bench.settled();
  }
  const taken = await page.locator('#next button').evaluateAll((all) => all.findIndex((button) => button.dataset.taken === 'false'));
  await keys.press(String(taken + 1));
  await page.waitForFunction(() => document.querySelectorAll('#branches [data-branch]').length === 2);
}));

test('every control can be reached with Tab, and shows it', () => withPage(site.browser, site.server.address, async (page) => {
  const bench = new Bench(page);
  await bench.ready();
  await bench.move('step');
  await page.evaluate(() => document.activeElement?.blur());
  const reached = new Set();
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      if (element?.closest('.cm-editor')) return 'editor';
      const style = getComputedStyle(element);
      return { id: element.id, shown: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 };
    });
    if (focused === 'editor') {
      await page.keyboard.press('Escape');
      continue;
    }
    if (focused.id) {
      reached.add(focused.id);
      assert.ok(focused.shown, `#${focused.id} shows that it has the focus`);
    }
  }
  for (const id of ['lesson', 'share', 'theme', 'help', 'step', 'play', 'line', 'switch', 'last', 'slider', 'speed', 'output']) {
    assert.ok(reached.has(id), `#${id} was reached`);
  }
}));

test('on a phone one region is shown at a time, and fits', () => withPage(site.browser, site.server.address, async (page) => {
  const bench = new Bench(page);
  await page.locator('[data-phase="ready"]').waitFor({ state: 'attached' });
  await bench.settled();
  for (const region of ['stage', 'story', 'outcomes', 'code']) {
    await page.locator(`#region-${region}`).check({ force: true });
    await page.locator(`#bench[data-region="${region}"]`).waitFor();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(wide <= 0, `region ${region} is ${wide} px wider than the screen`);
  }
  await bench.move('step');
  await bench.move('step');
  await bench.move('back');
  for (const id of ['step', 'back', 'play']) {
    const box = await page.locator(`#${id}`).boundingBox();
    assert.ok(box.width >= 44 && box.height >= 44, `#${id} is ${box.width} by ${box.height} px; a finger needs 44`);
  }
}, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 }));

test('the theme follows the system, and the button turns it', () => withPage(site.browser, site.server.address, async (page) => {
  const bench = new Bench(page);
  await bench.ready();
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const dark = await paper();
  await page.locator('#theme').click();
  await page.waitForFunction((before) => getComputedStyle(document.body).backgroundColor !== before, dark);
}, { colorScheme: 'dark' }));
