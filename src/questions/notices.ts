import type { OpenCase } from '../opening/open-case.ts';
import { noticeKey, poolNotices } from '../pool/notices/notices.ts';
import type { Pool } from '../pool/pool.ts';
import type { FactTable } from '../rules/facts/fact-table.ts';
import { flatRetirement } from '../rules/facts/retirement-rows.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import type { Notice } from '../check/answer-parts.ts';
import { emptyGroups } from '../slate/empty-groups.ts';
import { factsRead } from '../slate/facts-read.ts';
import { phraseInEach } from '../words/catalogue.ts';
import { datedFact } from '../words/dated-fact.ts';
import { problem, type Problem } from '../words/problem.ts';

/** Notices as answers give them: worded in both languages, each with its place and the key to accept it by. */
export function noticeItems(notices: readonly Problem[]): Notice[] {
  return notices.map((found) => ({
    code: found.code,
    key: noticeKey(found),
    message: phraseInEach(found.code, found.parameters),
    ...(found.place !== undefined && { place: { ...found.place } }),
  }));
}

/** The part of an answer that tells what looks odd in the candidates under the rules; nothing where nothing does. */
export function noticesIn({ pool, asked }: Pick<OpenCase, 'pool' | 'asked'>): {
  readonly notices?: Notice[];
} {
  const notices = noticeItems(foundOnce({ pool, asked }));
  return notices.length === 0 ? {} : { notices };
}

type Odd = Pick<OpenCase, 'pool' | 'asked'>;

/** By the facts of a case: what was found odd, and in what. */
const found = new WeakMap<FactTable, Odd & { readonly notices: readonly Problem[] }>();

/** Whoever moves one person after another asks of the same candidates and rules: looking took a third of a check. */
function foundOnce({ pool, asked }: Odd): readonly Problem[] {
  const before = found.get(asked.facts);
  if (before?.pool === pool && before.asked.ruleSet === asked.ruleSet) return before.notices;
  const notices = oddIn({ pool, asked });
  found.set(asked.facts, { pool, asked, notices });
  return notices;
}

function oddIn({ pool, asked }: Odd): readonly Problem[] {
  // Who could hold a post in a unit is no matter of one candidate.
  const empty = asked.placement === undefined ? emptyGroups(asked.ruleSet, asked.facts) : [];
  return [
    ...poolNotices(pool, asked.ruleSet),
    ...[...empty, ...withoutRetirement(pool, asked.ruleSet)].filter(
      (each) => !pool.accepted.has(noticeKey(each)),
    ),
  ];
}

/** That people are neither female nor male, where months to retirement count and no row of its tables is for them. */
function withoutRetirement({ columns, file }: Pool, ruleSet: RuleSet): readonly Problem[] {
  const column = columns.get('gender');
  if (column === undefined || !('codes' in column)) return [];
  const other = column.values.indexOf('other');
  const isRead = factsRead(ruleSet).some(({ fact }) => datedFact(fact).fact === 'monthsToRetirement');
  if (other === -1 || !isRead) return [];
  const tables = ruleSet.retirement ?? [flatRetirement(ruleSet.retirementAge)];
  const isFor = tables.some(({ rows }) =>
    rows.some(({ where }) => where['gender']?.includes('other') ?? true),
  );
  const people = column.codes.reduce((count, code) => count + Number(code === other), 0);
  return isFor || people === 0 ? [] : [problem('notices.no-retirement', { people }, { file })];
}
