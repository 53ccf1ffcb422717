import { problem, type Problem } from '../words/problem.ts';
import type { CarryRule } from './carry-rule.ts';
import type { Stage } from './procedure.ts';
import { peopleIn, type Seats } from './seat-bound.ts';
import { compareShares } from './share.ts';

/** Votes for somebody, of how many. */
export interface Votes {
  readonly for: number;
  readonly of: number;
}

/** Somebody who stands, as they are called. */
export interface NamedPerson {
  readonly id: string;
  readonly name?: string;
}

/** What a ballot table tells of somebody. */
export interface Ballot extends NamedPerson {
  readonly votes?: Votes;
  /** Why they withdrew; absent where they did not. */
  readonly withdrew?: string;
}

/** What became of somebody in a round, and why. */
export type RoundOutcome =
  | { readonly kind: 'carried'; readonly why: 'votes' | 'agreed' | 'everybody' | 'chosen' }
  | {
      readonly kind: 'fell-out';
      readonly why: 'votes' | 'places' | 'not-agreed' | 'withdrew' | 'not-chosen';
    }
  /** As many votes as others, for fewer places than all of them need: people decide who goes on. */
  | { readonly kind: 'tied' };

/** Somebody in a round: how they came to stand, what was cast, and what became of them. */
export interface Standee extends Ballot {
  /** Named in this round, and not standing before it. */
  readonly joined: boolean;
  /** Stands although the round before did not carry them on. */
  readonly again?: true;
  readonly outcome: RoundOutcome;
}

/** What a round is counted from. */
export interface Count {
  readonly stage: Stage;
  readonly seats: Seats;
  /** Who stands when the round begins. */
  readonly standing: readonly NamedPerson[];
  /** Whom the round before did not carry on. */
  readonly fallen?: ReadonlySet<string>;
  readonly ballots: readonly Ballot[];
  /** Of `number`: how many are to be named. */
  readonly number?: number;
  /** Who goes on of those with as many votes, once people have decided. */
  readonly chosen?: readonly string[];
}

/** A round once it is counted. */
export interface RoundResult {
  readonly people: readonly Standee[];
  readonly notices: readonly Problem[];
}

/**
 * Who goes on, who falls out and why. Votes are compared as fractions in whole numbers. Where those with
 * as many votes as each other do not all fit, nobody is chosen: they are tied until people say who.
 */
export function carryOn(count: Count): RoundResult {
  const stood = new Set(count.standing.map(({ id }) => id));
  const cast = new Map(count.ballots.map((each) => [each.id, each]));
  const all: readonly Ballot[] = [
    ...count.standing.map((person) => ({ ...person, ...cast.get(person.id) })),
    ...count.ballots.filter(({ id }) => !stood.has(id)),
  ];
  const outcomes = outcomesOf(all, cast, count);
  const people = all.map((each): Standee => ({
    ...each,
    joined: !stood.has(each.id),
    ...(count.fallen?.has(each.id) === true && { again: true }),
    outcome: outcomes.get(each.id)!,
  }));
  return { people, notices: roundNotices(people, count) };
}

type Outcomes = ReadonlyMap<string, RoundOutcome>;

function outcomesOf(all: readonly Ballot[], cast: ReadonlyMap<string, Ballot>, count: Count): Outcomes {
  const remaining = all.filter(({ withdrew }) => withdrew === undefined);
  const outcomes = new Map<string, RoundOutcome>(
    all.map(({ id }) => [id, { kind: 'fell-out', why: 'withdrew' }]),
  );
  const { by } = count.stage.carry;
  if (by === 'votes') return new Map([...outcomes, ...byVotes(remaining, count)]);
  for (const { id } of remaining) {
    const outcome: RoundOutcome =
      by === 'agreement'
        ? cast.has(id)
          ? { kind: 'carried', why: 'agreed' }
          : { kind: 'fell-out', why: 'not-agreed' }
        : { kind: 'carried', why: 'everybody' };
    outcomes.set(id, outcome);
  }
  return outcomes;
}

function byVotes(people: readonly Ballot[], { stage: { carry }, seats, chosen }: Count): Outcomes {
  const outcomes = new Map<string, RoundOutcome>();
  const enough: Ballot[] = [];
  for (const person of people) {
    if (hasEnough(person.votes, carry)) enough.push(person);
    else outcomes.set(person.id, { kind: 'fell-out', why: 'votes' });
  }
  const most = carry.most === undefined ? enough.length : peopleIn(carry.most, seats, 'down');
  const { above, level, below } = partedAt(most, enough);
  for (const { id } of above) outcomes.set(id, { kind: 'carried', why: 'votes' });
  for (const { id } of below) outcomes.set(id, { kind: 'fell-out', why: 'places' });
  for (const { id } of level) outcomes.set(id, amongTied(id, chosen));
  return outcomes;
}

