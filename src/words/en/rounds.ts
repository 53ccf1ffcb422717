import { count, enumerate, formatNumber } from '../number.ts';

/** A share as it is read aloud. */
export interface SharePhrase {
  readonly parts: number;
  readonly of: number;
}

/** How many may go on: as many as are told, or more than seats. */
export type BoundPhrase =
  | { readonly kind: 'people'; readonly people: number }
  | { readonly kind: 'more'; readonly more: number; readonly perUnit: boolean }
  | { readonly kind: 'share'; readonly share: SharePhrase };

/** A rule that carries people on. */
export interface CarryPhrase {
  readonly by: 'votes' | 'agreement' | 'everybody' | 'number';
  readonly votes?: { readonly share: SharePhrase; readonly mustExceed: boolean };
  readonly most?: BoundPhrase;
  readonly least?: BoundPhrase;
}

/** What became of somebody. */
export interface OutcomePhrase {
  readonly kind: 'carried' | 'fell-out' | 'tied';
  readonly why?: string;
  readonly withdrew?: string;
}

const english = (value: number): string => formatNumber(value, 'en');

const FELL_OUT: Readonly<Record<string, string>> = {
  votes: 'too few votes',
  places: 'enough votes, but others have more and the places are full',
  'not-agreed': 'not on the list that was agreed',
  'not-chosen': 'as many votes as others, who were chosen',
};
const CARRIED: Readonly<Record<string, string>> = {
  votes: 'enough votes',
  agreed: 'on the list that was agreed',
  everybody: 'all who stand do',
  chosen: 'chosen among those with as many votes',
};
const BY: Readonly<Record<CarryPhrase['by'], string>> = {
  votes: '',
  agreement: 'those go on who are on the list that is agreed',
  everybody: 'all who stand go on',
  number: 'how many are to be named is agreed; nobody is named yet',
};

function percentIn({ parts, of }: SharePhrase): string {
  return 100 % of === 0 || of % 100 === 0 ? `${english((parts * 100) / of)} %` : `${parts}/${of}`;
}

function shareIn(share: SharePhrase): string {
  return share.parts * 2 === share.of ? 'half' : percentIn(share);
}

function boundIn(bound: BoundPhrase): string {
  switch (bound.kind) {
    case 'people':
      return count(bound.people, 'person', 'people');
    case 'more':
      if (bound.more === 0) return 'as many as seats';
      return `${english(bound.more)} more than seats${bound.perUnit ? ' in each unit' : ''}`;
    case 'share':
      return `${percentIn(bound.share)} more than seats`;
  }
}

