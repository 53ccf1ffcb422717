import { type ReactNode, useMemo } from 'react';
import { comparisonOf } from '../api/scenario-questions.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useCase } from '../session/case.tsx';
import { useUnchanged } from '../session/question.ts';
import { useSession } from '../session/session.tsx';
import { Failure } from '../shared/failure.tsx';
import { useWording } from '../shared/language.tsx';
import { Panel } from '../shared/panel.tsx';
import { type Changes, type KeptScenario, NO_CHANGES } from '../state/work.ts';
import { CompareTable } from './compare-table.tsx';

/** The scenarios that were kept, side by side with the rule set as it stands. */
export function ComparePanel({ onChanges }: { readonly onChanges: (changes: Changes) => void }): ReactNode {
  const { say } = useWording();
  const { ready } = useCase();
  const unchanged = useUnchanged();
  const { scenarios } = useSession().work;
  const compared = useMemo(
    (): readonly KeptScenario[] => [
      { id: 'as-it-stands', title: say('web.as-it-stands'), changes: NO_CHANGES },
      ...scenarios,
    ],
    [scenarios, say],
  );
  const { answer, failure, asking } = useAnswer(
    useMemo(
      () => (ready && scenarios.length > 0 ? comparisonOf(unchanged, compared) : undefined),
      [ready, unchanged, scenarios, compared],
    ),
  );
  return (
    <Panel title={say('web.compare')} flush={answer !== undefined}>
      {scenarios.length === 0 && <p>{say('web.compare-hint')}</p>}
      {failure !== undefined && <Failure failure={failure} />}
      {asking && answer === undefined && <p>{say('web.asking')}</p>}
      {answer !== undefined && <CompareTable comparison={answer} compared={compared} onChanges={onChanges} />}
    </Panel>
  );
}
