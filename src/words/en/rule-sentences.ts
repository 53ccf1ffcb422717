import {
  bound,
  bySize,
  forEach,
  NOUNS,
  WHO,
  BE,
  NOT_BE,
  HAVE,
  NOT_HAVE,
  HOLD,
  NOT_HOLD,
  BORN,
  dayOrNumber,
  isShown,
  withArticle,
} from '../english-rule-words.ts';
import { containedIn } from '../contained-fact.ts';
import { datedFact } from '../dated-fact.ts';
import { declaredColumn, type DeclaredColumn } from '../declared-column.ts';
import { eitherOf, roundedWords } from '../number.ts';
import type {
  AmountSentence,
  CountSentence,
  DifferenceSentence,
  FactTest,
  GroupsSentence,
  Limit,
  Mood,
  RequireSentence,
  ShareSentence,
  SizedSentence,
  SizesSaid,
} from '../sentence.ts';
import { FACT_TITLES, factTitle, valueWord } from './facts.ts';

/** Facts that count something, so that their title can follow the number. */
const COUNTING: ReadonlySet<string> = new Set([
  'monthsToRetirement',
  'termsInPost',
  'consecutiveTerms',
  'titles',
]);

function either(words: readonly string[]): string {
  return eitherOf(words, 'en');
}

function ofAge(low: Limit | undefined, high: Limit | undefined): string {
  if (low !== undefined && high !== undefined) {
    return low.inclusive && high.inclusive
      ? `aged ${dayOrNumber(low.value)} to ${dayOrNumber(high.value)}`
      : `aged ${low.inclusive ? 'at least' : 'over'} ${dayOrNumber(low.value)} and ${high.inclusive ? 'at most' : 'under'} ${dayOrNumber(high.value)}`;
  }
  if (low !== undefined)
    return low.inclusive ? `${dayOrNumber(low.value)} or older` : `over ${dayOrNumber(low.value)}`;
  if (high === undefined) return 'of any age';
  return high.inclusive ? `${dayOrNumber(high.value)} or younger` : `under ${dayOrNumber(high.value)}`;
}

function amount(low: Limit | undefined, high: Limit | undefined): string {
  const least = low && `${low.inclusive ? 'at least' : 'more than'} ${dayOrNumber(low.value)}`;
  const most = high && `${high.inclusive ? 'at most' : 'less than'} ${dayOrNumber(high.value)}`;
  return [least, most].filter((part) => part !== undefined).join(' and ');
}

/** Where on a list somebody stands. */
function atPlaces(low: Limit | undefined, high: Limit | undefined): string {
  const from = low && Number(low.value) + (low.inclusive ? 0 : 1);
  const to = high && Number(high.value) - (high.inclusive ? 0 : 1);
  if (from === undefined) return `among the first ${dayOrNumber(to ?? 0)} places`;
  return to === undefined
    ? `at place ${dayOrNumber(from)} or behind`
    : `at places ${dayOrNumber(from)} to ${dayOrNumber(to)}`;
}

function onDays(low: Limit | undefined, high: Limit | undefined): string {
  const since = low && `${low.inclusive ? 'on or after' : 'after'} ${dayOrNumber(low.value)}`;
  const until = high && `${high.inclusive ? 'on or before' : 'before'} ${dayOrNumber(high.value)}`;
  return [since, until].filter((part) => part !== undefined).join(' and ');
}

function range(fact: string, low: Limit | undefined, high: Limit | undefined, mood: Mood): string {
  const [be, have] = [BE[mood], HAVE[mood]];
  if (fact === 'age') return `${be} ${ofAge(low, high)}`;
  if (fact === 'place') return `${be} ${atPlaces(low, high)}`;
  const column = declaredColumn(fact, FACT_TITLES);
  if (column !== undefined) return declaredRange(column, low, high, mood);
  if (typeof (low ?? high)?.value === 'string') {
    if (fact === 'birthDate') return `${BORN[mood]} born ${onDays(low, high)}`;
    if (fact === 'joinedParty')
      return `${mood === 'must' ? 'must have ' : ''}joined the Party ${onDays(low, high)}`;
  }
  if (COUNTING.has(fact)) return `${have} ${amount(low, high)} ${factTitle(fact)}`;
  return `${have} ${withArticle(factTitle(fact))} of ${amount(low, high)}`;
}

/** A declared column may have any name, also one in the plural: it is quoted and goes without an article. */
function declaredRange(
  column: DeclaredColumn,
  low: Limit | undefined,
  high: Limit | undefined,
  mood: Mood,
): string {
  const isDate = typeof (low ?? high)?.value === 'string';
  const what = isDate ? `a date ${onDays(low, high)}` : amount(low, high);
  return declared(column, what, BE[mood], HAVE[mood]);
}

/** What stands in a declared column; a column of the units is said of the unit. */
function declared({ of, name }: DeclaredColumn, what: string, be: string, have: string): string {
  return of === 'unit' ? `${be} in a unit that has ${what} as “${name}”` : `${have} ${what} as “${name}”`;
}

