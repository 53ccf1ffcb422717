import { Badge, Title } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import type { RuleAnswer } from '../../service/answers/answers.ts';
import { checkOf } from '../api/questions.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useCase } from '../session/case.tsx';
import { useUndecided } from '../session/question.ts';
import { useSession } from '../session/session.tsx';
import { addsUp } from '../shared/bounds.ts';
import { useWording } from '../shared/language.tsx';
import { CostSection } from './cost-section.tsx';
import classes from './details.module.css';
import { RuleGroups } from './rule-groups.tsx';

/** One rule: its sentence, where it comes from, and who counts for it on the slate in hand. */
export function RuleDetails({ id }: { readonly id: string }): ReactNode {
  const { say, text } = useWording();
  const { ruleSet, ready } = useCase();
  const { members } = useSession().work;
  const undecided = useUndecided();
  const report = useAnswer(
    useMemo(() => (ready ? checkOf(undecided, members) : undefined), [ready, undecided, members]),
  ).answer;
  const rule = ruleSet?.rules.find((each) => each.id === id);
  const lines = report?.rules.filter((line) => line.id === id) ?? [];
  const [first] = lines;
  if (rule === undefined && first === undefined) {
    return <p>{report === undefined ? say('web.loading') : say('web.no-rule', { id })}</p>;
  }
  return (
    <div className={classes.details}>
      {rule === undefined ? (
        <>
          <Title order={2}>{first && text(first.title)}</Title>
          <p className={classes.lead}>{say('web.standing-rule')}</p>
        </>
      ) : (
        <RuleHead rule={rule} />
      )}
      {rule !== undefined && !addsUp(rule) && <CostSection rule={rule.asked ?? id} />}
      <RuleGroups lines={lines} />
    </div>
  );
}

function RuleHead({ rule }: { readonly rule: RuleAnswer }): ReactNode {
  const { say, text, number } = useWording();
  return (
    <>
      <Title order={2}>{text(rule.title)}</Title>
      <p className={classes.lead}>{text(rule.sentence)}.</p>
      <p>
        <Badge component="span" variant="default" size="lg" tt="none" fw={560}>
          {rule.strength === 'hard'
            ? say('web.strength-hard')
            : say('web.strength-soft', { weight: number(rule.weight) })}
        </Badge>
      </p>
      {rule.source !== undefined && (
        <>
          <h3>{say('web.source')}</h3>
          <p>{text(rule.source)}</p>
        </>
      )}
    </>
  );
}
