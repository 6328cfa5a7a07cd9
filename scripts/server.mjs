// A static file server for one folder, on the loopback interface only. Used by scripts/serve and by the browser tests.
import { createReadStream, statSync } from "node:fs";
import { createServer } from "node:http";
import { basename, extname, join, normalize, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

/** A service worker has no policy but that of its answer; ours fetches the files beside it and nothing else. */
const WORKER_POLICY = { "content-security-policy": "default-src 'none'; connect-src 'self'" };

/**
 * Serves `folder` on 127.0.0.1; port 0 takes a free one. `types` gives the MIME type of an ending, null for none;
 * `headers` are further ones, or a function that gives them for a path.
 * `onRequest` hears of every request.
 * Resolves to `{ address, close }`, rejects when the port is taken.
 */
export function serve(folder, { port = 0, headers = {}, types = {}, onRequest = () => {} } = {}) {
  const named = { ...TYPES, ...types };
  const root = resolve(folder);
  const server = createServer((request, response) => {
    onRequest(request);
    const file = fileFor(root, request.url ?? "/");
    if (!file) return response.writeHead(404, { "content-type": "text/plain" }).end("not found\n");
    const type = named[extname(file)];
    response.writeHead(200, {
      ...(type !== null && { "content-type": type ?? "application/octet-stream" }),
      "cache-control": "no-cache",
      "x-content-type-options": "nosniff",
      ...(basename(file) === "sw.js" && WORKER_POLICY),
      ...(typeof headers === "function" ? headers(request.url ?? "/") : headers),
    });
    if (request.method === "HEAD") return response.end();
    createReadStream(file)
      .on("error", () => response.destroy())
      .pipe(response);
  });
  return new Promise((done, failed) => {
    server.once("error", failed);
    server.listen(port, "127.0.0.1", () => {
      done({
        address: `http://127.0.0.1:${server.address().port}/`,
        close: () => new Promise((closed) => (server.close(closed), server.closeAllConnections())),
      });
    });
  });
}

/** The file that an address names, or null: also for anything outside the folder. */
function fileFor(root, url) {
  try {
    const path = decodeURIComponent(url.replace(/[?#].*$/s, ""));
    const file = normalize(join(root, path.endsWith("/") ? `${path}index.html` : path));
    return file.startsWith(root + sep) && statSync(file).isFile() ? file : null;
  } catch {
    return null;
  }
}

async function main() {
  const [folder = "dist", port = "8080"] = process.argv.slice(2);
  try {
    const { address } = await serve(folder, { port: Number(port) });
    console.log(`Plimsoll is at ${address} (this machine only; stop with Ctrl-C)`);
  } catch (error) {
    const taken = error.code === "EADDRINUSE";
    console.error(
      taken
        ? `Port ${port} is taken. Choose another: scripts/serve --port ${Number(port) + 1}`
        : `Cannot serve: ${error.message}`,
    );
    process.exitCode = 1;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
