import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWording } from '../shared/language.tsx';
import { BoundField } from './bound-field.tsx';
import { ChosenGroupsFields } from './chosen-groups-fields.tsx';
import { ColumnSelect } from './column-select.tsx';
import { ConditionEditor } from './condition-editor.tsx';
import { AddButton, DropButton } from './line-buttons.tsx';
import classes from './rule-builder.module.css';
import { inMode, withEmptyCells } from './rule-mode.ts';
import type { JoinedDraft } from './condition-draft.ts';
import { ProportionFields } from './proportion-fields.tsx';
import { SizeFields } from './size-fields.tsx';
import { LIST_MODES, missingIn, NEW_DRAFT, PART_MODES, type RuleDraft } from './rule-draft.ts';
import { type Editing, Grouping } from './grouping-fields.tsx';

/** What a rule asks: its kind, bounds and conditions, and the rules inside it. */
export function KindFields(
  properties: Editing & {
    /** The kinds that it can be. */
    readonly modes: readonly RuleDraft['mode'][];
  },
): ReactNode {
  const { draft, modes, facts, onChange } = properties;
  const { say } = useWording();
  const { mode } = draft;
  return (
    <>
      <div className={classes.line}>
        <NativeSelect
          size="xs"
          label={say('web.kind')}
          value={mode}
          onChange={(event) => {
            const chosen = modes.find((each) => each === event.currentTarget.value);
            if (chosen !== undefined) onChange(inMode(draft, chosen, facts));
          }}
          data={modes.map((each) => ({ value: each, label: say(`web.kind-${each}`) }))}
        />
        <Amount draft={draft} facts={facts} onChange={onChange} />
        <Bounds draft={draft} onChange={onChange} />
        <Grouping draft={draft} facts={facts} onChange={onChange} />
      </div>
      <ChosenGroupsFields draft={draft} facts={facts} onChange={onChange} />
      {mode === 'proportion' && <ProportionFields draft={draft} facts={facts} onChange={onChange} />}
      {mode === 'bySize' && (
        <SizeFields lines={draft.lines} onChange={(lines) => onChange({ ...draft, lines })} />
      )}
      <Conditions draft={draft} facts={facts} onChange={onChange} />
      {(mode === 'choice' || mode === 'ifAny') && <Parts draft={draft} facts={facts} onChange={onChange} />}
    </>
  );
}

/** The column that is added up. */
function Amount({ draft, facts, onChange }: Editing): ReactNode {
  const { say } = useWording();
  if (draft.mode !== 'sum' && draft.mode !== 'average') return null;
  const numbers = facts.filter(({ type }) => type === 'number').map(({ fact }) => fact);
  return (
    <ColumnSelect
      label={say('web.number-column')}
      value={draft.fact}
      columns={numbers}
      onChange={(fact) => onChange(withEmptyCells({ ...draft, fact }, draft, facts))}
    />
  );
}

/** Kinds of rules whose bounds follow from something else, or that have none. */
const UNBOUNDED: ReadonlySet<RuleDraft['mode']> = new Set([
  'must',
  'ifAny',
  'bySize',
  'proportion',
  ...LIST_MODES,
]);

function Bounds({ draft, onChange }: Omit<Editing, 'facts'>): ReactNode {
  const { say } = useWording();
  const { mode, min, max, parts } = draft;
  if (UNBOUNDED.has(mode)) return null;
  const crossed = missingIn(draft) === 'crossed';
  const isAmount = mode === 'sum' || mode === 'average';
  const shared = { mode, ...(!isAmount && { min: 0 }) } as const;
  return (
    <>
      {mode !== 'difference' && (
        <BoundField
          {...shared}
          {...(mode === 'choice' && { min: 1, max: Math.max(parts.length, 1) })}
          label={mode === 'choice' ? say('web.how-many-rules') : say('web.at-least')}
          value={min}
          onChange={(bound) => onChange({ ...draft, min: bound })}
        />
      )}
      {mode !== 'choice' && (
        <BoundField
          {...shared}
          label={say('web.at-most')}
          value={max}
          error={crossed && say('web.bounds-crossed')}
          onChange={(bound) => onChange({ ...draft, max: bound })}
        />
      )}
    </>
  );
}

function Conditions({ draft, facts, onChange }: Editing): ReactNode {
  const { say } = useWording();
  const { mode } = draft;
  const editor = (label: string, key: 'where' | 'satisfy' | 'of' | 'other'): ReactNode => (
    <ConditionEditor
      label={label}
      joined={draft[key]}
      facts={facts}
      onChange={(joined: JoinedDraft) => onChange({ ...draft, [key]: joined })}
    />
  );
  switch (mode) {
    case 'choice':
    case 'alternate':
    case 'pair':
      return null;
    case 'must':
      return (
        <>
          {editor(say('web.who-is-meant'), 'where')}
          {editor(say('web.what-they-must'), 'satisfy')}
        </>
      );
    case 'share':
      return (
        <>
          {editor(say('web.who-counts-here'), 'where')}
          {editor(say('web.part-of'), 'of')}
        </>
      );
    case 'difference':
      return (
        <>
          {editor(say('web.who-counts-here'), 'where')}
          {editor(say('web.other-kind'), 'other')}
        </>
      );
    case 'ifAny':
      return editor(say('web.if-any'), 'where');
    default:
      return editor(say('web.who-counts-here'), 'where');
  }
}

/** The rules inside another one: those to choose from, or the one that is asked for. */
function Parts({ draft, facts, onChange }: Editing): ReactNode {
  const { say } = useWording();
  const { mode, parts } = draft;
  const put = (next: readonly RuleDraft[]): void => onChange({ ...draft, parts: next });
  return (
    <div className={classes.parts}>
      {parts.map((part, index) => (
        <fieldset key={index} className={classes.part}>
          <legend>
            {mode === 'ifAny' ? say('web.then-rule') : say('web.part-number', { number: index + 1 })}
          </legend>
          <KindFields
            draft={part}
            modes={PART_MODES}
            facts={facts}
            onChange={(changed) => put(parts.with(index, changed))}
          />
          {mode === 'choice' && parts.length > 2 && (
            <DropButton
              label={say('web.drop-part', { number: index + 1 })}
              onClick={() => put(parts.toSpliced(index, 1))}
            />
          )}
        </fieldset>
      ))}
      {mode === 'choice' && (
        <AddButton words={say('web.add-part')} onClick={() => put([...parts, NEW_DRAFT])} />
      )}
    </div>
  );
}
