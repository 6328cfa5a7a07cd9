// The offline copy: every file of the page as it was when it was built, checked by its hash when it is fetched. It is
// replaced only as a whole. This script has a policy of its own (that of its answer, so none on a plain host), and for
// that reason it asks for nothing but the files of its list.
/// <reference lib="webworker" />
export {};

/** The build that the list is of; scripts/pack/offline.mjs writes both before this script. */
declare const BUILD: string;
/** Names of the files beside this one, with their hashes. */
declare const FILES: Readonly<Record<string, string>>;

const worker = self as unknown as ServiceWorkerGlobalScope;

/** Other copies may lie on the same host at other paths, so a cache is named by its place. */
const PREFIX = `plimsoll ${worker.registration.scope} `;
const CACHE = PREFIX + BUILD;

worker.addEventListener("install", (event) => event.waitUntil(fill()));
worker.addEventListener("activate", (event) => event.waitUntil(tidy()));
worker.addEventListener("fetch", (event) => {
  const name = event.request.method === "GET" ? nameOf(event.request.url) : null;
  if (name !== null && Object.hasOwn(FILES, name)) event.respondWith(kept(name, event.request));
});

/** All files or none. */
async function fill(): Promise<void> {
  const cache = await caches.open(CACHE);
  try {
    await Promise.all(
      Object.entries(FILES).map(async ([name, integrity]) => {
        const answer = await fetch(new Request(name, { integrity, cache: "no-cache", redirect: "error" }));
        if (!answer.ok) throw new Error(`${name}: the host answered ${answer.status}`);
        await cache.put(name, answer);
      }),
    );
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
}

/** The copies before this one go when this one takes over. */
async function tidy(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(PREFIX) && name !== CACHE).map((name) => caches.delete(name)));
}

/** A file of the copy. One that the browser has thrown away is asked for again. */
async function kept(name: string, request: Request): Promise<Response> {
  const answer = await caches.match(name, { cacheName: CACHE });
  return answer ?? fetch(request);
}

/** The name that an address has in the list; null for what lies elsewhere. */
function nameOf(address: string): string | null {
  const bare = address.replace(/[?#].*$/s, "");
  const { scope } = worker.registration;
  if (!bare.startsWith(scope)) return null;
  const name = decodeURIComponent(bare.slice(scope.length));
  return name === "" || name.endsWith("/") ? `${name}index.html` : name;
}
