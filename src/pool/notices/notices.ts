import { leavesOf } from '../../rules/conditions/deciding.ts';
import { nearest } from '../../rules/problems/nearest.ts';
import { ruleNotices } from '../../rules/problems/rule-notices.ts';
import type { Condition, Rule, RuleSet } from '../../rules/rule-set.ts';
import { wordKey } from '../../tables/text/same-word.ts';
import { ownProperty } from '../../words/own-property.ts';
import { problem, type Problem } from '../../words/problem.ts';
import { firstGarbled } from '../../tables/text/garbled.ts';
import { lifeNotices } from './unlikely-lives.ts';
import type { Pool } from '../pool.ts';
import { ProblemList } from '../cells/problem-list.ts';
import { swappedDayNotices } from './swapped-days.ts';
import { booleanOf, columnNamed, folded, meantBy, saysMarks } from '../synonyms.ts';
import type { FactColumn } from '../../rules/facts/fact-table.ts';
import { ownHeading } from '../facts/declared-facts.ts';
import { isNothing } from '../cells/cells.ts';

/** By this a notice is known again, to be accepted once for all: what it says, without the place. */
export function noticeKey({ code, parameters }: Problem): string {
  const said = Object.values(parameters ?? {}).map((each) =>
    Array.isArray(each) ? each.join(', ') : String(each),
  );
  return [code.replace(/^notices\./, ''), ...said].join(' · ');
}

/**
 * What is possible in candidates and rules and looks odd: what the table showed, lives that hardly anybody
 * leads, values that look like others, letters of old encodings, bounds that no slate can keep. Errors are
 * another matter: an answer stands with notices. Those that were accepted are left out.
 *
 * @param ruleSet absent: only what is odd whatever the rules.
 */
export function poolNotices(pool: Pool, ruleSet?: RuleSet): readonly Problem[] {
  const list = new ProblemList(pool.file);
  if (ruleSet !== undefined) lifeNotices(pool, ruleSet.referenceDate, list);
  for (const [name, column] of pool.columns) {
    if (column.type === 'text') valueNotices(pool, name, column.values, list);
    if (column.type === 'date') {
      serialNotices(pool, name, list);
      swappedDayNotices(pool, name, list);
    }
  }
  if (ruleSet !== undefined) {
    unnamedNotices(pool, ruleSet, list);
    markNotices(pool, ruleSet, list);
  }
  garbledNotices(pool, list);
  const ofRules = ruleSet === undefined ? [] : ruleNotices(ruleSet);
  return [...pool.notices, ...list.finish(), ...ofRules].filter(
    (each) => !pool.accepted.has(noticeKey(each)),
  );
}

/** Values of a column beyond which nobody looks for pairs that are alike. */
const MOST_VALUES = 20_000;

/** Spellings that were read as one value, and values that differ in their tone marks alone. */
function valueNotices(
  pool: Pool,
  fact: string,
  values: readonly (string | boolean | null)[],
  list: ProblemList,
): void {
  const written = pool.asWritten(fact);
  // That words of a closed list are spelled in many ways is what its synonyms are for.
  const isClosed = columnNamed(fact)?.kind === 'choice';
  if (isClosed || written === undefined || written.texts.length > MOST_VALUES) return;
  const keptBy = new Map(values.flatMap((each) => (typeof each === 'string' ? [[wordKey(each), each]] : [])));
  const told = new Set<string>();
  for (const text of written.texts) {
    const kept = keptBy.get(wordKey(text));
    const isAsKept = kept === text || meantBy(fact, text) !== undefined;
    if (text === '' || kept === undefined || isAsKept || told.has(text)) continue;
    told.add(text);
    list.addForFile((place) => problem('notices.one-word', { fact, kept, other: text }, place));
  }
  const texts = values.filter((each): each is string => typeof each === 'string');
  for (const alike of Map.groupBy(texts, folded).values()) {
    if (alike.length > 1) list.addForFile((place) => problem('notices.look-alikes', { fact, alike }, place));
  }
}

