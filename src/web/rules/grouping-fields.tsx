import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWording } from '../shared/language.tsx';
import { GroupColumns } from './group-columns.tsx';
import type { PoolFact } from './pool-facts.ts';
import { hasEmptyCells, withGroups } from './rule-mode.ts';
import { APART_MODES, LIST_MODES, ROUNDINGS, type RuleDraft } from './rule-draft.ts';

/** A rule in a form, the columns that it can speak of, and what becomes of it. */
export interface Editing {
  readonly draft: RuleDraft;
  readonly facts: readonly PoolFact[];
  readonly onChange: (draft: RuleDraft) => void;
}

/** What the column is called by which a kind of rule counts apart. */
function groupsLabel(mode: RuleDraft['mode']) {
  switch (mode) {
    case 'groups':
    case 'proportion':
      return 'web.groups-by';
    case 'alternate':
      return 'web.neighbours-by';
    case 'pair':
      return 'web.pairs-by';
    default:
      return 'web.for-each';
  }
}

/** By which column is counted apart, how a share is rounded, and what an empty cell means. */
export function Grouping({ draft, facts, onChange }: Editing): ReactNode {
  const { say } = useWording();
  const { mode, forEach, missing } = draft;
  const isOfOne = mode === 'proportion' || LIST_MODES.has(mode);
  const isGrouped = mode === 'each' || mode === 'groups' || isOfOne;
  const mayGroup = draft.per === 'member' && mode !== 'each' && APART_MODES.has(mode);
  // A file says nothing of it for pairs.
  const hasEmpty = mode !== 'pair' && (missing === 'none' || hasEmptyCells(draft, facts));
  return (
    <>
      {(isGrouped || mayGroup) && (
        <GroupColumns
          label={say(groupsLabel(mode))}
          chosen={forEach}
          // Whoever has several values is in several groups: those are counted, and not each by itself.
          columns={facts
            .filter(({ separator }) => mode === 'groups' || separator === undefined)
            // Numbers are given to groups that can be listed.
            .filter(({ values }) => mode !== 'proportion' || values.length > 0)
            .map(({ fact }) => fact)}
          none={mayGroup ? say('web.for-each-none') : undefined}
          isOne={isOfOne}
          onChange={(chosen) => onChange(withGroups(draft, chosen, facts))}
        />
      )}
      {mode === 'share' && <Rounding draft={draft} onChange={onChange} />}
      {mode === 'share' && draft.round === undefined && <Deviation draft={draft} onChange={onChange} />}
      {mode === 'pair' && <Pairing draft={draft} onChange={onChange} />}
      {hasEmpty && <EmptyCells draft={draft} onChange={onChange} />}
    </>
  );
}

/** How a share of a number of members is rounded. */
function Rounding({ draft, onChange }: Omit<Editing, 'facts'>): ReactNode {
  const { say } = useWording();
  const { round } = draft;
  return (
    <NativeSelect
      size="xs"
      label={say('web.round')}
      value={round ?? ''}
      onChange={({ currentTarget: { value } }) =>
        onChange({ ...draft, round: ROUNDINGS.find((each) => each === value) })
      }
      data={[
        { value: '', label: say('web.round-none') },
        ...ROUNDINGS.map((value) => ({ value, label: say(`web.round-${value}`) })),
      ]}
    />
  );
}

/** Whether a share is missed by whole members, or by parts of one. */
function Deviation({ draft, onChange }: Omit<Editing, 'facts'>): ReactNode {
  const { say } = useWording();
  return (
    <NativeSelect
      size="xs"
      label={say('web.deviation')}
      value={draft.deviation}
      onChange={({ currentTarget: { value } }) =>
        onChange({ ...draft, deviation: value === 'exact' ? 'exact' : 'whole' })
      }
      data={(['whole', 'exact'] as const).map((value) => ({ value, label: say(`web.deviation-${value}`) }))}
    />
  );
}

/** Whether two who stand beside each other are to be alike or to differ. */
function Pairing({ draft, onChange }: Omit<Editing, 'facts'>): ReactNode {
  const { say } = useWording();
  return (
    <NativeSelect
      size="xs"
      label={say('web.pairing')}
      value={draft.pairing}
      onChange={({ currentTarget: { value } }) =>
        onChange({ ...draft, pairing: value === 'different' ? 'different' : 'same' })
      }
      data={(['same', 'different'] as const).map((value) => ({
        value,
        label: say(`web.pairing-${value}`),
      }))}
    />
  );
}

/** Whether people whose cell is empty count in no group, or are left aside. */
function EmptyCells({ draft, onChange }: Omit<Editing, 'facts'>): ReactNode {
  const { say } = useWording();
  const { missing } = draft;
  return (
    <NativeSelect
      size="xs"
      label={say('web.empty-cells')}
      value={missing}
      onChange={({ currentTarget: { value } }) =>
        onChange({ ...draft, missing: value === 'none' ? 'none' : 'aside' })
      }
      data={(['none', 'aside'] as const).map((value) => ({
        value,
        label: say(`web.empty-cells-${value}`),
      }))}
    />
  );
}