function hasEnough(votes: Votes | undefined, { votes: needed }: CarryRule): boolean {
  if (votes === undefined || needed === undefined) return false;
  const difference = compareShares({ parts: votes.for, of: votes.of }, needed.share);
  return needed.mustExceed ? difference > 0 : difference >= 0;
}

/** The best so many; of those who are level with the last of them, all or none. */
function partedAt(
  most: number,
  people: readonly Ballot[],
): Readonly<Record<'above' | 'level' | 'below', readonly Ballot[]>> {
  if (people.length <= most) return { above: people, level: [], below: [] };
  const ranked = people.toSorted((a, b) => -compareVotes(a, b));
  const [last, next] = [ranked[most - 1], ranked[most]!];
  if (last === undefined || compareVotes(last, next) !== 0)
    return { above: ranked.slice(0, most), level: [], below: ranked.slice(most) };
  return {
    above: ranked.filter((each) => compareVotes(each, last) > 0),
    level: ranked.filter((each) => compareVotes(each, last) === 0),
    below: ranked.filter((each) => compareVotes(each, last) < 0),
  };
}

function compareVotes(a: Ballot, b: Ballot): number {
  const share = ({ votes }: Ballot) => ({ parts: votes?.for ?? 0, of: votes?.of ?? 1 });
  return compareShares(share(a), share(b));
}

function amongTied(id: string, chosen: readonly string[] | undefined): RoundOutcome {
  if (chosen === undefined) return { kind: 'tied' };
  return chosen.includes(id) ? { kind: 'carried', why: 'chosen' } : { kind: 'fell-out', why: 'not-chosen' };
}

/** What people have to see and decide, which no rule may decide for them. */
export function roundNotices(
  people: readonly Standee[],
  count: Pick<Count, 'stage' | 'seats' | 'number'>,
): readonly Problem[] {
  const { carry } = count.stage;
  const went = (kind: RoundOutcome['kind']): readonly Standee[] =>
    people.filter((each) => each.outcome.kind === kind);
  const [carried, tied] = [went('carried').length, went('tied')];
  const number = carry.by === 'number' ? (count.number ?? 0) : carried;
  const most = carry.most && peopleIn(carry.most, count.seats, 'down');
  const least = carry.least && peopleIn(carry.least, count.seats, 'up');
  const notices: Problem[] = [];
  if (tied.length > 0) {
    const ids = tied.map(({ id }) => id);
    notices.push(problem('rounds.tied', { ids, places: (most ?? 0) - carried }));
  }
  if (most !== undefined && number > most) notices.push(problem('rounds.too-many', { number, most }));
  if (least !== undefined && number < least && tied.length === 0)
    notices.push(problem('rounds.too-few', { number, least }));
  const again = people.flatMap((each) => (each.again === true ? [each.id] : []));
  if (again.length > 0) notices.push(problem('rounds.stands-again', { ids: again }));
  const wholes = new Set(people.flatMap(({ votes }) => (votes === undefined ? [] : [votes.of])));
  if (wholes.size > 1)
    notices.push(problem('rounds.several-wholes', { wholes: [...wholes].toSorted((a, b) => a - b) }));
  return notices;
}

/** What is wrong with a choice among those who are tied: ids who are not, or more of them than there are places. */
export function choiceProblems(chosen: readonly string[], count: Count): readonly Problem[] {
  const { chosen: _chosen, ...undecided } = count;
  const { people } = carryOn(undecided);
  const tied = new Set(people.filter(({ outcome }) => outcome.kind === 'tied').map(({ id }) => id));
  const strangers = chosen.filter((id) => !tied.has(id));
  if (strangers.length > 0) return strangers.map((id) => problem('rounds.not-tied', { id, tied: [...tied] }));
  const carried = people.filter(({ outcome }) => outcome.kind === 'carried').length;
  const most = count.stage.carry.most && peopleIn(count.stage.carry.most, count.seats, 'down');
  const places = (most ?? 0) - carried;
  return chosen.length === 0 || chosen.length > places
    ? [problem('rounds.chosen-places', { chosen: chosen.length, places })]
    : [];
}
