import { count, formatNumber } from '../number.ts';

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
  'web.no-slate-short': () => 'no slate',
  'web.compare': () => 'Scenarios side by side',
  'web.compare-hint': () => 'Turn some quotas and keep them under a name; they then stand here side by side.',
  'web.as-it-stands': () => 'As the rules stand',
  'web.in-all': (p: { readonly count: number }) => `On every slate: ${formatNumber(p.count, 'en')}.`,
  'web.in-some': (p: { readonly count: number }) => `On some only: ${formatNumber(p.count, 'en')}.`,
  'web.set-dials': () => 'Set the dials so',
  'web.drop-scenario': (p: { readonly title: string }) => `Drop “${p.title}”`,
  'web.sweep': () => 'Two quotas over their ranges',
  'web.sweep-hint': () =>
    'Every combination is solved. The darker, the better; hatched: no slate; framed: the edge of what is possible.',
  'web.across': () => 'Across',
  'web.down': () => 'Down',
  'web.from': () => 'From',
  'web.to': () => 'To',
  'web.sweep-start': (p: { readonly cells: number }) => `Solve ${count(p.cells, 'combination')}`,
  'web.stop': () => 'Stop',
  'web.progress': () => 'Progress',
  'web.sweep-done': (p: { readonly cells: number; readonly seconds: string }) =>
    `${count(p.cells, 'combination')} solved in ${p.seconds} s.`,
  'web.sweep-partial': (p: { readonly total: number }) => `Stopped early, of ${formatNumber(p.total, 'en')}.`,
  'web.trade-off': () => 'Merit against a quota',
  'web.trade-off-hint': () =>
    'Every slate that no other one beats in both. The bounds of the quota itself are lifted here.',
  'web.trade-against': () => 'Against',
  'web.trade-off-start': () => 'Find the slates',
};
