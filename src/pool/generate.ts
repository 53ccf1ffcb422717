import { daysFromCivil, isoText } from './civil-date.ts';
import {
  ETHNICITIES,
  FAMILY_NAMES,
  GIVEN_NAMES,
  MADE_UP_BLOCS,
  MIDDLE_NAMES,
  NATIVE_PLACES,
  WARDS,
  WOMENS_UNION,
  YOUTH_UNION,
  type MadeUpBloc,
} from './made-up.ts';
import { Random } from './random.ts';
import { csvLine } from './write-csv.ts';

/** The columns of a made-up pool, in the order of its file. */
export const GENERATED_HEADINGS = [
  'id',
  'name',
  'gender',
  'birthDate',
  'ethnicity',
  'nativePlace',
  'bloc',
  'unit',
  'homeUnit',
  'post',
  'joinedParty',
  'degree',
  'politicalTheory',
  'civilGrade',
  'source',
  'incumbent',
  'appraisal2017',
  'appraisal2018',
  'appraisal2019',
  'examScore',
  'termsInPost',
  'family',
] as const;

/** A made-up candidate as the texts of their cells. */
export type GeneratedCandidate = Readonly<Record<(typeof GENERATED_HEADINGS)[number], string>>;

/** What may be varied in a made-up pool. */
export interface PoolShape {
  /** The year at which the ages are right; 2020 if absent. */
  readonly referenceYear?: number;
  /** Part of candidates whose birth date lacks the day, the month too, or is missing; 0.03 if absent. */
  readonly unclearBirthDates?: number;
  /** Part of candidates who have a relative in the pool; 0.05 if absent. */
  readonly relatives?: number;
  /** Ids are this and a number; `HD-` if absent. */
  readonly idPrefix?: string;
}

/** How many candidates, and from which random numbers: the same options always give the same pool. */
export interface PoolOptions {
  readonly size: number;
  readonly seed: number;
  readonly shape?: PoolShape;
}

/**
 * Makes up a pool as CSV, line by line, the headings first; of any size, since only one candidate is
 * in memory at a time. People are believable, not random: who is older joined the Party earlier, has
 * served more terms, more political theory and better appraisals; blocs differ in how many women
 * they have; units of the ward bloc come round in turn.
 */
export function* generatePool(options: PoolOptions): Generator<string> {
  yield csvLine(GENERATED_HEADINGS);
  for (const candidate of generateCandidates(options)) {
    yield csvLine(GENERATED_HEADINGS.map((heading) => candidate[heading]));
  }
}

/** Makes up the candidates of {@link generatePool} one by one. */
export function* generateCandidates({ size, seed, shape = {} }: PoolOptions): Generator<GeneratedCandidate> {
  const random = new Random(seed);
  const relatives = new Relatives(random, shape.relatives ?? 0.05);
  const digits = Math.max(3, String(size).length);
  const turns = new Map<string, number>();
  for (let number = 1; number <= size; number += 1) {
    const bloc = random.weighted(MADE_UP_BLOCS.map((each) => [each, each.weight] as const));
    const turn = turns.get(bloc.code) ?? 0;
    turns.set(bloc.code, turn + 1);
    const id = `${shape.idPrefix ?? 'HD-'}${String(number).padStart(digits, '0')}`;
    yield candidateOf(random, { id, bloc, turn, relatives, shape });
  }
}

interface Setting {
  readonly id: string;
  readonly bloc: MadeUpBloc;
  /** How many of the bloc came before. */
  readonly turn: number;
  readonly relatives: Relatives;
  readonly shape: PoolShape;
}

/** What the cells of one person hang on. `merit` runs from about 0 to 1. */
interface Person {
  readonly gender: 'female' | 'male';
  readonly birthYear: number;
  readonly age: number;
  readonly merit: number;
  readonly rank: number;
  readonly isIncumbent: boolean;
}

function candidateOf(random: Random, setting: Setting): GeneratedCandidate {
  const { id, bloc, turn, relatives, shape } = setting;
  const person = personOf(random, bloc, shape.referenceYear ?? 2020);
  const unit = unitOf(bloc, turn, person);
  const { family, familyName } = relatives.next();
  const nativePlace = random.weighted(NATIVE_PLACES);
  const source = sourceOf(random, person);
  return {
    id,
    name: `${familyName} ${random.pick(MIDDLE_NAMES[person.gender])} ${random.pick(GIVEN_NAMES[person.gender])}`,
    gender: person.gender,
    birthDate: birthDateOf(random, person.birthYear, shape.unclearBirthDates ?? 0.03),
    ethnicity: random.weighted(ETHNICITIES),
    nativePlace,
    bloc: bloc.code,
    unit,
    homeUnit: homeUnitOf(random, bloc, unit, nativePlace),
    post: bloc.posts[Math.min(person.rank, bloc.posts.length - 1)]!,
    joinedParty: dayIn(random, person.birthYear + random.whole(21, Math.min(33, person.age - 2))),
    degree: degreeOf(random, person),
    politicalTheory: politicalTheoryOf(random, person),
    civilGrade: civilGradeOf(random, bloc, person),
    source,
    incumbent: String(person.isIncumbent),
    appraisal2017: appraisalOf(random, person, 0),
    appraisal2018: appraisalOf(random, person, 0.03),
    appraisal2019: appraisalOf(random, person, 0.06),
    examScore:
      source === 'examination' ? String(random.whole(Math.round(100 + 60 * person.merit), 190) / 2) : '',
    termsInPost: String(termsOf(random, person)),
    family,
  };
}

