// The two hooks around Trunk's build (Trunk.toml): `compile` before it, `finish` after it.
//
// Trunk hashes the page's own files but not a worker's, and a stale worker beside a new page speaks another protocol.
// So the engines, the image and the editor get names with their content's hash here, and the page reads these names from
// <meta> elements: `interloop-engine` and `interloop-threads` are folders with engine.js and engine_bg.wasm
// (wasm-bindgen's `--target web`), `interloop-image` is the heap image, packed with gzip, `interloop-editor` is one ES
// module bundled from www/editor.js.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { constants, gzipSync } from 'node:zlib';

const root = resolve(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..');
const release = process.env.TRUNK_PROFILE !== 'debug';
const target = process.env.CARGO_TARGET_DIR ?? join(root, 'target');
const scratch = join(target, 'page', release ? 'release' : 'debug');
const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');

// Called by `trunk` alone, without make, the tools of .ci/setup are not on PATH.
process.env.PATH = [join(cache, 'interloop', 'tools', 'bin'), join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter);

/** Runs a program of the build with its output on ours; a failure ends the build. */
function run(program, args, env = {}) {
  try {
    execFileSync(program, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
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

// The engine's two builds: the plain one runs everywhere, the threaded one where a page may share memory. A shared
// memory must be imported and have a bound, and each thread has its own part of it, made by what is exported here.
const BUILDS = {
  plain: { target, env: {}, std: [] },
  threaded: {
    target: join(target, 'threads'),
    env: {
      RUSTFLAGS: [
        '-Ctarget-feature=+atomics,+bulk-memory,+mutable-globals',
        ...['--shared-memory', '--import-memory', `--max-memory=${2 ** 31}`,
          ...['__heap_base', '__wasm_init_tls', '__tls_size', '__tls_align', '__tls_base'].map((name) => `--export=${name}`),
        ].map((flag) => `-Clink-arg=${flag}`),
      ].join(' '),
    },
    // The standard library that comes with Rust is built without threads.
    std: ['-Zbuild-std=panic_abort,std'],
  },
};

// While somebody works on the page, only the plain engine is built: a debug build asks for no second one.
const builds = release ? ['plain', 'threaded'] : ['plain'];

function compile() {
  for (const build of builds) {
    const { target: folder, env, std } = BUILDS[build];
    const what = build === 'plain' ? ['--features', 'page', '--bin', 'app', '--bin', 'engine'] : ['--features', 'engine', '--bin', 'engine'];
    const profile = release ? ['--release'] : [];
    run('cargo', ['build', '--locked', ...profile, '--target', 'wasm32-unknown-unknown', ...what, ...std], { ...env, CARGO_TARGET_DIR: folder });
  }
}

/** Binds and shrinks an engine; keeps the result while cargo's output is the same, for that takes most of a minute. */
function engine(build) {
  const compiled = join(BUILDS[build].target, 'wasm32-unknown-unknown', release ? 'release' : 'debug', 'engine.wasm');
  const made = digest(compiled, join(root, 'package-lock.json'), join(root, 'www', 'build.mjs'));
  const kept = join(scratch, build);
  const folder = join(kept, `engine-${made}`);
  if (!existsSync(folder)) {
    const fresh = join(kept, 'fresh');
    rmSync(kept, { recursive: true, force: true });
    mkdirSync(fresh, { recursive: true });
    run('wasm-bindgen', [compiled, '--target', 'web', '--no-typescript', '--out-dir', fresh]);
    if (release) {
      const wasm = join(fresh, 'engine_bg.wasm');
      run('wasm-opt', ['-O2', wasm, '-o', wasm]);
    }
    renameSync(fresh, folder);
  }
  return folder;
}

/** Has the command line write the heap image beside itself, and packs it. */
function image() {
  run('cargo', ['build', '--locked', ...(release ? ['--release'] : []), '--bin', 'interloop'], { CARGO_TARGET_DIR: target });
  const folder = join(target, release ? 'release' : 'debug');
  const written = join(folder, 'interloop.image');
  run(join(folder, 'interloop'), ['image', written]);
  const packed = join(scratch, 'image');
  writeFileSync(packed, gzipSync(readFileSync(written), { level: constants.Z_BEST_COMPRESSION }));
  return packed;
}

/** Bundles the editor. */
function editor() {
  const bundle = join(scratch, 'editor.js');
  const source = join(root, 'www', 'editor.js');
  const flags = ['--bundle', '--format=esm', '--target=es2022', '--legal-comments=eof', '--log-level=warning'];
  run('esbuild', [source, ...flags, ...(release ? ['--minify'] : []), `--outfile=${bundle}`]);
  return bundle;
}

function finish() {
  const staging = process.env.TRUNK_STAGING_DIR;
  if (!staging) throw new Error('build: `finish` is a hook of trunk, which names its folder in TRUNK_STAGING_DIR');
  const editorMade = editor();
  const metas = { 'interloop-editor': `editor-${digest(editorMade)}.js` };
  cpSync(editorMade, join(staging, metas['interloop-editor']));
  const imageMade = image();
  metas['interloop-image'] = `image-${digest(imageMade)}.bin`;
  cpSync(imageMade, join(staging, metas['interloop-image']));
  for (const build of builds) {
    const made = engine(build);
    const name = build === 'plain' ? 'interloop-engine' : 'interloop-threads';
    metas[name] = `engine-${build}-${digest(...filesBelow(made))}`;
    cpSync(made, join(staging, metas[name]), { recursive: true });
  }

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
