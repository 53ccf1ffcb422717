import { type ReactNode, useMemo } from 'react';
import { type Batch, batchSchema } from '../../batch/answers.ts';
import type { JobAnswer } from '../../service/jobs/job-answers.ts';
import type { Text } from '../../words/language.ts';
import { formatDifference } from '../../words/number.ts';
import { useAnswer } from '../api/use-answer.ts';
import { Failure } from '../shared/failure.tsx';
import { useWording } from '../shared/language.tsx';
import { Panel } from '../shared/panel.tsx';
import { useTimes } from '../shared/times.ts';
import classes from './batches-view.module.css';
import { useBatchWords } from './words.ts';

/** Rules, and cases that cannot be asked, that are shown; the files have all. */
const MOST = 20;

const FILES = ['report', 'table', 'parquet'] as const;

/** What a batch came to: its summary, why cases failed, and its files. */
export function BatchOutcome({ job }: { readonly job: JobAnswer }): ReactNode {
  const words = useBatchWords();
  const { moment } = useTimes();
  const { id, progress } = job;
  // What was stopped and taken up again has another summary by then.
  const asked = useMemo(
    () => ({ path: `/batches/${id}/summary`, answer: batchSchema, at: progress.done }),
    [id, progress.done],
  );
  const { answer, failure } = useAnswer(asked);
  return (
    <Panel title={words.resultOf(moment(Date.parse(job.createdAt)))}>
      {failure !== undefined && <Failure failure={failure} />}
      {answer !== undefined && <Summary batch={answer} />}
      {answer !== undefined && (
        <p className={classes.files}>
          <span>{words.downloads}:</span>
          {FILES.map((file) => (
            <a key={file} href={`/api/v1/batches/${id}/${file}`} download>
              {words.files[file]}
            </a>
          ))}
        </p>
      )}
      {answer !== undefined && <Tables batch={answer} />}
    </Panel>
  );
}

function Summary({ batch }: { readonly batch: Batch }): ReactNode {
  const words = useBatchWords();
  const { withSlate, withoutSlate, unknown, unreadable, total, complete, reused } = batch;
  const done = withSlate + withoutSlate + unknown + unreadable;
  return (
    <>
      <p className={classes.summary}>{words.summary(batch)}</p>
      {!complete && <p className={classes.bad}>{words.stopped({ done, total })}</p>}
      {reused > 0 && <p className={classes.about}>{words.reused(reused)}</p>}
    </>
  );
}

function Tables({ batch }: { readonly batch: Batch }): ReactNode {
  const words = useBatchWords();
  const { text, number, points, language } = useWording();
  const { heads } = words;
  const against = (value: number | undefined): string =>
    value === undefined ? '' : formatDifference(value, language);
  const figure = (value: number | undefined): string => (value === undefined ? '' : number(value));
  return (
    <>
      <NumberTable
        title={words.byScenario}
        heads={[
          heads.scenario,
          heads.withSlate,
          heads.withoutSlate,
          heads.open,
          heads.objective,
          heads.difference,
          heads.lost,
          heads.gained,
        ]}
        rows={batch.scenarios.map((each) => [
          text(each.title),
          number(each.withSlate),
          number(each.withoutSlate),
          number(each.unknown + each.unreadable),
          points(each.objective),
          against(each.againstBase?.objective),
          figure(each.againstBase?.lost),
          figure(each.againstBase?.gained),
        ])}
      />
      <NumberTable
        title={words.byRule}
        heads={[heads.rule, heads.conflicts, heads.missed, heads.price]}
        rows={batch.rules
          .slice(0, MOST)
          .map((each) => [text(each.title), number(each.conflicts), number(each.missed), points(each.price)])}
      />
      <CaseList
        title={words.slateless(batch.scenarios[0]!.withoutSlate)}
        cases={batch.slateless.map(({ case: id, why }) => ({ key: id, id, why }))}
        total={batch.scenarios[0]!.withoutSlate}
      />
      <CaseList
        title={words.failures(batch.failed.length)}
        cases={batch.failed.map(({ case: id, scenarios, problems }) => ({
          key: `${id} ${scenarios.join(' ')}`,
          id,
          why: problems,
        }))}
        total={batch.failed.length}
      />
    </>
  );
}

interface CaseListProps {
  readonly title: string;
  readonly cases: readonly { readonly key: string; readonly id: string; readonly why: readonly Text[] }[];
  /** How many there are, of which not all need be in the list. */
  readonly total: number;
}

/** Some cases with what is said of them; nothing where there are none. */
function CaseList({ title, cases, total }: CaseListProps): ReactNode {
  const words = useBatchWords();
  const { text } = useWording();
  if (cases.length === 0) return null;
  return (
    <section>
      <h3 className={classes.step}>{title}</h3>
      <ul className={classes.failures}>
        {cases.slice(0, MOST).map(({ key, id, why }) => (
          <li key={key}>
            <strong>{id}</strong> {why.map((each) => text(each)).join('; ')}
          </li>
        ))}
      </ul>
      {total > MOST && <p className={classes.about}>{words.more(total - MOST)}</p>}
    </section>
  );
}

/** A table of figures, each line under what it is about; on a narrow screen it is moved sideways. */
function NumberTable(properties: {
  readonly title: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}): ReactNode {
  const { title, heads, rows } = properties;
  if (rows.length === 0) return null;
  return (
    <section>
      <h3 className={classes.step}>{title}</h3>
      <div className={classes.scroll} role="region" aria-label={title} tabIndex={0}>
        <table className={classes.table}>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([first, ...figures]) => (
              <tr key={first}>
                <th scope="row">{first}</th>
                {figures.map((figure, index) => (
                  <td key={heads[index + 1]}>{figure}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
