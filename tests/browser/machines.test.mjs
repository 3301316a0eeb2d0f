// The machines of the threads beside the code: what they show, and that a place that is chosen is where a thread stands.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Bench } from './bench.mjs';
import { open, withPage } from './harness.mjs';

const site = open();

/** Ten threads with the same code that take one lock each. */
const TEN = `import threading

locks = [threading.Lock() for _ in range(2)]

def work(own):
    with own:
        pass

threads = [threading.Thread(target=work, args=(locks[i % 2],)) for i in range(10)]
for thread in threads[:3]:
    thread.start()
`;

for (const [width, height] of [[1440, 900], [390, 844]]) {
  test(`a place that is chosen is where a thread stands, ${width} wide`, () => withPage(site.browser, `${site.server.address}#lesson=bank_deadlock`, async (page) => {
    const bench = new Bench(page);
    const show = (region) => width === 390 && page.locator(`#region-${region}`).check({ force: true });
    await show('code');
    await bench.ready();
    await bench.until((where) => where.position !== null, 'the program');
    assert.equal(await bench.at('.rail').count(), 0, 'nothing is known before every schedule was explored');
    await page.evaluate(() => document.activeElement?.blur());
    await page.keyboard.press('x');
    await bench.at('#findings[data-stage="over"]').waitFor({ state: 'attached' });
    await show('code');
    await bench.at('.rail .stand').first().waitFor({ state: 'attached' });
    await bench.settled();
    // Four places of main, and eight that both tellers share.
    assert.equal(await bench.at('.rail .machine').count(), 2);
    assert.equal(await bench.at('.rail .stand').count(), 12);
    assert.match(await bench.at('#rail-words').textContent(), /all 149 states/);
    assert.equal(await bench.at('.rail .stand[data-here*="M"]').count(), 1, 'main stands somewhere');

    // The place in line 19 where a teller wants the second lock.
    const wants = bench.at('.rail [data-stand="1 4"]');
    await wants.scrollIntoViewIfNeeded();
    // The machines are drawn again while the button is down, and the place is chosen all the same.
    const { x, y, width: wide, height: tall } = await wants.locator('.hit').boundingBox();
    await page.mouse.move(x + wide / 2, y + tall / 2);
    await page.mouse.down();
    await page.keyboard.press('ArrowUp');
    await bench.at('.rail .stand.aim:not([data-stand="1 4"])').waitFor({ state: 'attached' });
    await page.mouse.up();
    await bench.at('.rail [data-stand="1 4"][data-here]').waitFor({ state: 'attached' });
    await bench.settled();
    const { position } = await bench.where();
    assert.ok(position > 0);
    assert.match(await bench.at('#rail-words').textContent(), /Line 19: 32 times, 12 of them waiting/);

    // By the keyboard: up to line 18, and there.
    await bench.at('.rail').focus();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await bench.at('.rail [data-stand="1 3"][data-here]').waitFor({ state: 'attached' });
    await bench.until((where) => where.position !== position, 'another state');

    await bench.press('machines');
    await bench.at('.rail').waitFor({ state: 'detached' });
    await bench.press('machines');
    await bench.at('.rail .stand').first().waitFor({ state: 'attached' });
  }, { viewport: { width, height }, reducedMotion: 'reduce' }));
}

test('threads with the same code share a machine, and an edit puts it away', () => withPage(site.browser, site.server.address, async (page) => {
  const bench = new Bench(page);
  await bench.ready();
  await bench.type(TEN);
  await bench.explore();
  await bench.at('.rail .stand').first().waitFor({ state: 'attached' });
  await bench.settled();
  const marks = await bench.at('.rail-heads span').allTextContents();
  assert.equal(marks.length, 2, 'main and the workers');
  await bench.type(`${TEN}\n`);
  await bench.at('.rail').waitFor({ state: 'detached' });
}));
