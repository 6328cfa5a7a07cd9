// Syntax colours. Stream modes are a tenth of the size of full grammars and cost nothing on half-typed text.
import { HighlightStyle, StreamLanguage, syntaxHighlighting } from "@codemirror/language";
import { properties } from "@codemirror/legacy-modes/mode/properties";
import { shell } from "@codemirror/legacy-modes/mode/shell";
import { yaml } from "@codemirror/legacy-modes/mode/yaml";
import { Compartment, EditorState, type Extension, type StateEffect } from "@codemirror/state";
import { tags } from "@lezer/highlight";

export type LanguageName = "yaml" | "ini" | "shell";

/** Longer texts, in UTF-16 units, are shown without colours so that typing stays immediate. */
export const PLAIN_ABOVE = 1_000_000;

// The YAML mode calls a key an atom, and punctuation meta.
const colours = HighlightStyle.define([
  { tag: tags.comment, color: "var(--pl-syntax-comment)", fontStyle: "italic" },
  { tag: tags.meta, color: "var(--pl-syntax-comment)" },
  {
    tag: [tags.atom, tags.propertyName, tags.definition(tags.variableName), tags.attributeName],
    color: "var(--pl-syntax-key)",
  },
  { tag: [tags.keyword, tags.bool, tags.number], color: "var(--pl-syntax-constant)" },
  { tag: [tags.string, tags.quote], color: "var(--pl-syntax-string)" },
  { tag: tags.heading, color: "var(--pl-syntax-key)", fontWeight: "600" },
]);

const modes: Record<LanguageName, Extension> = {
  yaml: StreamLanguage.define(yaml),
  ini: StreamLanguage.define(properties),
  shell: StreamLanguage.define(shell),
};

const plain: Extension = [];

const language = new Compartment();

function modeFor(name: LanguageName, length: number): Extension {
  return length > PLAIN_ABOVE ? plain : (modes[name] ?? plain);
}

/** Colours for a text of this language and length, dropped by itself when the text outgrows the limit. */
export function languageSupport(name: LanguageName, length: number): Extension {
  return [language.of(modeFor(name, length)), syntaxHighlighting(colours), dropWhenLarge];
}

/** The effects that switch a state to another language; none when it has that one. */
export function switchLanguage(state: EditorState, name: LanguageName): StateEffect<unknown>[] {
  const mode = modeFor(name, state.doc.length);
  return language.get(state) === mode ? [] : [language.reconfigure(mode)];
}

const dropWhenLarge = EditorState.transactionExtender.of((transaction) => {
  const outgrows = transaction.docChanged && transaction.startState.doc.length <= PLAIN_ABOVE;
  return outgrows && transaction.changes.newLength > PLAIN_ABOVE ? { effects: language.reconfigure(plain) } : null;
});
