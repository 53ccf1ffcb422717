import { z } from 'zod';
import { problemSchema } from '../answers/answers.ts';

/** The shapes of what the service answers of jobs. */

/** How far a job is. */
const progressSchema = z
  .object({
    done: z.number(),
    total: z.number(),
    rate: z.number().describe('Steps a second since the job began.'),
    secondsLeft: z
      .number()
      .optional()
      .describe('How long the rest takes at this rate; absent before the first step.'),
  })
  .meta({ id: 'Progress', description: 'How far a job is.' });

/** What a job works on, by the name of its collection. */
export const jobOperationSchema = z
  .string()
  .describe('What it works on, by the name of its collection: `proposals`.');

const jobShape = {
  id: z.string().describe('The id of the request that asked for it.'),
  operation: jobOperationSchema,
  createdAt: z.string().describe('When it was asked for, in UTC as ISO 8601 has it.'),
  progress: progressSchema,
} as const;

const endingShape = {
  endedAt: z.string().describe('When it came to its end.'),
  expiresAt: z
    .string()
    .optional()
    .describe(
      'When it is forgotten with all that came of it, or sooner where too many have ended since (retention.endedJobs, retention.endedJobDays). Absent: it was asked for before that was said.',
    ),
} as const;

const failure = { status: z.literal('failed'), problem: problemSchema.describe('Why it failed.') } as const;

/** A job as it is created, followed (server-sent events) and listed; its result is asked for by `GET`. */
export const jobSchema = z
  .discriminatedUnion('status', [
    z.object({ ...jobShape, status: z.enum(['queued', 'running']) }),
    z.object({ ...jobShape, ...endingShape, status: z.enum(['done', 'cancelled']) }),
    z.object({ ...jobShape, ...endingShape, ...failure }),
  ])
  .meta({
    id: 'Job',
    description:
      'A job as it is created, followed (server-sent events) and listed, by its `status`; its result is asked for by `GET`.',
  });

/** A job with what it came to. @param operation what it works on, where that is known */
export function jobWithResult<Answer extends z.ZodType>(
  answer: Answer,
  operation: z.ZodType<string> = jobOperationSchema,
) {
  const shape = { ...jobShape, operation };
  const ended = { ...shape, ...endingShape };
  return z.discriminatedUnion('status', [
    z.object({ ...shape, status: z.enum(['queued', 'running']) }),
    z.object({ ...ended, status: z.literal('done'), result: answer }),
    z.object({
      ...ended,
      status: z.literal('cancelled'),
      result: answer.optional().describe('What it had found by then, where a part is of use.'),
    }),
    z.object({ ...ended, ...failure }),
  ]);
}

/** A job as it was when it ended: a result that would have to be read once more is gone with it. */
export function endedJob<Answer extends z.ZodType>(answer: Answer, operation: z.ZodType<string>) {
  const shape = { ...jobShape, ...endingShape, operation };
  return z.discriminatedUnion('status', [
    z.object({ ...shape, status: z.enum(['done', 'cancelled']), result: answer.optional() }),
    z.object({ ...shape, ...failure }),
  ]);
}

/** A job as it is created, followed (server-sent events) and listed; its result is asked for by `GET`. */
export type JobAnswer = z.infer<typeof jobSchema>;

/** The jobs of one kind. */
export const jobListSchema = z
  .object({ jobs: z.array(jobSchema) })
  .meta({ id: 'JobList', description: 'The jobs of one kind.' });
