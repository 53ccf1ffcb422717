import type { Place } from '../words/problem.ts';
import type { Text } from '../words/language.ts';

/** One case of a batch as it was named, before anything of it is read. */
export interface NamedCase {
  /** Unique in its batch. */
  readonly id: string;
  readonly title: Text;
  /** The candidates: a file, or the name of a shipped pool. */
  readonly pool: string;
  /** The units, where posts are filled. */
  readonly units?: string;
  /** Id or file; absent: those of the batch. */
  readonly rules?: string;
  /** The id of the scenario that the case always has; scenarios of the batch are laid over it. */
  readonly scenario?: string;
  /** Further cells of its line, which go along into tables: a province, a place on a map. */
  readonly carried: ReadonlyMap<string, string>;
  readonly place: Place;
}

/** What a batch is asked, as it was named. */
export interface NamedBatch {
  readonly cases: readonly NamedCase[];
  /** Id or file of the rules of cases that name none. */
  readonly rules?: string;
  /** The file with the scenarios, or the id of a rule set that has some; absent: those beside the rules. */
  readonly scenarioFile?: string;
  /** The ids of scenarios under which every case is asked besides as it stands. */
  readonly under: readonly string[];
  /** The ids of rules without which every case is asked, too, to tell what they cost. */
  readonly costs: readonly string[];
}
