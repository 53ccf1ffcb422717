import { diagnosisSchema } from '../explain/answers.ts';
import { diagnose } from '../explain/diagnose.ts';
import { flag, price, timeLimit, whole } from './options.ts';
import { question } from './question.ts';

/** Why does no slate exist, and what would make one possible? */
export const diagnoseQuestion = question({
  name: 'diagnose',
  tag: 'Explanations',
  summary: 'Find the rules that contradict each other, and the cheapest ways out',
  work: 'solve',
  about: 'case',
  options: {
    conflicts: whole('cli.conflicts-option', 0, 1000),
    relaxations: whole('cli.relaxations-option', 0, 100),
    exactToRange: flag('cli.ranges-option'),
    sizeCost: price('cli.size-cost-option'),
    decisionCost: price('cli.decision-cost-option'),
    proof: flag('cli.proof-option'),
    timeLimitMs: timeLimit(),
  },
  answer: diagnosisSchema,
  ask: ({ asked }, options, control) => diagnose(asked, { ...control, ...options }),
  slates: ({ relaxations }) =>
    relaxations.map(({ slate, changes }) => ({ ...slate, changed: changes.map(({ message }) => message) })),
  outcome: ({ status }) => status,
});
