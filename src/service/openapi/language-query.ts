import { z } from 'zod';

/** The query of every address. */
export const languageSchema = z.object({
  lang: z
    .enum(['vi', 'en'])
    .optional()
    .meta({ description: 'Language of error texts; left out, Accept-Language decides.' }),
});
