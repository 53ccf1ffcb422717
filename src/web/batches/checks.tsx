import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './batches-view.module.css';

/** Something that may be chosen, beside others. */
interface Choosable {
  readonly key: string;
  readonly title: string;
  readonly detail?: string;
}

/** A list of which any number may be chosen. */
export function Checks(properties: {
  readonly title: string;
  readonly of: readonly Choosable[];
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
}): ReactNode {
  const { title, of, chosen, onChange } = properties;
  if (of.length === 0) return null;
  const toggle = (key: string): void => {
    const next = new Set(chosen);
    if (!next.delete(key)) next.add(key);
    onChange(next);
  };
  return (
    <fieldset className={classes.checks}>
      <legend>{title}</legend>
      {of.map(({ key, title: each, detail }) => (
        <Checkbox
          key={key}
          size="xs"
          checked={chosen.has(key)}
          label={each}
          description={detail}
          onChange={() => toggle(key)}
        />
      ))}
    </fieldset>
  );
}
