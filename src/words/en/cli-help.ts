const SIDES = {
  kept: 'kept',
  broken: 'broken',
  'at-min': 'kept with the fewest allowed',
  'at-max': 'kept with the most allowed',
  'below-min': 'broken by one too few',
  'above-max': 'broken by one too many',
} as const;

/** English help of the command line. */
export const cliHelpEn = {
  'cli.about': () =>
    'Nomination slates and plans of posts under a rule set: check one, propose the best, and say why; exactly and with reasons.',
  'cli.heading-usage': () => 'Usage:',
  'cli.usage-options': () => '[options]',
  'cli.usage-command': () => '<command>',
  'cli.heading-arguments': () => 'Arguments:',
  'cli.heading-options': () => 'Options:',
  'cli.heading-global-options': () => 'For every command:',
  'cli.heading-commands': () => 'Commands:',
  'cli.heading-examples': () => 'Examples:',
  'cli.exit-codes': () =>
    [
      'Exit codes:',
      '  0    compliant, or solved',
      '  1    rules are violated, or no slate (no plan of posts) exists',
      '  2    bad input or usage; the messages say what, where and how to fix it',
      '  3    time ran out without an answer',
      '  69   the service that was to answer is away or has no room now',
      '  70   a fault of Slate itself',
      '  130  stopped by Ctrl-C',
    ].join('\n'),
  'cli.help-option': () => 'show this help',
  'cli.help-command': () => 'show the help of a command',
  'cli.help-of': () => 'the command, such as pool import; without it the help of slate itself',
  'cli.version-option': () => 'show the version',
  'cli.json-option': () => 'print the answer as JSON, alone on standard output',
  'cli.lang-option': () =>
    'language: vi or en (default: en if LC_ALL, LC_MESSAGES or LANG begins with en, else vi)',

  'cli.check-summary': () => 'does a slate or a plan of posts keep the rules, and where not, who and why?',
  'cli.propose-summary': () =>
    'the best slate or plan of posts under the rules, and different ones that come close',
  'cli.rules-summary': () =>
    'list the rule sets; with one, say each of its rules in a sentence, or what is wrong with the file',
  'cli.training-summary': () =>
    'who lacks which political theory, degree or grade that the rules ask of their place',
  'cli.units-option': () =>
    'the units whose titles are filled: a table with name, kind and, for each title, a column with its present holder, or the name of a pool that has one (slate pool lists them); - for standard input',
  'cli.pool-summary': () =>
    'list the pools that come with Slate; with one, who the candidates are, and how far they can meet a rule set',
  'cli.serve-summary': () => 'answer all of this over HTTP, with a web page',

  'cli.slate-argument': () =>
    'the members: a CSV or a workbook with a column id, a list with one id per line, a JSON list, or an answer of propose as JSON; with --units a table with unit, title and id, or a JSON list of appointments; - for standard input',
  'cli.rules-argument': () => 'id of a rule set, or a file; all are listed if it is left out',
  'cli.pool-option': () =>
    'the candidates: name of a pool (slate pool lists them), or a file: CSV or a workbook; - for standard input',
  'cli.rules-option': () =>
    'the rules: id of a rule set (slate rules lists them), or a .yaml or .json file; - for standard input',
  'cli.pin-option': () =>
    'candidates who must be on the slate; with --units also appointments: id@unit/title',
  'cli.exclude-option': () => 'candidates who must not be on the slate; with --units also appointments',
  'cli.together-option': () =>
    'candidates who must be on it all together or not at all; may be given several times',
  'cli.apart-option': () => 'candidates of whom at most one may be on it; may be given several times',
  'cli.alternatives-option': () => 'how many slates or plans in all, the best included (default: 1)',
  'cli.differ-option': () =>
    'the least number of members (of appointments) in which any two of them differ: that leave or that enter, whichever is more (default: 1)',
  'cli.near-best-option': () =>
    'also say who (which appointment) is on all, some or none of the slates (plans) this close to the best, such as 2%',
  'cli.solver-option': () =>
    'auto, highs or javascript-lp-solver (default: auto: both on small questions, highs on large ones)',
  'cli.time-limit-option': () => 'seconds for the whole answer (default: 60)',
  'cli.sweep-time-limit-option': () => 'seconds for all cells together (default: as long as it takes)',
  'cli.keys-summary': () => 'who may ask a service of this store, and what: keys',
  'cli.keys-add': () => 'give somebody a key, which is shown this once',
  'cli.keys-name': () => 'whose key it is',
  'cli.keys-expires': () =>
    'the last day on which it lets somebody in, as 2030-12-31; if absent: it has no end',
  'cli.keys-withdraw': () => 'withdraw a key for good',
  'cli.keys-id': () => 'the id of a key, as the list shows it',
  'cli.role-option': () => 'what they may do: reader, drafter, approver or administrator',
  'cli.body-option': () =>
    'the board whose drafts and documents it is about (default: the one of this store)',
  'cli.config-option': () => 'file of its settings (default: slate.config.yaml, where there is one)',
  'cli.print-config-option': () =>
    'show every setting and where it was said, as a file that says all of them, and end',
  'cli.pools-folder-option': () => 'folder of its pools, each <name>/pool.csv, instead of the shipped ones',
  'cli.rules-folder-option': () => 'folder of its rule sets, each <id>.yaml, instead of the shipped ones',
  'cli.out-option': () =>
    'write the slate or plan to a file, too: .csv (data), .xlsx, .docx or .html (a roster to sign)',
  'cli.which-option': () => 'which of the slates found is written, 1 being the best (default: 1)',
  'cli.columns-option': () =>
    'columns of the file, between commas: facts or headings (default: who they are, and what the rules read)',
  'cli.blind-option': () =>
    'write no names, and no column that may tell who somebody is; a report without names is repeated with the table (slate replay REPORT --pool FILE)',
  'cli.letterhead-option': () =>
    'YAML file with what stands around the table: body, number, title, place, date, signature',
  'cli.host-option': () => 'address to listen on (default: 127.0.0.1, this machine alone)',
  'cli.allowed-host-option': () =>
    'a name under which it answers besides localhost, such as that of a reverse proxy; may be repeated',
  'cli.cors-origin-option': () =>
    'an origin whose pages may ask it from a browser, such as https://board.example; * for any, where keys let people in; may be repeated',
  'cli.port-option': () => 'port to listen on; 0 takes a free one (default: 8080)',
  'cli.rules-test-summary': () =>
    'run the tests beside rule files (<id>.test.yaml), and say which rules and bounds they show',
  'cli.rules-test-argument': () => 'ids of rule sets, or rule files; all rule sets if it is left out',
  'cli.tests-passed': (p: { readonly passed: number; readonly all: number }): string =>
    `${p.passed} of ${p.all} tests passed`,
  'cli.tests-cover': (p: { readonly shown: number; readonly all: number }): string =>
    `They show ${p.shown} of ${p.all} sides of the rules`,
  'cli.not-shown': () => 'Not shown by any test',
  'cli.side': ({ side }: { readonly side: keyof typeof SIDES }): string => SIDES[side],
};