function flag(fact: string, yes: boolean, mood: Mood): string {
  const be = yes ? BE[mood] : NOT_BE[mood];
  if (fact === 'newcomer') return `${be} ${mood === 'many' ? 'newcomers' : 'a newcomer'}`;
  if (fact === 'incumbent') return `${be} ${mood === 'many' ? 'incumbents' : 'an incumbent'}`;
  if (fact === 'local') return `${be} held by ${mood === 'many' ? 'locals' : 'a local'}`;
  if (fact === 'combined') return `${yes ? HAVE[mood] : NOT_HAVE[mood]} a combined post`;
  if (fact === 'stays') return `${be} ${mood === 'many' ? 'reappointments' : 'a reappointment'}`;
  const column = declaredColumn(fact, FACT_TITLES);
  return column?.of === 'unit'
    ? `${be} in a unit marked “${column.name}”`
    : `${be} marked “${factTitle(fact)}”`;
}

function oneOf(
  fact: string,
  values: readonly (string | number | boolean)[],
  negated: boolean,
  mood: Mood,
): string {
  const be = negated ? NOT_BE[mood] : BE[mood];
  const have = negated ? NOT_HAVE[mood] : HAVE[mood];
  const first = values[0];
  if (values.length === 1 && typeof first === 'boolean') return flag(fact, first !== negated, mood);
  const words = values.map((value) => (isShown(value) ? dayOrNumber(value) : valueWord(fact, value)));
  const quoted = either(words.map((word) => `“${word}”`));
  if (fact === 'gender') return `${be} ${either(words)}`;
  if (fact === 'age') return `${be} ${either(words)} years old`;
  if (fact === 'bloc') return `${be} in the bloc ${quoted}`;
  if (fact === 'place') return `${be} at place ${either(words)}`;
  if (fact === 'part') return `${be} on the list as ${quoted}`;
  if (fact === 'unit') return `${be} in ${either(words)}`;
  if (fact === 'unit.kind') return `${be} in a unit of the kind ${quoted}`;
  if (fact === 'unit.bloc') return `${be} in a unit of the bloc ${quoted}`;
  if (fact === 'rotation' && !values.includes('none'))
    return `${be} ${mood === 'many' ? 'moves' : 'a move'} ${either(words)}`;
  if (fact === 'title') return `${(negated ? NOT_HOLD : HOLD)[mood]} the title ${quoted}`;
  const column = declaredColumn(fact, FACT_TITLES);
  if (column !== undefined)
    return declared(column, typeof first === 'number' ? either(words) : quoted, be, have);
  return typeof first === 'number'
    ? `${have} ${withArticle(factTitle(fact))} of exactly ${either(words)}`
    : `${have} ${quoted} as ${factTitle(fact)}`;
}

function predicate(fact: string, test: FactTest, mood: Mood): string {
  switch (test.kind) {
    case 'is':
      return oneOf(fact, test.values, test.negated, mood);
    case 'range':
      return range(fact, test.low, test.high, mood);
    case 'contains':
      return `${(test.negated ? NOT_HAVE : HAVE)[mood]} “${test.value}” among ${factTitle(containedIn(fact)?.column ?? fact)}`;
    case 'holds':
      return `${(test.negated ? NOT_HOLD : HOLD)[mood]} the title “${test.title}”`;
  }
}

function numbered(sentences: readonly string[]): string {
  return sentences.map((each, index) => `(${index + 1}) ${closing(each)}`).join('; ');
}

