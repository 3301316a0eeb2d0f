// The two hooks around Trunk's build (Trunk.toml): `compile` before it, `finish` after it.
//
// Trunk hashes the page's own files but not a worker's, and a stale worker beside a new page speaks another protocol.
// So the engine and the editor get names with their content's hash here, and the page reads these names from two
// <meta> elements: `interloop-engine` is a folder with engine.js and engine_bg.wasm (wasm-bindgen's `--target web`),
// `interloop-editor` one ES module bundled from www/editor.js.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..');
const release = process.env.TRUNK_PROFILE !== 'debug';
const target = process.env.CARGO_TARGET_DIR ?? join(root, 'target');
const scratch = join(target, 'page', release ? 'release' : 'debug');
const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');

// Called by `trunk` alone, without make, the tools of .ci/setup are not on PATH.
process.env.PATH = [join(cache, 'interloop', 'tools', 'bin'), join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter);

/** Runs a program of the build with its output on ours; a failure ends the build. */
function run(program, ...args) {
  try {
    execFileSync(program, args, { cwd: root, stdio: 'inherit' });
  } catch (error) {
    console.error(`build: ${program} failed${error.code === 'ENOENT' ? ': it is not installed (run .ci/setup page)' : ''}`);
    process.exit(1);
  }
}

/** All files below a folder, sorted, as paths. */
function filesBelow(folder) {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => (entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)]));
}

/** Twelve hex digits that change when one of the files does. */
function digest(...paths) {
  const hash = createHash('sha256');
  for (const path of paths) hash.update(readFileSync(path));
  return hash.digest('hex').slice(0, 12);
}

function compile() {
  const profile = release ? ['--release'] : [];
  run('cargo', 'build', '--locked', ...profile, '--target', 'wasm32-unknown-unknown', '--features', 'page', '--bin', 'app', '--bin', 'engine');
}

/** Binds and shrinks the engine; keeps the result while cargo's output is the same, for that takes most of a minute. */
function engine() {
  const compiled = join(target, 'wasm32-unknown-unknown', release ? 'release' : 'debug', 'engine.wasm');
  const made = digest(compiled, join(root, 'package-lock.json'), join(root, 'www', 'build.mjs'));
  const folder = join(scratch, `engine-${made}`);
  if (!existsSync(folder)) {
    const fresh = join(scratch, 'fresh');
    rmSync(scratch, { recursive: true, force: true });
    mkdirSync(fresh, { recursive: true });
    run('wasm-bindgen', compiled, '--target', 'web', '--no-typescript', '--out-dir', fresh);
    if (release) {
      const wasm = join(fresh, 'engine_bg.wasm');
      run('wasm-opt', '-O2', wasm, '-o', wasm);
    }
    renameSync(fresh, folder);
  }
  return folder;
}

/** Bundles the editor. */
function editor() {
  const bundle = join(scratch, 'editor.js');
  const source = join(root, 'www', 'editor.js');
  const flags = ['--bundle', '--format=esm', '--target=es2022', '--legal-comments=eof', '--log-level=warning'];
  run('esbuild', source, ...flags, ...(release ? ['--minify'] : []), `--outfile=${bundle}`);
  return bundle;
}

function finish() {
  const staging = process.env.TRUNK_STAGING_DIR;
  if (!staging) throw new Error('build: `finish` is a hook of trunk, which names its folder in TRUNK_STAGING_DIR');
  const [engineMade, editorMade] = [engine(), editor()];
  const metas = {
    'interloop-engine': `engine-${digest(...filesBelow(engineMade))}`,
    'interloop-editor': `editor-${digest(editorMade)}.js`,
  };
  cpSync(engineMade, join(staging, metas['interloop-engine']), { recursive: true });
  cpSync(editorMade, join(staging, metas['interloop-editor']));

  const page = join(staging, 'index.html');
  let html = readFileSync(page, 'utf8');
  for (const [name, content] of Object.entries(metas)) {
    const meta = new RegExp(`(<meta\\s+name="?${name}"?\\s+content=)("[^"]*"|[^\\s>]+)`);
    if (!meta.test(html)) {
      console.error(`build: www/index.html has no <meta name="${name}" content="">, so the page could not find ${content}`);
      process.exit(1);
    }
    html = html.replace(meta, `$1"${content}"`);
  }
  writeFileSync(page, html);

  cpSync(join(root, 'www', 'hosting'), join(staging, 'hosting'), { recursive: true });
  renameSync(join(staging, 'hosting', '_headers'), join(staging, '_headers'));
  // What is served links LGPL and PSF parts: their terms travel with it.
  cpSync(join(root, 'LICENSES'), join(staging, 'licenses'), { recursive: true });
  for (const name of ['LICENSE-MIT', 'LICENSE-APACHE']) cpSync(join(root, name), join(staging, 'licenses', name));
}

const step = { compile, finish }[process.argv[2]];
if (!step) {
  console.error('build: say `compile` or `finish`');
  process.exit(2);
}
step();
