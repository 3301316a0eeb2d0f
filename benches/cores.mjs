// Measures a search in the page with one worker and with several, in pairs: threads on one memory in an isolated page,
// further workers in one that is not.
//
//     make dist && node benches/cores.mjs [PHILOSOPHERS=9] [CORES=2] [PAIRS=1] [ROW=all]
//
// Time is what the page says that the search took; the page is told how many cores there are.

import { readFileSync } from 'node:fs';
import { Bench } from '../tests/browser/bench.mjs';
import { host, launch, withPage } from '../tests/browser/harness.mjs';

const [philosophers = '9', cores = '2', pairs = '1', wanted = 'all'] = process.argv.slice(2);
const source = new URL('../tests/explore/promela/philosophers_looping.py', import.meta.url);
const text = readFileSync(source, 'utf8').replace('N = 3', `N = ${philosophers}`);

/** Seconds and states of one search. */
async function search(browser, headers, jobs) {
  const server = await host({ ...(headers && { headers }) });
  const found = {};
  await withPage(browser, server.address, async (page) => {
    page.setDefaultTimeout(1_200_000);
    const bench = new Bench(page);
    await bench.ready();
    await bench.type(text);
    await bench.explore();
    Object.assign(found, await bench.at('#findings').evaluate((element) => ({ ...element.dataset })));
  }, { cores: jobs });
  await server.close();
  return { seconds: Number(found.ms) / 1000, states: Number(found.states), jobs: Number(found.jobs) };
}

const browser = await launch();
for (const [row, headers] of Object.entries({ threads: undefined, workers: {} })) {
  for (let pair = 0; pair < Number(pairs) && [row, 'all'].includes(wanted); pair += 1) {
    const one = await search(browser, headers, 1);
    const many = await search(browser, headers, Number(cores));
    const times = `${one.seconds.toFixed(1)} s alone, ${many.seconds.toFixed(1)} s with ${many.jobs}`;
    console.log(`${row}: ${one.states} and ${many.states} states, ${times}: ${(one.seconds / many.seconds).toFixed(2)} times`);
  }
}
await browser.close();
