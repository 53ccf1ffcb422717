import type { z } from 'zod';
import type { Reading } from '../../words/problem.ts';
import { readYaml, type YamlFile } from '../yaml/yaml-file.ts';
import { shapeProblems } from './shape-problems.ts';

/** A YAML file of a known shape, and where everything in it stands. */
interface ShapedYaml<Written> {
  readonly yaml: YamlFile;
  readonly written: Written;
}

/**
 * Reads a YAML (or JSON) text of a known shape.
 *
 * @param file its name in problems.
 * @returns what is written, or every way in which it departs from the shape, each at its line and column.
 */
export function shapedYaml<Shape extends z.ZodType>(
  text: string,
  file: string,
  shape: Shape,
): Reading<ShapedYaml<z.output<Shape>>> {
  const { yaml, problems } = readYaml(text, file);
  if (yaml === undefined) return { ok: false, problems };
  const found = [...problems, ...shapeProblems(yaml, shape)];
  if (found.length > 0) return { ok: false, problems: found };
  return { ok: true, value: { yaml, written: shape.parse(yaml.data) } };
}
