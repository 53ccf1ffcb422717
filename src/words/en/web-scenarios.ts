import { count } from '../number.ts';

/** English sentences of the page: scenarios. */
export const webScenariosEn = {
  'web.turn-quotas': () => 'Turn the quotas',
  'web.reset-quota': (p: { readonly title: string }) => `Back to the rule set: ${p.title}`,
  'web.reset-all': () => 'Back to the rule set',
  'web.live': () => 'The best slate under these quotas',
  'web.live-members': (p: { readonly count: number }) => count(p.count, 'member'),
  'web.milliseconds': (p: { readonly value: string }) => `solved in ${p.value} ms`,
  'web.same-slate': () => 'The same slate as under the rule set.',
  'web.use-scenario': () => 'Use these quotas',
  'web.scenario-name': () => 'Name of the scenario',
  'web.scenario-number': (p: { readonly number: number }) => `Scenario ${p.number}`,
  'web.keep-scenario': () => 'Keep for comparing',
};
