// Firefox for the tests, by the WebDriver BiDi that it speaks itself: Debian's, without a driver in between. The page
// has the few methods of Playwright's that page.mjs uses, so that both browsers are tested alike.
import { spawn } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { WebSocket } from "ws";
import { temporary } from "./temporary.mjs";

/** How long Firefox may take to start, and a page to do what a test waits for, in milliseconds. */
const PATIENCE = 30_000;

/** No call home, no first-run pages, a clipboard that a test may use, and no questions about what is saved. */
const PREFERENCES = {
  "app.normandy.enabled": false,
  "app.update.disabledForTesting": true,
  "browser.aboutConfig.showWarning": false,
  "browser.download.always_ask_before_handling_new_types": false,
  "browser.download.folderList": 2,
  "browser.safebrowsing.update.enabled": false,
  "browser.shell.checkDefaultBrowser": false,
  "browser.startup.homepage_override.mstone": "ignore",
  "browser.startup.page": 0,
  "datareporting.policy.dataSubmissionEnabled": false,
  "dom.events.testing.asyncClipboard": true,
  "extensions.update.enabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "services.settings.server": "data:,",
  "toolkit.telemetry.enabled": false,
};

/**
 * Starts Firefox: the one that FIREFOX names, else Debian's. `{ newPage, downloaded, close }`; `downloaded` waits for
 * the next file that is saved, takes it away and resolves to its text.
 */
export async function launchFirefox() {
  const profile = temporary("firefox");
  const downloads = join(profile, "downloads");
  mkdirSync(downloads);
  const lines = Object.entries({ ...PREFERENCES, "browser.download.dir": downloads }).map(([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});`);
  writeFileSync(join(profile, "user.js"), lines.join("\n"));
  const program = process.env.FIREFOX ?? "/usr/bin/firefox-esr";
  const firefox = spawn(program, ["--headless", "--no-remote", "--profile", profile, "--remote-debugging-port", "0"], {
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...process.env, HOME: profile, MOZ_CRASHREPORTER_DISABLE: "1" },
  });
  const gone = new Promise((done) => firefox.once("exit", done));
  const session = await connect(await listening(firefox));
  await session.ask("session.new", { capabilities: {} });
  await session.ask("session.subscribe", { events: ["log.entryAdded", "network.beforeRequestSent", "script.message"] });
  return {
    newPage: () => openPage(session),
    downloaded: () => nextFile(downloads),
    close: async () => {
      session.end();
      firefox.kill();
      await gone;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function nextFile(folder) {
  for (const until = Date.now() + PATIENCE; Date.now() < until; ) {
    const names = readdirSync(folder);
    const texts = names.map((name) => readFileSync(join(folder, name), "utf8"));
    // While it is written, the file is empty or has a companion.
    if (names.length === 1 && texts[0] !== "") {
      rmSync(join(folder, names[0]));
      return texts[0];
    }
    await new Promise((done) => setTimeout(done, 20));
  }
  throw new Error("Nothing was saved in time.");
}

/** The address at which Firefox listens, which it prints. */
function listening(firefox) {
  return new Promise((done, failed) => {
    const timer = setTimeout(() => failed(new Error("Firefox did not start in time.")), PATIENCE);
    firefox.once("error", failed);
    firefox.once("exit", (code) => failed(new Error(`Firefox ended with status ${code} before it listened.`)));
    createInterface({ input: firefox.stderr }).on("line", (line) => {
      const address = line.match(/WebDriver BiDi listening on (ws:\S+)/)?.[1];
      if (address) done((clearTimeout(timer), `${address}/session`));
    });
  });
}

/** A connection: `ask` sends a command and resolves to its result, `on` calls back with the parameters of events. */
async function connect(address) {
  const socket = new WebSocket(address, { maxPayload: 1 << 28 });
  await new Promise((done, failed) => socket.once("open", done).once("error", failed));
  const open = new Map();
  const listeners = [];
  let last = 0;
  socket.on("message", (data) => {
    const message = JSON.parse(data);
    if (message.type === "event") return listeners.forEach((listener) => listener(message.method, message.params));
    const { done, failed } = open.get(message.id) ?? {};
    open.delete(message.id);
    if (message.type === "success") done?.(message.result);
    else failed?.(new Error(`${message.error}: ${message.message}`));
  });
  return {
    ask: (method, params) =>
      new Promise((done, failed) => {
        last += 1;
        open.set(last, { done, failed });
        socket.send(JSON.stringify({ id: last, method, params }));
      }),
    on: (listener) => listeners.push(listener),
    end: () => socket.terminate(),
  };
}

/** A page with the record that `newPage` of harness.mjs keeps: `{ page, requests, violations, errors, close }`. */
async function openPage(session) {
  const { context } = await session.ask("browsingContext.create", { type: "tab" });
  const record = { requests: [], violations: [], errors: [] };
  session.on((method, params) => {
    const from = params.context ?? params.source?.context;
    if (from !== context) return;
    if (method === "network.beforeRequestSent") {
      const { url } = params.request;
      if (!/^(blob|data|about):/.test(url)) record.requests.push(url);
    }
    if (method === "log.entryAdded" && params.level === "error") record.errors.push(params.text);
    if (method === "script.message" && params.channel === "violation") record.violations.push(params.data.value);
  });
  const listen = (send) =>
    addEventListener("securitypolicyviolation", (event) => {
      send(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile ?? ""}:${event.lineNumber}`);
    });
  await session.ask("script.addPreloadScript", {
    functionDeclaration: String(listen),
    arguments: [{ type: "channel", value: { channel: "violation" } }],
    contexts: [context],
  });
  const close = () => session.ask("browsingContext.close", { context });
  return { page: pageOf(session, context), ...record, close };
}

