import { z } from 'zod';
import { fields } from '../rules/conditions/condition-schema.ts';
import { idShape, textShape } from '../rules/schema.ts';
import { shapedYaml } from '../rules/problems/shaped-yaml.ts';
import { textOfBytes } from '../rules/load.ts';
import type { YamlFile } from '../rules/yaml/yaml-file.ts';
import { type Text, textOf } from '../words/language.ts';
import { problem, type Problem, type Reading } from '../words/problem.ts';
import { CARRIED_BY, type CarryRule } from './carry-rule.ts';
import { type SeatBound, seatBoundIn } from './seat-bound.ts';
import { writtenShare } from './share.ts';

/** A stage of a procedure. */
export interface Stage {
  readonly id: string;
  readonly title: Text;
  readonly carry: CarryRule;
  /** Whether somebody may be named who did not stand before. */
  readonly isOpen: boolean;
  /** Where its figures come from, or that they are illustrative. */
  readonly source?: Text;
}

/** The stages of a consultation, in their order. */
export interface Procedure {
  readonly id: string;
  readonly title: Text;
  readonly source?: Text;
  readonly stages: readonly Stage[];
}

const carryShape = fields({
  by: z.enum(CARRIED_BY),
  moreThan: z
    .string()
    .optional()
    .meta({ description: 'Of by: votes, the share that must be exceeded: 1/2, 50 %.' }),
  atLeast: z
    .string()
    .optional()
    .meta({ description: 'Of by: votes, the share that must be reached: 2/3, 66.7 %.' }),
  most: z
    .union([z.int().min(1), z.string()])
    .optional()
    .meta({ description: 'How many go on at most: 61, seats + 2, seats + 2 per unit, seats + 30 %.' }),
  least: z
    .union([z.int().min(1), z.string()])
    .optional()
    .meta({ description: 'How many must go on at least, written as most is.' }),
});

const procedureShape = fields({
  $schema: z.string().optional(),
  id: idShape,
  title: textShape,
  source: textShape.optional(),
  stages: z
    .array(
      fields({
        id: idShape,
        title: textShape,
        carry: carryShape,
        open: z.boolean().optional().meta({ default: false }),
        source: textShape.optional(),
      }),
    )
    .min(1)
    .max(50),
});

type WrittenStage = z.output<typeof procedureShape>['stages'][number];

/** The JSON Schema by which editors complete and check procedures. */
export function procedureJsonSchema(): Record<string, unknown> {
  return {
    ...z.toJSONSchema(procedureShape, { io: 'input', target: 'draft-7' }),
    title: 'A procedure of Slate',
  };
}

/** Reads a procedure (YAML). @param file its name in problems. @returns every problem, at its line and column */
export function procedureIn(bytes: Uint8Array, file: string): Reading<Procedure> {
  const text = textOfBytes(bytes);
  if ('code' in text) return { ok: false, problems: [{ ...text, place: { file } }] };
  const read = shapedYaml(text.text, file, procedureShape);
  if (!read.ok) return read;
  const { yaml, written } = read.value;
  const wrong: Problem[] = repeatedStages(written.stages, yaml);
  const stages = written.stages.map((stage, at) => stageOf(stage, at, yaml, wrong));
  if (wrong.length > 0) return { ok: false, problems: wrong };
  const { id, title, source } = written;
  return {
    ok: true,
    value: { id, title: textOf(title), ...(source !== undefined && { source: textOf(source) }), stages },
  };
}

function repeatedStages(stages: readonly WrittenStage[], yaml: YamlFile): Problem[] {
  return stages.flatMap(({ id }, at) =>
    stages.findIndex((each) => each.id === id) === at
      ? []
      : [problem('rounds.repeated-stage', { id }, yaml.placeOf(['stages', at, 'id']))],
  );
}

function stageOf(
  { id, title, carry, open = false, source }: WrittenStage,
  at: number,
  yaml: YamlFile,
  wrong: Problem[],
): Stage {
  const place = (key: string) => yaml.placeOf(['stages', at, 'carry', key]);
  const bound = (key: 'most' | 'least'): SeatBound | undefined => {
    const written = carry[key];
    if (written === undefined) return undefined;
    const read = seatBoundIn(String(written));
    if (read === undefined) wrong.push(problem('rounds.bad-bound', { found: String(written) }, place(key)));
    return read;
  };
  const votes = votesOf(carry, place, wrong);
  const [most, least] = [bound('most'), bound('least')];
  return {
    id,
    title: textOf(title),
    isOpen: open,
    carry: { by: carry.by, ...(votes && { votes }), ...(most && { most }), ...(least && { least }) },
    ...(source !== undefined && { source: textOf(source) }),
  };
}

function votesOf(
  { by, moreThan, atLeast }: WrittenStage['carry'],
  place: (key: string) => ReturnType<YamlFile['placeOf']>,
  wrong: Problem[],
): CarryRule['votes'] {
  const given = Object.entries({ moreThan, atLeast }).filter(([, text]) => text !== undefined);
  const [key, text] = given[0] ?? [];
  if ((by === 'votes') !== (given.length === 1)) {
    wrong.push(problem('rounds.which-share', { by }, place(given[1]?.[0] ?? key ?? 'by')));
    return undefined;
  }
  if (key === undefined || text === undefined) return undefined;
  const share = writtenShare(text);
  if (share !== undefined && share.parts <= share.of) return { share, mustExceed: key === 'moreThan' };
  wrong.push(problem('rounds.bad-share', { found: text }, place(key)));
  return undefined;
}
