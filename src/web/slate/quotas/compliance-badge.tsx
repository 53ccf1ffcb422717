import { Loader } from '@mantine/core';
import { CircleCheck, CircleDashed, CircleHelp, CircleX } from 'lucide-react';
import type { ReactNode } from 'react';
import { useWording } from '../../shared/language.tsx';
import classes from './compliance-badge.module.css';
import type { SlateAnswers } from '../use-slate-answers.ts';

/** Whether the slate in hand keeps all hard rules, in a sign and in words; said aloud when it changes. */
export function ComplianceBadge(properties: {
  readonly answers: SlateAnswers;
  readonly empty: boolean;
}): ReactNode {
  const { answers, empty } = properties;
  const { say } = useWording();
  const { answer, asking, failure } = answers.report;
  const hard = answer?.rules.filter(({ strength }) => strength === 'hard') ?? [];
  const decisions = answer?.decisions ?? [];
  const violated = [...hard, ...decisions].filter(({ status }) => status === 'violated').length;
  const unknown = hard.filter(({ status }) => status === 'unknown').length;
  const state = empty
    ? 'none'
    : answer === undefined || failure !== undefined
      ? 'unchecked'
      : answer.compliant
        ? 'kept'
        : violated > 0
          ? 'violated'
          : 'unknown';
  const Icon = {
    none: CircleDashed,
    unchecked: CircleHelp,
    kept: CircleCheck,
    violated: CircleX,
    unknown: CircleHelp,
  }[state];
  const words = {
    none: say('web.nobody-yet'),
    unchecked: asking ? say('web.checking') : say('web.unchecked'),
    kept: say('web.compliant'),
    violated: say('web.violated', { count: violated }),
    unknown: say('web.undecided', { count: unknown }),
  }[state];
  return (
    <p className={classes.badge} data-state={state} role="status">
      {asking ? <Loader size={18} color="gray" aria-hidden /> : <Icon size={20} aria-hidden />}
      <span>{words}</span>
    </p>
  );
}
