import { Button } from '@mantine/core';
import { Download, Printer } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import type { CheckAnswer } from '../../check/check-answer.ts';
import { useCase } from '../session/case.tsx';
import { useSession } from '../session/session.tsx';
import { useTeller } from '../session/use-teller.ts';
import { deedIn, nameOfPerson } from '../shared/action-words.ts';
import { useWording } from '../shared/language.tsx';
import { fileName, saveText } from '../shared/save-file.ts';
import { useTimes } from '../shared/times.ts';
import { missedGoals } from '../slate/quotas/missed-goals.tsx';
import { changeWords } from './change-words.ts';
import type { Decision, Meeting } from './meeting.ts';
import classes from './minutes.module.css';
import { useStandingWords } from './standing-words.ts';

interface MinutesContent {
  readonly meeting: Meeting;
  readonly decisions: readonly Decision[];
  readonly report: CheckAnswer | undefined;
}

/** The minutes of a meeting that has ended: to be printed, or saved as a file that any browser opens. */
export function Minutes(properties: MinutesContent): ReactNode {
  const { say, language } = useWording();
  const { draft } = useSession();
  const paper = useRef<HTMLElement>(null);
  const save = (): void => {
    const html = `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>${say('web.minutes')}</title><style>${STYLE}</style><body>${paper.current?.innerHTML ?? ''}</body></html>\n`;
    saveText(`${fileName(`${say('web.minutes')} ${draft.title}`)}.html`, html, 'text/html');
  };
  return (
    <div className={classes.view} data-minutes>
      <div className={classes.tools}>
        <Button leftSection={<Printer size={16} aria-hidden />} onClick={() => print()}>
          {say('web.print')}
        </Button>
        <Button variant="default" leftSection={<Download size={16} aria-hidden />} onClick={save}>
          {say('web.save-minutes')}
        </Button>
      </div>
      <article className={classes.paper} ref={paper} aria-label={say('web.minutes')}>
        <Paper {...properties} />
      </article>
    </div>
  );
}

/** What stands in the minutes, whether they are shown, printed or saved. */
function Paper({ meeting, decisions, report }: MinutesContent): ReactNode {
  const { say, text } = useWording();
  const { people, ruleSet } = useCase();
  const { work, draft } = useSession();
  const { moment } = useTimes();
  return (
    <>
      <h2>{say('web.minutes')}</h2>
      <p>
        {ruleSet && text(ruleSet.title)}
        {draft.title !== '' && ` – ${draft.title}`}
      </p>
      <p>
        {say('web.minutes-times', {
          began: moment(meeting.began),
          ended: moment(meeting.ended ?? meeting.began),
        })}
      </p>
      <h3>{say('web.decisions')}</h3>
      {decisions.length === 0 ? <p>{say('web.no-decisions')}</p> : <DecisionTable decisions={decisions} />}
      <h3>{say('web.minutes-outcome')}</h3>
      {report !== undefined && <RulesKept report={report} />}
      <ol>
        {work.members.map((id) => (
          <li key={id}>{nameOfPerson(id, people)}</li>
        ))}
      </ol>
    </>
  );
}

/** What was decided and when, what it changed, and why. */
function DecisionTable({ decisions }: { readonly decisions: readonly Decision[] }): ReactNode {
  const { say } = useWording();
  const { moment } = useTimes();
  const standingWords = useStandingWords();
  const teller = useTeller();
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{say('web.time')}</th>
          <th scope="col">{say('web.decision')}</th>
          <th scope="col">{say('web.what-changed')}</th>
          <th scope="col">{say('web.reason')}</th>
        </tr>
      </thead>
      <tbody>
        {decisions.map(({ at, did, before, after, reason, standing }) => (
          <tr key={at}>
            <td>{moment(at)}</td>
            <td>{deedIn(did, teller)}</td>
            <td>
              {changeWords(before, after, teller).map((each) => (
                <div key={each}>{each}</div>
              ))}
              {standing !== undefined && <div>{standingWords(standing)}</div>}
            </td>
            <td>{reason}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Whether the slate that was decided on keeps the rules, and which goals it misses. */
function RulesKept({ report }: { readonly report: CheckAnswer }): ReactNode {
  const { say, text } = useWording();
  const missed = [...missedGoals(report).values()];
  return (
    <>
      <p>{report.compliant ? say('web.roster-kept') : say('web.roster-broken')}</p>
      {missed.length > 0 && (
        <p>{say('web.roster-missed', { goals: missed.map(([line]) => text(line.title)) })}</p>
      )}
    </>
  );
}

/** How the saved file looks: black on white, with lines around the decisions. */
const STYLE =
  'body{font:12pt/1.4 serif;max-width:60em;margin:2em auto;padding:0 1em}table{border-collapse:collapse;width:100%}th,td{border:1px solid #999;padding:.3em .5em;text-align:left;vertical-align:top}';
