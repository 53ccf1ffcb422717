import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { deedIn } from '../shared/action-words.ts';
import { useWording } from '../shared/language.tsx';
import { Panel } from '../shared/panel.tsx';
import { useTimes } from '../shared/times.ts';
import { useTeller } from '../session/use-teller.ts';
import { changeWords } from './change-words.ts';
import classes from './decision-log.module.css';
import type { Decision } from './meeting.ts';
import { useStandingWords } from './standing-words.ts';

/** What was decided so far, the latest first: what it changed, how the slate stood then, and room to say why. */
export function DecisionLog(properties: {
  readonly decisions: readonly Decision[];
  readonly onReason: (at: number, reason: string) => void;
}): ReactNode {
  const { decisions, onReason } = properties;
  const { say } = useWording();
  const { moment } = useTimes();
  const standingWords = useStandingWords();
  const teller = useTeller();
  return (
    <Panel title={say('web.decisions')}>
      {decisions.length === 0 && <p className={classes.none}>{say('web.no-decisions')}</p>}
      <ol className={classes.log} reversed>
        {decisions.toReversed().map(({ at, did, before, after, reason, standing }) => (
          <li key={at} data-decision={did.do}>
            <strong>{deedIn(did, teller)}</strong> <small>{moment(at)}</small>
            <ul>
              {changeWords(before, after, teller).map((each) => (
                <li key={each}>{each}</li>
              ))}
              {standing !== undefined && <li>{standingWords(standing)}</li>}
            </ul>
            <TextInput
              size="sm"
              aria-label={say('web.reason-of', { deed: deedIn(did, teller) })}
              placeholder={say('web.reason')}
              value={reason}
              maxLength={400}
              onChange={(event) => onReason(at, event.currentTarget.value)}
            />
          </li>
        ))}
      </ol>
    </Panel>
  );
}
