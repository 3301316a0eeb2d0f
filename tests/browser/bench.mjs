// What a reader does on the page, in words: the tests of this folder are written in these.
//
// Everything goes through what a reader has too: buttons, keys, fields. `#where` says in attributes what the transport
// shows in words, so no test depends on how a number is written.

import { setTimeout as pause } from 'node:timers/promises';

/** Two threads that print one line each and have a switch point before it. */
export const TWO_THREADS = `import threading

def work(name):
    print(name)

threads = [threading.Thread(target=work, args=(name,)) for name in ("first", "second")]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("done")
`;

/** Two threads that take two locks in opposite order; the pauses make the deadlock certain. */
export const DEADLOCK = `import threading
import time

left = threading.Lock()
right = threading.Lock()

def eat(one, other):
    with one:
        time.sleep(0.1)
        with other:
            print("ate")

a = threading.Thread(target=eat, args=(left, right))
b = threading.Thread(target=eat, args=(right, left))
a.start()
b.start()
a.join()
b.join()
`;

/** Three threads that count to six between them and themselves: more schedules than a page will look at. */
export const LARGE = `import threading

total = 0

def work():
    global total
    for _ in range(6):
        total += 1

threads = [threading.Thread(target=work) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(total)
`;

export const ENDLESS = 'while True:\n    pass\n';

/** The page, or a frame in one, as its reader. */
export class Bench {
  constructor(page, frame = page) {
    this.page = page;
    this.frame = frame;
  }

  at(selector, options) {
    return this.frame.locator(selector, options);
  }

  /** Waits until the engine is there and has nothing left to do. */
  async settled() {
    await this.at('[data-phase="ready"][data-busy="false"]').waitFor({ state: 'attached' });
  }

  /** Waits until the page stands, with its rich editor. */
  async ready() {
    await this.at('.code[data-rich="true"] .cm-content').waitFor();
    await this.settled();
  }

  /** The transport's numbers: position and length, or null before anything was loaded. */
  async where() {
    const data = await this.at('#where').evaluate((element) => ({ ...element.dataset }));
    const number = (text) => (text === '' ? null : Number(text));
    return { position: number(data.position), length: number(data.length), end: data.end === 'true', edited: data.edited === 'true' };
  }

  async position() {
    return (await this.where()).position;
  }

  /** Waits until the position is as wanted. */
  async until(wanted, what = 'the position') {
    const end = Date.now() + 20_000;
    for (;;) {
      const where = await this.where();
      if (wanted(where)) return where;
      if (Date.now() > end) throw new Error(`${what} was not reached; the page is at ${JSON.stringify(where)}`);
      await pause(20);
    }
  }

  /** Presses a button of the page by its id, and waits until it has been carried out. */
  async press(id) {
    await this.settled();
    await this.at(`#${id}`).click();
    await this.settled();
  }

  /** One press of a step button, which must move the position. */
  async move(id) {
    await this.settled();
    const { position } = await this.where();
    await this.at(`#${id}`).click();
    await this.until((where) => where.position !== null && where.position !== position, `another position after “${id}”`);
    await this.settled();
  }

  /** Replaces the program, as typing does. */
  async type(text) {
    await this.at('.cm-content').click();
    await this.page.keyboard.press('ControlOrMeta+a');
    await this.page.keyboard.insertText(text);
  }

  /** The part of a link to this page that holds the program. */
  async link() {
    await this.press('share');
    const { hash } = new URL(await this.at('#share-link').inputValue());
    await this.at('#dialog-close').click();
    return hash;
  }

  /** Follows such a link within the page; `text` is the program that it holds. */
  async follow(hash, text) {
    await this.frame.evaluate((to) => { location.hash = to; }, hash);
    const [start] = text.split('\n');
    for (let tries = 0; !(await this.program()).startsWith(start); tries += 1) {
      if (tries > 400) throw new Error(`the program that begins with ${start} did not arrive`);
      await pause(20);
    }
    await this.settled();
  }

  /** The program as the editor shows it (short ones: the editor draws what is in sight). */
  async program() {
    return this.at('.cm-content').evaluate((content) => {
      const lines = [...content.querySelectorAll('.cm-line')].map((line) => {
        const copy = line.cloneNode(true);
        // Marks of threads are drawn inside the line, but are not of its text.
        copy.querySelectorAll('[contenteditable="false"], .cm-widgetBuffer').forEach((mark) => mark.remove());
        return copy.textContent.replace(/\u200b/g, '');
      });
      return lines.join('\n');
    });
  }

  async runToEnd() {
    await this.settled();
    // A narrow page has no room for this button: there the slider's end and the key do the same.
    if (await this.at('#last').isVisible()) await this.at('#last').click();
    else await this.at('#last').evaluate((button) => button.click());
    await this.until((where) => where.end, 'the end of the run');
    await this.settled();
  }

  /** Explores every schedule, and waits until that is over. */
  async explore() {
    await this.settled();
    const button = this.at('#explore');
    // Playwright looks for what is in a frame of Firefox in the wrong place.
    if (this.frame === this.page) await button.click();
    else await button.evaluate((element) => element.click());
    await this.at('#findings[data-stage="over"]').waitFor();
  }

  /** What the program has printed. */
  async output() {
    return this.at('#output').evaluate((box) => [...box.querySelectorAll('span:not(.faint)')].map((span) => span.textContent).join(''));
  }

  /** All that the page says about the present step. */
  async said() {
    const text = (selector) => this.at(selector).evaluateAll((all) => all.map((element) => element.textContent.trim()).join(' | '));
    return { now: await text('#now'), variables: await text('#variables'), stage: await text('#stage'), output: await this.output() };
  }

  /** Steps on to the next place with a choice. */
  async toChoice() {
    for (let tries = 0; tries < 400; tries += 1) {
      await this.settled();
      if (Number(await this.at('#next').getAttribute('data-choices')) > 1) return;
      await this.move('step');
    }
    throw new Error('no switch point within 400 steps');
  }
}
