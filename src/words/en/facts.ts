import { containedIn } from '../contained-fact.ts';
import { datedFact } from '../dated-fact.ts';
import { placesFact, type PlacesFact } from '../places-fact.ts';
import { formatNumber } from '../number.ts';
import { ownProperty } from '../own-property.ts';

/** What the facts that Slate knows are called in English. */
export const FACT_TITLES: Readonly<Record<string, string>> = {
  id: 'id',
  name: 'name',
  gender: 'gender',
  birthDate: 'date of birth',
  age: 'age',
  bloc: 'bloc',
  unit: 'unit',
  homeUnit: 'home unit',
  post: 'post',
  ethnicity: 'ethnicity',
  nativePlace: 'native place',
  family: 'family',
  joinedParty: 'date of joining the Party',
  joinedPartyFull: 'date of full Party membership',
  degree: 'degree',
  civilGrade: 'civil-service grade',
  politicalTheory: 'political theory',
  source: 'source',
  incumbent: 'incumbent',
  newcomer: 'newcomer',
  monthsToRetirement: 'months to retirement',
  appraisal: 'mean appraisal',
  lastAppraisal: 'last appraisal',
  examScore: 'examination score',
  termsInPost: 'terms in post',
  title: 'title',
  titles: 'titles held',
  combined: 'combined post',
  local: 'local',
  stays: 'stays in post',
  rotation: 'rotation',
  consecutiveTerms: 'consecutive terms',
  currentUnit: 'present unit',
  'unit.kind': 'kind of unit',
  'unit.bloc': 'bloc of the unit',
  place: 'place',
  part: 'part of the list',
};

const APPRAISALS: Readonly<Record<string, string>> = {
  excellent: 'excellent',
  good: 'good',
  completed: 'completed',
  'not-completed': 'not completed',
};

const VALUES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  gender: { female: 'female', male: 'male', other: 'of another gender' },
  politicalTheory: {
    none: 'none',
    elementary: 'elementary',
    intermediate: 'intermediate',
    advanced: 'advanced',
  },
  source: {
    planning: 'planning list',
    examination: 'competitive examination',
    proposal: 'personnel proposal',
  },
  lastAppraisal: APPRAISALS,
  rotation: {
    none: 'no move',
    'city-to-ward': 'from the city to a ward',
    'ward-to-city': 'from a ward to the city',
    'ward-to-ward': 'from ward to ward',
    'between-blocs': 'between blocs',
    'between-departments': 'between departments',
  },
  part: { seat: 'seats', surplus: 'surplus', reserve: 'reserve' },
  'unit.kind': { ward: 'ward', commune: 'commune', town: 'town', city: 'city' },
  bloc: {
    party: 'Party organs',
    government: 'government',
    front: 'Front and mass organizations',
    'internal-affairs': 'internal affairs and armed forces',
    ward: 'wards and communes',
    village: 'villages',
    enterprise: 'enterprises and public services',
  },
};

/** What a fact is called in English; unknown facts stand for themselves. */
export function factTitle(fact: string): string {
  const year = /^appraisal(\d{4})$/.exec(fact)?.[1];
  if (year !== undefined) return `appraisal of ${year}`;
  const stretch = placesFact(fact);
  if (stretch !== undefined) return stretchTitle(stretch);
  const inside = containedIn(fact);
  if (inside !== undefined) return `“${inside.value}” among ${factTitle(inside.column)}`;
  const { fact: known, day } = datedFact(fact);
  const title = ownProperty(FACT_TITLES, known) ?? known;
  return day === undefined ? title : `${title} on ${day}`;
}

/** A fact's value in English words; other values stand for themselves. */
export function valueWord(fact: string, value: string | number | boolean): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return formatNumber(value, 'en');
  const known = datedFact(fact).fact;
  const words = /^appraisal\d{4}$/.test(fact) ? APPRAISALS : ownProperty(VALUES, known);
  return ownProperty(words, value) ?? value;
}

function stretchTitle({ length, from, to }: PlacesFact): string {
  return `block of ${length} places from ${from} to ${to}`;
}
