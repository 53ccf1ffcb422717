import type { ReactNode } from 'react';
import { useCase } from '../session/case.tsx';
import { useWording } from '../shared/language.tsx';
import { OptionalNumber } from '../shared/optional-number.tsx';
import classes from './rule-builder.module.css';
import { type RuleDraft, WITHIN } from './rule-draft.ts';

/** Which places of a list a rule is about; of a slate without an order there are none. */
export function WithinFields(properties: {
  readonly draft: RuleDraft;
  readonly onChange: (draft: RuleDraft) => void;
}): ReactNode {
  const { draft, onChange } = properties;
  const { say } = useWording();
  const { ruleSet } = useCase();
  const { within } = draft;
  const isSaid = Object.keys(within).length > 0;
  if (ruleSet?.list === undefined && !isSaid) return null;
  const put = (place: (typeof WITHIN)[number], value: number | undefined): void => {
    const { [place]: _before, ...others } = within;
    onChange({ ...draft, within: value === undefined ? others : { ...others, [place]: value } });
  };
  return (
    <details className={classes.further} open={isSaid}>
      <summary>{say('web.within')}</summary>
      <div className={classes.line}>
        {WITHIN.map((place) => (
          <OptionalNumber
            key={place}
            w={120}
            min={1}
            label={say(`web.within-${place}`)}
            value={within[place]}
            onChange={(value) => put(place, value)}
          />
        ))}
      </div>
    </details>
  );
}
