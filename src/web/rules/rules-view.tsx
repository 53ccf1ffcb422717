import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Failure } from '../shared/failure.tsx';
import { useWording } from '../shared/language.tsx';
import { Panel } from '../shared/panel.tsx';
import { RuleCards } from './rule-cards.tsx';
import classes from './rules-view.module.css';
import { type RuleText, useRuleText } from './use-rule-text.ts';
import { YamlEditor } from './yaml-editor.tsx';

/** Every rule as a sentence and in a form, and the file that says it beside them. */
export function RulesView(): ReactNode {
  const { say, text } = useWording();
  const rules = useRuleText();
  const [line, setLine] = useState<number>();
  const { answer, failure } = rules.validation;
  const problems = answer?.problems ?? [];
  return (
    <div className={classes.view}>
      <StateBar rules={rules} />
      {failure !== undefined && <Failure failure={failure} />}
      <div className={classes.columns}>
        <RuleCards ruleSet={rules.lastGood} rules={rules} onShow={setLine} />
        <Panel title={say('web.rule-file')} className={classes.file} flush>
          {problems.length > 0 && (
            <ul className={classes.problems} role="alert">
              {problems.map((problem) => (
                <li key={`${problem.place?.line ?? ''} ${problem.detail}`}>
                  <button type="button" onClick={() => setLine(problem.place?.line)}>
                    {problem.place?.line !== undefined && (
                      <b>{say('web.line', { line: problem.place.line })} </b>
                    )}
                    {text(problem.message)}
                  </button>
                </li>
              ))}
            </ul>
          )}
          <YamlEditor text={rules.text} onText={rules.setText} problems={problems} line={line} />
        </Panel>
      </div>
    </div>
  );
}

function StateBar({ rules }: { readonly rules: RuleText }): ReactNode {
  const { say } = useWording();
  const { validation, changed } = rules;
  const count = validation.answer?.problems.length ?? 0;
  const isValid = validation.current && validation.answer?.valid === true;
  const words = validation.asking
    ? say('web.checking')
    : validation.failure !== undefined
      ? say('web.unchecked')
      : isValid
        ? changed
          ? say('web.rules-valid')
          : say('web.rules-unchanged')
        : say('web.problems', { count });
  return (
    <div className={classes.bar}>
      <p role="status" data-state={isValid ? 'kept' : 'violated'}>
        {words}
      </p>
      <Button variant="default" disabled={!changed} onClick={rules.revert}>
        {say('web.revert')}
      </Button>
      <Button disabled={!changed || !isValid} onClick={rules.takeOver}>
        {say('web.take-over')}
      </Button>
    </div>
  );
}
