import { z } from 'zod';
import { shareIn } from './share-bound.ts';

/** One line of a table of bounds by the size of the slate: `{ size: { min: 5 }, max: 60 % }`. */
export interface SizeLine {
  /** The sizes that it is for; without a largest one, every larger size. */
  readonly from: number;
  readonly to: number | undefined;
  /** Members, or per cent of the slate. */
  readonly in: 'members' | 'percent';
  readonly min: number | undefined;
  readonly max: number | undefined;
}

const bound = z.union([z.number(), z.string()]).optional();

const lineSchema = z.strictObject({
  size: z.union([
    z.number().transform((only) => ({ min: only, max: only as number | undefined })),
    z.strictObject({ min: z.number(), max: z.number().optional() }),
  ]),
  exactly: bound,
  min: bound,
  max: bound,
});

/** The lines of a table as a file writes them, read into a form; it fails where one mixes members and parts. */
export const sizeLinesSchema = z
  .array(lineSchema)
  .min(1)
  .transform((lines, context): readonly SizeLine[] => {
    const read = lines.map((line) => lineOf(line));
    const whole = read.filter((each) => each !== undefined);
    if (whole.length < read.length) context.addIssue({ code: 'custom', message: 'mixed' });
    return whole;
  });

function lineOf({ size, exactly, min, max }: z.output<typeof lineSchema>): SizeLine | undefined {
  const written = [exactly ?? min, exactly ?? max] as const;
  const filled = written.filter((each) => each !== undefined);
  const isPercent = filled.every((each) => typeof each === 'string');
  const read = written.map((each) => (typeof each === 'string' ? shareIn(each) : each));
  const [least, most] = read.map((each) => (typeof each === 'number' ? each : undefined));
  // A line holds members or per cent: one of each, or a fraction, stays in the file.
  const isMixed = !isPercent && filled.some((each) => typeof each === 'string');
  const isHeld = [least, most].filter((each) => each !== undefined).length === filled.length;
  if (filled.length === 0 || isMixed || !isHeld) return undefined;
  return { from: size.min, to: size.max, in: isPercent ? 'percent' : 'members', min: least, max: most };
}

/** A line as a file writes it. */
export function writtenLine({ from, to, in: unit, min, max }: SizeLine): object {
  const written = (value: number): number | string => (unit === 'percent' ? `${value} %` : value);
  const size = from === to ? from : { min: from, ...(to !== undefined && { max: to }) };
  if (min !== undefined && min === max) return { size, exactly: written(min) };
  return {
    size,
    ...(min !== undefined && { min: written(min) }),
    ...(max !== undefined && { max: written(max) }),
  };
}

/** What is missing in the lines of a table, if anything. */
export function missingInLines(lines: readonly SizeLine[]): 'bound' | 'crossed' | undefined {
  if (lines.length === 0 || lines.some(({ min, max }) => min === undefined && max === undefined))
    return 'bound';
  const isCrossed = ({ min, max, from, to }: SizeLine): boolean =>
    (min !== undefined && max !== undefined && min > max) || (to !== undefined && from > to);
  return lines.some(isCrossed) ? 'crossed' : undefined;
}
