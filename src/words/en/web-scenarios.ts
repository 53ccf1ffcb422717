import { count, formatNumber } from '../number.ts';

/** English sentences of the page: scenarios. */
export const webScenariosEn = {
  'web.turn-quotas': () => 'Change the quotas',
  'web.reset-quota': (p: { readonly title: string }) => `Back to the rule set: ${p.title}`,
  'web.reset-all': () => 'Back to the rule set',
  'web.live': () => 'The best slate under these quotas',
  'web.live-members': (p: { readonly count: number }) => count(p.count, 'member'),
  'web.same-slate': () => 'The same slate as under the rule set.',
  'web.use-scenario': () => 'Use these quotas',
  'web.scenario-name': () => 'Name of the scenario',
  'web.scenario-number': (p: { readonly number: number }) => `Scenario ${p.number}`,
  'web.keep-scenario': () => 'Save for comparing',
  'web.no-slate-short': () => 'no slate',
  'web.compare': () => 'Scenarios side by side',
  'web.compare-hint': () =>
    'Change some quotas and save them under a name; the saved scenarios are compared here.',
  'web.as-it-stands': () => 'As the rules stand',
  'web.in-all': (p: { readonly count: number }) => `On every slate: ${formatNumber(p.count, 'en')}.`,
  'web.in-some': (p: { readonly count: number }) => `On some only: ${formatNumber(p.count, 'en')}.`,
  'web.set-dials': () => 'Set the quotas like this',
  'web.drop-scenario': (p: { readonly title: string }) => `Drop “${p.title}”`,
  'web.sweep': () => 'Two quotas over their ranges',
  'web.sweep-hint': () => 'Every combination is solved. The stronger the colour, the better.',
  'web.as-range': (p: { readonly title: string }) => `A range in place of an exact number: ${p.title}`,
  'web.write-bound': (p: { readonly title: string; readonly label: string }) =>
    p.label === '' ? `${p.title}, as a number` : `${p.title}, ${p.label.toLowerCase()}, as a number`,
  'web.heat-least': () => 'least merit',
  'web.heat-most': () => 'most merit',
  'web.heat-frontier': () => 'the edge of what is possible',
  'web.across': () => 'Across',
  'web.down': () => 'Down',
  'web.from': () => 'From',
  'web.to': () => 'To',
  'web.sweep-start': (p: { readonly cells: number }) => `Solve ${count(p.cells, 'combination')}`,
  'web.stop': () => 'Stop',
  'web.progress': () => 'Progress',
  'web.sweep-done': (p: { readonly cells: number }) => `${count(p.cells, 'combination')} solved.`,
  'web.sweep-partial': (p: { readonly total: number }) => `Stopped early, of ${formatNumber(p.total, 'en')}.`,
  'web.trade-off': () => 'Merit against a quota',
  'web.trade-off-hint': () =>
    'Every slate that no other slate beats in both. The bounds of the quota itself do not apply here.',
  'web.trade-against': () => 'Against',
  'web.trade-off-start': () => 'Find the slates',
  'web.robustness': () => 'How well this slate holds up',
  'web.robustness-hint': () =>
    'For every case in which one or two members drop out: does the slate still keep the rules, and if not, do as many replacements fix it?',
  'web.robustness-start': () => 'See whom it depends on',
  'web.robustness-empty': () => 'Nobody is on the slate yet; put one together first.',
  'web.robustness-violated': () =>
    'This slate breaks binding quotas; once it keeps them, this can be worked out.',
  'web.one-drops-out': () => 'If one member drops out',
  'web.two-drop-out': () => 'If two drop out together',
  'web.cases': (p: { readonly count: number }) => count(p.count, 'case'),
  'web.loss-compliant': () => 'the slate still keeps all binding quotas',
  'web.loss-mendable': () => 'as many replacements fix it',
  'web.loss-broken': () => 'no replacement fixes it',
  'web.hangs-on': () => 'Whom the slate depends on most',
  'web.loss-alone': () => 'If they drop out',
  'web.loss-with-others': () => 'If they drop out together with another',
  'web.loss-holds': () => 'All binding quotas are still kept; nobody needs to join.',
  'web.loss-breaks': (p: { readonly rules: string }) => `Breaks: ${p.rules}; no replacement fixes it.`,
  'web.loss-mended': (p: { readonly rules: string; readonly comes: string; readonly count: number }) =>
    `Breaks: ${p.rules}; fixed if ${p.comes} joins (${count(p.count, 'candidate')} would do).`,
  'web.loss-mended-by-swap': (p: { readonly rules: string; readonly comes: string; readonly goes: string }) =>
    `Breaks: ${p.rules}; fixed if ${p.comes} joins and ${p.goes} leaves too.`,
  'web.loss-mended-by-leaving': (p: { readonly rules: string; readonly goes: string }) =>
    `Breaks: ${p.rules}; fixed if ${p.goes} leaves too.`,
  'web.broken-with': (p: { readonly count: number }) =>
    p.count === 1
      ? 'with one other: no two replacements fix it'
      : `with any of ${count(p.count, 'other')}: no two replacements fix it`,
};
