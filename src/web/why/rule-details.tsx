import { Badge, Title } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { focusOn } from '../address/use-address.ts';
import { checkOf } from '../api/questions.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useCase } from '../session/case.tsx';
import { useSession } from '../session/session.tsx';
import { nameOf } from '../shared/deed.ts';
import { useWording } from '../shared/language.tsx';
import { CostSection } from './cost-section.tsx';
import classes from './details.module.css';

/** One rule: its sentence, where it comes from, and who counts for it on the slate in hand. */
export function RuleDetails({ id }: { readonly id: string }): ReactNode {
  const { say, text, number } = useWording();
  const { people, ruleSet, ready } = useCase();
  const { work } = useSession();
  const { pool, rules, changes, members } = work;
  const report = useAnswer(
    useMemo(
      () => (ready ? checkOf({ pool, rules, changes, pin: [], exclude: [] }, members) : undefined),
      [ready, pool, rules, changes, members],
    ),
  ).answer;
  const rule = ruleSet?.rules.find((each) => each.id === id);
  if (rule === undefined) return <p>{say('web.no-rule', { id })}</p>;
  const lines = report?.rules.filter((line) => line.id === id) ?? [];
  return (
    <div className={classes.details}>
      <Title order={2}>{text(rule.title)}</Title>
      <p className={classes.lead}>{text(rule.sentence)}.</p>
      <p>
        <Badge variant="default" size="lg" tt="none" fw={560}>
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
      <CostSection rule={id} />
      {lines.map((line) => (
        <section key={line.group ?? ''}>
          <h3>{line.group ?? say('web.who-counts')}</h3>
          <p>{text(line.message)}</p>
          <ul className={classes.people}>
            {line.members.map((member) => (
              <li key={member}>
                <button type="button" onClick={() => focusOn({ on: 'person', id: member })}>
                  {nameOf(member, people)}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
