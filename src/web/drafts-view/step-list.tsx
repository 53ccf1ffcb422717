import { Button, TextInput } from '@mantine/core';
import { Bookmark } from 'lucide-react';
import { type ReactNode, useMemo, useState } from 'react';
import { useSession } from '../session/session.tsx';
import { useTeller } from '../session/use-teller.ts';
import { deedIn } from '../shared/action-words.ts';
import { useWording } from '../shared/language.tsx';
import { Panel } from '../shared/panel.tsx';
import { useTimes } from '../shared/times.ts';
import { Comparison } from './comparison.tsx';
import classes from './step-list.module.css';
import { type State, statesOf } from './states.ts';

/** What was done in the open draft, step by step; any state can be compared with another and taken again. */
export function StepList(): ReactNode {
  const { say } = useWording();
  const { draft, history, mark, work } = useSession();
  const [title, setTitle] = useState('');
  const [chosen, setChosen] = useState<string>();
  const states = useMemo(() => statesOf(history, draft.marks), [history, draft.marks]);
  const state = states.find(({ key }) => key === chosen);
  const name = (): void => {
    mark({ title: title.trim(), at: Date.now(), work });
    setTitle('');
  };
  return (
    <Panel title={say('web.history')}>
      <form
        className={classes.name}
        onSubmit={(event) => {
          event.preventDefault();
          if (title.trim() !== '') name();
        }}
      >
        <TextInput
          aria-label={say('web.version-name')}
          placeholder={say('web.version-name')}
          value={title}
          maxLength={80}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <Button
          type="submit"
          variant="default"
          leftSection={<Bookmark size={15} aria-hidden />}
          disabled={title.trim() === ''}
        >
          {say('web.name-version')}
        </Button>
      </form>
      <div className={classes.columns}>
        <ol className={classes.steps} reversed>
          {states.map((each) => (
            <StateRow
              key={each.key}
              state={each}
              isChosen={each.key === chosen}
              onChoose={() => setChosen(each.key === chosen ? undefined : each.key)}
            />
          ))}
        </ol>
        {state === undefined ? (
          <p className={classes.hint}>{say('web.choose-state')}</p>
        ) : (
          <Comparison state={state} />
        )}
      </div>
    </Panel>
  );
}

function StateRow(properties: {
  readonly state: State;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}): ReactNode {
  const { state, isChosen, onChoose } = properties;
  const teller = useTeller();
  const { say } = teller.wording;
  const { moment } = useTimes();
  const words = state.title ?? (state.did === undefined ? say('web.state-first') : deedIn(state.did, teller));
  return (
    <li>
      <button type="button" aria-pressed={isChosen} data-kind={state.kind} onClick={onChoose}>
        {state.kind === 'mark' && <Bookmark size={14} aria-hidden />}
        <span>{words}</span>
        <small>
          {state.kind === 'now' ? say('web.state-now') : ''}
          {state.at === undefined ? '' : ` ${moment(state.at)}`}
        </small>
      </button>
    </li>
  );
}
