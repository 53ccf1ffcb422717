import { paced } from '../rules/breath.ts';
import { copyBounds } from '../optimize/linear-program.ts';
import { type Task, TimeLimitError } from '../slate/task.ts';
import type { Question } from './question.ts';
import { RelaxationSession } from './relaxation-session.ts';
import { type RelaxationModel, relaxationModel, type RelaxationShape, type Way } from './relaxation-model.ts';

/** A way that is used, and by how many units of its rows. */
export interface Movement {
  readonly way: Way;
  readonly units: number;
}

/** One relaxation: what gives way, and some slate that then exists. */
export interface Relaxation {
  /** Σ cost per member × members. */
  readonly cost: number;
  readonly movements: readonly Movement[];
  /** Some slate that it allows, as rows of the table. */
  readonly rows: readonly number[];
}

/** What was found of the relaxations of a question. */
export interface Relaxations {
  /** The cheapest first. A single one that costs nothing: the question has a slate as it is. */
  readonly found: readonly Relaxation[];
  /** Whether there is no further one. */
  readonly complete: boolean;
  /** Whether time ran out before that. */
  readonly stopped: boolean;
}

/**
 * The cheapest relaxations that really differ: none uses every way that an earlier one uses. Each is the
 * cheapest of all that are left.
 *
 * They are found by a search tree in the manner of Reiter ("A theory of diagnosis from first
 * principles", Artificial Intelligence 32, 1987). A node forbids some ways; its cheapest relaxation is
 * one solve under changed column bounds. A relaxation that does not use all ways of F lacks one of them:
 * so after F the node branches, once per way of F, into nodes that forbid it. Every relaxation that is
 * left is allowed in some open node, and a node costs no less than its parent, so the cheapest open node
 * gives the cheapest relaxation that is left.
 *
 * @param limit how many are wanted.
 * @param many from how many appointments on it is left open who goes where; for tests.
 */
export async function findRelaxations(
  question: Question,
  shape: RelaxationShape,
  limit: number,
  task: Task,
  many?: number,
): Promise<Relaxations> {
  const apart = new Set<number>();
  for (;;) {
    const model = await relaxationModel(question, shape, { apart, many }, paced(task));
    const session = await RelaxationSession.open(model);
    const tree = new RelaxationTree(model, session, task);
    let stopped = false;
    try {
      while (tree.found.length < limit && (await tree.advance())) task.progress(tree.found.length, limit);
    } catch (error) {
      if (!(error instanceof TimeLimitError)) throw error;
      stopped = true;
    } finally {
      session.close();
    }
    if (tree.unplaced.length === 0) return { found: tree.found, complete: tree.exhausted, stopped };
    for (const row of tree.unplaced) apart.add(row);
  }
}

/** A part of all relaxations: those that use none of the forbidden ways. */
interface Node {
  readonly forbidden: ReadonlySet<Way>;
  /** No relaxation of the node costs less; its cost once it is solved. */
  readonly cost: number;
  readonly movement: number;
  readonly cheapest?: Relaxation;
}

class RelaxationTree {
  readonly found: Relaxation[] = [];
  /** Appointments of a solution that cannot all be placed: the model must take them apart. */
  unplaced: readonly number[] = [];
  readonly #model: RelaxationModel;
  readonly #session: RelaxationSession;
  readonly #task: Task;
  readonly #seen = new Set<string>();
  #open: Node[] = [{ forbidden: new Set(), cost: -Infinity, movement: -Infinity }];

  constructor(model: RelaxationModel, session: RelaxationSession, task: Task) {
    this.#model = model;
    this.#session = session;
    this.#task = task;
  }

  get exhausted(): boolean {
    return this.#open.length === 0 && this.unplaced.length === 0;
  }

  /** Solves or settles the cheapest open node; false when there is none. */
  async advance(): Promise<boolean> {
    await this.#task.breathe();
    const [node] = this.#open;
    if (node === undefined) return false;
    // A node leaves the queue once it is done with: where time runs out in between, it is still open.
    const next = node.cheapest === undefined ? this.#solved(node) : this.#branchesOf(node, node.cheapest);
    this.#open.shift();
    for (const each of next) this.#insert(each);
    return this.unplaced.length === 0;
  }

  #solved(node: Node): readonly Node[] {
    const bounds = copyBounds(this.#model.program);
    for (const way of node.forbidden) bounds.columnUpper[way.column] = 0;
    const outcome = this.#session.cheapest(bounds, this.#task.limits());
    if (outcome === undefined) return [];
    const { x } = outcome;
    const chosen = this.#model.chosen(x);
    if (!chosen.ok) {
      this.unplaced = chosen.apart;
      return [];
    }
    const movements = this.#model.ways.flatMap((way) =>
      x[way.column]! > 0 ? [{ way, units: x[way.column]! }] : [],
    );
    const cost = movements.reduce((sum, { way, units }) => sum + (way.cost * units) / way.unit, 0);
    const cheapest = { cost, movements, rows: chosen.rows };
    return [{ ...node, cost: outcome.cost, movement: outcome.movement, cheapest }];
  }

  #branchesOf(node: Node, cheapest: Relaxation): readonly Node[] {
    const used = new Set(cheapest.movements.map(({ way }) => way));
    const known = this.found.find(({ movements }) => movements.every(({ way }) => used.has(way)));
    if (known === undefined) this.found.push(cheapest);
    const { cost, movement } = node;
    return (known ?? cheapest).movements
      .map(({ way }): Node => ({ forbidden: new Set([...node.forbidden, way]), cost, movement }))
      .filter(({ forbidden }) => this.#isNew(forbidden));
  }

  #isNew(forbidden: ReadonlySet<Way>): boolean {
    const key = Array.from(forbidden, ({ column }) => column)
      .sort((one, other) => one - other)
      .join();
    const before = this.#seen.size;
    return this.#seen.add(key).size > before;
  }

  /** Keeps the open nodes in order: by cost, then movement; of equals, the one that waits longer first. */
  #insert(node: Node): void {
    const index = this.#open.findIndex(
      (other) => other.cost > node.cost || (other.cost === node.cost && other.movement > node.movement),
    );
    this.#open.splice(index === -1 ? this.#open.length : index, 0, node);
  }
}
