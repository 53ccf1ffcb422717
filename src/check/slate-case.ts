import type { OrderedList } from '../rules/lists/list-declaration.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import type { FactTable } from '../rules/facts/fact-table.ts';
import type { Pool } from '../pool/pool.ts';
import type { Text } from '../words/language.ts';
import type { Appointment } from './check-answer.ts';
import type { Decisions } from '../pool/decisions.ts';

/** Everything a question is asked about: candidates, rules, the facts of these candidates under these rules. */
export interface SlateCase {
  readonly pool: Pool;
  readonly ruleSet: RuleSet;
  /** `pool` with the derived and declared facts of `ruleSet`; made by `factsOf` in `pool/`. */
  readonly facts: FactTable;
  readonly decisions: Decisions;
  /** Of a placement, whose rows are appointments: what they are. Absent for a slate. */
  readonly placement?: PlacementRows;
}

/** What stands behind the rows of a placement. */
export interface PlacementRows {
  /** Name and kind of every unit, in the order of their table. */
  readonly units: readonly { readonly name: string; readonly kind: string }[];
  /** SHA-256, in hex, of the units table. */
  readonly unitsSha256: string;
  /** The posts to fill, title after title in each unit, with the ids of those who hold them now. */
  readonly posts: readonly {
    readonly unit: string;
    readonly title: string;
    readonly holders: readonly string[];
  }[];
  /** Of an ordered list, whose places are the units. */
  readonly list?: OrderedList;
  /** What is possible but odd in titles and units. */
  readonly notices: readonly Text[];
  /** What an appointment is, by its row. */
  readonly appointmentOf: (row: number) => Appointment;
}
