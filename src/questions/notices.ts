import type { OpenCase } from '../opening/open-case.ts';
import { noticeKey, noticesOf } from '../pool/notices.ts';
import type { Notice } from '../slate/answer-parts.ts';
import { emptyGroups } from '../slate/empty-groups.ts';
import { withoutRetirement } from '../slate/without-retirement.ts';
import { phraseInEach } from '../words/catalogue.ts';
import type { Problem } from '../words/problem.ts';

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
  // Who could hold a post in a unit is no matter of one candidate.
  const empty = asked.placement === undefined ? emptyGroups(asked.ruleSet, asked.facts) : [];
  const notices = noticeItems([
    ...noticesOf(pool, asked.ruleSet),
    ...[...empty, ...withoutRetirement(pool, asked.ruleSet)].filter(
      (each) => !pool.accepted.has(noticeKey(each)),
    ),
  ]);
  return notices.length === 0 ? {} : { notices };
}
