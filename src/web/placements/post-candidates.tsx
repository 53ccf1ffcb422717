import { Button, SegmentedControl } from '@mantine/core';
import { X } from 'lucide-react';
import { type ReactNode, useDeferredValue, useMemo, useState } from 'react';
import { folded } from '../../pool/synonyms.ts';
import { checkOf } from '../api/questions.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useCase } from '../session/case.tsx';
import { useUndecided } from '../session/question.ts';
import { useSession } from '../session/session.tsx';
import { nameOfPerson, ruleTitle } from '../shared/action-words.ts';
import { DropArea } from '../shared/drop-area.tsx';
import { useWording } from '../shared/language.tsx';
import { Panel } from '../shared/panel.tsx';
import { CandidateFilter, type Which } from '../slate/filters/candidate-filter.tsx';
import type { Standing, Standings } from '../slate/people/standing.ts';
import { CandidateRow } from '../slate/people/candidate-row.tsx';
import { candidatesOff, isFound } from '../slate/people/candidates-off.ts';
import shared from '../slate/people/candidates-panel.module.css';
import { ConsequenceNote } from '../slate/people/consequence-note.tsx';
import {
  type Consequences,
  type TitledConsequence,
  usePlanConsequences,
} from '../slate/people/use-consequences.ts';
import { MoveMark } from './move-mark.tsx';
import { moveOf } from './moves.ts';
import { type Place, placedId, type PlanGround } from './plan.ts';
import classes from './post-candidates.module.css';
import { titleWords } from './place-words.ts';
import { type ForPost, rankedFor } from './ranked-for-post.ts';
import { useAppoint } from './use-appoint.ts';
import { usePlaceWords } from './use-places.ts';

/** Rows that are shown at once; a search narrows the rest. */
const MOST_SHOWN = 100;

/** Who could hold the chosen post, the eligible first; without one, everybody who has no post. */
export function PostCandidates(properties: {
  readonly className?: string | undefined;
  readonly plan: PlanGround;
  /** Whose place is to be taken, or which opening is to be filled. */
  /** How each appointment stands in the plans near the best, where that is known. */
  readonly standings: Standings | undefined;
  readonly leaving: string | undefined;
  readonly onSwapped: () => void;
  readonly onCancel: () => void;
}): ReactNode {
  const { className, plan, standings, leaving, onSwapped, onCancel } = properties;
  const { say } = useWording();
  const { members } = useSession().work;
  const words = usePlaceWords();
  const { make } = useSession();
  const place = leaving === undefined ? undefined : (plan.find(leaving) ?? plan.opening(leaving));
  const takeOff = (id: string): void => {
    if (members.includes(id)) make({ do: 'remove', id });
  };
  const title = place === undefined ? say('web.without-post') : say('web.who-for', { post: words(place) });
  return (
    <Panel
      title={title}
      className={className}
      flush
      aside={
        place !== undefined && (
          <Button
            size="compact-xs"
            variant="subtle"
            leftSection={<X size={13} aria-hidden />}
            onClick={onCancel}
          >
            {say('web.cancel')}
          </Button>
        )
      }
    >
      <DropArea onPerson={takeOff}>
        {place === undefined ? (
          <WithoutPost plan={plan} />
        ) : (
          <ForPlace
            key={leaving}
            plan={plan}
            place={place}
            standings={standings}
            leaving={leaving}
            onSwapped={onSwapped}
          />
        )}
      </DropArea>
    </Panel>
  );
}

/** Nobody's place is to be taken: who has no post in the plan. */
function WithoutPost({ plan }: { readonly plan: PlanGround }): ReactNode {
  const { say } = useWording();
  const { people } = useCase();
  const { members, exclude } = useSession().work;
  const [search, setSearch] = useState('');
  const [which, setWhich] = useState<Which>('open');
  const wanted = folded(useDeferredValue(search));
  const listed = useMemo(() => {
    const placed = members.flatMap((id) => plan.find(id)?.candidate ?? []);
    return candidatesOff(people, { members: placed, exclude }, { which, wanted, leaving: undefined });
  }, [people, plan, members, exclude, which, wanted]);
  return (
    <>
      <p className={classes.hint}>{say('web.choose-post')}</p>
      <CandidateFilter search={search} onSearch={setSearch} which={which} onWhich={setWhich} />
      <ul className={shared.list}>
        {listed.slice(0, MOST_SHOWN).map((person) => (
          <CandidateRow
            key={person.id}
            person={person}
            excluded={which === 'excluded'}
            swapping={false}
            setAside={undefined}
          />
        ))}
      </ul>
      <More count={listed.length - MOST_SHOWN} />
    </>
  );
}

