// Takes screenshots of the built page: three sizes, two themes, lessons at their ends, a run in its middle, the frame
// for other pages. `static/screenshots` has some of them.
//
//     node tests/browser/shots.mjs [FOLDER]

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Bench, DEADLOCK } from './bench.mjs';
import { host, launch, withPage } from './harness.mjs';

const folder = process.argv[2] ?? join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, 'shots');
const SIZES = { 1440: 900, 1024: 768, 390: 844 };
const LESSONS = ['bank_deadlock', 'unsafe_bank', 'threadbots'];

mkdirSync(folder, { recursive: true });
const browser = await launch();
const server = await host();
try {
  for (const [width, height] of Object.entries(SIZES)) {
    for (const colorScheme of ['light', 'dark']) {
      const options = { viewport: { width: Number(width), height }, colorScheme, reducedMotion: 'reduce' };
      await withPage(browser, server.address, async (page) => {
        const bench = new Bench(page);
        if (width === '390') await page.locator('#region-code').check({ force: true });
        await bench.ready();
        const shot = (name) => page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`) });
        await bench.type(DEADLOCK);
        await bench.runToEnd();
        await shot('deadlock');
        const { length } = await bench.where();
        await bench.at('#slider').fill(String(Math.floor(length / 2)));
        await bench.until((where) => where.position === Math.floor(length / 2));
        await shot('middle');
        if (width === '390') {
          for (const region of ['stage', 'story', 'outcomes']) {
            await page.locator(`#region-${region}`).check({ force: true });
            await shot(`phone-${region}`);
          }
        }
      }, options);
      for (const lesson of LESSONS) {
        await withPage(browser, `${server.address}#lesson=${lesson}`, async (page) => {
          const bench = new Bench(page);
          if (width === '390') await page.locator('#region-stage').check({ force: true });
          await bench.settled();
          await bench.runToEnd();
          await page.screenshot({ path: join(folder, `lesson-${lesson}-${width}-${colorScheme}.png`) });
        }, options);
      }
      await withPage(browser, `${server.address}#lesson=bank_deadlock`, async (page) => {
        const bench = new Bench(page);
        await bench.settled();
        await bench.until((where) => where.position !== null);
        await page.keyboard.press('x');
        await bench.at('#findings[data-stage="over"]').waitFor();
        await page.screenshot({ path: join(folder, `explored-${width}-${colorScheme}.png`) });
      }, options);
      await withPage(browser, `${server.address}?embed#lesson=bank_deadlock`, async (page) => {
        const bench = new Bench(page);
        await bench.settled();
        await bench.until((where) => where.position !== null);
        await page.keyboard.press('End');
        await bench.until((where) => where.end);
        await bench.settled();
        await page.screenshot({ path: join(folder, `embed-${width}-${colorScheme}.png`) });
      }, { ...options, viewport: { width: Math.min(Number(width), 720), height: 420 } });
    }
  }
} finally {
  await browser.close();
  await server.close();
}
console.log(`The pictures are in ${folder}.`);
