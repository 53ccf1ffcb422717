import { CircleX } from 'lucide-react';
import type { ReactNode } from 'react';
import { useSession } from '../../session/session.tsx';
import type { RuleReport } from '../../../check/check-answer.ts';
import { NameButton, RuleButton } from '../../shared/focus-button.tsx';
import { useWording } from '../../shared/language.tsx';
import { useNamed } from '../../shared/ids-as-names.ts';
import { NoSlatePanel } from '../no-slate/no-slate-panel.tsx';
import { RepairPanel } from './repair-panel.tsx';
import type { SlateAnswers } from '../use-slate-answers.ts';
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
        {broken.map((line) => (
          <li
            key={`${line.id} ${line.group ?? ''}`}
            onMouseEnter={() => onLight([...line.members, ...(line.undecided ?? [])])}
            onMouseLeave={() => onLight(undefined)}
          >
            <CircleX size={15} aria-hidden />
            <span>
              <RuleButton id={line.id}>{named(line.message)}</RuleButton>
              <Culprits line={line} />
            </span>
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

/** How many names are given for one rule: a quota counts many people it is not about. */
const MOST_NAMES = 6;

/** Who breaks a rule: those who do not satisfy it, those too many, those of whom too little is known. */
function Culprits({ line }: { readonly line: RuleReport }): ReactNode {
  const ids = culpritsOf(line);
  if (ids.length === 0 || ids.length > MOST_NAMES) return null;
  return (
    <span className={classes.names}>
      {ids.map((id) => (
        <NameButton key={id} id={id} look="pill" />
      ))}
    </span>
  );
}

/** Whom a broken rule is about, as far as it is about some members and not about all. */
export function culpritsOf({ kind, status, deviation, members, undecided }: RuleReport): readonly string[] {
  if (status === 'kept') return [];
  if (status === 'unknown') return undecided ?? [];
  return kind === 'require' || deviation > 0 ? members : [];
}
