import type { ReactNode } from 'react';
import { useWording } from '../shared/language.tsx';
import { NumberField } from '../shared/number-field.tsx';
import classes from './rule-cards.module.css';
import type { SizeOfSlate } from './rule-text.ts';

/** How many people the slate holds. */
export function SizeForm(properties: {
  readonly size: SizeOfSlate;
  readonly onChange: (change: Partial<SizeOfSlate>) => void;
}): ReactNode {
  const { size, onChange } = properties;
  const { say } = useWording();
  return (
    <div className={`${classes.form} ${classes.size}`} role="group" aria-label={say('web.size')}>
      <NumberField
        label={say('web.size-least')}
        value={size.min}
        min={1}
        max={100_000}
        onChange={(min) => onChange({ min })}
      />
      <NumberField
        label={say('web.size-most')}
        value={size.max}
        min={1}
        max={100_000}
        onChange={(max) => onChange({ max })}
      />
    </div>
  );
}
