import { Button } from '@mantine/core';
import { Plus } from 'lucide-react';
import { type ReactNode, useMemo, useState } from 'react';
import type { RuleFigure } from '../../slate/capacity-answer.ts';
import type { ProblemItem, RuleAnswer } from '../../service/answers/answers.ts';
import { textOf } from '../../words/language.ts';
import { ruleSetIn } from '../api/questions.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useWording } from '../shared/language.tsx';
import { comparisonsIn, NO_PARTS } from './condition-draft.ts';
import { type PoolFact, toDeclare } from './pool-facts.ts';
import { RuleBuilder } from './rule-builder.tsx';
import classes from './rule-cards.module.css';
import {
  conditionsOf,
  factsIn,
  missingIn,
  NEW_DRAFT,
  neededConditions,
  type RuleDraft,
} from './rule-draft.ts';
import { writtenRule } from './written-rule.ts';
import { firstKind, groupsInPool } from './rule-mode.ts';
import { writtenWords } from './own-words.ts';
import { withNewRule, writtenAs } from './rule-list.ts';
import { PoolFigure } from './pool-figure.tsx';
import { usePoolFigures } from './use-pool-figures.ts';
import type { RuleText } from './use-rule-text.ts';

/** Rules that one of the file comes to, said besides the first; the form has the rest. */
const MOST_PARTS = 3;

/** Milliseconds of quiet before a rule that is being built is tried. */
const QUIET = 250;

/** Builds a rule that is not there yet: said back in a sentence, with how many it is about, before it is added. */
export function NewRule(properties: {
  readonly rules: RuleText;
  readonly facts: readonly PoolFact[];
  /** Gets the id of the rule that was added. */
  readonly onAdded: (id: string) => void;
}): ReactNode {
  const { rules, facts, onAdded } = properties;
  const { say } = useWording();
  const [draft, setDraft] = useState<RuleDraft>();
  const [wasLeft, setLeft] = useState(false);
  const begin = (): void => setDraft(beginning(facts));
  const leave = (): void => {
    setLeft(true);
    setDraft(undefined);
  };
  const isBegunAnew = ({ mode, where }: RuleDraft): boolean =>
    mode !== draft?.mode &&
    !neededConditions(mode).includes('where') &&
    JSON.stringify(where) === JSON.stringify(firstKind(facts));
  if (draft === undefined) {
    return (
      <div className={classes.add}>
        <Button
          variant="default"
          leftSection={<Plus size={16} aria-hidden />}
          autoFocus={wasLeft}
          onClick={begin}
        >
          {say('web.new-rule')}
        </Button>
      </div>
    );
  }
  return (
    <section ref={enter} className={classes.add} aria-label={say('web.new-rule')}>
      <h3>{say('web.new-rule')}</h3>
      <RuleBuilder
        draft={draft}
        facts={facts}
        // Whom a new rule begins with is meant for kinds that are about somebody, until it is touched.
        onChange={(next) => setDraft(isBegunAnew(next) ? { ...next, where: NO_PARTS } : next)}
      />
      <Tried
        draft={draft}
        rules={rules}
        facts={facts}
        onAdded={(id) => {
          setLeft(false);
          setDraft(undefined);
          onAdded(id);
        }}
        onLeave={leave}
      />
    </section>
  );
}

/** The button that opens the form goes with that: whoever pressed it goes on at the first field. */
function enter(form: HTMLElement | null): void {
  form?.querySelector('select')?.focus();
}

/** The rule whose figure is told of one that is being built: where that asks nothing of people itself, of whom it is about. */
function figured(draft: RuleDraft): RuleDraft {
  return draft.mode === 'ifAny' ? { ...NEW_DRAFT, where: draft.where } : draft;
}

/** How many members a rule asks for at least, where it asks for members. */
function leastIn({ mode, min }: RuleDraft): number {
  return mode === 'count' && typeof min === 'number' ? min : 0;
}

/** A rule to begin with: at least one of the first kind of people that the table tells apart. */
function beginning(facts: readonly PoolFact[]): RuleDraft {
  return { ...NEW_DRAFT, where: firstKind(facts) };
}

