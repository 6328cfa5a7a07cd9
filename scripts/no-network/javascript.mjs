// Finds in the syntax tree of a script what could reach out, run text as code, or store. Text that is itself a script,
// such as the source of a worker that starts from a blob, is read as one.
import { createRequire } from "node:module";
import { ADDRESSES, CALLS, GLOBALS, LOADERS, NETWORK, ORDINARY, SINKS, STORAGE } from "./names.mjs";
import { urlsOf } from "./styles.mjs";

const { parse } = createRequire(new URL("../../tests/browser/package.json", import.meta.url))("acorn");

/** Shortest text that is tried as a script: shorter ones are words. */
const SHORTEST_SCRIPT = 24;

/** An address with a host, but for the names of XML's namespaces, which nobody loads. */
const ADDRESS = /^(?:(?:https?|wss?|ftp):)?\/\/(?!www\.w3\.org\/)[\w.-]/;

/**
 * What a script names: `{ api, line, code }` for each use, `line` counted from 1 and `code` its beginning. Throws when
 * the text is no script.
 */
export function scanScript(source, { module = true } = {}) {
  const found = [];
  const tree = read(source, module);
  walk(tree, [], (node, above) => {
    for (const api of uses(node, above)) {
      const shown = above[0]?.callee === node ? above[0] : node;
      found.push({ api, line: node.loc.start.line, code: source.slice(shown.start, shown.end).slice(0, 120) });
    }
    const text = textOf(node, above);
    if (text !== null) found.push(...within(text).map((use) => ({ ...use, line: node.loc.start.line })));
  });
  return found;
}

/** The names of the properties that object literals of a script have: what its glue binds for a wasm module. */
export function boundNames(source) {
  const names = new Set();
  walk(read(source, true), [], (node) => {
    if (node.type === "Property" && !node.computed) names.add(node.key.name ?? String(node.key.value));
    if (node.type === "AssignmentExpression" && node.left.type === "MemberExpression") names.add(keyOf(node.left));
  });
  return names;
}

function read(source, module) {
  const options = { ecmaVersion: "latest", locations: true, allowHashBang: true };
  if (module) {
    try {
      return parse(source, { ...options, sourceType: "module" });
    } catch {
      // Sloppy scripts may hold what modules may not.
    }
  }
  return parse(source, { ...options, sourceType: "script", allowReturnOutsideFunction: true });
}

function walk(node, above, visit) {
  visit(node, above);
  const path = [node, ...above];
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (typeof child?.type === "string") walk(child, path, visit);
    }
  }
}

/** The APIs that this node itself names. */
function uses(node, above) {
  switch (node.type) {
    case "Identifier":
      return isReference(node, above[0]) ? named(node.name) : [];
    case "MemberExpression":
      return memberUses(node, above[0]);
    case "Property":
      return above[0].type === "ObjectPattern" ? named(node.key.name ?? constant(node.key)) : [];
    case "AssignmentExpression":
      return node.left.type === "Identifier" && node.left.name === "location" ? ["location ="] : [];
    case "CallExpression":
      return callUses(node);
    case "ImportExpression":
      return ["import()"];
    case "ImportDeclaration":
    case "ExportNamedDeclaration":
    case "ExportAllDeclaration":
      return node.source ? ["import"] : [];
    default:
      return [];
  }
}

const named = (name) => [NETWORK, SINKS, STORAGE].some((set) => set.has(name)) ? [name] : [];

/** Whether an identifier stands for a value, not for a property, a label or a name that is being declared. */
function isReference(node, parent) {
  if (parent.type === "MemberExpression") return parent.object === node || parent.computed;
  if (["Property", "MethodDefinition", "PropertyDefinition"].includes(parent.type)) {
    return parent.value === node || parent.computed;
  }
  return !["LabeledStatement", "BreakStatement", "ContinueStatement", "ExportSpecifier"].includes(parent.type);
}

