import type { Change, RelaxationAnswer } from '../../../explain/answers.ts';
import type { RuleAnswer } from '../../../service/answers/answers.ts';
import type { Changes, RuleChange, Work } from '../../state/work.ts';

/** What accepting a way out makes of the work. */
interface Accepted {
  readonly relaxed: {
    readonly changes: Changes;
    readonly pin: readonly string[];
    readonly exclude: readonly string[];
    readonly members: readonly string[];
  };
  /**
   * Whether everything that gives way can be written as a changed quota or a dropped decision. People
   * who are let in although they do not satisfy a rule cannot, nor can rules that no file has, as every
   * placement has some: the rule stays, and the slate goes on showing that it breaks it.
   */
  readonly complete: boolean;
}

/** The work after a way out was accepted: bounds moved, rules or decisions dropped, its slate in hand. */
export function acceptedBy(
  { changes, slate }: Pick<RelaxationAnswer, 'changes' | 'slate'>,
  work: Pick<Work, 'changes' | 'pin' | 'exclude'>,
  rules: readonly Pick<RuleAnswer, 'id'>[],
): Accepted {
  const isWritten = (id: string): boolean =>
    id === 'size' || id.includes(':') || rules.some((rule) => rule.id === id);
  const written = changes.filter(({ rule }) => isWritten(rule));
  const dropped = (decision: 'pin' | 'exclude'): ReadonlySet<string> =>
    new Set(changes.map(({ rule }) => rule).flatMap((id) => personIn(id, decision)));
  const [unpinned, readmitted] = [dropped('pin'), dropped('exclude')];
  return {
    relaxed: {
      changes: written.reduce(withChange, work.changes),
      pin: work.pin.filter((id) => !unpinned.has(id)),
      exclude: work.exclude.filter((id) => !readmitted.has(id)),
      members: slate.members,
    },
    complete: changes.every(({ rule, kind }) => kind !== 'exceptions' && isWritten(rule)),
  };
}

/** `pin:HD-001` names a decision on a person. */
function personIn(id: string, decision: string): readonly string[] {
  return id.startsWith(`${decision}:`) ? [id.slice(decision.length + 1)] : [];
}

function withChange(changes: Changes, { rule, kind, bounds }: Change): Changes {
  if (kind === 'exceptions' || rule.includes(':')) return changes;
  if (rule === 'size') {
    const { min, max } = bounds ?? {};
    return typeof min === 'number' && typeof max === 'number' ? { ...changes, size: { min, max } } : changes;
  }
  const moved: RuleChange =
    kind === 'dropped' || bounds === undefined
      ? { strength: 'off' }
      : { min: bounds.min ?? 'none', max: bounds.max ?? 'none' };
  return { ...changes, rules: { ...changes.rules, [rule]: { ...changes.rules[rule], ...moved } } };
}