/** Whole numbers that were read as the days that spreadsheets count. */
function serialNotices(pool: Pool, fact: string, list: ProblemList): void {
  const written = pool.asWritten(fact);
  const serials = (written?.texts ?? []).filter((text) => /^\d{5}$/.test(text));
  for (const value of serials) {
    list.addForFile((place) => problem('notices.serial-date', { fact, value }, place));
  }
}

/** Values that no rule names, where a rule names one that is nearly the same. */
function unnamedNotices(pool: Pool, ruleSet: RuleSet, list: ProblemList): void {
  const named = Map.groupBy(ruleSet.rules.flatMap(conditionsIn).flatMap(leavesOf), ({ fact }) => fact);
  for (const [fact, leaves] of named) {
    const column = pool.columns.get(fact);
    if (column?.type !== 'text' || column.values.length > MOST_VALUES) continue;
    const constants = leaves.flatMap(({ value }) => (Array.isArray(value) ? value : [value]));
    const words = [...new Set(constants.filter((each): each is string => typeof each === 'string'))];
    const keys = new Set(words.map(wordKey));
    const have = new Set(column.values.map((each) => wordKey(String(each))));
    const missing = words.filter((word) => !have.has(wordKey(word)));
    for (const value of column.values) {
      if (typeof value !== 'string' || keys.has(wordKey(value))) continue;
      const near = nearest(value, missing);
      if (near !== undefined && meantBy(fact, value) === undefined) {
        list.addForFile((place) => problem('notices.near-a-rule', { fact, value, near }, place));
      }
    }
  }
}

/** The fact that is worked out from another, of those that marks may stand for. */
const MADE_OF: ReadonlyMap<string, string> = new Map([['newcomer', 'incumbent']]);

/** Columns of marks that rules ask for: an x says yes, and that an empty cell says no stands nowhere. */
function markNotices(pool: Pool, { rules, facts }: RuleSet, list: ProblemList): void {
  const asked = rules.flatMap(conditionsIn).flatMap(leavesOf);
  for (const fact of new Set(asked.map((leaf) => MADE_OF.get(leaf.fact) ?? leaf.fact))) {
    const declared = ownProperty(facts, fact);
    const heading = declared?.type === 'boolean' ? ownHeading(pool, fact) : undefined;
    const used = heading === undefined ? valuesOf(pool.columns.get(fact)) : answersUnder(pool, heading);
    const areMarks = used.has(true) && used.has(null) && !used.has(false);
    if (!areMarks || declared?.default !== undefined) continue;
    const isSaid = heading !== undefined && saysMarks(heading);
    const code = isSaid ? 'notices.blank-is-no' : 'notices.marks-alone';
    list.addForFile((place) => problem(code, { fact }, place));
  }
}

/** What a column of yes and no says at all; nothing of any other. */
function valuesOf(column: FactColumn | undefined): ReadonlySet<unknown> {
  const used = new Set<unknown>();
  if (column?.type === 'boolean') for (const code of column.codes) used.add(column.values[code]);
  return used;
}

/** The same of a column of an office's own. */
function answersUnder(pool: Pool, heading: string): ReadonlySet<unknown> {
  const column = pool.extras.get(heading);
  return new Set(
    [...new Set(column?.codes)].map((code) => {
      const text = column!.texts[code]!;
      return isNothing(text) ? null : booleanOf(text);
    }),
  );
}

function conditionsIn(rule: Rule): readonly Condition[] {
  const { where } = rule;
  const own = where === undefined ? [] : [where];
  if (rule.kind === 'require') return [...own, rule.satisfy];
  if (rule.groups !== undefined && 'where' in rule.groups) own.push(rule.groups.where);
  return rule.kind === 'share' && rule.of !== undefined ? [...own, rule.of] : own;
}

/** Rows whose names are looked at: a file in an old encoding has it from the beginning. */
const LOOKED_AT = 2000;

function garbledNotices(pool: Pool, list: ProblemList): void {
  const names = pool.names.slice(0, LOOKED_AT);
  const found = firstGarbled(names);
  if (found === undefined) return;
  // One is enough to say what is wrong with the file.
  list.add(
    (place) => problem('notices.garbled', { text: names[found.at]!, encoding: found.as }, place),
    () => pool.placeOf(found.at, 'name'),
  );
}
