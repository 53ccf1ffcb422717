import { isDifference } from '../rules/bounds/difference.ts';
import type { DecidedCase } from '../optimize/model/decided-case.ts';
import type { RuleRows } from '../optimize/model/rule-rows.ts';
import { slackUnit } from '../optimize/model/share-slack.ts';
import type { RowEntry } from '../optimize/model/row-family.ts';

/** Rules whose sides move independently in every group get a row per side. */
export function withSidesApart(decided: DecidedCase, exactToRange: boolean): DecidedCase {
  const rules = decided.rules.map((family) => {
    const needed = family.rows.some(
      ({ lower, upper, unit }) =>
        lower > -Infinity &&
        upper < Infinity &&
        // An equation over a share need not hold after any whole number of members, nor in every group alike.
        (exactToRange ||
          lower !== upper ||
          slackUnit(family.rule, unit) > 1 ||
          isDifference(family.rule) ||
          (family.rule.kind === 'share' && family.groups !== undefined)),
    );
    return needed ? sidesApart(family) : family;
  });
  return { ...decided, rules };
}

function sidesApart(family: RuleRows): RuleRows {
  const count = family.rows.length;
  const inBoth = (entries: readonly RowEntry[]): readonly RowEntry[] => [
    ...entries,
    ...entries.map((entry) => ({ ...entry, row: entry.row + count })),
  ];
  const { links } = family;
  return {
    ...family,
    rows: [
      ...family.rows.map((row) => ({ ...row, upper: Infinity })),
      ...family.rows.map((row) => ({ ...row, lower: -Infinity })),
    ],
    classes: family.classes.map(inBoth),
    // Of a rule that counts units it is the columns of the units that its rows are about.
    ...(links && {
      links: {
        ...links,
        columns: links.columns.map((column) => ({ ...column, ofRule: inBoth(column.ofRule) })),
      },
    }),
  };
}
