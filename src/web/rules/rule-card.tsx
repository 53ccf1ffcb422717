import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { ArrowDown, ArrowUp, Copy, FileCode, type LucideIcon, Power, PowerOff, Trash2 } from 'lucide-react';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import type { RuleFigure } from '../../slate/capacity-answer.ts';
import type { RuleAnswer } from '../../service/answers/answers.ts';
import { useWording } from '../shared/language.tsx';
import { takeLostFocus } from '../shared/lost-focus.ts';
import { BoundsForm } from './bounds-form.tsx';
import { type PoolFact, toDeclare } from './pool-facts.ts';
import { PoolFigure } from './pool-figure.tsx';
import { ruleDraftOf } from './read-draft.ts';
import { RuleBuilder } from './rule-builder.tsx';
import classes from './rule-cards.module.css';
import { factsIn, missingIn, type RuleDraft } from './rule-draft.ts';
import { writtenRule } from './written-rule.ts';
import {
  type ListedRule,
  withCopy,
  withMoved,
  withoutRule,
  withRuleSaying,
  withSwitched,
} from './rule-list.ts';
import { groupsInPool } from './rule-mode.ts';
import type { RuleText } from './use-rule-text.ts';

/** The rules that a card is one of, and what it can show of the file. */
export interface ShownRules {
  readonly rules: RuleText;
  readonly facts: readonly PoolFact[];
  /** Shows a line of the file, from 1. */
  readonly onShow: (line: number) => void;
}

/** Sentences of one rule of a file that its card shows. */
const MOST_PARTS = 12;

/** What a card is about. */
type CardContent = ShownRules & {
  /** What the service reads in it; absent while it is off, or wrong. */
  readonly rule: RuleAnswer | undefined;
  /** Of a rule that is off: what it would be. */
  readonly wouldBe?: RuleAnswer | undefined;
  /** Absent for a rule of a file that this one extends: it stands in no line of this one. */
  readonly listed?: ListedRule;
  /** Of such a rule, as its own file has it: written anew, it comes to stand in this one. */
  readonly inherited?: ListedRule | undefined;
  /** What the pool comes to by it; none while that is not known. */
  readonly figures: readonly RuleFigure[];
  /** The further rules of answers that it is in its file: one for each group, or each stretch of places. */
  readonly parts: readonly RuleAnswer[];
  /** Whether it was added by hand just now. */
  readonly isNew: boolean;
};

/** One rule as a sentence, with its source; opened, in a form, with what can be done to it. */
export function RuleCard(properties: CardContent): ReactNode {
  const { rule, listed, inherited, isNew, rules, facts, onShow } = properties;
  // The forms of all rules at once would be slow to come, and nobody sees them.
  const [wasOpened, setOpened] = useState(false);
  const summary = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isNew) takeLostFocus(summary.current);
  }, [isNew]);
  const { say, text } = useWording();
  const source = listed ?? inherited;
  const written = useMemo(() => ruleDraftOf(source?.written), [source]);
  const isForm = source !== undefined && written !== undefined && !source.isOff;
  const line = listed === undefined ? undefined : rule?.origin.line;
  return (
    <details
      className={classes.card}
      data-strength={listed?.isOff === true ? 'off' : rule?.strength}
      data-rule={rule?.id ?? listed?.id}
      onToggle={({ currentTarget }) => currentTarget.open && setOpened(true)}
    >
      <summary ref={summary} onClick={() => line !== undefined && onShow(line)}>
        <CardSummary {...properties} written={written} />
      </summary>
      {wasOpened && (
        <div className={classes.inside}>
          {!isForm && rule?.source !== undefined && (
            <p>{say('web.source-is', { source: text(rule.source) })}</p>
          )}
          {rule !== undefined && listed === undefined && (
            <p>{say('web.inherited', { file: rule.origin.file })}</p>
          )}
          <RuleEditor
            rule={rule}
            listed={listed}
            written={isForm ? written : undefined}
            rules={rules}
            facts={facts}
            onFile={line === undefined ? undefined : () => onShow(line)}
          />
          {listed !== undefined && <CardActions listed={listed} rules={rules} />}
        </div>
      )}
    </details>
  );
}

