import { Button } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import type { Proposal, Slate } from '../../../slate/propose-answer.ts';
import { proposalOf } from '../../api/questions.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { differingPosts } from '../../placements/differing-posts.ts';
import { PlanAlternatives } from '../../placements/plan-alternatives.tsx';
import { useCase } from '../../session/case.tsx';
import { useQuestion } from '../../session/question.ts';
import { Failure } from '../../shared/failure.tsx';
import { useWording } from '../../shared/language.tsx';
import { NumberField } from '../../shared/number-field.tsx';
import { Panel } from '../../shared/panel.tsx';
import classes from './alternatives-panel.module.css';
import { AlternativesTable } from './alternatives-table.tsx';
import { differingIn } from './differing.ts';

/** Slates that come close to the best and really differ, side by side. */
export function AlternativesPanel({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { say } = useWording();
  const { plan } = useCase();
  const question = useQuestion();
  const [alternatives, setAlternatives] = useState(4);
  const [differ, setDiffer] = useState(3);
  const { answer, asking, failure } = useAnswer(
    useMemo(() => proposalOf(question, { alternatives, differ }), [question, alternatives, differ]),
    200,
  );
  const slates = useMemo(() => (answer === undefined ? [] : assuredSlates(answer)), [answer]);
  const differing = useMemo(() => differingIn(slates), [slates]);
  const posts = useMemo(() => differingPosts(slates), [slates]);
  const differences = plan === undefined ? differing.length : posts.length;
  return (
    <Panel
      title={say('web.alternatives')}
      flush
      aside={
        <Button variant="subtle" size="compact-sm" onClick={onClose}>
          {say('web.close')}
        </Button>
      }
    >
      <div className={classes.tools}>
        <NumberField
          label={say('web.how-many')}
          value={alternatives}
          min={2}
          max={12}
          onChange={setAlternatives}
        />
        <NumberField label={say('web.how-different')} value={differ} min={1} max={20} onChange={setDiffer} />
        <p role="status">
          {asking ? say('web.asking') : say('web.slates-differ', { slates: slates.length, differences })}
        </p>
      </div>
      {failure !== undefined && <Failure failure={failure} />}
      {slates.length > 0 && plan === undefined && <AlternativesTable slates={slates} differing={differing} />}
      {slates.length > 0 && plan !== undefined && <PlanAlternatives slates={slates} differing={posts} />}
    </Panel>
  );
}

/** The slates of an answer, each with how sure it is; of the best the answer itself says it. */
function assuredSlates({ slates, assurance }: Proposal): readonly Slate[] {
  const [best, ...others] = slates;
  if (best === undefined || assurance === undefined) return slates;
  return [{ ...best, assurance }, ...others];
}
