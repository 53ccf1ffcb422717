import type { ReactNode } from 'react';
import { useWording } from '../shared/language.tsx';
import { ALL_GROUPS, type ChosenGroups, WAYS_TO_CHOOSE } from './chosen-groups.ts';
import { ListField } from './comparison-fields.tsx';
import { ConditionEditor } from './condition-editor.tsx';
import type { Editing } from './grouping-fields.tsx';
import classes from './rule-builder.module.css';
import { NativeSelect } from '@mantine/core';
import { NO_PARTS } from './condition-draft.ts';
import { APART_MODES, type RuleDraft } from './rule-draft.ts';
import type { PoolFact } from './pool-facts.ts';

/** For which groups a rule holds: for all of the table, for those with somebody of a kind, or for a list of them. */
export function ChosenGroupsFields({ draft, facts, onChange }: Editing): ReactNode {
  const { say } = useWording();
  const { forEach, chosen } = draft;
  if (!APART_MODES.has(draft.mode) || forEach.length === 0 || draft.per === 'unit') return null;
  const put = (next: ChosenGroups): void => onChange({ ...draft, chosen: next });
  // A list is one of values of one column.
  const ways = WAYS_TO_CHOOSE.filter((way) => way !== 'values' || forEach.length === 1);
  return (
    <>
      <div className={classes.line}>
        <NativeSelect
          size="xs"
          label={say('web.which-groups')}
          value={chosen.by}
          onChange={({ currentTarget: { value } }) =>
            put(begun(ways.find((way) => way === value) ?? 'all', draft, facts))
          }
          data={ways.map((value) => ({ value, label: say(`web.which-groups-${value}`) }))}
        />
      </div>
      {chosen.by === 'where' && (
        <ConditionEditor
          label={say('web.groups-where')}
          joined={chosen.where}
          facts={facts}
          onChange={(where) => put({ by: 'where', where })}
        />
      )}
      {chosen.by === 'values' && (
        <ListField
          part={{ fact: forEach[0] ?? '', operator: 'in', value: [...chosen.values] }}
          known={facts.find(({ fact }) => fact === forEach[0])}
          onValue={(values) => put({ by: 'values', values })}
        />
      )}
    </>
  );
}

/** Groups chosen in a way, to begin with: of a list, all that the table has. */
function begun(way: ChosenGroups['by'], { forEach }: RuleDraft, facts: readonly PoolFact[]): ChosenGroups {
  switch (way) {
    case 'all':
      return ALL_GROUPS;
    case 'where':
      return { by: 'where', where: NO_PARTS };
    case 'values': {
      const known = facts.find(({ fact }) => fact === forEach[0]);
      return { by: 'values', values: known?.values.map(({ value }) => value) ?? [] };
    }
  }
}
