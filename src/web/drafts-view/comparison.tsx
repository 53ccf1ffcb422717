import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { differencesOf, isNothing } from '../drafts/differences.ts';
import { useCase } from '../session/case.tsx';
import { useSession } from '../session/session.tsx';
import { nameOfPerson, ruleTitle } from '../shared/action-words.ts';
import { useWording } from '../shared/language.tsx';
import type { State } from './states.ts';
import classes from './step-list.module.css';

const LISTS = ['joined', 'left', 'pinned', 'unpinned', 'excluded', 'readmitted'] as const;

/** What is different now from another state, and the way back to it. */
export function Comparison({ state }: { readonly state: State }): ReactNode {
  const wording = useWording();
  const { say } = wording;
  const { people, ruleSet } = useCase();
  const { work, make } = useSession();
  const differences = differencesOf(state.work, work);
  const same = isNothing(differences);
  return (
    <section className={classes.comparison} aria-label={say('web.since-then')}>
      <h3>{say('web.since-then')}</h3>
      {same && <p>{say('web.nothing-different')}</p>}
      <dl>
        {differences.pool && <Line title={say('web.pool')} words={[say('web.is-different')]} />}
        {differences.rules && <Line title={say('web.rules')} words={[say('web.is-different')]} />}
        {differences.units && <Line title={say('web.units')} words={[say('web.is-different')]} />}
        {differences.quotas.length > 0 && (
          <Line
            title={say('web.quotas')}
            words={differences.quotas.map((id) => ruleTitle(id, { wording, ruleSet }))}
          />
        )}
        {LISTS.map((list) => {
          const ids = differences[list];
          return (
            ids.length > 0 && (
              <Line
                key={list}
                title={say(`web.difference-${list}`, { count: ids.length })}
                words={ids.map((id) => nameOfPerson(id, people))}
              />
            )
          );
        })}
      </dl>
      <Button variant="default" disabled={same} onClick={() => make({ do: 'restore', work: state.work })}>
        {say('web.back-to-this')}
      </Button>
    </section>
  );
}

function Line({ title, words }: { readonly title: string; readonly words: readonly string[] }): ReactNode {
  return (
    <div>
      <dt>{title}</dt>
      <dd>{words.join(', ')}</dd>
    </div>
  );
}
