import { type ReactNode, useMemo, useState } from 'react';
import type { RuleAnswer } from '../../service/answers/answers.ts';
import { ruleSetIn } from '../api/questions.ts';
import { useAnswer } from '../api/use-answer.ts';
import { saysSize } from '../shared/bounds.ts';
import { useWording } from '../shared/language.tsx';
import { NumberField } from '../shared/number-field.tsx';
import { Panel } from '../shared/panel.tsx';
import { HeadForm } from './head-form.tsx';
import { NewRule } from './new-rule.tsx';
import { RuleCard, type ShownRules } from './rule-card.tsx';
import classes from './rule-cards.module.css';
import { type ListedRule, rulesIn, withAllOn, writtenAs } from './rule-list.ts';
import type { SizeOfSlate } from './rule-text.ts';
import type { PoolFigures } from './use-pool-figures.ts';
import type { GoodText } from './use-rule-text.ts';

/** Every rule as a sentence, with its source, and what may be moved about it in a form; including those that are switched off. */
export function RuleCards(
  properties: ShownRules & {
    /** The rules as they can be read; while the text is wrong, as they could be last. */
    readonly good: GoodText | undefined;
    /** What the pool comes to by each rule, as far as it is known. */
    readonly figures: PoolFigures;
  },
): ReactNode {
  const { good, figures, ...shown } = properties;
  const { rules, facts } = shown;
  const { text } = useWording();
  const listed = useMemo(() => rulesIn(good?.text ?? ''), [good?.text]);
  const extended = useMemo(
    // The nearest file comes first, and what it says counts.
    () => new Map(rules.extended.toReversed().flatMap((each) => rulesIn(each).map((own) => [own.id, own]))),
    [rules.extended],
  );
  const [added, setAdded] = useState<string>();
  const switchedOff = useSwitchedOff(good?.text ?? '', listed);
  if (good === undefined) return <NoRules rules={rules} />;
  const { ruleSet } = good;
  const shownAs = (id: string) => ({
    figures: figures.get(id) ?? [],
    isNew: id === added,
    parts: partsOf(id),
  });
  const read = new Map(ruleSet.rules.map((rule) => [rule.id, rule]));
  const own = new Set(listed.map(({ id }) => id));
  const inherited = ruleSet.rules.filter(({ id }) => !own.has(id) && !own.has(writtenAs(id)));
  const partsOf = (id: string): readonly RuleAnswer[] =>
    ruleSet.rules.filter((rule) => rule.id !== id && writtenAs(rule.id) === id);
  return (
    <Panel title={text(ruleSet.title)} flush>
      <HeadForm title={text(ruleSet.title)} date={ruleSet.referenceDate} onChange={rules.editHead} />
      {saysSize(ruleSet) && <SizeForm size={ruleSet.size} onChange={rules.editSize} />}
      {
        // In one list: a rule that is copied into this file stays the card that it was.
        [
          ...inherited.map((rule) => (
            <RuleCard
              key={rule.id}
              rule={rule}
              inherited={extended.get(rule.id)}
              {...shownAs(rule.id)}
              {...shown}
            />
          )),
          ...listed.map((each) => (
            <RuleCard
              key={each.id}
              rule={read.get(each.id)}
              listed={each}
              wouldBe={each.isOff ? switchedOff.get(each.id) : undefined}
              {...shownAs(each.id)}
              {...shown}
            />
          )),
        ]
      }
      <NewRule rules={rules} facts={facts} onAdded={setAdded} />
    </Panel>
  );
}

/** Why no rule can be shown: they are being read, or never could be. */
function NoRules({ rules }: Pick<ShownRules, 'rules'>): ReactNode {
  const { say } = useWording();
  const { answer, failure } = rules.validation;
  const unread = failure === undefined ? 'web.checking' : 'web.unchecked';
  return (
    <Panel title={say('web.rules')}>
      <p>{say(answer === undefined || answer.valid ? unread : 'web.rules-unreadable')}</p>
    </Panel>
  );
}

/** What rules that are off would ask if they were on, by their ids, as far as the service can say it. */
function useSwitchedOff(text: string, listed: readonly ListedRule[]): ReadonlyMap<string, RuleAnswer> {
  const someAreOff = listed.some(({ isOff }) => isOff);
  const { answer } = useAnswer(
    useMemo(() => (someAreOff ? ruleSetIn(withAllOn(text)) : undefined), [text, someAreOff]),
  );
  const rules = answer?.ruleSet?.rules;
  return useMemo(() => new Map(rules?.map((rule) => [rule.id, rule])), [rules]);
}

/** How many people the slate holds. */
function SizeForm(properties: {
  readonly size: SizeOfSlate;
  readonly onChange: (change: Partial<SizeOfSlate>) => void;
}): ReactNode {
  const { size, onChange } = properties;
  const { say } = useWording();
  return (
    <div className={`${classes.form} ${classes.size}`} role="group" aria-label={say('web.size')}>
      <NumberField
        label={say('web.size-least')}
        value={size.min}
        min={1}
        max={100_000}
        onChange={(min) => onChange({ min })}
      />
      <NumberField
        label={say('web.size-most')}
        value={size.max}
        min={1}
        max={100_000}
        onChange={(max) => onChange({ max })}
      />
    </div>
  );
}
