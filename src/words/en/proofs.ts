import { formatNumber } from '../number.ts';

const english = (value: number): string => formatNumber(value, 'en');
const where = (at: readonly string[]): string => (at.length === 0 ? 'at the root' : `at ${at.join(' / ')}`);

/** English sentences of `proofs`. */
export const proofsEn = {
  'proofs.unknown-candidate': ({ id }: { readonly id: string }) => `no candidate ${id} is in the pool`,
  'proofs.twice': ({ id }: { readonly id: string }) => `${id} is on the slate twice`,
  'proofs.barred': ({ id }: { readonly id: string }) =>
    `${id} cannot be on any slate: excluded, not eligible, or a fact is missing`,
  'proofs.row-broken': ({ row }: { readonly row: string }) => `the slate breaks the rule ${row}`,
  'proofs.levels-differ': ({ found, wanted }: { readonly found: number; readonly wanted: number }) =>
    `the proof has ${found} levels, the objective ${wanted}`,
  'proofs.unit': (of: { readonly level: number; readonly found: string; readonly wanted: string }) =>
    `level ${of.level} is counted in steps of ${of.found}; by the rules it is ${of.wanted}`,
  'proofs.value': (of: { readonly level: number; readonly found: number; readonly wanted: number }) =>
    `the slate is said to be worth ${english(of.found)} steps on level ${of.level}; it is worth ${english(of.wanted)}`,
  'proofs.unknown-row': ({ row, at }: { readonly row: string; readonly at: readonly string[] }) =>
    `${where(at)}: there is no rule, split or level ${row}`,
  'proofs.no-goal': ({ row, at }: { readonly row: string; readonly at: readonly string[] }) =>
    `${where(at)}: ${row} is no goal, so it has no steps to count`,
  'proofs.keeps-steps': ({ row, at }: { readonly row: string; readonly at: readonly string[] }) =>
    `${where(at)}: ${row} counts steps of a goal and no candidates, so a leaf cannot keep it`,
  'proofs.too-many-sums': ({ at }: { readonly at: readonly string[] }) =>
    `${where(at)}: the rows that are kept have too many sums to be gone through`,
  'proofs.overpriced': ({ row, at }: { readonly row: string; readonly at: readonly string[] }) =>
    `${where(at)}: the price of ${row} is above what missing the goal costs`,
  'proofs.leaf-kind': ({ at }: { readonly at: readonly string[] }) =>
    `${where(at)}: a bound proves nothing where no slate is claimed`,
  'proofs.leaf-open': (of: {
    readonly at: readonly string[];
    readonly bound: number;
    readonly limit: number;
  }) =>
    `${where(of.at)}: the prices prove a bound of ${english(of.bound)} steps, and it must be below ${english(of.limit)}`,
  'proofs.too-large': () => 'the numbers are too large to be counted exactly',
  'proofs.no-differ': () => 'the proof does not say in how many members its slates differ',
  'proofs.none-before-last': ({ number }: { readonly number: number }) =>
    `slate ${number} is said not to exist, and others follow it`,
  'proofs.worth-differs': ({ number }: { readonly number: number }) =>
    `slate ${number} is said to be worth as much as the one before it, which is proven; it is not`,
  'proofs.alternative-unproven': ({ number }: { readonly number: number }) =>
    `the answer says that slate ${number} is proven; its proof does not`,
  'proofs.no-json': () => 'the file holds no JSON object; write one by slate propose --proof FILE',
  'proofs.malformed': ({ message }: { readonly message: string }) => `this is no proof: ${message}`,
  'proofs.too-deep': ({ deepest }: { readonly deepest: number }) =>
    `this is no proof: it is nested more than ${english(deepest)} levels deep`,
  'proofs.points-differ': (of: {
    readonly number: number;
    readonly found: number;
    readonly wanted: number;
  }) =>
    `the answer says that its slate ${of.number} has ${english(of.found)} points; its proof says ${english(of.wanted)}`,
  'proofs.none': () => 'there is no proof here; write one by slate propose --proof FILE',
  'proofs.missing': () => 'the file holds an answer without a proof',
  'proofs.claim-differs': ({ claim, status }: { readonly claim: string; readonly status: string }) =>
    `the answer says ${status}, its proof ${claim}`,
  'proofs.slate-differs': ({ number }: { readonly number: number }) =>
    number === 1
      ? 'the slate of the answer is not the one of its proof'
      : `slate ${number} of the answer is not the one of its proof`,
  'proofs.differ-differs': (of: { readonly found: number; readonly wanted: number }) =>
    `the slates of the answer differ in at least ${of.wanted}, those of its proof in ${of.found}`,
};
