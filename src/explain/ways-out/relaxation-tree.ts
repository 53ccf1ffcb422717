import { type Bounds, copyBounds } from '../../optimize/linear-program.ts';
import { withGrace } from '../../rules/checkpoint.ts';
import type { Task } from '../../slate/task.ts';
import { costOf } from '../cost-steps.ts';
import { memberKey, type CaseToExplain, type Member } from '../case-to-explain.ts';
import {
  type Relaxation,
  type RelaxationModel,
  relaxationModel,
  type RelaxationShape,
  type Concession,
} from './relaxation-model.ts';
import { keyOfNode, type Node, partsWithout, rowsOfLimit, without } from './relaxation-node.ts';
import { RelaxationSession } from './relaxation-session.ts';
import { bestValue } from '../../slate/best-slate.ts';
import { relaxedCase } from './relaxed-case.ts';

/** Of so many relaxations at one cost the order is settled at most; more are told as they were found. */
const MOST_TIED = 64;

/** What a tree of relaxations grows from. */
interface TreeGround {
  readonly question: CaseToExplain;
  readonly shape: RelaxationShape;
  /** Rows that must stand for themselves. */
  readonly apart: ReadonlySet<number>;
  /** From how many appointments on it is left open who goes where; for tests. */
  readonly many: number | undefined;
  readonly task: Task;
}

/** A model with a session on it. */
interface Opened {
  readonly model: RelaxationModel;
  readonly session: RelaxationSession;
}

/** A relaxation that waits until all others of its cost are known. */
interface Waiting {
  readonly relaxation: Relaxation;
  readonly cost: number;
  readonly order: readonly number[];
}

/** The search of {@link import('./relaxations.ts').findRelaxations}. */
export class RelaxationTree {
  readonly found: Relaxation[] = [];
  /** Appointments of a solution that cannot all be placed: the model must take them apart. */
  unplaced: readonly number[] = [];
  readonly #ground: TreeGround;
  readonly #ways: readonly Concession[];
  /** Sessions by the limits of shares that their models have. */
  readonly #opened: Map<string, Opened>;
  readonly #seen = new Set<string>();
  #waiting: Waiting[] = [];
  #open: Node[] = [{ forbidden: new Set(), reaches: [], limits: [], cost: -Infinity, movement: -Infinity }];

  private constructor(ground: TreeGround, opened: Opened) {
    this.#ground = ground;
    this.#ways = opened.model.ways;
    this.#opened = new Map([[JSON.stringify([]), opened]]);
  }

  static async plant(ground: TreeGround): Promise<RelaxationTree> {
    return new RelaxationTree(ground, await opened(ground, []));
  }

  get exhausted(): boolean {
    return this.#open.length === 0 && this.unplaced.length === 0;
  }

  /** Solves or settles the cheapest open node; false when there is none. */
  async advance(): Promise<boolean> {
    await this.#ground.task.yieldOrThrow();
    const [node] = this.#open;
    const tied = this.#waiting[0]?.cost ?? Infinity;
    if (node === undefined || node.cost > tied || this.#waiting.length >= MOST_TIED) this.settle();
    if (node === undefined) return false;
    // A node leaves the queue once it is done with: where time runs out in between, it is still open.
    const next = await this.#after(node);
    this.#open.shift();
    for (const each of next) this.#insert(each);
    return this.unplaced.length === 0;
  }

  /** Brings those that wait into their order; none that uses every way of one before it is told. */
  settle(): void {
    const inOrder = this.#waiting.toSorted((one, other) => compare(one.order, other.order));
    this.#waiting = [];
    for (const { relaxation } of inOrder) {
      if (!this.found.some((earlier) => usesAllOf(relaxation, earlier))) this.found.push(relaxation);
    }
  }

  close(): void {
    for (const { session } of this.#opened.values()) session.close();
  }

  /**
   * What becomes of the cheapest open node: it is bounded, then solved, then branched. One that is surely dearer than
   * others waits behind them, for it may take a thousand times as long to solve.
   */
  async #after(node: Node): Promise<readonly Node[]> {
    if (node.cheapest !== undefined) return this.#branchesOf(node, node.cheapest);
    const opened = await this.#openedFor(node);
    const bounds = this.#boundsOf(node, opened.model);
    if (bounds === undefined) return [];
    if (node.isBounded === true) return this.#solved(node, opened, bounds);
    const least = opened.session.leastCost(bounds, this.#ground.task.limits());
    const isDearer = least > node.cost;
    return [{ ...node, isBounded: true, ...(isDearer && { cost: least, movement: -Infinity }) }];
  }

  /** The bounds of a model in the part that a node is; `undefined` where they contradict each other. */
  #boundsOf(node: Node, { program, ways }: RelaxationModel): Bounds | undefined {
    const bounds = copyBounds(program);
    const columnOf = (way: Concession): number => ways[this.#ways.indexOf(way)]!.column;
    for (const way of node.forbidden) bounds.columnUpper[columnOf(way)] = 0;
    for (const { way, least, most } of node.reaches) {
      const column = columnOf(way);
      bounds.columnLower[column] = Math.max(bounds.columnLower[column]!, least);
      bounds.columnUpper[column] = Math.min(bounds.columnUpper[column]!, most);
      if ((bounds.columnLower[column] ?? 0) > (bounds.columnUpper[column] ?? 0)) return undefined;
    }
    return bounds;
  }

  #solved(node: Node, { model, session }: Opened, bounds: Bounds): readonly Node[] {
    const outcome = session.cheapest(bounds, this.#ground.task.limits());
    if (outcome === undefined) return [];
    const { x } = outcome;
    const chosen = model.chosen(x);
    if (!chosen.ok) {
      this.unplaced = chosen.apart;
      return [];
    }
    const movements = this.#ways.flatMap((way) => {
      const units = x[model.ways[this.#ways.indexOf(way)]!.column]!;
      return units > 0 ? [{ way, units }] : [];
    });
    const cost = movements.reduce((sum, { way, units }) => sum + costOf(way, units), 0);
    const cheapest = { cost, movements, rows: chosen.rows };
    return [{ ...node, cost: outcome.cost, movement: outcome.movement, cheapest }];
  }

  async #openedFor({ limits }: Node): Promise<Opened> {
    const key = JSON.stringify(limits);
    const known = this.#opened.get(key);
    if (known !== undefined) return known;
    const anew = await opened(this.#ground, limits);
    this.#opened.set(key, anew);
    return anew;
  }

  async #branchesOf(node: Node, cheapest: Relaxation): Promise<readonly Node[]> {
    const { question, shape, task } = this.#ground;
    const known = [...this.found, ...this.#waiting.map(({ relaxation }) => relaxation)].find((earlier) =>
      usesAllOf(cheapest, earlier),
    );
    if (known === undefined) {
      const needless = await needlessChange(question, cheapest, shape, task);
      if (needless !== undefined) {
        return partsWithout(node, cheapest, needless, this.#ground).filter((each) => this.#isNew(each));
      }
      this.#waiting.push({
        relaxation: cheapest,
        cost: node.cost,
        order: orderOf(question, cheapest, node.movement),
      });
    }
    return (known ?? cheapest).movements
      .map(({ way }) => without(node, [way]))
      .filter((each) => this.#isNew(each));
  }

  #isNew(node: Node): boolean {
    const before = this.#seen.size;
    return this.#seen.add(keyOfNode(node)).size > before;
  }

