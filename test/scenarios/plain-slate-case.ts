import type { Pool } from '../../src/pool/pool.ts';
import { type SlateCase } from '../../src/check/slate-case.ts';
import { type PlainCase, tableOf } from '../random-case.ts';
import { type Decisions, NO_DECISIONS } from '../../src/pool/decisions.ts';

/** A random case as the library's questions take it. */
export function caseOf({ candidates, ruleSet }: PlainCase, decisions: Decisions = NO_DECISIONS): SlateCase {
  const facts = tableOf(candidates);
  const pool: Pool = {
    ...facts,
    file: 'random',
    names: facts.ids,
    headings: ['id', 'name'],
    extras: new Map(),
    notices: [],
    accepted: new Set(),
    columns: new Map(),
    sha256: '',
    placeOf: () => ({ file: 'random' }),
    writtenAs: () => undefined,
    asWritten: () => undefined,
  };
  return { pool, facts, ruleSet, decisions };
}
