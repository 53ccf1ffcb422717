import { trainingNeeds, trainingSchema } from '../placements/training.ts';
import { question } from './question.ts';

/** Who needs which course for their place on a slate or plan? */
export const trainingQuestion = question({
  name: 'training',
  tag: 'Slates',
  summary: 'Say who lacks which political theory, degree or grade for their place by rule',
  work: 'read',
  about: 'slate',
  options: {},
  answer: trainingSchema,
  ask: async ({ asked, slate }) => ({ needs: [...(await trainingNeeds(asked, slate))] }),
});
