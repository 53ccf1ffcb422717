import type { PlanMove } from './moves.ts';

/** A place where lines begin or end. */
export interface MoveNode {
  /** The name of the unit; `undefined` for moves from nowhere known. */
  readonly unit: string | undefined;
  /** Where it begins, and how high it is. */
  readonly y: number;
  readonly height: number;
}

/** A move with the heights at which its line begins and ends. */
export interface DrawnMove extends PlanMove {
  readonly start: number;
  readonly end: number;
}

/** The moves of a plan, laid out from left to right. */
interface MovesLayout {
  readonly height: number;
  readonly left: readonly MoveNode[];
  readonly right: readonly MoveNode[];
  readonly moves: readonly DrawnMove[];
}

/** Room for one line, and between two units. */
const LINE = 19;
const GAP = 7;

/**
 * Units from which people come on the left, units to which they go on the right. A unit on the left
 * stands about as high as those to which its people go, so that lines cross as little as can be had
 * without trying.
 */
export function movesLayout(moves: readonly PlanMove[]): MovesLayout {
  const right = stacked(moves, ({ to }) => to);
  const ends = new Map(right.lines);
  const byOrigin = Map.groupBy(moves, ({ from }) => from);
  const meanEnd = (from: string | undefined): number => {
    const mine = byOrigin.get(from) ?? [];
    return mine.reduce((sum, move) => sum + (ends.get(move) ?? 0), 0) / Math.max(mine.length, 1);
  };
  const ordered = moves.toSorted(
    (a, b) => meanEnd(a.from) - meanEnd(b.from) || (ends.get(a) ?? 0) - (ends.get(b) ?? 0),
  );
  const left = stacked(ordered, ({ from }) => from);
  const starts = new Map(left.lines);
  const height = Math.max(left.height, right.height);
  const shift = (side: Stack): number => (height - side.height) / 2;
  const moved = (side: Stack): readonly MoveNode[] =>
    side.nodes.map((node) => ({ ...node, y: node.y + shift(side) }));
  return {
    height,
    left: moved(left),
    right: moved(right),
    moves: moves.map((move) => ({
      ...move,
      start: (starts.get(move) ?? 0) + shift(left),
      end: (ends.get(move) ?? 0) + shift(right),
    })),
  };
}

interface Stack {
  readonly height: number;
  readonly nodes: readonly MoveNode[];
  /** Each move with the middle of its line. */
  readonly lines: readonly (readonly [PlanMove, number])[];
}

function stacked(moves: readonly PlanMove[], unitOf: (move: PlanMove) => string | undefined): Stack {
  const nodes: MoveNode[] = [];
  const lines: [PlanMove, number][] = [];
  let y = GAP;
  for (const [unit, mine] of Map.groupBy(moves, unitOf)) {
    nodes.push({ unit, y, height: mine.length * LINE });
    mine.forEach((move, index) => lines.push([move, y + (index + 0.5) * LINE]));
    y += mine.length * LINE + GAP;
  }
  return { height: y, nodes, lines };
}
