// Serves the built page and drives it in Chromium, or in Firefox; every test file starts from here.
//
// A page that was opened through `withPage` is watched: a console error, an uncaught exception or a failed request fails the
// test when the page is closed, whatever the test itself was about.

import assert from 'node:assert/strict';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { after, before } from 'node:test';
import { chromium, firefox } from 'playwright-core';
import { ISOLATION, serve } from '../../www/serve.mjs';

const root = resolve(new URL('../..', import.meta.url).pathname);
export const dist = join(root, 'dist');

// Software rendering and nothing in the background: containers have neither a GPU nor a network.
const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
];

/** The first of these programs on PATH. */
function found(...names) {
  for (const name of names) {
    for (const folder of process.env.PATH.split(delimiter)) {
      try {
        accessSync(join(folder, name), constants.X_OK);
        return join(folder, name);
      } catch {
        // Not in this folder.
      }
    }
  }
  return undefined;
}

/** The browsers: which program, and how it is started. Playwright drives Firefox as it is through WebDriver BiDi. */
export const BROWSERS = {
  Chromium: {
    path: process.env.CHROMIUM ?? found('chromium', 'google-chrome-stable', 'google-chrome', 'chromium-browser'),
    start: (executablePath) => chromium.launch({ executablePath, args: FLAGS }),
  },
  Firefox: {
    path: process.env.FIREFOX ?? found('firefox-esr', 'firefox'),
    start: (executablePath) => firefox.launch({ executablePath, channel: 'moz-firefox' }),
  },
};

export async function launch(name = 'Chromium') {
  assert.ok(existsSync(join(dist, 'index.html')), 'dist/ holds no page: run `make dist` first');
  const { path, start } = BROWSERS[name];
  assert.ok(path, `no ${name} was found on PATH; set ${name.toUpperCase()} to its path, or run .ci/setup test`);
  return start(path);
}

/** Serves dist/ as a course host may: `headers: {}` for one that cannot set any, `prefix` for a folder below the root. */
export function host(options = {}) {
  return serve({ root: dist, headers: ISOLATION, ...options });
}

/** A browser and the served page for the tests of one file: there before the first of them, ended after the last. */
export function open() {
  const site = {};
  before(async () => {
    site.browser = await launch();
    site.server = await host();
  });
  after(async () => {
    await site.browser?.close();
    await site.server?.close();
  });
  return site;
}

/** Notes what goes wrong on a page, but for what is expected. */
export function watch(page, expected) {
  const wrong = [];
  let over = false;
  const note = (text) => over || expected?.test(text) || wrong.push(text);
  page.on('console', (message) => message.type() === 'error' && note(`console: ${message.text()} (${message.location().url})`));
  page.on('pageerror', (error) => note(`uncaught: ${error.stack ?? error}`));
  page.on('requestfailed', (request) => {
    // What was still on its way when the test itself went elsewhere is no failure of the page.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') note(`request: ${request.url()} ${request.failure()?.errorText}`);
  });
  page.on('response', (response) => response.status() >= 400 && note(`response: ${response.status()} ${response.url()}`));
  return {
    wrong,
    /** Closes the page and fails when anything was noted. */
    async close() {
      over = true;
      await page.close();
      assert.deepEqual(wrong, [], 'the page reported errors');
    },
  };
}

/** Runs `body` with a fresh, watched page in a context of its own, which is told that the machine has so many cores. */
export async function withPage(browser, address, body, { expected, cores, ...options } = {}) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  if (cores) {
    await context.addInitScript((value) => Object.defineProperty(navigator, 'hardwareConcurrency', { value }), cores);
  }
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const watched = watch(page, expected);
  try {
    await page.goto(address);
    await body(page);
    await watched.close();
  } catch (error) {
    if (watched.wrong.length > 0) error.message += `\nThe page reported:\n  ${watched.wrong.join('\n  ')}`;
    throw error;
  } finally {
    await context.close();
  }
}
