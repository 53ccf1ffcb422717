import { Button } from '@mantine/core';
import { Sparkles, Undo2 } from 'lucide-react';
import { type ReactNode, useMemo, useState } from 'react';
import type { ProblemItem } from '../../service/answers/answers.ts';
import { useCase } from '../session/case.tsx';
import { usePropose } from '../session/use-propose.ts';
import { idleUnless } from '../shared/idle.ts';
import { OddNumbers } from '../start/own-table/odd-numbers.tsx';
import { Failure } from '../shared/failure.tsx';
import { useWording } from '../shared/language.tsx';
import { Panel } from '../shared/panel.tsx';
import { ObjectiveForm } from './objective-form.tsx';
import { factsOf, type PoolFact } from './pool-facts.ts';
import { RuleCards } from './rule-cards.tsx';
import { withDeclared } from './rule-list.ts';
import classes from './rules-view.module.css';
import { Suggestions } from './suggestions.tsx';
import { TestsPanel } from './tests-panel.tsx';
import { usePoolFigures } from './use-pool-figures.ts';
import { type RuleText, useRuleText } from './use-rule-text.ts';
import { YamlEditor } from './yaml-editor.tsx';

/** Every rule as a sentence and in a form, and the file that says it beside them. */
export function RulesView(): ReactNode {
  const { say } = useWording();
  const rules = useRuleText();
  const [line, setLine] = useState<number>();
  const { failure } = rules.validation;
  const good = rules.lastGood;
  const { people } = useCase();
  const facts = useMemo(() => factsOf(people, good?.ruleSet.facts), [people, good]);
  const figures = usePoolFigures(good?.ruleSet.titles === undefined ? good?.text : undefined);
  // Who began with the suggestions finds them where they were, also once there is a rule.
  const [began, setBegan] = useState(false);
  const isEmpty = began || good?.ruleSet.rules.length === 0;
  if (isEmpty !== began) setBegan(isEmpty);
  const suggestions = <Suggestions rules={rules} facts={facts} isFirst={isEmpty} />;
  return (
    <div className={classes.view}>
      <StateBar rules={rules} />
      {failure !== undefined && <Failure failure={failure} />}
      <div className={classes.columns}>
        <fieldset className={classes.forms} disabled={!rules.isWritable}>
          {!rules.isWritable && <p role="status">{say('web.forms-wait')}</p>}
          <RuleCards good={good} figures={figures} rules={rules} facts={facts} onShow={setLine} />
          {good !== undefined && good.ruleSet.titles === undefined && (
            <>
              {isEmpty && suggestions}
              <ObjectiveForm rules={rules} text={rules.isWritable ? rules.text : good.text} facts={facts} />
              <OddNumbers />
              {!isEmpty && suggestions}
            </>
          )}
          <TestsPanel yaml={rules.text} />
        </fieldset>
        <FilePanel rules={rules} facts={facts} line={line} onLine={setLine} />
      </div>
    </div>
  );
}

/** The file that says the rules, with what is wrong in it. */
function FilePanel(properties: {
  readonly rules: RuleText;
  readonly facts: readonly PoolFact[];
  /** The line that is shown, from 1. */
  readonly line: number | undefined;
  readonly onLine: (line: number | undefined) => void;
}): ReactNode {
  const { rules, facts, line, onLine } = properties;
  const { say, text } = useWording();
  const problems = rules.validation.answer?.problems ?? [];
  return (
    <Panel title={say('web.rule-file')} className={classes.file} flush>
      {problems.length > 0 && (
        <div role="alert">
          <ul className={classes.problems}>
            {problems.map((problem) => (
              <li key={`${problem.place?.line ?? ''} ${problem.detail}`}>
                <button type="button" onClick={() => onLine(problem.place?.line)}>
                  {problem.place?.line !== undefined && (
                    <b>{say('web.line', { line: problem.place.line })} </b>
                  )}
                  {text(problem.message)}
                </button>
                <Declare problem={problem} rules={rules} facts={facts} />
              </li>
            ))}
          </ul>
        </div>
      )}
      <YamlEditor
        label={say('web.rule-file')}
        text={rules.text}
        onText={rules.setText}
        problems={problems}
        line={line}
      />
    </Panel>
  );
}

/** Declares a column of the table that a rule names and the file does not know yet. */
function Declare(properties: {
  readonly problem: ProblemItem;
  readonly rules: RuleText;
  readonly facts: readonly PoolFact[];
}): ReactNode {
  const { problem, rules, facts } = properties;
  const { say } = useWording();
  const name = problem.code === 'rules.unknown-fact' ? problem.parameters?.['fact'] : undefined;
  const column = facts.find(({ fact, undeclared }) => undeclared && fact === name);
  if (column === undefined) return null;
  return (
    <Button
      size="compact-xs"
      variant="default"
      onClick={() => rules.edit(withDeclared(rules.text, [column]))}
    >
      {say('web.declare-column', { column: column.fact })}
    </Button>
  );
}

function StateBar({ rules }: { readonly rules: RuleText }): ReactNode {
  const { say } = useWording();
  const { validation, changed } = rules;
  const count = validation.answer?.problems.length ?? 0;
  const isValid = validation.current && validation.answer?.valid === true;
  const { propose, canPropose } = usePropose();
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
      <p role="status" data-state={validation.asking ? undefined : isValid ? 'kept' : 'violated'}>
        {words}
      </p>
      {rules.undo !== undefined && (
        <Button variant="default" leftSection={<Undo2 size={16} aria-hidden />} onClick={rules.undo}>
          {say('web.undo')}
        </Button>
      )}
      <Button variant="default" disabled={!changed} onClick={rules.revert}>
        {say('web.revert')}
      </Button>
      {changed || !isValid ? (
        <Button disabled={!isValid} onClick={rules.takeOver}>
          {say('web.take-over')}
        </Button>
      ) : (
        <Button
          leftSection={<Sparkles size={16} aria-hidden />}
          {...idleUnless(canPropose)}
          onClick={propose}
        >
          {say('web.propose-now')}
        </Button>
      )}
    </div>
  );
}
