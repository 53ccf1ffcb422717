import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { CostStep, QuotaCost } from '../../explain/answers.ts';
import { useCase } from '../session/case.tsx';
import { useSession } from '../session/session.tsx';
import { useWording } from '../shared/language.tsx';
import { useNamed } from '../shared/ids-as-names.ts';
import type { Changes } from '../state/work.ts';
import classes from './details.module.css';
import { Exchange } from './exchange.tsx';

/** One bound of a rule: the best slate under it, and the way to take it. */
export function CostStepDetails(properties: {
  readonly rule: string;
  readonly side: QuotaCost['curves'][number]['side'];
  readonly step: CostStep;
}): ReactNode {
  const { rule, side, step } = properties;
  const { say } = useWording();
  const named = useNamed();
  const { work, make } = useSession();
  const { members, value, leave = [], enter = [], present } = step;
  const changes = changesWith(work.changes, rule, side, value);
  // Steps of a rule of eligibility count exceptions, which are no bound that a rule could have.
  const isBound = useCase().ruleSet?.rules.find(({ id }) => id === rule)?.kind !== 'require';
  return (
    <div role="status" className={classes.step}>
      <p className={classes.answer}>{named(step.message)}</p>
      <Exchange leave={leave} enter={enter} />
      {members !== undefined && !present && isBound && (
        <Button size="xs" variant="default" onClick={() => make({ do: 'take-changes', changes, members })}>
          {say('web.use-this-bound')}
        </Button>
      )}
    </div>
  );
}

function changesWith(
  { rules, ...rest }: Changes,
  rule: string,
  side: 'min' | 'max' | 'exactly',
  value: number,
): Changes {
  const change = {
    ...rules[rule],
    ...(side !== 'max' && { min: value }),
    ...(side !== 'min' && { max: value }),
  };
  return { ...rest, rules: { ...rules, [rule]: change } };
}
