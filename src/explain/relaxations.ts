import { copyBounds } from '../optimize/linear-program.ts';
import { type Task, TimeIsUp } from '../slate/task.ts';
import type { Question } from './question.ts';
import { RelaxationSession } from './relaxation-session.ts';
import { type RelaxationModel, relaxationModel, type RelaxationShape, type Way } from './relaxation-model.ts';

/** A way that is used, and by how many units of its rows. */
export interface Movement {
  readonly way: Way;
  readonly units: number;
}

/** One relaxation: what gives way, and how many of each type are then on some slate. */
export interface Relaxation {
  /** Σ cost per member × members. */
  readonly cost: number;
  readonly movements: readonly Movement[];
  /** How many of each type of the model. */
  readonly counts: Float64Array;
}

/** What was found of the relaxations of a question. */
export interface Relaxations {
  /** The cheapest first. A single one that costs nothing: the question has a slate as it is. */
  readonly found: readonly Relaxation[];
  /** Whether there is no further one. */
  readonly complete: boolean;
  /** Whether time ran out before that. */
  readonly stopped: boolean;
  readonly model: RelaxationModel;
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
 */
export async function findRelaxations(
  question: Question,
  shape: RelaxationShape,
  limit: number,
  task: Task,
): Promise<Relaxations> {
  const model = relaxationModel(question, shape);
  const session = await RelaxationSession.open(model);
  const tree = new RelaxationTree(model, session, task);
  let stopped = false;
  try {
    while (tree.found.length < limit && (await tree.advance())) task.progress(tree.found.length, limit);
  } catch (error) {
    if (!(error instanceof TimeIsUp)) throw error;
    stopped = true;
  } finally {
    session.close();
  }
  return { found: tree.found, complete: tree.exhausted, stopped, model };
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
    return this.#open.length === 0;
  }

  /** Solves or settles the cheapest open node; false when there is none. */
  async advance(): Promise<boolean> {
    await this.#task.breathe();
    const node = this.#open.shift();
    if (node === undefined) return false;
    if (node.cheapest === undefined) this.#solve(node);
    else this.#settle(node, node.cheapest);
    return true;
  }

  #solve(node: Node): void {
    const bounds = copyBounds(this.#model.program);
    for (const way of node.forbidden) bounds.columnUpper[way.column] = 0;
    const outcome = this.#session.cheapest(bounds, this.#task.limits());
    if (outcome === undefined) return;
    const { x } = outcome;
    const movements = this.#model.ways.flatMap((way) =>
      x[way.column]! > 0 ? [{ way, units: x[way.column]! }] : [],
    );
    const cost = movements.reduce((sum, { way, units }) => sum + (way.cost * units) / way.unit, 0);
    const cheapest = { cost, movements, counts: x.slice(0, this.#model.types.representatives.length) };
    this.#insert({ ...node, cost: outcome.cost, movement: outcome.movement, cheapest });
  }

  #settle(node: Node, cheapest: Relaxation): void {
    const used = new Set(cheapest.movements.map(({ way }) => way));
    const known = this.found.find(({ movements }) => movements.every(({ way }) => used.has(way)));
    if (known === undefined) this.found.push(cheapest);
    for (const { way } of (known ?? cheapest).movements) {
      this.#branch({
        forbidden: new Set([...node.forbidden, way]),
        cost: node.cost,
        movement: node.movement,
      });
    }
  }

  #branch(node: Node): void {
    const key = Array.from(node.forbidden, ({ column }) => column)
      .sort((one, other) => one - other)
      .join();
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    this.#insert(node);
  }

  /** Keeps the open nodes in order: by cost, then movement; of equals, the one that waits longer first. */
  #insert(node: Node): void {
    const index = this.#open.findIndex(
      (other) => other.cost > node.cost || (other.cost === node.cost && other.movement > node.movement),
    );
    this.#open.splice(index === -1 ? this.#open.length : index, 0, node);
  }
}