/** What the rule would say and how many it would be about, and the button that adds it. */
function Tried(properties: {
  readonly draft: RuleDraft;
  readonly rules: RuleText;
  readonly facts: readonly PoolFact[];
  readonly onAdded: (id: string) => void;
  readonly onLeave: () => void;
}): ReactNode {
  const { draft, rules, facts, onAdded, onLeave } = properties;
  const { say } = useWording();
  const missing = missingIn(draft);
  const tried = useMemo(
    () =>
      missing === undefined
        ? withNewRule(rules.text, nameOf(draft), writtenRule(draft), toDeclare(factsIn(draft), facts))
        : undefined,
    [missing, draft, rules.text, facts],
  );
  const read = useAnswer(
    useMemo(() => (tried === undefined ? undefined : ruleSetIn(tried.text)), [tried]),
    QUIET,
  );
  const all = read.current ? (read.answer?.ruleSet?.rules ?? []) : [];
  const readAs = all.filter(({ id }) => writtenAs(id) === tried?.id);
  const [rule] = readAs;
  const problems = read.current ? (read.answer?.problems ?? []) : [];
  const asked = useMemo(() => {
    if (tried === undefined || rule === undefined) return undefined;
    if (draft.mode !== 'ifAny') return tried;
    const about = figured(draft);
    return withNewRule(rules.text, 'who-counts', writtenRule(about), toDeclare(factsIn(about), facts));
  }, [tried, rule, draft, rules.text, facts]);
  const figures = usePoolFigures(asked?.text).get(asked?.id ?? '') ?? [];
  const add = (): void => {
    if (tried === undefined) return;
    rules.edit(tried.text);
    onAdded(tried.id);
  };
  return (
    <>
      <TriedWords draft={draft} read={readAs} problems={problems} figures={figures} facts={facts} />
      <div className={classes.buttons}>
        <Button disabled={rule === undefined} onClick={add}>
          {say('web.add-rule')}
        </Button>
        <Button variant="default" onClick={onLeave}>
          {say('web.cancel')}
        </Button>
      </div>
    </>
  );
}

/** How the service reads the rule that is being built, or what it lacks. */
function TriedWords(properties: {
  readonly draft: RuleDraft;
  /** One for each group, or each stretch of places; empty until it is read. */
  readonly read: readonly RuleAnswer[];
  readonly problems: readonly ProblemItem[];
  /** What the pool comes to by it, where that is known. */
  readonly figures: readonly RuleFigure[];
  readonly facts: readonly PoolFact[];
}): ReactNode {
  const { draft, read, problems, figures, facts } = properties;
  const { say, text } = useWording();
  const missing = missingIn(draft);
  const [rule, ...parts] = read;
  const groups = rule === undefined ? undefined : groupsInPool(draft, facts);
  return (
    <p className={classes.tried} role="status">
      {missing !== undefined && missing !== 'crossed' && say(`web.missing-${missing}`)}
      {rule !== undefined && <strong>{text(rule.sentence)}. </strong>}
      {parts.slice(0, MOST_PARTS).map(({ id, sentence }) => (
        <strong key={id}>{text(sentence)}. </strong>
      ))}
      {parts.length > MOST_PARTS && say('web.and-groups', { count: parts.length - MOST_PARTS })}
      {figures.length > 0 && <PoolFigure figures={figures} least={leastIn(draft)} />}{' '}
      {draft.mode === 'each' && groups !== undefined && say('web.pool-groups', { count: groups })}
      {problems.map((problem) => (
        <span key={problem.detail} className={classes.fault}>
          {text(problem.message)}{' '}
        </span>
      ))}
    </p>
  );
}

/** What a rule is about, in a few words: its id is made of them. */
function nameOf(draft: RuleDraft): string {
  const { title, mode, forEach, fact, parts } = draft;
  const called = textOf(writtenWords(title));
  if (called !== undefined) return called.en;
  const compared = conditionsOf(draft)
    .toReversed()
    .flatMap((each) =>
      comparisonsIn(each).map(({ fact: of, value }) =>
        typeof value === 'string' ? value : Array.isArray(value) ? value.join(' ') : `${of} ${value}`,
      ),
    );
  const own = mode === 'sum' || mode === 'average' ? [mode, fact] : [];
  const inside = mode === 'choice' || mode === 'ifAny' ? parts.map((part) => nameOf(part)) : [];
  return [...(forEach.length === 0 ? [] : [`per ${forEach.join(' ')}`]), ...own, ...compared, ...inside].join(
    ' ',
  );
}
