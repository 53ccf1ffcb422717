import { Button, FileButton } from '@mantine/core';
import { Upload } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { recordRound, type RoundEntry } from '../api/consultations.ts';
import { Failure } from '../shared/failure.tsx';
import { useLanguage, useWording } from '../shared/language.tsx';
import { OptionalNumber } from '../shared/optional-number.tsx';
import { useAttempt } from '../shared/use-attempt.ts';
import { base64Of } from '../start/choices/workbook-file.ts';
import classes from './rounds-panel.module.css';

/** Who stands in a round, as far as it is known before. */
interface RoundStanding {
  readonly id: string;
  readonly name: string;
}

/** Records a round: the ballots of each who stands, or a table of them; who goes on, the procedure says. */
export function RecordRound(properties: {
  readonly consultation: string;
  readonly stage: string;
  readonly standing: readonly RoundStanding[];
  readonly onRecorded: () => void;
}): ReactNode {
  const { consultation, stage, standing, onRecorded } = properties;
  const { say } = useWording();
  const language = useLanguage();
  const { failure, isTrying, attempt } = useAttempt();
  const [of, setOf] = useState<number>();
  const [number, setNumber] = useState<number>();
  const [votes, setVotes] = useState<ReadonlyMap<string, number>>(new Map());
  const record = (entry: RoundEntry): Promise<void> =>
    attempt(async () => {
      const agreed = number === undefined ? {} : { number };
      await recordRound(consultation, stage, { ...entry, ...agreed }, language);
      onRecorded();
    });
  const ballots = (): RoundEntry => {
    if (of === undefined || votes.size === 0) return {};
    return { ballots: [...votes].map(([id, each]) => ({ id, votes: { for: each, of } })) };
  };
  return (
    <details className={classes.record}>
      <summary>{say('web.record-round')}</summary>
      <div className={classes.entry}>
        <OptionalNumber w={130} min={1} label={say('web.ballots-of')} value={of} onChange={setOf} />
        <OptionalNumber w={150} min={0} label={say('web.to-be-named')} value={number} onChange={setNumber} />
        <BallotsFile
          disabled={isTrying}
          onTable={(table) => void record({ table, ...(of !== undefined && { of }) })}
        />
        <Button size="xs" loading={isTrying} onClick={() => void record(ballots())}>
          {say('web.record')}
        </Button>
      </div>
      <Ballots standing={standing} isOpen={of !== undefined} votes={votes} onVotes={setVotes} />
      {failure !== undefined && <Failure failure={failure} />}
    </details>
  );
}

/** Takes the ballots from a table. */
function BallotsFile({
  disabled,
  onTable,
}: {
  readonly disabled: boolean;
  readonly onTable: (base64: string) => void;
}): ReactNode {
  const { say } = useWording();
  const take = (file: File | null): void => {
    if (file !== null) void base64Of(file).then(onTable);
  };
  return (
    <FileButton disabled={disabled} accept=".csv,.xlsx,.ods,.xls,text/csv" onChange={take}>
      {(button) => (
        <Button
          {...button}
          disabled={disabled}
          size="xs"
          variant="default"
          leftSection={<Upload size={14} aria-hidden />}
        >
          {say('web.ballots-table')}
        </Button>
      )}
    </FileButton>
  );
}

/** How many voted for each who stands. */
function Ballots(properties: {
  readonly standing: readonly RoundStanding[];
  /** Whether it is known of how many votes they are. */
  readonly isOpen: boolean;
  readonly votes: ReadonlyMap<string, number>;
  readonly onVotes: (votes: ReadonlyMap<string, number>) => void;
}): ReactNode {
  const { standing, isOpen, votes, onVotes } = properties;
  const { say } = useWording();
  const put = (id: string, value: number | undefined): void => {
    const next = new Map(votes);
    if (value === undefined) next.delete(id);
    else next.set(id, value);
    onVotes(next);
  };
  return (
    <ul className={classes.ballots}>
      {standing.map(({ id, name }) => (
        <li key={id}>
          <span>{name}</span>
          <OptionalNumber
            w={90}
            min={0}
            aria-label={say('web.votes-for', { name })}
            disabled={!isOpen}
            value={votes.get(id)}
            onChange={(value) => put(id, value)}
          />
        </li>
      ))}
    </ul>
  );
}
