/** What is wrong with a bound, in English. */
export const boundsEn = {
  'rules.amount-too-fine': () =>
    'the bound is too large or too fine: at most six decimals, and digits that a computer counts exactly',
  'rules.average-stays': () =>
    'the bound of an average for each group cannot move in a way out; leave relaxCost out, or write never',
  'rules.round-and-exact': () =>
    'what is rounded is off by whole members; leave out either round or deviation: exact',
};