  /** Keeps the open nodes in order: by cost, then movement; of equals, the one that waits longer first. */
  #insert(node: Node): void {
    const index = this.#open.findIndex(
      (other) => other.cost > node.cost || (other.cost === node.cost && other.movement > node.movement),
    );
    this.#open.splice(index === -1 ? this.#open.length : index, 0, node);
  }
}

async function opened(
  { question, shape, apart, many, task }: TreeGround,
  limits: Node['limits'],
): Promise<Opened> {
  const structure = [...(question.structure ?? []), ...limits.map((limit) => rowsOfLimit(question, limit))];
  const model = await relaxationModel({ ...question, structure }, shape, { apart, many }, withGrace(task));
  return { model, session: await RelaxationSession.open(model) };
}

function usesAllOf({ movements }: Relaxation, earlier: Relaxation): boolean {
  const used = new Set(movements.map(({ way }) => way));
  return earlier.movements.every(({ way }) => used.has(way));
}

/**
 * What comes first among relaxations of one cost: fewer changed rules, fewer broken ones, fewer decisions, less
 * movement.
 */
function orderOf({ decided }: CaseToExplain, { movements }: Relaxation, movement: number): readonly number[] {
  const members = new Map(movements.map(({ way: { member } }) => [memberKey(member), member]));
  const all = [...members.values()];
  const changed = all.filter(({ kind }) => kind === 'rule' || kind === 'size');
  const broken = all.filter(
    (member) => member.kind === 'rule' && decided.rules[member.rule]!.rule.kind === 'require',
  );
  return [changed.length, broken.length, all.length - changed.length, movement];
}

/** Negative if `one` comes before `other`, by their first difference. */
function compare(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((value, index) => value !== other[index]);
  return at === -1 ? 0 : one[at]! - other[at]!;
}

/**
 * A member whose change a relaxation could do without, if it has one: the others, as far as they move, let a
 * slate exist. Only a share, or an average, can make that so. A relaxation pays for the slate that it was found
 * with, of whom some are too many, and the bound moves to the share of that slate: "at most 100 %" lets in other slates,
 * with more too many, that need none of its other changes.
 *
 * Where a share of each group moves none is looked for: how far it moves is no ratio of one sum, so the search
 * could not go on beside it.
 */
async function needlessChange(
  question: CaseToExplain,
  relaxation: Relaxation,
  shape: RelaxationShape,
  task: Task,
): Promise<Member | undefined> {
  const { movements } = relaxation;
  const members = new Map(movements.map(({ way: { member } }) => [memberKey(member), member]));
  const rules = [...members.values()].flatMap((member) =>
    member.kind === 'rule' ? [question.decided.rules[member.rule]!.rule] : [],
  );
  const moving = rules.filter(({ kind }) => kind === 'share' || kind === 'average');
  const isOfGroups = moving.some((rule) => rule.kind === 'share' && rule.forEach !== undefined);
  if (members.size < 2 || moving.length === 0 || isOfGroups) return undefined;
  for (const [key, member] of members) {
    const others = movements.filter(({ way }) => memberKey(way.member) !== key);
    const { decided, decisions } = await relaxedCase(question, { ...relaxation, movements: others }, shape);
    const { structure } = question;
    const value = await bestValue(decided, { decisions, ...(structure && { structure }) }, task);
    if (value !== undefined) return member;
  }
  return undefined;
}