function ForPlace(properties: {
  readonly plan: PlanGround;
  readonly place: Place;
  readonly standings: Standings | undefined;
  readonly leaving: string | undefined;
  readonly onSwapped: () => void;
}): ReactNode {
  const { plan, standings, leaving, onSwapped } = properties;
  const { say, number } = useWording();
  const { exclude } = useSession().work;
  const [search, setSearch] = useState('');
  const [which, setWhich] = useState<Which>('open');
  const [place, setPlace] = useState(properties.place);
  const wanted = folded(useDeferredValue(search));
  const { ranked, asking } = useRanked(plan, place);
  const appoint = useAppoint();
  const { byId, placeOf } = useRankedConsequences(ranked, { place, leaving });
  const listed = ranked
    .filter(({ person }) => exclude.includes(person.id) === (which === 'excluded'))
    .filter(({ person }) => isFound(person, wanted))
    .toSorted(
      (a, b) =>
        Number(a.barredBy.length > 0) - Number(b.barredBy.length > 0) ||
        placeOf(placedId(a.person.id, place)) - placeOf(placedId(b.person.id, place)),
    );
  const eligible = ranked.filter(({ barredBy }) => barredBy.length === 0).length;
  return (
    <>
      <WaySwitch plan={plan} place={place} onPlace={setPlace} />
      <p className={classes.hint} role="status">
        {asking ? say('web.asking') : say('web.eligible-count', { count: eligible, of: ranked.length })}
      </p>
      <CandidateFilter search={search} onSearch={setSearch} which={which} onWhich={setWhich} />
      <ul className={shared.list} aria-busy={asking} data-count={number(listed.length)}>
        {listed.slice(0, MOST_SHOWN).map((each) => (
          <RankedRow
            key={each.person.id}
            ranked={each}
            standing={standings?.get(placedId(each.person.id, place))}
            consequence={byId.get(placedId(each.person.id, place))}
            leaving={leaving}
            excluded={which === 'excluded'}
            onChoose={(id) => {
              appoint(id, place, leaving);
              onSwapped();
            }}
          />
        ))}
      </ul>
      <More count={listed.length - MOST_SHOWN} />
    </>
  );
}

/** What would become of the plan with each who is eligible: asked once that is known. */
function useRankedConsequences(
  ranked: readonly ForPost[],
  { place, leaving }: { readonly place: Place; readonly leaving: string | undefined },
): Consequences {
  const { members, exclude } = useSession().work;
  const coming = useMemo(() => {
    const join = ranked
      .filter(({ person, barredBy }) => barredBy.length === 0 && !exclude.includes(person.id))
      .map(({ person }) => placedId(person.id, place));
    const leave = leaving !== undefined && members.includes(leaving) ? leaving : undefined;
    return join.length === 0 ? undefined : { join, leave };
  }, [ranked, place, leaving, members, exclude]);
  return usePlanConsequences(coming);
}

/** Whether the post goes alone or together with another one of the unit. */
function WaySwitch(properties: {
  readonly plan: PlanGround;
  readonly place: Place;
  readonly onPlace: (place: Place) => void;
}): ReactNode {
  const { plan, place, onPlace } = properties;
  const wording = useWording();
  const ways = plan.ways.filter((ids) => ids.some((id) => place.titles.includes(id)));
  if (ways.length < 2) return null;
  return (
    <SegmentedControl
      className={classes.ways}
      classNames={{ label: classes.way }}
      size="xs"
      orientation="vertical"
      fullWidth
      aria-label={wording.say('web.which-titles')}
      value={place.titles.join('+')}
      onChange={(value) => {
        const titles = ways.find((ids) => ids.join('+') === value);
        if (titles !== undefined) onPlace({ ...place, titles });
      }}
      data={ways.map((ids) => ({ value: ids.join('+'), label: titleWords(ids, plan.titles, wording) }))}
    />
  );
}

/** One check of a plan in which everybody has the post says who is eligible, and what move it would be. */
function useRanked(
  plan: PlanGround,
  place: Place,
): { readonly ranked: readonly ForPost[]; readonly asking: boolean } {
  const { people, ruleSet, ready } = useCase();
  const { members } = useSession().work;
  const undecided = useUndecided();
  const { answer, asking, current } = useAnswer(
    useMemo(() => {
      const everybody = people.list.map(({ id }) => placedId(id, place));
      return ready ? checkOf(undecided, everybody) : undefined;
    }, [ready, undecided, people, place]),
  );
  const ranked = useMemo(
    () => rankedFor(place, { people, plan, members }, current ? answer : undefined, ruleSet?.rules),
    [place, people, plan, members, current, answer, ruleSet],
  );
  return { ranked, asking };
}

function RankedRow(properties: {
  readonly ranked: ForPost;
  readonly standing: Standing | undefined;
  readonly consequence: TitledConsequence | undefined;
  readonly leaving: string | undefined;
  readonly excluded: boolean;
  readonly onChoose: (id: string) => void;
}): ReactNode {
  const { ranked, standing, consequence, leaving, excluded, onChoose } = properties;
  const { person, barredBy, facts, elsewhere } = ranked;
  const wording = useWording();
  const { say } = wording;
  const { people, ruleSet } = useCase();
  const barred = {
    vi: '',
    en: '',
    [wording.language]: say('web.not-eligible', {
      rules: barredBy.map((id) => ruleTitle(id, { wording, ruleSet })),
    }),
  };
  const post = elsewhere === undefined ? undefined : people.appointment?.(elsewhere)?.post;
  const displaced = (consequence?.leave ?? []).filter((id) => id !== leaving && id !== elsewhere);
  return (
    <CandidateRow
      person={person}
      excluded={excluded}
      swapping
      setAside={barredBy.length === 0 ? undefined : barred}
      standing={standing}
      note={
        <>
          {facts !== undefined && ruleSet?.list === undefined && <MoveMark move={moveOf(facts)} />}
          {post !== undefined && <span>{say('web.now-in-plan', { post })}</span>}
          {consequence !== undefined && (
            <ConsequenceNote of={consequence} instead={displaced.map((id) => nameOfPerson(id, people))} />
          )}
        </>
      }
      onChoose={onChoose}
    />
  );
}

function More({ count }: { readonly count: number }): ReactNode {
  const { say } = useWording();
  return count > 0 && <p className={shared.more}>{say('web.more-by-search', { count })}</p>;
}
