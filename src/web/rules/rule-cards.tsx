import type { ReactNode } from 'react';
import type { RuleAnswer, RuleSetAnswer } from '../../service/answers.ts';
import { dateWords } from '../people/person.ts';
import { saysSize } from '../shared/bounds.ts';
import { useWording } from '../shared/language.tsx';
import { Panel } from '../shared/panel.tsx';
import classes from './rule-cards.module.css';
import { RuleForm } from './rule-form.tsx';
import { SizeForm } from './size-form.tsx';
import type { RuleText } from './use-rule-text.ts';

/** Every rule as a sentence, with its source, and what may be moved about it in a form. */
export function RuleCards(properties: {
  readonly ruleSet: RuleSetAnswer | undefined;
  readonly rules: RuleText;
  /** Shows a line of the file, from 1. */
  readonly onShow: (line: number) => void;
}): ReactNode {
  const { ruleSet, rules, onShow } = properties;
  const { say, text, language } = useWording();
  if (ruleSet === undefined) {
    const { answer, failure } = rules.validation;
    const unread = failure === undefined ? 'web.checking' : 'web.unchecked';
    const words = answer === undefined || answer.valid ? unread : 'web.rules-unreadable';
    return (
      <Panel title={say('web.rules')}>
        <p>{say(words)}</p>
      </Panel>
    );
  }
  return (
    <Panel title={text(ruleSet.title)} flush>
      <p className={classes.date}>
        {say('web.reference-date', { date: dateWords(ruleSet.referenceDate, language) })}
      </p>
      {saysSize(ruleSet) && <SizeForm size={ruleSet.size} onChange={rules.editSize} />}
      {ruleSet.rules.map((rule) => (
        <RuleCard key={rule.id} rule={rule} rules={rules} onShow={onShow} />
      ))}
    </Panel>
  );
}

function RuleCard(properties: {
  readonly rule: RuleAnswer;
  readonly rules: RuleText;
  readonly onShow: (line: number) => void;
}): ReactNode {
  const { rule, rules, onShow } = properties;
  const { say, text } = useWording();
  // A rule of an extended file stands in no line of this one.
  const isOwn = rule.origin.file === 'rules';
  return (
    <details className={classes.card} data-strength={rule.strength}>
      <summary onClick={() => isOwn && onShow(rule.origin.line)}>
        <strong>{text(rule.title)}</strong>
        <span className={classes.sentence}>{text(rule.sentence)}.</span>
      </summary>
      <div className={classes.inside}>
        {rule.source !== undefined && <p>{say('web.source-is', { source: text(rule.source) })}</p>}
        {!isOwn && <p>{say('web.inherited', { file: rule.origin.file })}</p>}
        <RuleForm
          key={`${rule.min} ${rule.max} ${rule.strength} ${rule.weight}`}
          rule={rule}
          onEdit={(edit) => rules.editRule(rule.id, edit)}
        />
      </div>
    </details>
  );
}
