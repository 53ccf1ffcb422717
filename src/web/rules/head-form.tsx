import { TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useWording } from '../shared/language.tsx';
import classes from './rule-cards.module.css';
import type { RuleHead } from './rule-text.ts';

/** What the rules are called, on papers too, and the day on which ages and times of service are counted. */
export function HeadForm(properties: {
  /** What the rules are called in the language of the page. */
  readonly title: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly onChange: (head: RuleHead) => void;
}): ReactNode {
  const { title, date, onChange } = properties;
  const { say } = useWording();
  return (
    <div className={`${classes.form} ${classes.head}`}>
      <Written
        key={`title ${title}`}
        label={say('web.rules-title')}
        value={title}
        maxLength={200}
        onWritten={(written) => onChange({ title: written })}
      />
      <Written
        key={`date ${date}`}
        type="date"
        label={say('web.rules-date')}
        value={date}
        onWritten={(written) => onChange({ referenceDate: written })}
      />
    </div>
  );
}

/** A field that counts once it is left; left empty, it stays as it was. */
function Written(properties: {
  readonly label: string;
  readonly value: string;
  readonly type?: 'date';
  readonly maxLength?: number;
  readonly onWritten: (value: string) => void;
}): ReactNode {
  const { value, onWritten, ...rest } = properties;
  const [text, setText] = useState(value);
  const leave = (): void => {
    const written = text.trim();
    if (written === '') setText(value);
    else if (written !== value) onWritten(written);
  };
  return (
    <TextInput
      size="xs"
      {...rest}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={leave}
      onKeyDown={(event) => {
        if (event.key === 'Enter') leave();
        if (event.key === 'Escape') setText(value);
      }}
    />
  );
}
