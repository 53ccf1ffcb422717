import type { OrderedList } from '../rules/list-declaration.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import type { FactTable } from '../rules/fact-table.ts';
import type { Pool } from '../pool/pool.ts';
import type { SolverChoice } from '../optimize/threads/solver-threads.ts';
import type { Text } from '../words/language.ts';
import type { Appointment } from './check-answer.ts';

/** Decisions on persons, by candidate id. They live in scenarios and options, never in rule files. */
export interface Decisions {
  /** Must be on the slate. */
  readonly pin: readonly string[];
  /** Must not be on the slate. */
  readonly exclude: readonly string[];
  /** Groups of which all or none are on the slate. */
  readonly together: readonly (readonly string[])[];
  /** Groups of which at most one is on the slate. */
  readonly apart: readonly (readonly string[])[];
}

/** The same decisions, each once: who is named twice is decided on once, and so is a group. */
export function saidOnce({ pin, exclude, together, apart }: Decisions): Decisions {
  const groups = (said: readonly (readonly string[])[]): readonly (readonly string[])[] => {
    const each = said.map((group) => [...new Set(group)]);
    const byMembers = new Map(each.toReversed().map((group) => [JSON.stringify(group.toSorted()), group]));
    return each.filter((group) => byMembers.get(JSON.stringify(group.toSorted())) === group);
  };
  return {
    pin: [...new Set(pin)],
    exclude: [...new Set(exclude)],
    together: groups(together),
    apart: groups(apart),
  };
}

/** Nobody is pinned, excluded, tied or held apart. */
export const NO_DECISIONS: Decisions = { pin: [], exclude: [], together: [], apart: [] };

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

/** How long a task may take, how it is cancelled, and whom it tells how far it is. */
export interface TaskControl {
  /** Milliseconds for the whole answer; absent: 60,000. */
  readonly timeLimitMs?: number;
  /** From when the time counts, as `performance.now()` has it; absent: from now. */
  readonly began?: number;
  readonly signal?: AbortSignal;
  /** Called with whole steps done of all steps, and what is being done. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** Options of `propose`. */
export interface ProposeOptions extends TaskControl {
  readonly solver?: SolverChoice;
  /** Whether the answer carries its proof. It is checked either way. */
  readonly proof?: boolean;
  /** Whether the answer says by prices of its rules what no slate can exceed. */
  readonly prices?: boolean;
  /** How long an answer without a proof waits to be confirmed by the second solver, in milliseconds; absent: briefly. */
  readonly confirmation?: number;
  /** How many slates in all, the best included; 1 if absent. */
  readonly alternatives?: number;
  /** In how many members any two slates differ at least, that leave or that enter, whichever is more; 1 if absent. */
  readonly differ?: number;
  /** Also say who is on every slate within this share of the best objective, on some, on none: 0.02 is 2 %. */
  readonly nearBest?: number;
  /** Called while `nearBest` is looked for, as `onProgress` is while slates are. */
  readonly onNearBest?: (done: number, total: number) => void;
}