/** A sentence inside another one. */
function closing(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function opening(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A fact that is added up: a declared column is quoted, since it may have any name. */
function added(fact: string): string {
  const dated = datedFact(fact);
  const column = declaredColumn(dated.fact, FACT_TITLES);
  const named = column === undefined ? factTitle(dated.fact) : `“${column.name}”`;
  return dated.day === undefined ? named : `${named} on ${dayOrNumber(dated.day)}`;
}

/** How rules read in English. */
export const ruleSentencesEn = {
  'rules.fact': ({ fact }: { readonly fact: string }) => factTitle(fact),
  'rules.value': ({ fact, value }: { readonly fact: string; readonly value: string | number | boolean }) =>
    valueWord(fact, value),
  /** What is said of one member or of several: `is female`, `are female`. */
  'rules.predicate': ({
    fact,
    test,
    mood,
  }: {
    readonly fact: string;
    readonly test: FactTest;
    readonly mood: Mood;
  }) => {
    const dated = datedFact(fact);
    const said = predicate(dated.fact, test, mood);
    return dated.day === undefined ? said : `${said} on ${dayOrNumber(dated.day)}`;
  },
  'rules.titles-together': ({ titles }: { readonly titles: readonly string[] }) => titles.join(' and '),
  /** Parts that are several things themselves arrive in brackets. */
  'rules.all': ({ parts }: { readonly parts: readonly string[] }) => parts.join(' and '),
  'rules.any': ({ parts }: { readonly parts: readonly string[] }) => parts.join(' or '),
  'rules.bound': ({ min, max }: { readonly min?: string | undefined; readonly max?: string | undefined }) =>
    bound(min, max),
  'rules.bound-of-all': () => 'every member',
  'rules.count-sentence': ({ min, max, predicate, groups, per }: CountSentence) => {
    const [one, many] = NOUNS[per];
    const number =
      max === 0
        ? 'no'
        : bound(
            min === undefined ? undefined : dayOrNumber(min),
            max === undefined ? undefined : dayOrNumber(max),
          );
    const noun = (max ?? min) === 1 || max === 0 ? one : many;
    // A unit counts if somebody in it does.
    if (per === 'unit') {
      return opening(
        [number, noun, ...(predicate === undefined ? ['staffed'] : ['with somebody who', predicate])].join(
          ' ',
        ),
      );
    }
    return opening(
      [number, noun, ...(predicate === undefined ? [] : [predicate])].join(' ') + forEach(groups),
    );
  },
  'rules.sized-sentence': ({ predicate, groups, ...sizes }: SizedSentence) => {
    const who = predicate === undefined ? 'members' : `members who ${predicate}`;
    return opening(`${who}${forEach(groups)}, by the size of the slate: ${bySize(sizes)}`);
  },
  'rules.bound-by-size': (sizes: SizesSaid) => bySize(sizes),
  'rules.difference-sentence': ({ one, other, max, groups, per }: DifferenceSentence) => {
    const [first, second] = [one, other].map((side) => `the ${NOUNS[per][1]} ${WHO[per]} ${side}`);
    const far = max === 0 ? 'are equally many' : `differ by at most ${dayOrNumber(max)} in number`;
    return opening(`${first} and ${second} ${far}${forEach(groups)}`);
  },
  'rules.groups-sentence': ({ min, max, facts, several, predicate }: GroupsSentence) => {
    const one = (max ?? min) === 1;
    const number =
      max === 0
        ? 'no'
        : bound(
            min === undefined ? undefined : dayOrNumber(min),
            max === undefined ? undefined : dayOrNumber(max),
          );
    const by = `by ${facts.map(factTitle).join(' and ')}`;
    const who = predicate === undefined ? '' : ` by somebody who ${predicate}`;
    const isOne = one || max === 0;
    const counted = several
      ? `${isOne ? 'value' : 'different values'} of ${facts.map(factTitle).join(' and ')}`
      : `${isOne ? 'group' : 'groups'} ${by}`;
    return opening(`${number} ${counted} ${isOne ? 'is' : 'are'} represented${who}`);
  },
  'rules.choice-sentence': ({ min, parts }: { readonly min: number; readonly parts: readonly string[] }) =>
    `At least ${dayOrNumber(min)} of these ${dayOrNumber(parts.length)} rules ${min === 1 ? 'is' : 'are'} kept: ${numbered(parts)}`,
  'rules.if-any-sentence': ({ predicate, need }: { readonly predicate: string; readonly need: string }) =>
    `If any member ${predicate}: ${closing(need)}`,
  'rules.bound-of-rules': ({ min, all }: { readonly min: number; readonly all: number }) =>
    `at least ${dayOrNumber(min)} of ${dayOrNumber(all)} rules`,
  'rules.bound-of-condition': ({ min }: { readonly min: number }): string =>
    min > 0 ? 'where anybody is of that kind' : 'not asked for',
  'rules.share-sentence': ({ min, max, predicate, of, groups, round, per }: ShareSentence) => {
    const many = NOUNS[per][1];
    if (per === 'unit') {
      const base = of === undefined ? 'units' : `units with somebody who ${of}`;
      return opening(
        `${bound(min, max)} of ${base} have somebody who ${predicate}${roundedWords(round, 'en')}`,
      );
    }
    const said =
      of === undefined
        ? opening(`${bound(min, max)} of ${many} ${predicate}`)
        : `Of the ${many} ${WHO[per]} ${of}, ${bound(min, max)} ${predicate}`;
    return said + forEach(groups) + roundedWords(round, 'en');
  },
  'rules.amount-sentence': ({ kind, fact, min, max, predicate, groups, cellless, per }: AmountSentence) => {
    const what = `${kind === 'sum' ? 'the sum' : 'the average'} of ${added(fact)}`;
    const who =
      predicate === undefined ? `all ${NOUNS[per][1]}` : `the ${NOUNS[per][1]} ${WHO[per]} ${predicate}`;
    const none = cellless ? ' (an empty cell does not count)' : '';
    return opening(`${what} over ${who} is ${bound(min, max)}${forEach(groups)}${none}`);
  },
  'rules.require-sentence': ({ where, satisfy, per }: RequireSentence) =>
    `Every ${NOUNS[per][0]}${where === undefined ? '' : ` ${WHO[per]} ${where}`} ${satisfy}`,
  'rules.objective': () => 'Merit',
};
