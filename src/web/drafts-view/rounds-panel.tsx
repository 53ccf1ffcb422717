import { type ReactNode, useState } from 'react';
import type { z } from 'zod';
import type { consultationAnswerSchema } from '../../service/keeping/consultation-answers.ts';
import { CONSULTATIONS, consultationNamed } from '../api/consultations.ts';
import { useAnswer } from '../api/use-answer.ts';
import { suffices } from '../../store/roles.ts';
import { useAccount } from '../account/account.tsx';
import { useCase } from '../session/case.tsx';
import { useSession } from '../session/session.tsx';
import { useWording } from '../shared/language.tsx';
import { Panel } from '../shared/panel.tsx';
import { BeginRounds } from './begin-rounds.tsx';
import { RecordRound } from './record-round.tsx';
import classes from './rounds-panel.module.css';

type Report = z.output<typeof consultationAnswerSchema>;
type Way = Report['ways'][number];

/** The rounds of consultation that the open draft goes through; nothing where there are none. */
export function RoundsPanel(): ReactNode {
  const { draft, state } = useSession();
  const { person } = useAccount().session;
  // Asked anew once one has begun.
  const [asked, setAsked] = useState(CONSULTATIONS);
  const { answer } = useAnswer(asked);
  if (answer === undefined) return null;
  const about = answer.consultations.filter((each) => each.draft === draft.id);
  const mayWrite = person !== undefined && suffices(person.role, 'drafter');
  return (
    <>
      {about.map(({ name }) => (
        <Consultation key={name} name={name} mayWrite={mayWrite} />
      ))}
      {about.length === 0 && mayWrite && state !== 'withdrawn' && (
        <BeginRounds onBegun={() => setAsked({ ...CONSULTATIONS })} />
      )}
    </>
  );
}

function Consultation(properties: { readonly name: string; readonly mayWrite: boolean }): ReactNode {
  const { name, mayWrite } = properties;
  const { say, text, number } = useWording();
  const [asked, setAsked] = useState(() => consultationNamed(name));
  const { answer: report } = useAnswer(asked);
  const { people } = useCase();
  const { work } = useSession();
  if (report === undefined) return null;
  const next = report.stages.find(({ round }) => round === undefined);
  const standing = standingIn(report) ?? work.members.map((id) => ({ id, name: undefined }));
  const named = standing.map((each) => ({
    id: each.id,
    name: each.name ?? people.byId.get(each.id)?.name ?? each.id,
  }));
  const { title, procedure, seats } = report.consultation;
  return (
    <Panel title={say('web.rounds', { title })}>
      <p>{say('web.rounds-about', { procedure: text(procedure.title), seats: number(seats) })}</p>
      <ol className={classes.rounds}>
        {report.stages.map((stage) => (
          <li key={stage.id} data-recorded={stage.round !== undefined}>
            <strong>{text(stage.title)}</strong>
            <span>{text(stage.rule)}</span>
            <Round round={stage.round} />
            {mayWrite && stage === next && (
              <RecordRound
                key={stage.id}
                consultation={name}
                stage={stage.id}
                standing={named}
                onRecorded={() => setAsked(consultationNamed(name))}
              />
            )}
          </li>
        ))}
      </ol>
      <Ways report={report} />
    </Panel>
  );
}

/** Those whom the last round carried on; `undefined` before the first one. */
function standingIn({
  stages,
}: Report): readonly { readonly id: string; readonly name?: string | undefined }[] | undefined {
  const last = stages.findLast(({ round }) => round !== undefined)?.round;
  return last?.people?.filter(({ outcome }) => outcome.kind === 'carried');
}

function Round({ round }: { readonly round: Report['stages'][number]['round'] }): ReactNode {
  const { say, text } = useWording();
  if (round === undefined) return <span>{say('web.round-not-yet')}</span>;
  const { carried, fellOut, tied } = round.version;
  return (
    <>
      <span>
        {round.number === undefined
          ? say('web.round-counts', { carried, fellOut, tied })
          : say('web.round-number', { count: round.number })}
      </span>
      {round.notices.map((notice) => (
        <span key={notice.en} role="note" className={classes.notice}>
          {text(notice)}
        </span>
      ))}
    </>
  );
}

/** Each person's way, a column a round. */
function Ways({ report }: { readonly report: Report }): ReactNode {
  const { say, text } = useWording();
  const done = report.stages.filter(({ round }) => round !== undefined);
  if (report.ways.length === 0) return null;
  return (
    <div className={classes.ways} role="region" tabIndex={0} aria-label={say('web.ways')}>
      <table>
        <caption className="visually-hidden">{say('web.ways')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('web.ways')}</th>
            {done.map(({ id, title }) => (
              <th key={id} scope="col">
                {text(title)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {report.ways.map((way) => (
            <tr key={way.id}>
              <th scope="row">{way.name ?? way.id}</th>
              {done.map(({ id }) => (
                <Step key={id} step={way.steps.find(({ stage }) => stage === id)} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Step({ step }: { readonly step: Way['steps'][number] | undefined }): ReactNode {
  const { say, text } = useWording();
  if (step === undefined) return <td />;
  const { votes, outcome, joined } = step;
  return (
    <td data-outcome={outcome.kind}>
      {votes !== undefined && <b>{say('web.round-votes', votes)}</b>} {text(outcome.text)}
      {joined && <small> {say('web.round-joined')}</small>}
    </td>
  );
}
