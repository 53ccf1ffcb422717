import type { DecidedCase } from '../../src/optimize/model/decided-case.ts';
import { fold } from '../../src/optimize/presolve/folded-levels.ts';
import type { LinearProgram } from '../../src/optimize/linear-program.ts';
import { assembleModel } from '../../src/optimize/model/slate-model.ts';

/**
 * The model that peers solve: one binary column for each eligible candidate, nobody left out, and the first
 * level of the objective alone, without a tie-break.
 */
export async function plainModel(decided: DecidedCase): Promise<LinearProgram> {
  const program = await plainProgram(decided);
  return { ...program, levels: program.levels.slice(0, 1), spans: program.spans.slice(0, 1) };
}

/** The objective of the plain model with the tie-break that ours has, in one level (`folded-levels.ts`). */
export async function wholeObjective(decided: DecidedCase): Promise<Float64Array> {
  const { levels } = fold(await plainProgram(decided)).program;
  if (levels.length > 1) throw new Error('The levels of the benchmark do not fold into one');
  return levels[0]!;
}

async function plainProgram(decided: DecidedCase): Promise<LinearProgram> {
  const decisions = { pin: [], exclude: [], together: [], apart: [] };
  return (await assembleModel(decided, { decisions, spare: Infinity })).program;
}

/** A program as MPS in fixed columns, minimising; what glpsol and cbc read alike. */
export function* mpsOf(program: LinearProgram): Generator<string> {
  yield 'NAME          slate\nROWS\n N  cost\n';
  const ranges: string[] = [];
  const sides: string[] = [];
  for (let row = 0; row < program.rowCount; row += 1) {
    const [lower, upper] = [program.rowLower[row]!, program.rowUpper[row]!];
    const name = `r${row}`;
    const side = (value: number): void => void sides.push(line('', 'RHS', name, value));
    if (lower === upper) {
      yield ` E  ${name}\n`;
      side(lower);
    } else if (upper < Infinity) {
      yield ` L  ${name}\n`;
      side(upper);
      if (lower > -Infinity) ranges.push(line('', 'RNG', name, upper - lower));
    } else if (lower > -Infinity) {
      yield ` G  ${name}\n`;
      side(lower);
    } else {
      yield ` N  ${name}\n`;
    }
  }
  yield "COLUMNS\n    M1        'MARKER'                 'INTORG'\n";
  for (let column = 0; column < program.columnCount; column += 1) yield columnOf(program, column);
  yield "    M2        'MARKER'                 'INTEND'\nRHS\n";
  yield* sides;
  if (ranges.length > 0) yield 'RANGES\n';
  yield* ranges;
  yield 'BOUNDS\n';
  for (let column = 0; column < program.columnCount; column += 1) {
    yield line('UP', 'BND', `x${column}`, program.columnUpper[column]!);
  }
  yield 'ENDATA\n';
}

function line(type: string, first: string, second: string, value: number): string {
  return ` ${type.padEnd(2)} ${first.padEnd(8)}  ${second.padEnd(8)}  ${String(value).padStart(12)}\n`;
}

function columnOf({ levels, starts, rows, values }: LinearProgram, column: number): string {
  let text = line('', `x${column}`, 'cost', -levels[0]![column]!);
  for (let entry = starts[column]!; entry < starts[column + 1]!; entry += 1) {
    text += line('', `x${column}`, `r${rows[entry]!}`, values[entry]!);
  }
  return text;
}
