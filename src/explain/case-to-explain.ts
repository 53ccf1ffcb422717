import type { DecidedCase } from '../optimize/model/decided-case.ts';
import type { StructuralRows } from '../optimize/model/model-options.ts';
import type { RowMeaning } from '../optimize/model/row-meaning.ts';
import type { RowDecisions } from '../pool/decisions.ts';

/**
 * What is to be explained, whatever a row of the table is: a candidate of a slate, or an appointment of
 * a placement.
 */
export interface CaseToExplain {
  readonly decided: DecidedCase;
  readonly decisions: RowDecisions;
  /** Rows that always hold and are nobody's choice: at most one appointment a person, say. */
  readonly structure?: readonly StructuralRows[];
}

/**
 * What can take part in a conflict: the size, a hard rule (all its groups together), or a decision. That
 * nobody holds two appointments and no post two persons is not for anybody to give up.
 */
export type Member =
  | { readonly kind: 'size' }
  | { readonly kind: 'rule'; readonly rule: number }
  | { readonly kind: 'pin' | 'exclude' | 'together' | 'apart'; readonly index: number };

/** The members of a question: the size, the hard rules in their order, the decisions. */
export function membersOf({ decided, decisions }: CaseToExplain): readonly Member[] {
  const rules = decided.rules.flatMap(({ rule }, index): Member[] =>
    rule.strength === 'hard' && rule.standing !== true ? [{ kind: 'rule', rule: index }] : [],
  );
  return [
    { kind: 'size' },
    ...rules,
    ...(['pin', 'exclude', 'together', 'apart'] as const).flatMap((kind) =>
      decisions[kind].map((_, index): Member => ({ kind, index })),
    ),
  ];
}

/** A name of a member that no other member of the question has; also the name of a row's member. */
export function memberKey(member: Member | RowMeaning): string {
  switch (member.kind) {
    case 'size':
      return 'size';
    case 'rule':
      return `rule ${member.rule}`;
    case 'pin':
    case 'exclude':
    case 'together':
    case 'apart':
    case 'differ':
      return `${member.kind} ${member.index}`;
    default:
      return 'structure';
  }
}
