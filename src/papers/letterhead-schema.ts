import { z } from 'zod';

const line = (description: string) => z.string().max(300).optional().describe(description);

/** What stands around the table of a paper, as an office writes it: head, title, place and date, signature. */
export const letterheadSchema = z
  .strictObject({
    superior: line('The body above the one that issues the paper; the first line at the left.'),
    body: line('The body that issues the paper.'),
    number: line('The number of the paper: `Số 12-DS/TU`.'),
    nation: z
      .array(z.string().max(300))
      .max(3)
      .optional()
      .describe('The national heading, line by line. Left out: in Vietnamese the usual one, else none.'),
    title: line('The title of the paper. Left out: what it is.'),
    subtitle: line('Below the title. Left out: the title of the rule set.'),
    place: line('The place of signing.'),
    date: z.iso.date().optional().describe('The day of signing, `YYYY-MM-DD`. Left out: room to write it.'),
    onBehalf: line('On whose behalf it is signed: `T/M BAN THƯỜNG VỤ`.'),
    signer: line('The post of who signs: `BÍ THƯ`.'),
    name: line('The name of who signs. Left out: room for it.'),
  })
  .meta({
    id: 'Letterhead',
    description: 'What stands around the table of a paper, as an office writes it.',
  });

/** What stands around the table of a paper. */
export type Letterhead = z.infer<typeof letterheadSchema>;
