import { type Document, isMap, isSeq, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml';
import { hyphenated } from '../../tables/text/same-word.ts';
import { appendRule, ownRule } from './rule-text.ts';
import { leaveAnchors, type Written, writeChanges } from './write-changes.ts';

/** A rule as its file has it, on or off. */
export interface ListedRule {
  readonly id: string;
  /** What the file calls it; `undefined` where it has no title, or one per language. */
  readonly title: string | undefined;
  readonly isOff: boolean;
  /** As it is written, for a form. */
  readonly written: unknown;
}

/** The rules of a file in their order, those that are off among them; none where it cannot be read. */
export function rulesIn(text: string): readonly ListedRule[] {
  const document = parseDocument(text);
  if (document.errors.length > 0) return [];
  return (rulesOf(document)?.items ?? []).flatMap((item): ListedRule[] => {
    if (!isMap(item)) return [];
    const id: unknown = item.get('id');
    if (typeof id !== 'string') return [];
    const title: unknown = item.get('title');
    return [
      {
        id,
        title: typeof title === 'string' ? title : undefined,
        isOff: item.get('strength') === 'off',
        written: item.toJS(document) as unknown,
      },
    ];
  });
}

/** The id in its file of a rule of an answer: several, `by-membership.2`, may stand there as one. */
export function writtenAs(id: string): string {
  return id.replace(/\.\d+$/, '');
}

/** A column that a file declares so that its rules may use it. */
export interface DeclaredFact {
  readonly fact: string;
  readonly type: 'text' | 'number' | 'boolean' | 'date';
  /** What stands between the values of a cell, where it may hold several: `;`. */
  readonly separator?: string | undefined;
}

/**
 * The text of a rule file with one rule more, under the id that is free and comes closest to `name`;
 * `undefined` if the text cannot be read.
 */
export function withNewRule(
  text: string,
  name: string,
  rule: Readonly<Record<string, unknown>>,
  facts: readonly DeclaredFact[],
): { readonly text: string; readonly id: string } | undefined {
  const edited = edit(text, (document) => {
    const id = freeId(name, rulesIn(text));
    appendRule(document, document.createNode({ id, ...rule }));
    for (const each of facts) declare(document, each);
    return id;
  });
  return edited && { text: edited.text, id: edited.value };
}

/**
 * The text with what changed in a rule written anew; all else of it stays as it is written, comments too. A rule of an
 * extended file is copied into this one first, where it replaces the other.
 *
 * @param extended texts of the files that this one extends, the nearest first.
 * @param before what the rule says, as a form would write it.
 * @param after what it is to say, likewise.
 */
export function withRuleSaying(
  text: string,
  extended: readonly string[],
  id: string,
  { before, after }: { readonly before: Written; readonly after: Written },
  facts: readonly DeclaredFact[],
): string | undefined {
  return edit(text, (document) => {
    const node = ownRule(document, extended, id);
    if (node === undefined) return;
    writeChanges(document, node, before, after);
    for (const each of facts) declare(document, each);
  })?.text;
}

/** The text without a rule. */
export function withoutRule(text: string, id: string): string | undefined {
  return edit(text, (document) => {
    const rules = rulesOf(document);
    if (rules === undefined) return;
    leaveAnchors(document, ruleOf(document, id));
    rules.items = rules.items.filter((item) => !(isMap(item) && item.get('id') === id));
    if (rules.items.length === 0) document.delete('rules');
  })?.text;
}

/** The text with a rule once more below itself, under an id of its own. */
export function withCopy(text: string, id: string): string | undefined {
  return edit(text, (document) => {
    const rules = rulesOf(document);
    const node = ruleOf(document, id);
    if (rules === undefined || node === undefined) return;
    const copy = { ...(node.toJS(document) as object), id: freeId(id, rulesIn(text)) };
    rules.items.splice(rules.items.indexOf(node) + 1, 0, document.createNode(copy));
  })?.text;
}

/** The text with a rule one place further up (−1) or down (1). */
export function withMoved(text: string, id: string, step: -1 | 1): string | undefined {
  return edit(text, (document) => {
    const rules = rulesOf(document);
    const node = ruleOf(document, id);
    if (rules === undefined || node === undefined) return;
    const at = rules.items.indexOf(node);
    const other = rules.items[at + step];
    if (other === undefined) return;
    // What the upper one is quoted for below stands there once it comes to be the lower one.
    leaveAnchors(document, step === 1 ? node : other);
    rules.items[at + step] = node;
    rules.items[at] = other;
  })?.text;
}

/** The text with a rule switched off, or on again: as a goal where it has a price, else binding. */
export function withSwitched(text: string, id: string, on: boolean): string | undefined {
  return edit(text, (document) => {
    const node = ruleOf(document, id);
    if (node === undefined) return;
    if (!on) node.set('strength', 'off');
    else if (node.has('weight')) node.set('strength', 'soft');
    else node.delete('strength');
  })?.text;
}

/**
 * The text as if no rule were off, so that it can be said what each would ask; one that is off by its id alone, and
 * stands in an extended file, is what that says.
 */
export function withAllOn(text: string): string {
  const off = rulesIn(text).filter(({ isOff }) => isOff);
  return off.reduce((before, { id, written }) => {
    const switched = saysKind(written) ? withSwitched(before, id, true) : withoutRule(before, id);
    return switched ?? before;
  }, text);
}

/** Keys of a rule that say nothing of what it asks. */
const BESIDE_KIND: ReadonlySet<string> = new Set(['id', 'title', 'source', 'strength', 'weight']);

function saysKind(written: unknown): boolean {
  return (
    typeof written === 'object' &&
    written !== null &&
    Object.keys(written).some((key) => !BESIDE_KIND.has(key))
  );
}

/** The text with further columns declared. */
export function withDeclared(text: string, facts: readonly DeclaredFact[]): string | undefined {
  return edit(text, (document) => {
    for (const each of facts) declare(document, each);
  })?.text;
}

/** The objective of a file as it is written; absent: nothing is aimed at. */
export function writtenObjective(text: string): unknown {
  const document = parseDocument(text);
  if (document.errors.length > 0) return undefined;
  return (document.toJS() as { readonly objective?: unknown } | null)?.objective ?? [];
}

/** The text with another objective. */
export function withObjective(
  text: string,
  objective: readonly object[],
  facts: readonly DeclaredFact[],
): string | undefined {
  return edit(text, (document) => {
    if (objective.length === 0) document.delete('objective');
    else document.set('objective', document.createNode(objective));
    for (const each of facts) declare(document, each);
  })?.text;
}

/** Edits a text as a document, comments and all else as they were; `undefined` if it cannot be read. */
function edit<Value>(
  text: string,
  change: (document: Document) => Value,
): { readonly text: string; readonly value: Value } | undefined {
  const document = parseDocument(text);
  if (document.errors.length > 0) return undefined;
  const value = change(document);
  return { text: document.toString({ lineWidth: 0 }), value };
}

function rulesOf(document: Document): YAMLSeq | undefined {
  const rules = document.get('rules');
  return isSeq(rules) ? rules : undefined;
}

function ruleOf(document: Document, id: string): YAMLMap | undefined {
  const found = rulesOf(document)?.items.find((item) => isMap(item) && item.get('id') === id);
  return isMap(found) ? found : undefined;
}

function declare(document: Document, { fact, type, separator }: DeclaredFact): void {
  if (!document.has('facts')) document.set('facts', document.createNode({}));
  if (!document.hasIn(['facts', fact])) {
    const declared =
      separator === undefined ? type : document.createNode({ type, separator }, { flow: true });
    document.setIn(['facts', fact], declared);
  }
}

/** A name in the letters that ids have: `Khu vực: Bắc` is `khu-vuc-bac`; with a number where it is taken. */
function freeId(name: string, taken: readonly Pick<ListedRule, 'id'>[]): string {
  const plain = hyphenated(name).slice(0, 40).replace(/-$/, '');
  const base = plain === '' ? 'rule' : plain.replace(/-\d+$/, '');
  const isFree = (id: string): boolean => taken.every((each) => each.id !== id);
  if (isFree(base)) return base;
  let number = 2;
  while (!isFree(`${base}-${number}`)) number += 1;
  return `${base}-${number}`;
}
