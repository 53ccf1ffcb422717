import type { PoolSource, RulesSource, ScenariosSource, UnitsSource } from '../opening/sources.ts';
import type { Place } from '../words/problem.ts';
import type { Text } from '../words/language.ts';

/** One case of a batch as it was named, before anything of it is read. */
export interface NamedCase {
  /** Unique in its batch. */
  readonly id: string;
  readonly title: Text;
  /** The candidates: a file or the name of a shipped pool as people name them, or themselves. */
  readonly pool: string | PoolSource;
  /** The units, where posts are filled. */
  readonly units?: string | UnitsSource;
  /** Id or file, or themselves; absent: those of the batch. */
  readonly rules?: string | RulesSource;
  /** The id of the scenario that the case always has; scenarios of the batch are laid over it. */
  readonly scenario?: string;
  /** Further cells of its line, which go along into tables: a province, a place on a map. */
  readonly carried: ReadonlyMap<string, string>;
  readonly place: Place;
}

/** What a batch is asked, as it was named. */
export interface NamedBatch {
  readonly cases: readonly NamedCase[];
  /** The rules of cases that name none. */
  readonly rules?: string | RulesSource;
  /** The file with the scenarios, the id of a rule set that has some, or themselves; absent: those beside the rules. */
  readonly scenarios?: string | Extract<ScenariosSource, readonly object[]>;
  /** The ids of scenarios under which every case is asked besides as it stands. */
  readonly under: readonly string[];
  /** The ids of rules without which every case is also asked, to tell what they cost. */
  readonly costs: readonly string[];
}
