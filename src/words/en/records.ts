import type { AboutPlan } from '../about-plan.ts';
import { count, formatNumber } from '../number.ts';

const noun = ({ plan }: AboutPlan): string => (plan ? 'plan' : 'slate');

/** What the questions are called in a report, by their names. */
const QUESTIONS: Readonly<Record<string, (about: AboutPlan) => string>> = {
  check: (p) => `The ${noun(p)}, held against its rules`,
  propose: (p) => `The best ${noun(p)} under the rules`,
  diagnose: (p) => `Why no ${noun(p)} exists, and the ways out`,
  why: (p) => `Why somebody is on the ${noun(p)}, or not`,
  replace: () => 'Who replaces those who withdraw',
  repair: (p) => `The smallest changes that mend the ${noun(p)}`,
};

const MARKS: Readonly<Record<string, string>> = {
  seal: 'what the report holds was changed after it was written: its data no longer have the hash that it names',
  page: 'what people see was changed after it was written: the visible part no longer says what its data say',
};

const DIFFERENCES: Readonly<Record<string, string>> = {
  status: 'the outcome',
  slate: 'who is on the slate',
  objective: 'the objective',
  check: 'what the rules say of it',
  alternatives: 'the alternatives',
  conflicts: 'the conflicts and ways out',
  inputs: 'the hashes of the inputs',
  rest: 'the rest of the answer',
};

const STATUS: Readonly<Record<string, string>> = {
  optimal: 'optimal',
  feasible: 'feasible',
  infeasible: 'none exists',
  unknown: 'time ran out',
};

