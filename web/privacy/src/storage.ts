// What this page has kept on this machine, and forgetting it. Every access may throw: in a sandbox, in a private
// window, on a page from a file.

/** The beginning of every name that the page stores under. */
const OURS = "plimsoll";

/** What is kept. */
export interface Kept {
  /** Whether an offline copy is kept. */
  readonly offline: boolean;
  /** Whether a newer copy waits until all pages of the old one are closed. */
  readonly newer: boolean;
  /** Names of the entries in the browser's storage. */
  readonly entries: readonly string[];
}

/** What is kept now. */
export async function kept(): Promise<Kept> {
  const registration = await ownRegistration();
  const copies = await ownCaches();
  return {
    offline: registration?.active != null || copies.length > 0,
    newer: registration?.active != null && registration.waiting != null,
    entries: stores().flatMap((store) => ownKeys(store)),
  };
}

/** Forgets all of it; what was kept before, to tell of it. */
export async function forget(): Promise<Kept> {
  const before = await kept();
  for (const store of stores()) for (const key of ownKeys(store)) store.removeItem(key);
  for (const name of await ownCaches()) await caches.delete(name);
  await (await ownRegistration())?.unregister();
  return before;
}

/** The place of the page, which is also the scope of its service worker. */
const place = (): string => new URL(".", document.baseURI).href;

/** The page's own registration. A service worker of a place above may answer for it too, which is not ours. */
export async function ownRegistration(): Promise<ServiceWorkerRegistration | null> {
  const found = await granted(() => navigator.serviceWorker.getRegistration(place()));
  return found?.scope === place() ? found : null;
}

async function ownCaches(): Promise<string[]> {
  const names = await granted(() => caches.keys());
  return (names ?? []).filter((name) => name.startsWith(`${OURS} ${place()} `));
}

function stores(): Storage[] {
  return [() => localStorage, () => sessionStorage].flatMap((open) => {
    try {
      return [open()];
    } catch {
      return [];
    }
  });
}

const ownKeys = (store: Storage): string[] => Object.keys(store).filter((key) => key.startsWith(OURS));

/** What an access gives; null where the browser does not grant it. */
async function granted<T>(access: () => Promise<T>): Promise<T | null> {
  try {
    return await access();
  } catch {
    return null;
  }
}
