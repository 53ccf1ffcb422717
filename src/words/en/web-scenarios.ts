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
  'web.robustness': () => 'How firm the slate in hand stands',
  'web.robustness-hint': () =>
    'Every case in which one member or two drop out is looked at: does the slate still keep the rules, and if not, does one swap mend it?',
  'web.robustness-start': () => 'See who it hangs on',
  'web.robustness-empty': () => 'Nobody is on the slate yet; put one together first.',
  'web.robustness-violated': () =>
    'The slate in hand does not keep all rules; once it does, its firmness can be told.',
  'web.one-drops-out': () => 'If one member drops out',
  'web.two-drop-out': () => 'If two drop out together',
  'web.cases': (p: { readonly count: number }) => count(p.count, 'case'),
  'web.loss-compliant': () => 'the slate still keeps all rules',
  'web.loss-mendable': () => 'one swap mends it',
  'web.loss-broken': () => 'no single swap mends it',
  'web.hangs-on': () => 'Whom the slate hangs on most',
  'web.loss-alone': () => 'If they drop out',
  'web.loss-with-others': () => 'If they drop out together with another',
  'web.loss-holds': () => 'All rules are still kept; nobody need come.',
  'web.loss-breaks': (p: { readonly rules: string }) => `Breaks: ${p.rules}; no single swap mends it.`,
  'web.loss-mended': (p: { readonly rules: string; readonly comes: string; readonly count: number }) =>
    `Breaks: ${p.rules}; mended once ${p.comes} comes (${count(p.count, 'candidate')} could).`,
  'web.loss-mended-by-swap': (p: { readonly rules: string; readonly comes: string; readonly goes: string }) =>
    `Breaks: ${p.rules}; mended once ${p.comes} comes and ${p.goes} goes too.`,
  'web.loss-mended-by-leaving': (p: { readonly rules: string; readonly goes: string }) =>
    `Breaks: ${p.rules}; mended once ${p.goes} goes too.`,
  'web.broken-with': (p: { readonly count: number }) =>
    `with any of ${count(p.count, 'other')}: no swap mends it`,
};
