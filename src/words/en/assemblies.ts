import { count, enumerate, formatNumber } from '../number.ts';

const english = (value: number): string => formatNumber(value, 'en');
const didYouMean = (meant: string | undefined): string =>
  meant === undefined ? '' : `; did you mean “${meant}”?`;

/** What a column was looked for as. */
const USES: Readonly<Record<string, string>> = {
  feature: 'the categories name it',
  household: 'it was named as part of the address',
  id: 'it was named as the column of ids',
};

/** English sentences of `assemblies`: files of the tools for citizens’ assemblies. */
export const assembliesEn = {
  'assemblies.headings': (p: { readonly found: readonly string[]; readonly allowed: readonly string[] }) =>
    `these headings are not those of a category file: ${p.found.length === 0 ? 'there are none' : p.found.join(', ')}; they are one of ${p.allowed.join(' · ')}`,
  'assemblies.heading-twice': ({ heading }: { readonly heading: string }) =>
    `there are two columns “${heading}”; leave one out`,
  'assemblies.lonely-flex': ({ missing }: { readonly missing: string }) =>
    `min_flex and max_flex stand together: ${missing} is missing`,
  'assemblies.columns-ignored': ({ headings }: { readonly headings: readonly string[] }) =>
    `further columns are not read: ${enumerate(headings, 'en')}`,
  'assemblies.no-categories': (_: undefined) => 'the file has headings and no categories',
  'assemblies.no-respondents': (_: undefined) => 'the file has headings and no people',
  'assemblies.empty-cell': (_: undefined) => 'the cell is empty',
  'assemblies.not-whole': ({ found }: { readonly found: string }) =>
    `“${found}” is no number of people; a whole number from 0 is needed`,
  'assemblies.min-over-max': ({ min, max }: { readonly min: number; readonly max: number }) =>
    `the least, ${english(min)}, is more than the most, ${english(max)}`,
  'assemblies.flex-inside': (p: {
    readonly side: 'min' | 'max';
    readonly flex: number;
    readonly bound: number;
  }) =>
    `${p.side}_flex is ${english(p.flex)} and lies inside ${p.side}, ${english(p.bound)}; it says how far that may give way, so it must be ${p.side === 'min' ? 'as low or lower' : 'as high or higher'}`,
  'assemblies.said-twice': (p: {
    readonly feature: string;
    readonly value: string;
    readonly first: number;
  }) => `${p.feature} has “${p.value}” twice, first on line ${english(p.first)}; keep one row`,
  'assemblies.outside-sums': (p: {
    readonly feature: string;
    readonly least: number;
    readonly most: number;
    readonly number: number;
  }) =>
    `by the bounds of ${p.feature} between ${english(p.least)} and ${english(p.most)} people can be selected, not ${english(p.number)}; change the number or the bounds`,
  'assemblies.no-column': (p: {
    readonly heading: string;
    readonly use: 'feature' | 'household' | 'id';
    readonly meant?: string;
  }) => `there is no column “${p.heading}”, though ${USES[p.use] ?? p.use}${didYouMean(p.meant)}`,
  'assemblies.id-twice': ({ id, first }: { readonly id: string; readonly first: number }) =>
    `the id ${id} stands on line ${english(first)}, too; each person has one of their own`,
  'assemblies.unknown-value': (p: {
    readonly feature: string;
    readonly found: string;
    readonly allowed: readonly string[];
    readonly meant?: string;
  }) =>
    `${p.found === '' ? 'the cell is empty' : `“${p.found}” is no value of ${p.feature}`}${didYouMean(p.meant)}${p.found === '' ? '; ' : p.meant === undefined ? '; ' : ' '}the categories have ${enumerate(p.allowed, 'en')}`,
  'assemblies.numbered': ({ people }: { readonly people: number }) =>
    `no column has ids: ${count(people, 'person is', 'people are')} numbered in the order of the rows; name one with --id`,
  'assemblies.no-address': ({ people }: { readonly people: number }) =>
    `${count(people, 'person', 'people')} without a whole address: nobody is taken to live with them`,
  'assemblies.unknown-respondent': ({ id, called }: { readonly id: string; readonly called: string }) =>
    `${id} is nobody in ${called}`,
  'assemblies.number': ({ found }: { readonly found: string }) =>
    `--number ${found} is no number of people; a whole number from 1 is needed`,

  'cli.assembly-summary': () =>
    'files of the tools for citizens’ assemblies: categories as rules, respondents as pool, who was selected as their table',
  'cli.assembly-import': () => 'make rules.yaml and pool.csv of a category file and a table of respondents',
  'cli.assembly-split': () =>
    'write who was selected, and who can still be, with all columns of the respondents',
  'cli.assembly-categories': () =>
    'category,name,min,max · feature,value,min,max · category,feature,min,max, with min_flex,max_flex where bounds may give way',
  'cli.assembly-respondents': () => 'those who may be selected: a column for every category, and for ids',
  'cli.assembly-number': () => 'how many are to be selected',
  'cli.assembly-out': () => 'the folder into which rules.yaml and pool.csv are written',
  'cli.assembly-id': () => 'the column of ids, where it is not called like one',
  'cli.assembly-household': () => 'columns that together tell a household, of which at most one is selected',
  'cli.assembly-seed': () => 'the text from which lots are drawn; the same text, the same lots',
  'cli.assembly-selected': () => 'the file for those who were selected',
  'cli.assembly-remaining': () => 'the file for those who can still be selected',
  'cli.assembly-imported': (p: {
    readonly categories: number;
    readonly values: number;
    readonly people: number | undefined;
    readonly number: number;
  }) =>
    `${count(p.categories, 'category', 'categories')} with ${count(p.values, 'value')}${p.people === undefined ? '' : `, ${count(p.people, 'respondent')}`}, of whom ${english(p.number)} ${p.number === 1 ? 'is' : 'are'} to be selected`,
  'cli.assembly-next': ({ folder }: { readonly folder: string }) =>
    `Now: slate propose --pool ${folder}/pool.csv --rules ${folder}/rules.yaml --out chosen.csv`,
  'cli.assembly-parted': (p: {
    readonly selected: number;
    readonly remaining: number;
    readonly housemates: number;
  }) =>
    `${english(p.selected)} selected, ${english(p.remaining)} remaining${p.housemates === 0 ? '' : `; ${english(p.housemates)} ${p.housemates === 1 ? 'who lives with somebody selected is' : 'who live with somebody selected are'} in neither`}`,
};