/** English sentences of consultations and their rounds. */
export const roundsEn = {
  'rounds.carry': ({ by, votes, most, least }: CarryPhrase) => {
    const enough =
      votes === undefined
        ? BY[by]
        : `those go on who have ${votes.mustExceed ? 'more than' : 'at least'} ${shareIn(votes.share)} of the votes`;
    const bounds = [
      ...(least === undefined ? [] : [`at least ${boundIn(least)}`]),
      ...(most === undefined ? [] : [`at most ${boundIn(most)}`]),
    ];
    return bounds.length === 0 ? enough : `${enough}; ${enumerate(bounds, 'en')}`;
  },
  'rounds.outcome': ({ kind, why = '', withdrew }: OutcomePhrase) => {
    if (kind === 'tied') return 'tied: as many votes as others, and too few places for all of them';
    if (kind === 'carried') return `goes on: ${CARRIED[why] ?? why}`;
    return withdrew === undefined ? `fell out: ${FELL_OUT[why] ?? why}` : `withdrew: ${withdrew}`;
  },
  'rounds.votes': (p: { readonly for: number; readonly of: number }) =>
    `${english(p.for)} of ${english(p.of)}`,
  'rounds.joined': () => 'named here for the first time',
  'rounds.repeated-stage': (p: { readonly id: string }) => `there are two stages “${p.id}”; ids are unique`,
  'rounds.bad-bound': (p: { readonly found: string }) =>
    `“${p.found}” does not say how many people; write 61, seats, seats + 2, seats + 2 per unit or seats + 30 %`,
  'rounds.bad-share': (p: { readonly found: string }) =>
    `“${p.found}” is no share of the votes; write 1/2, 2/3 or 50 %`,
  'rounds.which-share': (p: { readonly by: string }) =>
    p.by === 'votes'
      ? 'by: votes needs either moreThan or atLeast, one of them'
      : `by: ${p.by} counts no votes; leave moreThan and atLeast out, or write by: votes`,
  'rounds.no-procedure': (p: {
    readonly id: string;
    readonly allowed: readonly string[];
    readonly meant?: string;
  }) =>
    `there is no procedure “${p.id}”; ${
      p.meant === undefined
        ? `the procedures are ${enumerate(p.allowed, 'en')}`
        : `did you mean “${p.meant}”?`
    }`,
  'rounds.tied': (p: { readonly ids: readonly string[]; readonly places: number }) =>
    `${enumerate(p.ids, 'en')} have equally many votes, and there ${
      p.places === 1 ? 'is 1 place' : `are ${english(p.places)} places`
    } for them; the board has to choose`,
  'rounds.too-many': (p: { readonly number: number; readonly most: number }) =>
    `${count(p.number, 'person goes', 'people go')} on, and at most ${english(p.most)} may`,
  'rounds.too-few': (p: { readonly number: number; readonly least: number }) =>
    `${count(p.number, 'person goes', 'people go')} on, and at least ${english(p.least)} ${p.least === 1 ? 'is' : 'are'} needed`,
  'rounds.several-wholes': (p: { readonly wholes: readonly number[] }) =>
    `votes are counted of different numbers here: ${enumerate(p.wholes.map(english), 'en')}; shares were compared`,
  'rounds.stands-again': (p: { readonly ids: readonly string[] }) =>
    `${enumerate(p.ids, 'en')} ${p.ids.length === 1 ? 'was' : 'were'} not carried on by the round before, and ${
      p.ids.length === 1 ? 'stands' : 'stand'
    } here all the same`,
  'rounds.not-tied': (p: { readonly id: string; readonly tied: readonly string[] }) =>
    p.tied.length === 0
      ? `there is nothing to choose: nobody is tied, ${p.id} neither`
      : `${p.id} is not among those who are tied: ${enumerate(p.tied, 'en')}`,
  'rounds.chosen-places': (p: { readonly chosen: number; readonly places: number }) =>
    `${english(p.chosen)} chosen for ${count(p.places, 'place')}; choose at least one and no more than there are places`,
  'rounds.empty-table': () => 'there is nobody in the table',
  'rounds.table-twice': () => 'ballots are given as a list and as a table; give one of them',
  'rounds.column-twice': (p: { readonly heading: string; readonly before: string }) =>
    `“${p.heading}” means the same as “${p.before}”; leave one of them out or call it otherwise`,
  'rounds.listed-twice': (p: { readonly id: string; readonly first: number }) =>
    `${p.id} is listed already, at ${english(p.first)}`,
  'rounds.no-id': () => 'the id is missing; every person has that of the pool',
  'rounds.of-how-many': () =>
    'it is not said of how many; add a column “of” or say it for all (--of on the command line)',
  'rounds.not-votes': (p: { readonly found: string }) =>
    `“${p.found}” is no number of votes; write a whole number in digits alone, up to 999999999`,
  'rounds.of-nobody': () => 'votes cannot be counted of 0',
  'rounds.more-than-all': (p: { readonly votes: number; readonly of: number }) =>
    `${english(p.votes)} votes of ${english(p.of)} cannot be`,
  'rounds.no-consultation': (p: { readonly name: string; readonly allowed: readonly string[] }) =>
    `no consultation is kept as ${p.name}${p.allowed.length === 0 ? '; slate rounds begin begins one' : `; there is ${enumerate(p.allowed, 'en')}`}`,
  'rounds.only-kept': (p: { readonly pool: string }) =>
    `${p.pool}: a round stands on a pool that is kept; keep it by slate store keep pool FILE, and name it kept:NAME`,
  'rounds.nobody': (p: { readonly id: string; readonly name: string }) =>
    `${p.id} stood in no round of ${p.name}`,
  'rounds.taken': (p: { readonly name: string }) =>
    `there is another consultation ${p.name} already, of other seats or another procedure; choose another name`,
  'rounds.no-stage': (p: { readonly id: string; readonly allowed: readonly string[] }) =>
    `there is no stage “${p.id}”; the stages are ${enumerate(p.allowed, 'en')}`,
  'rounds.earlier': (p: { readonly stage: string }) =>
    `the round before, ${p.stage}, is not recorded yet; record it first`,
  'rounds.later': (p: { readonly stage: string }) =>
    `a later round, ${p.stage}, rests on this one, which cannot be changed any more`,
  'rounds.undecided': (p: { readonly stage: string; readonly ids: readonly string[] }) =>
    `in the round before, ${p.stage}, ${enumerate(p.ids, 'en')} are tied; record it once more with those whom the board has chosen`,
  'rounds.needs-number': (p: { readonly stage: string }) =>
    `${p.stage} agrees how many are to be named; say how many (--number on the command line)`,
  'rounds.no-number': (p: { readonly stage: string }) =>
    `${p.stage} is about persons; a number of them is not recorded there`,
  'rounds.needs-table': (p: { readonly stage: string; readonly by: string }) =>
    p.by === 'votes'
      ? `${p.stage} counts votes; give a table with a person a line, the votes for them and of how many`
      : `${p.stage} agrees on a list; give it as a table with a person a line`,
  'rounds.no-choice': (p: { readonly stage: string }) =>
    `${p.stage} counts no votes; nobody is tied there, and nobody is chosen among the tied`,
  'rounds.not-in-pool': (p: { readonly id: string; readonly pool: string }) => `${p.id} is not in ${p.pool}`,
  'rounds.not-standing': (p: { readonly id: string; readonly stage: string }) =>
    `${p.id} does not stand, and nobody can be named in ${p.stage} who did not stand before`,
  'rounds.no-votes': (p: { readonly id: string }) =>
    `the votes for ${p.id} are missing; write them, or why they withdrew`,
  'rounds.no-ballot': (p: { readonly id: string; readonly stage: string }) =>
    `${p.id} stands in ${p.stage} and is not in the table; add the line, or say that they withdrew`,
};