function memberUses(node, parent) {
  const key = keyOf(node);
  const of = node.object.type === "Identifier" ? node.object.name : keyOf(node.object);
  if (key === null) return node.computed && GLOBALS.has(of) ? [`${of}[…]`] : [];
  const isOrdinary = ORDINARY.has(key) && !GLOBALS.has(of);
  // A method may be called `fetch` wherever it lives: that it is called is enough.
  if (named(key).length > 0 && (!isOrdinary || key === "fetch")) return [key];
  if (of === "location" && ["assign", "replace", "reload"].includes(key)) return ["location ="];
  if (key === "open" && GLOBALS.has(of)) return ["open"];
  const isAssigned = parent?.type === "AssignmentExpression" && parent.left === node;
  if (isAssigned && key === "location") return ["location ="];
  return isAssigned && ADDRESSES.has(key) ? [`.${key} =`] : [];
}

function callUses(node) {
  const { callee, arguments: given } = node;
  if (callee.type === "Identifier") {
    if (callee.name === "open") return ["open"];
    const isTimer = ["setTimeout", "setInterval"].includes(callee.name);
    return isTimer && given[0] && constant(given[0]) !== null ? ["eval"] : [];
  }
  const method = keyOf(callee);
  const of = callee.type === "MemberExpression" && callee.object.type === "Identifier" ? callee.object.name : "";
  const first = given.length > 0 ? constant(given[0]) : null;
  if (/^setAttribute(NS)?$/.test(method)) {
    const name = method === "setAttribute" ? first : given.length > 1 ? constant(given[1]) : null;
    if (name === null) return ["setAttribute(…)"];
    return ADDRESSES.has(name.toLowerCase()) || /^on/i.test(name) ? [`setAttribute(${name})`] : [];
  }
  if (/^createElement(NS)?$/.test(method)) {
    const name = method === "createElement" ? first : given.length > 1 ? constant(given[1]) : null;
    if (name === null) return ["createElement(…)"];
    return LOADERS.has(name.toLowerCase()) && name !== "style" ? [`createElement(${name})`] : [];
  }
  if (of === "Reflect" && ["get", "apply", "construct", "set"].includes(method)) {
    return given.length > 1 && constant(given[1]) === null ? [`Reflect.${method}`] : [];
  }
  return CALLS.has(method) && (method !== "write" || of === "document") ? [`${method}()`] : [];
}

/** The name of a property that is read or written, when it can be known. */
function keyOf(node) {
  if (node.type !== "MemberExpression") return null;
  if (!node.computed) return node.property.name;
  return constant(node.property);
}

/** The text that an expression is, where it is literally there: also joined with plus. */
function constant(node) {
  if (node.type === "Literal") return typeof node.value === "string" ? node.value : null;
  if (node.type === "TemplateLiteral" && node.expressions.length === 0) return node.quasis[0].value.cooked;
  if (node.type === "BinaryExpression" && node.operator === "+") {
    const [left, right] = [constant(node.left), constant(node.right)];
    return left === null || right === null ? null : left + right;
  }
  return null;
}

/** The whole text of a literal, with a nought for what a template puts in; null for any other node. */
function textOf(node, above) {
  if (node.type === "TemplateLiteral") return node.quasis.map((part) => part.value.cooked ?? "").join("0");
  if (node.type === "BinaryExpression") return above[0]?.type === "BinaryExpression" ? null : constant(node);
  return node.type === "Literal" ? constant(node) : null;
}

/** What a text names: an API by itself, an address, what a style would load, or what a script in it does. */
function within(text) {
  const code = text.slice(0, 120);
  if (named(text).length > 0 && !ORDINARY.has(text)) return [{ api: `"${text}"`, code }];
  if (ADDRESS.test(text)) return [{ api: "address", code }];
  const urls = urlsOf(text).map((url) => ({ api: "url()", code: url }));
  if (text.length < SHORTEST_SCRIPT || !/[(=]/.test(text)) return urls;
  try {
    return [...urls, ...scanScript(text, { module: false }).map((use) => ({ ...use, code: `in a text: ${use.code}` }))];
  } catch {
    return urls;
  }
}
