import type { Loss, Robustness } from '../../scenarios/answers.ts';

/** What becomes of a slate without one of its members. */
export interface MemberLoss {
  readonly member: string;
  /** What happens if they alone drop out. */
  readonly alone: Loss;
  /** Members whose loss together with theirs cannot be made up for, in ascending order of id. */
  readonly brokenWith: readonly string[];
}

const BADNESS = { broken: 0, mendable: 1, compliant: 2 } as const;

/**
 * The members of a slate, those first on whom it hangs most: who cannot be made up for, alone or with
 * most others, and then for whom there are the fewest replacements.
 */
export function memberLosses({ losses }: Pick<Robustness, 'losses'>): readonly MemberLoss[] {
  const partners = new Map<string, string[]>();
  const note = (member: string, other: string): void => {
    partners.set(member, [...(partners.get(member) ?? []), other]);
  };
  for (const { out } of losses) {
    const [one, other] = out;
    if (one === undefined || other === undefined) continue;
    note(one, other);
    note(other, one);
  }
  return losses
    .filter(({ out }) => out.length === 1)
    .map((alone) => {
      const member = alone.out[0] ?? '';
      return { member, alone, brokenWith: (partners.get(member) ?? []).toSorted() };
    })
    .toSorted(
      (a, b) =>
        BADNESS[a.alone.standing] - BADNESS[b.alone.standing] ||
        b.brokenWith.length - a.brokenWith.length ||
        a.alone.replacements - b.alone.replacements ||
        (a.member < b.member ? -1 : 1),
    );
}
