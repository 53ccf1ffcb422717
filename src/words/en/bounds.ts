import { enumerate, formatNumber } from '../number.ts';

/** What is wrong with a bound, in English. */
export const boundsEn = {
  'rules.amount-too-fine': () =>
    'the bound is too large or too fine: at most six decimals, and digits that a computer counts exactly',
  'rules.average-stays': () =>
    'the bound of an average for each group cannot move in a way out; leave relaxCost out, or write never',
  'rules.with-limits': (p: {
    readonly sentence: string;
    readonly min: string | undefined;
    readonly max: string | undefined;
  }) => {
    const ends = [
      ...(p.min === undefined ? [] : [`down to ${p.min}`]),
      ...(p.max === undefined ? [] : [`up to ${p.max}`]),
    ];
    return `${p.sentence}; where no slate exists it may move ${ends.join(' and ')}`;
  },
  'rules.with-prices': (p: {
    readonly sentence: string;
    readonly each: string;
    readonly steps: readonly { readonly beyond: string; readonly isPart: boolean; readonly each: string }[];
  }) => {
    const steps = p.steps.map(
      ({ beyond, isPart, each }) => `beyond ${beyond}${isPart ? ' of the bound' : ''}: ${each}`,
    );
    return `${p.sentence}; moving the bound by one costs ${[p.each, ...steps].join(', ')}`;
  },
  'rules.bad-step': ({ found }: { readonly found: string }) =>
    `beyond needs how many, a number above 0, or which part of the bound, such as 25 %, and not “${found}”`,
  'rules.step-of-part': ({ allowed }: { readonly allowed: readonly string[] }) =>
    `a part of the bound is a number of members in ${enumerate(allowed, 'en')} alone; here write beyond: 2`,
  'rules.steps-in-order': () =>
    'each step begins farther than the one before it, all in numbers or all in parts of the bound',
  'rules.step-no-dearer': (p: { readonly each: number; readonly before: number }) =>
    `each (${p.each}) must be more than before this step (${p.before}): the farther a bound moves, the dearer`,
  'rules.relax-to-nothing': () =>
    'relaxTo says how far the bound of a count, a difference, a share, a sum or an average may move; groups, choice, ifAny and bounds by size have none that it could say this of, and it does not go with per: unit or relaxCost: never',
  'rules.relax-to-no-bound': ({ side }: { readonly side: 'min' | 'max' }) =>
    `the rule has no ${side} that could move; leave it out of relaxTo`,
  'rules.relax-to-closer': (p: { readonly side: 'min' | 'max'; readonly limit: string }) =>
    `a way out only loosens a bound, and ${p.limit} is tighter than the ${p.side} of the rule; give one that is ${p.side === 'min' ? 'less' : 'more'}`,
  'rules.bound-beside-table': ({ key }: { readonly key: string }) =>
    `bySize has the bounds; leave out ${key}, or write it for each size in the table`,
  'rules.sizes-overlap': (p: { readonly size: number; readonly line: number }) =>
    `bounds for a size of ${p.size} already stand on line ${p.line}; give each size once`,
  'rules.size-without-line': ({ size }: { readonly size: number }) =>
    `the slate may have ${size} members, and no line of the table says what then holds; add one, with min: 0 where nothing does`,
  'rules.by-size-of-slate': () =>
    'bySize goes by the size of one slate; it goes neither with per: unit nor with titles or a list, which are more than one slate',
  'rules.grouped-number': (p: { readonly found: string; readonly value: number }) =>
    `“${p.found}” is ${p.value} here; write ${p.found.replace('.', '')} for thousands, or ${p.value}`,
  'rules.proportion-to-nothing': () =>
    'every number is 0, so there is nothing to be in proportion to; give each group its number',
  'rules.proportion-to-what': () =>
    'to what is missing: write to: { party: 1203, … }, or table: { file: membership.csv, group: …, number: … } for a table beside this file',
  'rules.proportion-twice': () => 'the numbers stand in “to” as well as in a table; leave one out',
  'rules.no-table': () =>
    'this is neither CSV in UTF-8 nor a workbook that can be read; save it again as CSV UTF-8 or XLSX',
  'rules.no-membership-table': ({ file }: { readonly file: string }) =>
    `there is no table “${file}” that could be read beside this file; write the name of a .csv, .xlsx, .ods or .xls without a folder`,
  'rules.membership-line': () => 'a quotation mark that does not close, or text after a closing one',
  'rules.no-membership-column': (p: { readonly name: string; readonly allowed: readonly string[] }) =>
    `the table has no column “${p.name}” in its first line; there are ${enumerate(p.allowed, 'en')}`,
  'rules.membership-without-group': ({ number }: { readonly number: string }) =>
    `${number} stands beside no group; a row of totals is to be left out`,
  'rules.membership-twice': ({ group }: { readonly group: string }) =>
    `“${group}” stands in an earlier row, too; give each group one number`,
  'rules.membership-number': (p: { readonly group: string; readonly number: string }) =>
    `“${p.number}” for “${p.group}” is no whole number from 0 up; write digits alone, 1203`,
  'rules.membership-empty': () => 'the table has no row below its headings',
  'rules.each-beyond-seats': (p: {
    readonly each: number;
    readonly groups: number;
    readonly seats: number;
  }) =>
    `${p.each} for each of ${p.groups} groups are more than the ${p.seats} seats; lower each, or raise seats`,
  'rules.shares-and-seats': (p: { readonly shared: number; readonly seats: number }) =>
    `the rounded shares come to ${p.shared}, not to the ${p.seats} seats; take round: largest-remainder, dhondt or sainte-lague, which give all seats, or either, which lets both neighbours of a share do`,
  'rules.proportion-sentence': (p: {
    readonly sentence: string;
    readonly number: number;
    readonly all: number;
    readonly seats: number;
    readonly each: number;
  }) =>
    `${p.sentence}: of ${formatNumber(p.seats, 'en')} seats ${p.each > 0 ? `${formatNumber(p.each, 'en')} to each, the rest ` : ''}in proportion to ${formatNumber(p.number, 'en')} of ${formatNumber(p.all, 'en')}`,
  'rules.round-and-exact': () =>
    'what is rounded is off by whole members; leave out either round or deviation: exact',
};
