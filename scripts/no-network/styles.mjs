// Finds what a style sheet would load.

/** The addresses that a style sheet would load, those inside the sheet itself (data:) and of its own parts (#) apart. */
export function urlsOf(css) {
  const bare = css.replace(/\/\*[\s\S]*?\*\//g, " ");
  const urls = [...bare.matchAll(/\burl\(\s*(?:"([^"]*)"|'([^']*)'|([^)\s]*))/gi)].map((one) => one[1] ?? one[2] ?? one[3]);
  const imports = [...bare.matchAll(/@import\s+(?:"([^"]*)"|'([^']*)')/gi)].map((one) => one[1] ?? one[2]);
  const sets = [...bare.matchAll(/\bimage-set\(\s*["']([^"']*)/gi)].map((one) => one[1]);
  return [...urls, ...imports, ...sets].filter((url) => url !== "" && !/^(data:|#)/i.test(url));
}