function personOf(random: Random, bloc: MadeUpBloc, referenceYear: number): Person {
  const gender = random.chance(bloc.women) ? 'female' : 'male';
  // Women retired at 55 then, men at 60.
  const oldest = gender === 'female' ? 54 : 59;
  const age = Math.round(Math.min(oldest, Math.max(27, 46 + 14 * random.bell())));
  // Experience counts until about fifty; fewer women have had the posts in which appraisals are won.
  const experience = Math.min(age, 50) / 50 - 0.85;
  const merit = clamp(0.48 + 0.9 * experience + 0.33 * random.bell() + (gender === 'male' ? 0.08 : -0.06));
  const isIncumbent = random.chance(clamp((age - 33) / 28) * (0.35 + 0.75 * merit));
  const rank = Math.floor(clamp(1.05 - merit + 0.2 * random.bell() - (isIncumbent ? 0.25 : 0)) * 3.999);
  return { gender, birthYear: referenceYear - age, age, merit, rank, isIncumbent };
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value));
}

function dayIn(random: Random, year: number): string {
  const first = daysFromCivil(year, 1, 1);
  const day = random.whole(first, daysFromCivil(year, 12, 31));
  return isoText({ low: day, high: day });
}

/** Units come round in turn, but for those that are for women or the young alone. */
function unitOf({ units }: MadeUpBloc, turn: number, { gender, age }: Person): string {
  const unit = units[turn % units.length]!;
  const isOpen = (unit !== WOMENS_UNION || gender === 'female') && (unit !== YOUTH_UNION || age < 38);
  return isOpen ? unit : units[0]!;
}

function birthDateOf(random: Random, year: number, unclear: number): string {
  const date = dayIn(random, year);
  if (!random.chance(unclear)) return date;
  return date.slice(0, random.weighted([[7, 2] as const, [4, 2] as const, [0, 1] as const]));
}

function homeUnitOf(random: Random, bloc: MadeUpBloc, unit: string, nativePlace: string): string {
  if (bloc.code === 'ward' && random.chance(0.6)) return unit;
  return random.chance(0.75) ? random.pick(WARDS) : nativePlace;
}

function degreeOf(random: Random, { age, merit }: Person): string {
  return random.weighted([
    ['Đại học', 60],
    ['Thạc sĩ', 10 + 35 * merit + (age < 45 ? 15 : 0)],
    ['Tiến sĩ', 2],
    ['Cao đẳng', age > 50 ? 5 : 1],
  ] as const);
}

function politicalTheoryOf(random: Random, { age, rank, isIncumbent }: Person): string {
  const standing = (age - 30) / 12 + (isIncumbent ? 1 : 0) + (3 - rank) * 0.4 + 0.5 * random.bell();
  if (standing > 1.6) return 'advanced';
  if (standing > 0.5) return 'intermediate';
  return standing > 0 ? 'elementary' : 'none';
}

function civilGradeOf(random: Random, bloc: MadeUpBloc, { age, rank }: Person): string {
  if (bloc.code === 'internal-affairs' || bloc.code === 'enterprise') return '';
  if (age > 48 && rank === 0 && random.chance(0.2)) return 'Chuyên viên cao cấp';
  return age > 38 && random.chance(0.65 - 0.12 * rank) ? 'Chuyên viên chính' : 'Chuyên viên';
}

function sourceOf(random: Random, { age }: Person): string {
  return random.weighted([
    ['planning', 70],
    ['examination', age < 42 ? 22 : 6],
    ['proposal', 16],
  ] as const);
}

function appraisalOf(random: Random, { merit }: Person, better: number): string {
  const result = merit + better + 0.22 * random.bell();
  if (result > 0.68) return 'excellent';
  if (result > 0.28) return 'good';
  return result > -0.02 ? 'completed' : 'not-completed';
}

function termsOf(random: Random, { age, isIncumbent }: Person): number {
  const most = Math.min(4, Math.floor((age - 27) / 6));
  return isIncumbent ? Math.max(1, random.whole(1, Math.max(1, most))) : random.whole(0, Math.min(2, most));
}

/** Groups of two or three relatives, spread over the next few candidates; they share a family name. */
class Relatives {
  readonly #random: Random;
  readonly #share: number;
  #open: { readonly family: string; readonly familyName: string; left: number } | undefined;
  #families = 0;

  constructor(random: Random, share: number) {
    this.#random = random;
    this.#share = share;
  }

  next(): { readonly family: string; readonly familyName: string } {
    const open = this.#open;
    if (open !== undefined && this.#random.chance(0.2)) {
      open.left -= 1;
      if (open.left === 0) this.#open = undefined;
      return open;
    }
    const familyName = this.#random.weighted(FAMILY_NAMES);
    if (open !== undefined || !this.#random.chance(this.#share * 0.4)) return { family: '', familyName };
    this.#families += 1;
    this.#open = { family: `GD-${this.#families}`, familyName, left: this.#random.whole(1, 2) };
    return this.#open;
  }
}
