import type { Language } from '../../words/language.ts';
import { type Document, isMap, isSeq, type Node, parseDocument, type YAMLMap } from 'yaml';

/** What is written anew of one rule; what is left out stays as it is written. */
export interface RuleEdit {
  /** The bounds that move, in members, as a share from 0 to 1 or in the fact that is added up; `null`: no bound. */
  readonly bounds?: { readonly min?: number | null; readonly max?: number | null };
  readonly strength?: 'hard' | 'soft' | 'off';
  /** Price per member missing or too many. */
  readonly weight?: number;
}

/**
 * The text of a rule file with one rule written anew, comments and all else as they were. A rule of an
 * extended file is copied into this one first, where it replaces the other.
 *
 * @param extended texts of the files that this one extends, the nearest first.
 * @returns `undefined` if no text has the rule, or this one cannot be read.
 */
export function withRule(
  text: string,
  extended: readonly string[],
  rule: string,
  edit: RuleEdit,
): string | undefined {
  const document = parseDocument(text);
  if (document.errors.length > 0) return undefined;
  const node = ownRule(document, extended, rule);
  if (node === undefined) return undefined;
  if (edit.bounds !== undefined) writeBounds(document, node, edit.bounds);
  if (edit.strength !== undefined) node.set('strength', edit.strength);
  if (edit.strength === 'hard') node.delete('weight');
  if (edit.weight !== undefined) node.set('weight', edit.weight);
  return document.toString({ lineWidth: 0 });
}

/** Whether a text is YAML, so that a form can write into it; what it says may be wrong. */
export function isWritable(text: string): boolean {
  return parseDocument(text).errors.length === 0;
}

/** How many people a slate holds. */
export interface SizeOfSlate {
  readonly min: number;
  readonly max: number;
}

/**
 * The text of a rule file with another least or largest size of the slate, which moves the other where it would
 * cross it; `undefined` if it cannot be read.
 *
 * @param known the size where the text itself has none, as a file that extends another.
 */
export function withSize(text: string, known: SizeOfSlate, change: Partial<SizeOfSlate>): string | undefined {
  const document = parseDocument(text);
  if (document.errors.length > 0) return undefined;
  const { min, max } = { ...(sizeIn(document) ?? known), ...change };
  const size = change.min === undefined ? { min: Math.min(min, max), max } : { min, max: Math.max(min, max) };
  document.set('size', document.createNode(size, { flow: true }));
  return document.toString({ lineWidth: 0 });
}

function sizeIn(document: Document): SizeOfSlate | undefined {
  const size: unknown = document.get('size');
  if (typeof size === 'number') return { min: size, max: size };
  const [min, max] = isMap(size) ? [size.get('min'), size.get('max')] : [];
  return typeof min === 'number' && typeof max === 'number' ? { min, max } : undefined;
}

/** What is written anew at the head of a rule file. */
export interface RuleHead {
  readonly title?: string;
  /** The day on which ages and times of service are counted, `YYYY-MM-DD`. */
  readonly referenceDate?: string;
}

/**
 * The text of a rule file with another head; `undefined` if it cannot be read.
 *
 * @param language of the title, where the file has one in each.
 */
export function withHead(text: string, language: Language, head: RuleHead): string | undefined {
  const document = parseDocument(text);
  if (document.errors.length > 0) return undefined;
  const { title, referenceDate } = head;
  if (title !== undefined)
    document.setIn(isMap(document.get('title')) ? ['title', language] : ['title'], title);
  if (referenceDate !== undefined) document.set('referenceDate', referenceDate);
  return document.toString({ lineWidth: 0 });
}

/** The ids of the files that a rule file extends; none where it cannot be read. */
export function extendedIn(text: string): readonly string[] {
  const value: unknown = parseDocument(text).toJS();
  if (typeof value !== 'object' || value === null || !('extends' in value)) return [];
  const ids: unknown[] = Array.isArray(value.extends) ? value.extends : [value.extends];
  return ids.filter((id) => typeof id === 'string');
}

/**
 * A rule of a file; one of an extended file is copied into it first, where it replaces the other.
 *
 * @param extended texts of the files that it extends, the nearest first.
 */
export function ownRule(document: Document, extended: readonly string[], id: string): YAMLMap | undefined {
  return ruleIn(document, id) ?? copied(document, extended, id);
}

/** Puts a rule below those of a file, which may have none yet. */
export function appendRule(document: Document, rule: Node): void {
  const rules = document.get('rules');
  if (isSeq(rules)) {
    rules.flow = false;
    rules.add(rule);
  } else {
    document.set('rules', document.createNode([rule]));
  }
}

function ruleIn(document: Document, id: string): YAMLMap | undefined {
  const rules = document.get('rules');
  if (!isSeq(rules)) return undefined;
  const found = rules.items.find((item) => isMap(item) && item.get('id') === id);
  return isMap(found) ? found : undefined;
}

/** The rule of an extended file, written into this one. */
function copied(document: Document, extended: readonly string[], id: string): YAMLMap | undefined {
  for (const text of extended) {
    const other = parseDocument(text);
    const rule = ruleIn(other, id);
    if (rule === undefined) continue;
    const node = document.createNode(rule.toJS(other));
    if (!isMap(node)) return undefined;
    appendRule(document, node);
    return node;
  }
  return undefined;
}

/** The kinds of rules that have bounds, each by its key. */
const BOUNDED = ['count', 'difference', 'share', 'sum', 'average', 'groups', 'choice'];

function writeBounds(document: Document, rule: YAMLMap, bounds: NonNullable<RuleEdit['bounds']>): void {
  const isShare = rule.has('share');
  const kind = rule.get(BOUNDED.find((key) => rule.has(key)) ?? 'count');
  if (!isMap(kind)) return;
  const exactly: unknown = kind.get('exactly');
  const written = (side: 'min' | 'max'): unknown => {
    const moved = bounds[side];
    // A bound that does not move stays as it is written: a third is no per cent.
    if (moved === undefined) return exactly ?? kind.get(side);
    if (moved === null) return undefined;
    return isShare ? percent(moved) : moved;
  };
  const sides = { min: written('min'), max: written('max') };
  for (const key of ['exactly', 'min', 'max']) kind.delete(key);
  const isExact = sides.min !== undefined && sides.min === sides.max;
  for (const [key, bound] of Object.entries(isExact ? { exactly: sides.min } : sides)) {
    if (bound !== undefined) kind.set(key, document.createNode(bound));
  }
}

/** A share as rule files write it: `12.5 %`. */
function percent(share: number): string {
  return `${Number((share * 100).toFixed(6))} %`;
}
