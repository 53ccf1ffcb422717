import { Button, FileButton, NativeSelect, TextInput } from '@mantine/core';
import { Upload } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { APPORTIONMENTS } from '../../rules/bounds/apportionment.ts';
import { decoded } from '../../tables/text/encoding.ts';
import { useWording } from '../shared/language.tsx';
import { OptionalNumber } from '../shared/optional-number.tsx';
import { numbersInTable } from './numbers-in-table.ts';
import type { PoolFact } from './pool-facts.ts';
import { SEAT_BOUNDS, seatsDue, withNumber } from './proportion-draft.ts';
import classes from './rule-builder.module.css';
import type { RuleDraft } from './rule-draft.ts';

/** How many seats are shared out, by which numbers, and what each group would get of them. */
export function ProportionFields(properties: {
  readonly draft: RuleDraft;
  readonly facts: readonly PoolFact[];
  readonly onChange: (draft: RuleDraft) => void;
}): ReactNode {
  const { draft, facts, onChange } = properties;
  const { say } = useWording();
  const { proportion, forEach } = draft;
  const put = (change: Partial<RuleDraft['proportion']>): void =>
    onChange({ ...draft, proportion: { ...proportion, ...change } });
  return (
    <>
      <div className={classes.line}>
        <OptionalNumber
          min={1}
          label={say('web.seats-to-share')}
          value={proportion.seats}
          onChange={(seats) => put({ seats })}
        />
        <OptionalNumber
          w={130}
          min={0}
          label={say('web.seats-each')}
          value={proportion.each}
          onChange={(each) => put({ each: each ?? 0 })}
        />
        <NativeSelect
          size="xs"
          label={say('web.apportionment')}
          value={proportion.way}
          onChange={({ currentTarget: { value } }) =>
            put({ way: APPORTIONMENTS.find((each) => each === value) ?? proportion.way })
          }
          data={APPORTIONMENTS.map((value) => ({ value, label: say(`web.apportionment-${value}`) }))}
        />
        <NativeSelect
          size="xs"
          label={say('web.seats-bound')}
          value={proportion.bound}
          onChange={({ currentTarget: { value } }) =>
            put({ bound: SEAT_BOUNDS.find((each) => each === value) ?? proportion.bound })
          }
          data={SEAT_BOUNDS.map((value) => ({ value, label: say(`web.seats-bound-${value}`) }))}
        />
      </div>
      <WhereNumbers table={proportion.table} fact={forEach[0] ?? ''} onChange={(table) => put({ table })} />
      {proportion.table === undefined ? (
        <Groups
          key={forEach[0]}
          proportion={proportion}
          fact={facts.find(({ fact }) => fact === forEach[0])}
          onChange={(next) => onChange({ ...draft, proportion: next })}
        />
      ) : (
        <TableFields table={proportion.table} onChange={(table) => put({ table })} />
      )}
    </>
  );
}

type Table = NonNullable<RuleDraft['proportion']['table']>;

const NO_TABLE: Table = { file: '', group: '', number: '' };

/** Takes the numbers from a table of two columns, such as the members of each region. */
function NumbersFile(properties: {
  readonly fact: string;
  readonly known: readonly string[];
  readonly onNumbers: (to: RuleDraft['proportion']['to']) => void;
}): ReactNode {
  const { fact, known, onNumbers } = properties;
  const { say } = useWording();
  const [isUnread, setUnread] = useState(false);
  const take = async (file: File): Promise<void> => {
    const read = decoded(new Uint8Array(await file.arrayBuffer()));
    const to = read.ok ? numbersInTable(read.text, fact, known) : undefined;
    setUnread(to === undefined);
    if (to !== undefined) onNumbers(to);
  };
  return (
    <div className={classes.line}>
      <FileButton accept=".csv,text/csv" onChange={(file) => file !== null && void take(file)}>
        {(button) => (
          <Button {...button} size="xs" variant="default" leftSection={<Upload size={14} aria-hidden />}>
            {say('web.numbers-from-file')}
          </Button>
        )}
      </FileButton>
      {isUnread && (
        <p role="alert" className={classes.beside}>
          {say('web.numbers-unread')}
        </p>
      )}
    </div>
  );
}

/** Whether the numbers stand in the rule, or in a table beside its file. */
function WhereNumbers(properties: {
  readonly table: Table | undefined;
  readonly fact: string;
  readonly onChange: (table: Table | undefined) => void;
}): ReactNode {
  const { table, fact, onChange } = properties;
  const { say } = useWording();
  return (
    <NativeSelect
      size="xs"
      label={say('web.numbers-stand')}
      value={table === undefined ? 'here' : 'table'}
      onChange={({ currentTarget: { value } }) =>
        onChange(value === 'table' ? { ...NO_TABLE, group: fact } : undefined)
      }
      data={(['here', 'table'] as const).map((value) => ({
        value,
        label: say(`web.numbers-stand-${value}`),
      }))}
    />
  );
}

/** In which file beside the rules the numbers stand, and in which of its columns. */
function TableFields(properties: {
  readonly table: Table;
  readonly onChange: (table: Table) => void;
}): ReactNode {
  const { table, onChange } = properties;
  const { say } = useWording();
  return (
    <fieldset className={classes.part}>
      <legend>{say('web.table-beside')}</legend>
      <div className={classes.line}>
        {(['file', 'group', 'number'] as const).map((key) => (
          <TextInput
            key={key}
            size="xs"
            label={say(`web.table-${key}`)}
            value={table[key]}
            onChange={({ currentTarget }) => onChange({ ...table, [key]: currentTarget.value })}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** A line a group: its number, how many of the pool are in it, and its seats. */
function Groups(properties: {
  readonly proportion: RuleDraft['proportion'];
  readonly fact: PoolFact | undefined;
  readonly onChange: (proportion: RuleDraft['proportion']) => void;
}): ReactNode {
  const { proportion, fact, onChange } = properties;
  const { say, value: wordOf } = useWording();
  const inPool = new Map(fact?.values.map(({ value, count }) => [String(value), count]));
  const numbers = new Map(proportion.to.map(({ group, number }) => [group, number]));
  const due = seatsDue(proportion);
  const shown = [...new Set([...numbers.keys(), ...inPool.keys()])];
  return (
    <fieldset className={classes.part}>
      <legend>{say('web.numbers-of-groups')}</legend>
      <NumbersFile
        fact={fact?.fact ?? ''}
        known={[...inPool.keys()]}
        onNumbers={(to) => onChange({ ...proportion, to })}
      />
      {shown.map((group) => {
        const seats = due.get(group);
        const name = wordOf(fact?.fact ?? '', group);
        return (
          <div key={group} className={classes.line}>
            <OptionalNumber
              w={180}
              min={0}
              allowDecimal={false}
              label={name}
              value={numbers.get(group)}
              onChange={(number) => onChange(withNumber(proportion, group, number))}
            />
            <span className={classes.beside}>
              {say('web.group-in-pool', { count: inPool.get(group) ?? 0 })}
              {seats !== undefined && ` · ${say('web.seats-due', seats)}`}
            </span>
          </div>
        );
      })}
    </fieldset>
  );
}
