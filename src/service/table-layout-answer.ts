import { z } from 'zod';

/** How a table was read: what its columns are taken for, beside what stands in them. */
export const tableLayoutSchema = z
  .object({
    line: z.number().int().describe('The line of the headings.'),
    top: z
      .array(z.object({ line: z.number().int(), cells: z.array(z.string()) }))
      .describe('The first rows as they are written.'),
    columns: z.array(
      z.object({
        heading: z.string(),
        is: z
          .enum(['fact', 'of-gender', 'extra', 'left-out', 'unheaded', 'repeated'])
          .describe(
            'A fact that is known, one that its place tells for men or women, carried along, left out by the mapping, without a heading, or a second one of the same meaning.',
          ),
        as: z.string().optional().describe('The fact, or the name under which it is carried along.'),
        sure: z.number().describe('How sure that is, from 0, carried along, to 1.'),
        samples: z.array(z.string()).describe('The first different values, as they are written.'),
      }),
    ),
  })
  .meta({
    id: 'TableLayout',
    description: 'How a table was read: what its columns are taken for, beside what stands in them.',
  });

/** See {@link tableLayoutSchema}. */
export type TableLayoutAnswer = z.infer<typeof tableLayoutSchema>;
