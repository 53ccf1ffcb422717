import { CircleX } from 'lucide-react';
import type { ReactNode } from 'react';
import { useSession } from '../session/session.tsx';
import { RuleButton } from '../shared/focus-button.tsx';
import { useWording } from '../shared/language.tsx';
import { useNamed } from '../shared/named.ts';
import { NoSlatePanel } from './no-slate-panel.tsx';
import { RepairPanel } from './repair-panel.tsx';
import type { SlateAnswers } from './use-slate-answers.ts';
import classes from './violations-panel.module.css';

/** What the slate in hand breaks, in words, and how it can be mended; or why no slate exists at all. */
export function ViolationsPanel(properties: {
  readonly answers: SlateAnswers;
  readonly onLight: (ids: readonly string[] | undefined) => void;
}): ReactNode {
  const { answers, onLight } = properties;
  const { say } = useWording();
  const named = useNamed();
  const { work } = useSession();
  const { report, best } = answers;
  if (best.answer?.status === 'infeasible') return <NoSlatePanel />;
  const broken = report.answer?.rules.filter(
    ({ status, strength }) => strength === 'hard' && status !== 'kept',
  );
  const decisions = report.answer?.decisions?.filter(({ status }) => status !== 'kept') ?? [];
  if (broken === undefined || broken.length + decisions.length === 0 || work.members.length === 0)
    return null;
  return (
    <section className={classes.panel} aria-label={say('web.violations')}>
      <ul>
        {broken.map(({ id, group, message, members, undecided }) => (
          <li
            key={`${id} ${group ?? ''}`}
            onMouseEnter={() => onLight([...members, ...(undecided ?? [])])}
            onMouseLeave={() => onLight(undefined)}
          >
            <CircleX size={15} aria-hidden />
            <RuleButton id={id}>{named(message)}</RuleButton>
          </li>
        ))}
        {decisions.map(({ id, message, members }) => (
          <li key={id} onMouseEnter={() => onLight(members)} onMouseLeave={() => onLight(undefined)}>
            <CircleX size={15} aria-hidden />
            <span>{named(message)}</span>
          </li>
        ))}
      </ul>
      {report.current && <RepairPanel />}
    </section>
  );
}
