// Serves a folder over HTTP on this machine: the built page for `make serve`, and for the browser tests.
//
// All five isolation headers go with every response (they are what gives a page threads wherever that is possible);
// the tests also ask for none, and for a path below the root, since course hosts are like that.

import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ISOLATION = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Document-Isolation-Policy': 'isolate-and-require-corp',
  'Access-Control-Allow-Origin': '*',
};

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.py': 'text/x-python; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

/** The file that a request names, or null: nothing outside the root is ever served. */
function fileFor(root, prefix, url) {
  let path;
  try {
    path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
  } catch {
    return null;
  }
  if (!path.startsWith(prefix)) return null;
  let file = join(root, normalize(path.slice(prefix.length - 1)));
  if (file !== root && !file.startsWith(root + sep)) return null;
  try {
    if (statSync(file).isDirectory()) file = join(file, 'index.html');
    return statSync(file).isFile() ? file : null;
  } catch {
    return null;
  }
}

/** Listens on the port; resolves to the server, rejects when the port cannot be had. */
function listen(handler, host, port) {
  return new Promise((done, failed) => {
    const server = createServer(handler);
    server.once('error', failed);
    server.listen(port, host, () => done(server));
  });
}

/**
 * Serves `root` and resolves to `{ address, close }`. `prefix` is the path above it ("/" or "/a/b/"), `headers` go with
 * every response, `pages` are further pages by path (the tests' host pages), `heard` is told the path of each request. With
 * `retries`, a busy port is passed over.
 */
export async function serve({ root, host = '127.0.0.1', port = 0, prefix = '/', headers = ISOLATION, pages = {}, heard = () => {}, retries = 0 }) {
  const folder = resolve(root);
  const handler = (request, response) => {
    const common = { ...headers, 'Cache-Control': 'no-cache' };
    const [path] = request.url.split('?');
    heard(path);
    const page = pages[path];
    if (page !== undefined) {
      response.writeHead(200, { ...common, 'Content-Type': TYPES['.html'] });
      return response.end(page);
    }
    const file = fileFor(folder, prefix, request.url);
    if (file === null) {
      response.writeHead(404, { ...common, 'Content-Type': TYPES['.txt'] });
      return response.end('There is no such file here.\n');
    }
    response.writeHead(200, { ...common, 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream', 'Content-Length': statSync(file).size });
    if (request.method === 'HEAD') return response.end();
    createReadStream(file).on('error', () => response.destroy()).pipe(response);
  };
  for (let attempt = 0; ; attempt += 1) {
    try {
      const server = await listen(handler, host, port);
      const shown = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
      return {
        address: `http://${shown}:${server.address().port}${encodeURI(prefix)}`,
        close: () => new Promise((done) => {
          server.close(done);
          server.closeAllConnections?.();
        }),
      };
    } catch (error) {
      if (error.code !== 'EADDRINUSE' || attempt >= retries) throw error;
      console.log(`Port ${port} is busy; trying ${port + 1}.`);
      port += 1;
    }
  }
}

async function main() {
  const root = process.argv[2] ?? 'dist';
  const port = Number(process.env.PORT || 8080);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    console.error(`PORT=${process.env.PORT} is not a port number.`);
    process.exit(2);
  }
  try {
    const { address } = await serve({ root, port, host: process.env.HOST || '127.0.0.1', retries: 20 });
    console.log(`Interloop is at ${address} (Ctrl-C ends it).`);
  } catch (error) {
    console.error(`The page cannot be served: ${error.message}`);
    process.exit(1);
  }
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) await main();
