import { SegmentedControl } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import { costOf } from '../api/explanations.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useCase } from '../session/case.tsx';
import { useQuestion } from '../session/question.ts';
import { Failure } from '../shared/failure.tsx';
import { useWording } from '../shared/language.tsx';
import { CostChart } from './cost-chart.tsx';
import { CostStepDetails } from './cost-step.tsx';
import classes from './details.module.css';

/** What a quota costs over its whole range: the best merit under each bound, and who comes and goes. */
export function CostSection({ rule }: { readonly rule: string }): ReactNode {
  const { say, text } = useWording();
  const { ready } = useCase();
  const question = useQuestion();
  const [side, setSide] = useState(0);
  const [chosen, setChosen] = useState<number>();
  const { answer, failure, asking } = useAnswer(
    useMemo(() => (ready ? costOf(question, rule) : undefined), [ready, question, rule]),
  );
  const curve = answer?.curves[side] ?? answer?.curves[0];
  const step = curve?.steps.find(({ value, present }) => (chosen === undefined ? present : value === chosen));
  return (
    <section className={classes.why} aria-label={say('web.cost')} aria-busy={asking}>
      <h3>{say('web.cost')}</h3>
      {failure !== undefined && <Failure failure={failure} />}
      {answer === undefined && asking && <p>{say('web.asking')}</p>}
      {answer !== undefined && answer.curves.length > 1 && (
        <SegmentedControl
          size="xs"
          value={String(side)}
          aria-label={say('web.which-bound')}
          onChange={(value) => {
            setSide(Number(value));
            setChosen(undefined);
          }}
          data={answer.curves.map((each, index) => ({
            value: String(index),
            label: say(`web.side-${each.side}`),
          }))}
        />
      )}
      {curve !== undefined && (
        <>
          <p>{text(curve.message)}</p>
          {answer?.assurance !== undefined && (
            <p>
              <small>
                {say(answer.assurance === 'proven' ? 'web.steps-proven' : 'web.steps-not-proven')}
              </small>
            </p>
          )}
          <CostChart curve={curve} chosen={step?.value} onChoose={setChosen} />
          {step !== undefined && <CostStepDetails rule={rule} side={curve.side} step={step} />}
        </>
      )}
    </section>
  );
}
