// The pages beside the linter that are no rule's: about privacy, and where the user asks for an offline copy.
import { createHash } from "node:crypto";

/** Around the content of a page. `script` is its only script, if it has one. */
function framed({ title, description, content, policy, head = "", script = "" }) {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title} · Plimsoll</title>
<meta name="description" content="${description}">
<link rel="icon" href="rules/mark.svg" type="image/svg+xml">
<link rel="stylesheet" href="rules/handbook.css">
<link rel="stylesheet" href="pages.css">
${head}</head>
<body>
<header>
<a class="name" href="index.html"><svg class="mark" viewBox="0 0 32 32" aria-hidden="true"><circle cx="16" cy="16" r="10"/><path d="M2 16h28"/></svg>Plimsoll</a>
</header>
<main>
<h1>${title}</h1>
${content.replace(/(<\/?)h3>/g, "$1h2>")}</main>
${script}</body>
</html>
`;
}

/** What both pages may load: the styles and the icon beside them. */
const POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";

/** The page about privacy. It has no script, so it stands as it is written. */
export const privacyPage = (content) =>
  framed({
    title: "Privacy",
    description: "What Plimsoll does with what you paste, how that is held, and what no page can promise.",
    content,
    policy: POLICY,
  });

/** The page that keeps an offline copy. It may register a service worker, which the linter itself may not. */
export function offlinePage(content, script) {
  const hash = `'sha256-${createHash("sha256").update(script).digest("base64")}'`;
  const trusted = "require-trusted-types-for 'script'; trusted-types plimsoll";
  return framed({
    title: "Offline use",
    description: "Keep a copy of Plimsoll in your browser, or forget it.",
    content,
    policy: `${POLICY}; script-src ${hash}; worker-src 'self'; manifest-src 'self'; ${trusted}`,
    head: '<link rel="manifest" href="manifest.webmanifest">\n',
    script: `<script>${script}</script>\n`,
  });
}
