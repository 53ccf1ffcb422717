import { type ReactNode, useState } from 'react';
import { Failure } from '../shared/failure.tsx';
import { Panel } from '../shared/panel.tsx';
import { BatchOutcome } from './batch-outcome.tsx';
import { BatchRow } from './batch-row.tsx';
import classes from './batches-view.module.css';
import { NewBatchPanel } from './new-batch-panel.tsx';
import { useBatches } from './use-batches.ts';
import { useBatchWords } from './words.ts';

/** Many cases at once: begin, follow, stop and take up batches, and see what they came to. */
export function BatchesView(): ReactNode {
  const words = useBatchWords();
  const { jobs, failure, begin, cancel, resume, remove } = useBatches();
  const [shown, setShown] = useState<string>();
  const job = jobs.find(({ id, status }) => id === shown && (status === 'done' || status === 'cancelled'));
  return (
    <div className={classes.view}>
      <NewBatchPanel onBegin={begin} />
      <div className={classes.found}>
        <Panel title={words.all}>
          {failure !== undefined && <Failure failure={failure} />}
          {jobs.length === 0 && <p className={classes.about}>{words.none}</p>}
          <ul className={classes.rows}>
            {jobs.map((each) => (
              <BatchRow
                key={each.id}
                job={each}
                shown={each.id === shown}
                deeds={{
                  onShow: () => setShown(each.id === shown ? undefined : each.id),
                  onCancel: () => void cancel(each.id),
                  onResume: () => void resume(each.id),
                  onRemove: () => void remove(each.id),
                }}
              />
            ))}
          </ul>
        </Panel>
        {job !== undefined && <BatchOutcome key={job.id} job={job} />}
      </div>
    </div>
  );
}
