import type { ReactNode } from 'react';
import { useWording } from '../shared/language.tsx';
import { ColumnSelect } from './column-select.tsx';
import { AddButton } from './line-buttons.tsx';

/** The columns by whose values together is counted apart: for each [region] and [skill]. */
export function GroupColumns(properties: {
  readonly label: string;
  readonly chosen: readonly string[];
  readonly columns: readonly string[];
  /** What no column is called; absent: there must be one. */
  readonly none: string | undefined;
  /** Whether there can be only one. */
  readonly isOne: boolean;
  readonly onChange: (chosen: readonly string[]) => void;
}): ReactNode {
  const { label, chosen, columns, none, isOne, onChange } = properties;
  const { say } = useWording();
  const [first = '', ...further] = chosen;
  const free = columns.filter((column) => !chosen.includes(column));
  const put = (facts: readonly string[]): void => onChange(facts.filter((fact) => fact !== ''));
  return (
    <>
      <ColumnSelect
        label={label}
        value={first}
        columns={[first, ...free]}
        none={further.length === 0 ? none : undefined}
        onChange={(fact) => put([fact, ...further])}
      />
      {further.map((fact, index) => (
        <ColumnSelect
          key={index}
          label={say('web.for-each-and')}
          value={fact}
          columns={[fact, ...free]}
          none={say('web.for-each-none')}
          onChange={(other) => put([first, ...further.with(index, other)])}
        />
      ))}
      {!isOne && first !== '' && free[0] !== undefined && (
        <AddButton words={say('web.for-each-further')} onClick={() => put([...chosen, free[0] ?? ''])} />
      )}
    </>
  );
}