/** One rule in its sentences, with how strong it is and how many of the pool it is about. */
function CardSummary(properties: CardContent & { readonly written: RuleDraft | undefined }): ReactNode {
  const { rule, wouldBe, listed, figures, parts, facts, written } = properties;
  const { say, text } = useWording();
  const said = rule ?? wouldBe;
  const title = said === undefined ? (listed?.title ?? listed?.id) : text(said.title);
  const groups = written && groupsInPool(written, facts);
  return (
    <>
      <strong>{title}</strong>
      {said !== undefined && text(said.sentence) !== title && (
        <span className={classes.sentence}>{text(said.sentence)}.</span>
      )}
      {parts.slice(0, MOST_PARTS).map(({ id, sentence }) => (
        <span key={id} className={classes.sentence}>
          {text(sentence)}.
        </span>
      ))}
      {parts.length > MOST_PARTS && (
        <span className={classes.sentence}>
          {say('web.and-groups', { count: parts.length - MOST_PARTS })}
        </span>
      )}
      {listed?.isOff === true && <span className={classes.sentence}>{say('web.rule-is-off')}</span>}
      {rule?.strength === 'soft' && <span className={classes.goal}>{say('web.strength-soft-short')}</span>}
      {figures.length > 0 && (
        <span className={classes.figure}>
          <PoolFigure
            figures={figures}
            least={rule?.kind === 'count' && rule.per === undefined ? (rule.min ?? undefined) : undefined}
          />
        </span>
      )}
      {written?.mode === 'each' && groups !== undefined && (
        <span className={classes.figure}>{say('web.pool-groups', { count: groups })}</span>
      )}
    </>
  );
}

/** A whole rule in a form where the form can say it; else its bounds, and the rest in the file. */
function RuleEditor(properties: {
  readonly rule: RuleAnswer | undefined;
  readonly listed: ListedRule | undefined;
  /** What a form can hold of it; `undefined` where it says more than that, or is off. */
  readonly written: RuleDraft | undefined;
  readonly rules: RuleText;
  readonly facts: readonly PoolFact[];
  /** Shows where it stands in the file; absent where it stands in none that is open. */
  readonly onFile: (() => void) | undefined;
}): ReactNode {
  const { rule, listed, written, rules, facts, onFile } = properties;
  const { say } = useWording();
  const id = listed?.id ?? rule?.id;
  if (id !== undefined && written !== undefined) {
    const key = JSON.stringify(written);
    return <WholeRule key={key} id={id} written={written} rules={rules} facts={facts} />;
  }
  if (rule === undefined) return null;
  return (
    <>
      {listed !== undefined && (
        <p>
          {say('web.more-in-file')}{' '}
          {onFile !== undefined && (
            <Button
              size="compact-xs"
              variant="subtle"
              leftSection={<FileCode size={14} aria-hidden />}
              onClick={onFile}
            >
              {say('web.edit-in-file')}
            </Button>
          )}
        </p>
      )}
      <BoundsForm
        key={`${rule.min} ${rule.max} ${rule.strength} ${rule.weight}`}
        rule={rule}
        onEdit={(edit) => rules.editRule(rule.id, edit)}
      />
    </>
  );
}

function WholeRule(properties: {
  readonly id: string;
  readonly written: RuleDraft;
  readonly rules: RuleText;
  readonly facts: readonly PoolFact[];
}): ReactNode {
  const { id, written, rules, facts } = properties;
  const { say } = useWording();
  const [draft, setDraft] = useState(written);
  const write = (): void =>
    rules.edit(
      withRuleSaying(
        rules.text,
        rules.extended,
        id,
        { before: writtenRule(written), after: writtenRule(draft) },
        toDeclare(factsIn(draft), facts),
      ),
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        write();
      }}
    >
      <RuleBuilder draft={draft} facts={facts} onChange={setDraft} />
      <Button type="submit" size="xs" variant="default" mt="xs" disabled={missingIn(draft) !== undefined}>
        {say('web.write-rule')}
      </Button>
    </form>
  );
}

function CardActions({
  listed,
  rules,
}: {
  readonly listed: ListedRule;
  readonly rules: RuleText;
}): ReactNode {
  const { say } = useWording();
  const { id, isOff } = listed;
  const { text, edit } = rules;
  const actions: readonly (readonly [string, LucideIcon, (button: HTMLElement) => void])[] = [
    [say('web.rule-up'), ArrowUp, () => edit(withMoved(text, id, -1))],
    [say('web.rule-down'), ArrowDown, () => edit(withMoved(text, id, 1))],
    [say('web.rule-copy'), Copy, () => edit(withCopy(text, id))],
    [
      isOff ? say('web.rule-on') : say('web.rule-off'),
      isOff ? Power : PowerOff,
      () => edit(withSwitched(text, id, isOff)),
    ],
    [
      say('web.rule-delete'),
      Trash2,
      (button) => {
        focusBeside(button);
        edit(withoutRule(text, id));
      },
    ],
  ];
  return (
    <div className={classes.actions}>
      {actions.map(([label, Icon, act], index) => (
        // What is switched off has another label, and stays the same button.
        <Tooltip key={index} label={label}>
          <ActionIcon size={30} aria-label={label} onClick={(event) => act(event.currentTarget)}>
            <Icon size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
      ))}
    </div>
  );
}

/** Before a card goes away with the button that deletes it: the next one is at hand, or the last before it. */
function focusBeside(button: HTMLElement): void {
  const card = button.closest('details');
  const beside = [card?.nextElementSibling, card?.previousElementSibling];
  const next = beside.find((each) => each instanceof HTMLElement && each.matches('details'));
  next?.querySelector('summary')?.focus();
}
