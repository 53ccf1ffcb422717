import { NumberInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWording } from '../shared/language.tsx';
import { OptionalNumber } from '../shared/optional-number.tsx';
import { CountedIn } from './counted-in.tsx';
import { AddButton, DropButton } from './line-buttons.tsx';
import classes from './rule-builder.module.css';
import type { SizeLine } from './size-lines.ts';

/** What is asked at which size of the slate, a line each: of 3 to 4 at most 2, of 5 and more at most 60 %. */
export function SizeFields(properties: {
  readonly lines: readonly SizeLine[];
  readonly onChange: (lines: readonly SizeLine[]) => void;
}): ReactNode {
  const { lines, onChange } = properties;
  const { say } = useWording();
  const last = lines.at(-1);
  const add = (): void => {
    const from = last === undefined ? 1 : (last.to ?? last.from) + 1;
    const before = last?.to === undefined && last !== undefined ? [{ ...last, to: last.from }] : [];
    const kept = before.length > 0 ? [...lines.slice(0, -1), ...before] : lines;
    onChange([
      ...kept,
      { from, to: undefined, in: last?.in ?? 'members', min: last?.min ?? 1, max: last?.max },
    ]);
  };
  return (
    <div className={classes.parts}>
      {lines.map((line, index) => (
        <fieldset key={index} className={classes.part}>
          <legend>{say('web.size-line', { number: index + 1 })}</legend>
          <LineFields line={line} onChange={(changed) => onChange(lines.with(index, changed))} />
          {lines.length > 1 && (
            <DropButton
              label={say('web.drop-size-line', { number: index + 1 })}
              onClick={() => onChange(lines.toSpliced(index, 1))}
            />
          )}
        </fieldset>
      ))}
      <AddButton words={say('web.add-size-line')} onClick={add} />
    </div>
  );
}

function LineFields(properties: {
  readonly line: SizeLine;
  readonly onChange: (line: SizeLine) => void;
}): ReactNode {
  const { line, onChange } = properties;
  const { say } = useWording();
  const suffix = line.in === 'percent' ? ' %' : '';
  return (
    <div className={classes.line}>
      <NumberInput
        size="xs"
        w={104}
        min={1}
        label={say('web.size-from')}
        value={line.from}
        onChange={(from) => typeof from === 'number' && onChange({ ...line, from })}
      />
      <OptionalNumber
        min={1}
        label={say('web.size-to')}
        placeholder={say('web.size-open')}
        value={line.to}
        onChange={(to) => onChange({ ...line, to })}
      />
      <OptionalNumber
        min={0}
        suffix={suffix}
        label={say('web.at-least')}
        value={line.min}
        onChange={(min) => onChange({ ...line, min })}
      />
      <OptionalNumber
        min={0}
        suffix={suffix}
        label={say('web.at-most')}
        value={line.max}
        onChange={(max) => onChange({ ...line, max })}
      />
      <CountedIn value={line.in} percentOf="slate" onChange={(unit) => onChange({ ...line, in: unit })} />
    </div>
  );
}
