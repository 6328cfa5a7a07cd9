// The readers of messages: what is taken, what is refused, and that nothing that may come makes them throw.
import assert from "node:assert/strict";
import { test } from "node:test";
import { read as readAnswer } from "../../element/answers.ts";
import { MOST_FILES, MOST_TEXT, read as readWish } from "../../embedding/incoming.ts";

const files = [{ name: "config.yaml", text: "a: 1\n", kind: "kubelet-config" }];

test("every message of version 1 is taken", () => {
  const settings = { kubernetes: "1.33", readonly: true, height: "auto" };
  const packs = [{ name: "lab", text: "pack: lab" }];
  assert.deepEqual(readWish({ plimsoll: 1, type: "configure", settings, files, packs }), {
    type: "configure",
    settings,
    files,
    packs,
  });
  const bare = { type: "configure", settings: {}, files: null, packs: null };
  assert.deepEqual(readWish({ plimsoll: 1, type: "configure" }), bare);
  assert.deepEqual(readWish({ plimsoll: 1, type: "set-content", files }), { type: "set-content", files });
  assert.deepEqual(readWish({ plimsoll: 1, type: "get-content", id: 7 }), { type: "get-content", id: 7 });
  assert.deepEqual(readWish({ plimsoll: 1, type: "get-report", id: "a" }), { type: "get-report", id: "a" });
  assert.deepEqual(readWish({ plimsoll: 1, type: "set-theme", theme: "dark" }), { type: "set-theme", theme: "dark" });
  assert.deepEqual(readWish({ plimsoll: 1, type: "focus" }), { type: "focus" });
});

test("another version, another type and what lacks its number are ignored", () => {
  for (const data of [
    { type: "focus" },
    { plimsoll: 2, type: "focus" },
    { plimsoll: "1", type: "focus" },
    { plimsoll: 1, type: "open" },
    { plimsoll: 1, type: "toString" },
    { plimsoll: 1, type: "get-content" },
    { plimsoll: 1, type: "get-content", id: {} },
    { plimsoll: 1, type: "get-report", id: Number.NaN },
    { plimsoll: 1, type: "set-theme", theme: "pink" },
    [{ plimsoll: 1, type: "focus" }],
  ])
    assert.equal(readWish(data), null, JSON.stringify(data));
});

test("what is too large or of the wrong form is refused with a sentence", () => {
  const refused = (message: object) => {
    const wish = readWish({ plimsoll: 1, type: "set-content", ...message });
    assert.equal(wish?.type, "refused", JSON.stringify(message).slice(0, 80));
    assert.match(wish.message, /^\S.*\.$/);
  };
  refused({ files: "a: 1" });
  refused({ files: [null] });
  refused({ files: [{ name: "a", text: 1 }] });
  refused({ files: [{ name: "a".repeat(201), text: "" }] });
  refused({ files: [{ name: "a", text: "a".repeat(MOST_TEXT + 1) }] });
  refused({ files: Array(MOST_FILES + 1).fill(files[0]) });
  for (const settings of [7, [], { kubernetes: 1.33 }, { view: "v".repeat(201) }, { readonly: "yes" }])
    refused({ type: "configure", settings });
});

test("what the frame says is copied field by field, within limits", () => {
  const counts = { critical: 1, high: "2", low: 3 };
  const rules = ["kubelet-anonymous-auth", "<img src=x>", 7];
  const report = { plimsoll: 1, type: "report", kubernetes: "1.33", counts, rules, text: "secret" };
  assert.deepEqual(readAnswer(report), {
    type: "report",
    report: {
      kubernetes: "1.33",
      counts: { critical: 1, high: 0, medium: 0, low: 3, info: 0 },
      rules: ["kubelet-anonymous-auth"],
    },
    id: undefined,
    full: null,
  });
  const height = (value: unknown) => readAnswer({ plimsoll: 1, type: "resize", height: value });
  assert.deepEqual(height(1e9), { type: "resize", height: 8000 });
  assert.deepEqual(height(-5), { type: "resize", height: 80 });
  assert.equal(height("100vh"), null);
  assert.equal(height(Number.NaN), null);
  assert.deepEqual(readAnswer({ plimsoll: 1, type: "open", page: "rule", rule: "../../evil" }), {
    type: "open",
    rule: null,
  });
});

/** Numbers that come again in every run: the generator is Mulberry32's recurrence with a fixed seed. */
function* numbers(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    yield ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
}

test("no value that can be posted makes a reader throw", () => {
  const next = numbers(20261121);
  const number = () => next.next().value;
  const pick = <Item>(all: readonly Item[]) => all[Math.floor(number() * all.length)] as Item;
  const words = ["plimsoll", "type", "settings", "files", "id", "name", "text", "kind", "counts", "rules", "height"];
  const types = ["configure", "set-content", "get-content", "get-report", "set-theme", "report", "content", "resize"];
  const leaves = () =>
    pick<unknown>([1, 2, -0, Number.NaN, 1e308, "", "1", "é😀\ud800", null, undefined, true, 10n, new Date(0), /x/, types]);
  const value = (depth: number): unknown => {
    if (depth === 0 || number() < 0.3) return number() < 0.4 ? pick(types) : leaves();
    if (number() < 0.3) return Array.from({ length: Math.floor(number() * 4) }, () => value(depth - 1));
    const fields = Array.from({ length: Math.floor(number() * 6) }, () => [pick(words), value(depth - 1)]);
    return { plimsoll: 1, type: pick(types), ...Object.fromEntries(fields) };
  };
  let taken = 0;
  for (let round = 0; round < 20_000; round += 1) {
    const data = value(4);
    for (const read of [readWish, readAnswer]) {
      const said = read(data);
      assert.ok(said === null || typeof said.type === "string");
      taken += said === null ? 0 : 1;
    }
  }
  assert.ok(taken > 1_000, "the values come near what is taken");
  const hostile = new Proxy({}, { get: () => assert.fail("looked at") });
  assert.equal(readWish(hostile), null);
  assert.equal(readAnswer(hostile), null);
});