function pageOf(session, context) {
  /** Calls `body` in the page with what is JSON; its result comes back as JSON too. */
  const evaluate = async (body, ...values) => {
    const answer = await session.ask("script.callFunction", {
      functionDeclaration: `async (values) => JSON.stringify(await (${body})(...JSON.parse(values)))`,
      arguments: [{ type: "string", value: JSON.stringify(values) }],
      target: { context },
      awaitPromise: true,
      userActivation: true,
    });
    if (answer.type === "exception") throw new Error(answer.exceptionDetails.text);
    return answer.result.type === "string" ? JSON.parse(answer.result.value) : undefined;
  };
  const waitForFunction = async (body, ...values) => {
    for (const until = Date.now() + PATIENCE; Date.now() < until; ) {
      if (await evaluate(body, ...values)) return;
      await new Promise((done) => setTimeout(done, 20));
    }
    throw new Error(`Waited in vain for ${body}`);
  };
  const perform = (actions) =>
    session.ask("input.performActions", { context, actions: [{ type: "key", id: "keys", actions }] });
  return {
    goto: (url) => session.ask("browsingContext.navigate", { context, url, wait: "complete" }),
    /** The page in the frame of this one with this number. */
    async inner(number = 0) {
      const { contexts } = await session.ask("browsingContext.getTree", { root: context });
      return pageOf(session, contexts[0].children[number].context);
    },
    evaluate,
    waitForFunction,
    keyboard: { press: (keys) => perform(chord(keys)) },
    locator: (selector) => locator({ evaluate, waitForFunction }, matching, [selector]),
    getByRole: (role, { name }) => locator({ evaluate, waitForFunction }, called, [role, name]),
  };
}

const KEYS = {
  ControlOrMeta: "\uE009",
  Control: "\uE009",
  Shift: "\uE008",
  Tab: "\uE004",
  Enter: "\uE007",
  Escape: "\uE00C",
};

/** Keys such as `Control+A` as presses and, in reverse, releases. */
function chord(keys) {
  const values = keys.split("+").map((key) => KEYS[key] ?? key.toLowerCase());
  const all = (type, order) => order.map((value) => ({ type, value }));
  return [...all("keyDown", values), ...all("keyUp", values.toReversed())];
}

// Both run in the page.
const matching = (selector) => [...document.querySelectorAll(selector)];
const called = (role, name) =>
  [...document.querySelectorAll(role === "link" ? "a[href]" : `${role}, [role=${role}]`)].filter(
    (element) => (element.getAttribute("aria-label") ?? element.textContent).trim() === name,
  );

/** The elements that `find` gives, as far as page.mjs asks for them; a click is by script. */
function locator({ evaluate, waitForFunction }, find, words) {
  const onAll = (body) => `(...words) => (${body})((${find})(...words))`;
  const all = (body) => evaluate(onAll(body), ...words);
  const waitFor = () => waitForFunction(onAll("(all) => all.length > 0"), ...words);
  const onFirst = async (body) => (await waitFor(), all(`([first]) => (${body})(first)`));
  return {
    waitFor,
    click: () => onFirst((element) => element.click()),
    focus: () => onFirst((element) => element.focus()),
    textContent: () => onFirst((element) => element.textContent),
    getAttribute: (name) => onFirst(`(element) => element.getAttribute(${JSON.stringify(name)})`),
    count: () => all((elements) => elements.length),
    evaluate: onFirst,
    evaluateAll: all,
    allTextContents: () => all((elements) => elements.map((element) => element.textContent)),
    locator: (inside) => {
      const within = `(inside, ...words) => (${find})(...words).flatMap((one) => [...one.querySelectorAll(inside)])`;
      return locator({ evaluate, waitForFunction }, within, [inside, ...words]);
    },
  };
}
