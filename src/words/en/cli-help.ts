/** English help of the command line. */
export const cliHelpEn = {
  'cli.about': (_: object) =>
    'Nomination slates under a rule set: check one, propose the best, and say why; exactly and with reasons.',
  'cli.heading-usage': (_: object) => 'Usage:',
  'cli.heading-arguments': (_: object) => 'Arguments:',
  'cli.heading-options': (_: object) => 'Options:',
  'cli.heading-global-options': (_: object) => 'For every command:',
  'cli.heading-commands': (_: object) => 'Commands:',
  'cli.heading-examples': (_: object) => 'Examples:',
  'cli.exit-codes': (_: object) =>
    [
      'Exit codes:',
      '  0    compliant, or solved',
      '  1    rules are violated, or no slate exists',
      '  2    bad input or usage; the messages say what, where and how to mend it',
      '  3    time ran out without an answer',
      '  70   a fault of Slate itself',
      '  130  stopped by Ctrl-C',
    ].join('\n'),
  'cli.help-option': (_: object) => 'show how it is used',
  'cli.help-command': (_: object) => 'show how a command is used',
  'cli.version-option': (_: object) => 'show the version',
  'cli.json-option': (_: object) => 'print the answer as JSON, alone on standard output',
  'cli.lang-option': (_: object) =>
    'language: vi or en (default: en if LC_ALL, LC_MESSAGES or LANG begins with en, else vi)',

  'cli.check-summary': (_: object) => 'does a slate keep the rules, and where not, who and why?',
  'cli.propose-summary': (_: object) => 'the best slate under the rules, and different ones that come close',
  'cli.rules-summary': (_: object) =>
    'list the rule sets; or say every rule of one in a sentence, or what is wrong with it',
  'cli.pool-summary': (_: object) => 'who the candidates are, and what they can give against a rule set',
  'cli.serve-summary': (_: object) => 'answer over HTTP, with a page',

  'cli.slate-argument': (_: object) =>
    'the members: a CSV with a column id, a list of one id a line, or a JSON list; - for standard input',
  'cli.rules-argument': (_: object) => 'id of a rule set, or a file; all are listed if it is left out',
  'cli.pool-option': (_: object) => 'the candidates: a CSV file; - for standard input',
  'cli.rules-option': (_: object) =>
    'the rules: id of a rule set (slate rules lists them), or a file .yaml or .json',
  'cli.pin-option': (_: object) => 'these candidates must be on the slate',
  'cli.exclude-option': (_: object) => 'these candidates must not be on the slate',
  'cli.together-option': (_: object) => 'all of these or none; may be given several times',
  'cli.apart-option': (_: object) => 'at most one of these; may be given several times',
  'cli.alternatives-option': (_: object) => 'how many slates in all, the best included (default: 1)',
  'cli.differ-option': (_: object) => 'in how many members any two slates differ at least (default: 1)',
  'cli.solver-option': (_: object) =>
    'auto, highs or javascript-lp-solver (default: auto: both on small questions, highs on large ones)',
  'cli.time-limit-option': (_: object) => 'for the whole answer (default: 60)',
  'cli.host-option': (_: object) => 'address to listen on (default: 127.0.0.1, this machine alone)',
  'cli.port-option': (_: object) => 'port to listen on; 0 takes a free one (default: 4747)',

  'cli.slate-examples': (_: object) =>
    [
      '  slate rules',
      '  slate pool --pool fixtures/hai-duong/pool.csv --rules hai-duong-2020',
      '  slate propose --pool fixtures/hai-duong/pool.csv --rules hai-duong-2020',
      '  slate check slate.csv --pool fixtures/hai-duong/pool.csv --rules hai-duong-2020',
    ].join('\n'),
  'cli.check-examples': (_: object) =>
    [
      '  slate check slate.csv --pool pool.csv --rules hai-duong-2020',
      '  slate check slate.csv --pool pool.csv --rules my-rules.yaml --json',
      '  echo \'["HD-001", "HD-002"]\' | slate check - --pool pool.csv --rules hai-duong-2020',
    ].join('\n'),
  'cli.propose-examples': (_: object) =>
    [
      '  slate propose --pool pool.csv --rules hai-duong-2020',
      '  slate propose --pool pool.csv --rules hai-duong-2020 --pin HD-004 HD-017 --exclude HD-030',
      '  slate propose --pool pool.csv --rules hai-duong-2020 --together HD-004,HD-017 --apart HD-001,HD-002',
      '  slate propose --pool pool.csv --rules hai-duong-2020 --alternatives 3 --differ 4',
      '  slate propose --pool pool.csv --rules my-rules.yaml --json > proposal.json',
    ].join('\n'),
  'cli.rules-examples': (_: object) =>
    ['  slate rules', '  slate rules hai-duong-2020', '  slate rules my-rules.yaml'].join('\n'),
  'cli.pool-examples': (_: object) =>
    ['  slate pool --pool pool.csv', '  slate pool --pool pool.csv --rules hai-duong-2020'].join('\n'),
  'cli.serve-examples': (_: object) =>
    ['  slate serve', '  slate serve --port 8080', '  slate serve --host 0.0.0.0 --port 8080'].join('\n'),
};