/** English sentences of `records`: reports of record, and repeating them. */
export const recordsEn = {
  'records.title': ({ title }: { readonly title: string }) => `Report of record: ${title}`,
  'records.personal-data': (p: { readonly candidates: number }) =>
    `Personal data: this file holds the whole table of ${count(p.candidates, 'candidate')}, not only what is shown. Keep it where the table itself is kept, hand it on only to people who may read that, and delete it when it has served its purpose.`,
  'records.blind': (_: { readonly candidates: number }) =>
    'Without names: this file has nobody’s name or date of birth, only ids and what the rules need. Whoever has the table can still find out who is meant.',
  'records.names-kept': (p: { readonly inTexts: number; readonly ofOneWord: number }) =>
    [
      'Not taken out:',
      ...(p.inTexts === 0
        ? []
        : [
            `the texts of rules, scenario and mapping are kept as written, and name ${count(p.inTexts, 'candidate')}.`,
          ]),
      ...(p.ofOneWord === 0
        ? []
        : [
            `${count(p.ofOneWord, 'candidate')} ${p.ofOneWord === 1 ? 'has' : 'have'} a name of one word, which may be any word and is left wherever a text has it.`,
          ]),
    ].join(' '),
  'records.made-at': (_: undefined) => 'Made',
  'records.when': ({ date, time }: { readonly date: string; readonly time: string }) =>
    `${date}, ${time} (UTC)`,
  'records.reference-date': (_: undefined) => 'Ages and service counted on',
  'records.question': ({ question, plan }: { readonly question: string } & AboutPlan) =>
    QUESTIONS[question]?.({ plan }) ?? question,
  'records.options': (_: undefined) => 'Asked with',
  'records.status': ({ status }: { readonly status: string }) => `Outcome: ${STATUS[status] ?? status}`,
  'records.members': ({ members, plan }: { readonly members: number } & AboutPlan) =>
    plan ? `The plan: ${count(members, 'appointment')}` : `The slate: ${count(members, 'member')}`,
  'records.rules': (_: undefined) => 'Rules, their sources, and what became of them',
  'records.rule': (_: undefined) => 'Rule',
  'records.on-this': (p: AboutPlan) => `On this ${noun(p)}`,
  'records.kept-in-groups': ({ groups }: { readonly groups: number }) =>
    groups === 1 ? 'kept in the one group' : `kept in ${formatNumber(groups, 'en')} groups`,
  'records.decisions': (_: undefined) => 'Decisions on persons',
  'records.alternatives': (_: undefined) => 'Alternatives',
  'records.no-alternatives': (_: undefined) => 'No other was asked for.',
  'records.no-other': (p: AboutPlan) => `No other ${noun(p)} was found.`,
  'records.other': (p: { readonly number: number; readonly objective: number | undefined } & AboutPlan) =>
    `${p.plan ? 'Plan' : 'Slate'} ${formatNumber(p.number, 'en')}${p.objective === undefined ? '' : `, objective ${formatNumber(p.objective, 'en')}`}`,
  'records.same-members': (_: undefined) => 'The same people.',
  'records.goes': ({ people }: { readonly people: readonly string[] }) => `Goes: ${people.join('; ')}`,
  'records.comes': ({ people }: { readonly people: readonly string[] }) => `Comes: ${people.join('; ')}`,
  'records.who': ({ people }: { readonly people: readonly string[] }) => `Members: ${people.join('; ')}`,
  'records.more': ({ more }: { readonly more: number }) =>
    `… and ${formatNumber(more, 'en')} more, in the data of this file`,
  'records.notices': (_: undefined) => 'Possible, and looks odd',
  'records.origin': (_: undefined) => 'From what it was made',
  'records.input': (_: undefined) => 'Input',
  'records.file': (_: undefined) => 'Called',
  'records.size': (_: undefined) => 'Bytes',
  'records.input-kind': ({ kind }: { readonly kind: string }) =>
    ({
      pool: 'candidates',
      rules: 'rules',
      behind: 'rules, extended',
      units: 'units',
      scenario: 'scenario',
      slate: 'slate',
    })[kind] ?? kind,
  'records.as-read': (_: undefined) => 'As read (the hash that answers carry)',
  'records.versions': (_: undefined) => 'Versions',
  'records.format': (_: undefined) => 'Shape of the data',
  'records.solver': (_: undefined) => 'Solver',
  'records.proof': (_: undefined) => 'Proof',
  'records.no-proof': (_: undefined) => 'The answer carries no proof.',
  'records.proof-holds': ({ leaves }: { readonly leaves: number }) =>
    `The answer carries a proof, which was checked in whole numbers, without a solver, when this was written: ${count(leaves, 'case')}.`,
  'records.proof-fails': ({ why }: { readonly why: string }) =>
    `The answer carries a proof that does not hold: ${why}`,
  'records.repeat': (_: undefined) => 'To repeat it',
  'records.how-to-repeat': (_: undefined) =>
    'This file holds all that was asked of: tables, rules and options. The command below asks again and says what differs; it also tells whether anything in this file was changed.',
  'records.how-to-repeat-blind': (_: undefined) =>
    'This file has no table of candidates, only its hash, with rules, options and the proof. The command below asks again of the same table, and says what differs; it also tells whether anything in this file was changed.',
  'records.seal': ({ seal }: { readonly seal: string }) =>
    `SHA-256 of the data in this file: ${seal}. Noted elsewhere, it shows later that nothing was exchanged.`,

  'records.not-a-report': (_: undefined) =>
    'this is no report of record; write one by --report FILE.html of a command that finds a slate',
  'records.unreadable': ({ message }: { readonly message: string }) =>
    `the data of this report cannot be read: ${message}`,
  'records.needs-format': ({ file }: { readonly file: string }) =>
    `a report of record is HTML: let the name ${file} end in .html`,
  'records.changed-content': ({ called }: { readonly called: string }) =>
    `${called} is not what it was: its bytes no longer have the hash that the report names`,
  'records.missing-content': ({ called }: { readonly called: string }) =>
    `${called} is missing: the report no longer has its bytes`,
  'records.needs-table': (p: {
    readonly called: string;
    readonly sha256: string;
    readonly given: readonly string[];
  }) =>
    p.given.length === 0
      ? `the report has no names: to repeat it, give the table that it was made of, ${p.called}, whose SHA-256 is ${p.sha256} (--pool FILE, --units FILE)`
      : `the report was made of another table: ${p.called} with the SHA-256 ${p.sha256}; what is given has ${p.given.join(', ')}`,
  'records.tampered': ({ mark }: { readonly mark: string }) => MARKS[mark] ?? mark,
  'records.same': ({ madeAt }: { readonly madeAt: string }) =>
    `The same answer as on ${madeAt}, and nothing in the report was changed.`,
  'records.same-though-changed': ({ madeAt }: { readonly madeAt: string }) =>
    `The same answer as on ${madeAt}, but the report was changed since.`,
  'records.differs': ({ madeAt }: { readonly madeAt: string }) => `The answer is not that of ${madeAt}.`,
  'records.difference': (p: {
    readonly what: string;
    readonly question: string;
    readonly before: string | undefined;
    readonly after: string | undefined;
  }) =>
    `${p.question}: ${DIFFERENCES[p.what] ?? p.what}${p.before === undefined || p.after === undefined ? '' : `: ${p.before} then, ${p.after} now`}`,
  'records.version-then': ({ before, now }: { readonly before: string; readonly now: string }) =>
    before === now ? `Slate ${now}, as then` : `Slate ${now} now, ${before} then`,
  'records.proof-then': ({ holds }: { readonly holds: boolean }): string =>
    holds
      ? 'The proof in the report holds, checked in whole numbers.'
      : 'The proof in the report does not hold.',
  'records.report-option': (_: undefined) =>
    'also write a report of record: one HTML file with all that is needed to repeat the answer, for slate replay',
  'records.replay-pool': (_: undefined) =>
    'of a report without names: the candidates it was made of, as a name of a pool or a file',
  'records.replay-units': (_: undefined) =>
    'of a report without names: its table of units, where the report lacks that, too',
  'records.replay-argument': (_: undefined) =>
    'a report of record, or the id of a run or its beginning (slate runs lists them)',
};
