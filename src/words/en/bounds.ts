/** What is wrong with a bound, in English. */
export const boundsEn = {
  'rules.amount-too-fine': () =>
    'the bound is too large or too fine: at most six decimals, and digits that a computer counts exactly',
  'rules.average-stays': () =>
    'the bound of an average for each group cannot move in a way out; leave relaxCost out, or write never',
  'rules.relax-to-nothing': () =>
    'relaxTo says how far the bound of a count, a difference, a share, a sum or an average may move; groups, choice and ifAny have none that it could say this of, and it does not go with per: unit or relaxCost: never',
  'rules.relax-to-no-bound': ({ side }: { readonly side: 'min' | 'max' }) =>
    `the rule has no ${side} that could move; leave it out of relaxTo`,
  'rules.relax-to-closer': (p: { readonly side: 'min' | 'max'; readonly limit: string }) =>
    `a way out only loosens a bound, and ${p.limit} is tighter than the ${p.side} of the rule; give one that is ${p.side === 'min' ? 'less' : 'more'}`,
  'rules.round-and-exact': () =>
    'what is rounded is off by whole members; leave out either round or deviation: exact',
};
