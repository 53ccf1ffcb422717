import type { AboutPlan } from '../about-plan.ts';
import { enumerate, count, formatNumber, formatShare } from '../number.ts';
import { cliExplainEn } from './cli-explain.ts';
import { cliHelpEn } from './cli-help.ts';
import { cliScenariosEn } from './cli-scenarios.ts';
import { cliRoundsEn } from './cli-rounds.ts';
import { cliPeopleEn } from './cli-people.ts';
import { cliRemoteEn } from './cli-remote.ts';
import { cliJobsEn } from './cli-jobs.ts';
import { cliStoreEn } from './cli-store.ts';
import { cliUsageEn } from './cli-usage.ts';

const english = (value: number): string => formatNumber(value, 'en');

const nounOf = ({ plan }: AboutPlan): string => (plan ? 'plan' : 'slate');
const whoOf = ({ plan }: AboutPlan): string => (plan ? 'appointment that' : 'member who');
const placeOf = ({ plan }: AboutPlan): string => (plan ? 'In' : 'On');

/** English sentences of `cli`. */
export const cliEn = {
  ...cliHelpEn,
  ...cliExplainEn,
  ...cliScenariosEn,
  ...cliRoundsEn,
  ...cliStoreEn,
  ...cliUsageEn,
  ...cliJobsEn,
  ...cliPeopleEn,
  ...cliRemoteEn,

  // What was typed
  'cli.import-summary': () => 'read tables of several units as one pool, and write it as CSV',
  'cli.import-files': () => 'tables: CSV, XLSX, ODS or XLS',
  'cli.import-out': () => 'file to write the pool to',
  'cli.import-heading': () => 'Heading',
  'cli.import-as': () => 'Read as',
  'cli.import-sure': () => 'How sure',
  'cli.import-surely': ({ sure, isRead }: { sure: number; isRead: boolean }) =>
    isRead ? (sure === 0 ? 'carried along' : `${formatNumber(Math.round(sure * 100), 'en')} %`) : 'not read',
  'cli.imported': ({ file, candidates }: { file: string; candidates: number }) =>
    `${file}: ${count(candidates, 'candidate')}`,
  'cli.imported-in-all': ({ candidates, files }: { candidates: number; files: number }) =>
    `${count(candidates, 'candidate')} from ${count(files, 'file')}`,
  'cli.output-is-input': ({ file }: { file: string }) =>
    `${file} is read, and cannot be written; give another name`,
  'cli.output-named-twice': ({ file }: { file: string }) =>
    `two options would write ${file}; give each a file of its own`,
  'cli.encoding-option': () =>
    'encoding of the tables, where they are not UTF-8, or FILE=NAME of one of several: windows-1258, windows-1252, utf-16le, utf-16be; letters of the old fonts tcvn3 and vni also in workbooks',
  'cli.sheet-option': () =>
    'sheet of a workbook with the candidates, by its name or its number; several with the option again, and ‘*’ for all with the same headings',
  'cli.map-option': () => 'mapping: how the office writes its tables (slate pool import makes one)',
  'cli.notices': ({ count: odd }: { count: number }) =>
    `${odd === 1 ? 'One thing is' : `${formatNumber(odd, 'en')} things are`} possible, and ${odd === 1 ? 'looks' : 'look'} odd:`,
  'cli.more-notices': ({ count: more }: { count: number }) => `and ${formatNumber(more, 'en')} more`,
  'cli.accept-notices': ({ key }: { key: string }) =>
    `What is right can be accepted once for all, in the mapping: accepted: ["${key}"]`,
  'cli.time-is-up': () => 'Time ran out before there was an answer. Allow more with --time-limit SECONDS.',
  'cli.cancelled': () => 'Cancelled.',
  'cli.internal-error': (p: { readonly message: string }) =>
    `Internal error, nothing was answered: ${p.message}. This is a fault of Slate; please report it with the command you ran.`,

  // Tables
  'cli.number': () => 'No.',
  'cli.id': () => 'Id',
  'cli.name': () => 'Name',
  'cli.gender': () => 'Gender',
  'cli.born': () => 'Born',
  'cli.age': () => 'Age',
  'cli.unit': () => 'Unit',
  'cli.post': () => 'Post',
  'cli.bloc': () => 'Bloc',
  'cli.no-bloc': () => 'no bloc given',
  'cli.bloc-heading': (p: { readonly bloc: string; readonly members: number }) =>
    `${p.bloc} (${english(p.members)})`,
  'cli.rule': () => 'Rule',
  'cli.need': () => 'Need',
  'cli.have': () => 'Have',
  'cli.off': () => 'Off by',
  'cli.status': () => 'Status',
  'cli.price': () => 'Price',
  'cli.kept': () => 'kept',
  'cli.violated': () => 'violated',
  'cli.unknown': () => 'unknown',
  'cli.missed': () => 'missed',
  'cli.all-members': () => 'all',
  'cli.failing': (p: { readonly members: number }) => `all but ${english(p.members)}`,
  'cli.title-of-groups': (p: { readonly title: string; readonly groups: number }) =>
    `${p.title} (${count(p.groups, 'group')})`,
  'cli.title-of-other-groups': (p: { readonly title: string; readonly groups: number }) =>
    `${p.title} (${count(p.groups, 'other group')})`,
  'cli.fact': () => 'Fact',
  'cli.value': () => 'Value',
  'cli.missing-facts': () => 'Missing or not known exactly',
  'cli.and-more': (p: { readonly more: number }) => `… and ${english(p.more)} more (--json lists all)`,

  // check
  'cli.check-heading': (p: { readonly title: string; readonly size: number }) =>
    `${p.title}: a slate of ${count(p.size, 'member')}`,
  'cli.compliant': () => 'Compliant: every hard rule is kept.',
  'cli.not-compliant': (p: {
    readonly violated: number;
    readonly unknown: number;
    readonly decisions: number;
  }) =>
    `Not compliant: ${[
      ...(p.violated > 0 ? [`${count(p.violated, 'hard rule is', 'hard rules are')} violated`] : []),
      ...(p.unknown > 0 ? [`${count(p.unknown, 'cannot', 'cannot')} be decided`] : []),
      ...(p.decisions > 0
        ? [`${count(p.decisions, 'decision on persons is', 'decisions on persons are')} not kept`]
        : []),
    ].join(', ')}.`,
  'cli.goals-missed': (p: { readonly goals: number; readonly price: number }) =>
    `${count(p.goals, 'goal is', 'goals are')} missed, at a price of ${english(p.price)}.`,
  'cli.what-is-wrong': () => 'What is wrong',
  'cli.who-counts': (p: { readonly members: string; readonly plan: boolean }) =>
    `${p.plan ? 'appointments that count' : 'those who count'}: ${p.members}`,
  'cli.who-is-open': (p: { readonly members: string }) => `facts are missing for: ${p.members}`,
  'cli.not-eligible': (p: AboutPlan): string =>
    p.plan ? 'Appointments that do not satisfy a rule' : 'Members who do not satisfy a rule',

  // propose
  'cli.propose-heading': (p: {
    readonly title: string;
    readonly size: number;
    readonly candidates: number;
  }) => `${p.title}: ${count(p.size, 'member')} from ${count(p.candidates, 'candidate')}`,
  'cli.optimal': (p: { readonly plan: boolean }) => `Optimal: no compliant ${nounOf(p)} is better.`,
  'cli.feasible': (p: {
    readonly gap?: number | undefined;
    readonly more?: number | undefined;
    readonly plan: boolean;
  }) =>
    `Compliant, but not proven to be the best: time ran out${p.gap === undefined ? '' : `; the best is at most ${formatShare(p.gap, 'en')} better`}${p.more === undefined ? '' : `; the best has at most ${count(p.more, 'point')} more`}.`,
  'cli.infeasible': (p: { readonly plan: boolean }) =>
    `No ${nounOf(p)} exists: the hard rules cannot all be kept with these candidates.`,
  'cli.infeasible-alone': () => 'What the candidates cannot give:',
  'cli.infeasible-together': () =>
    'Each rule can be met alone; together they contradict each other, or the decisions on persons do.',
  'cli.out-of-time': (p: AboutPlan) =>
    `Time ran out before a ${nounOf(p)} was found or proven impossible. Allow more with --time-limit SECONDS.`,
  'cli.solved-by': (p: {
    readonly solver: string;
    readonly seconds: number;
    readonly confirmedBy: string | undefined;
  }) =>
    `Solver: ${p.solver}, ${english(p.seconds)} s${p.confirmedBy === undefined ? '' : `; confirmed by ${p.confirmedBy}`}`,
  'cli.objective': (p: { readonly value: number; readonly merit: number; readonly price: number }) =>
    p.price === 0
      ? `Objective: ${english(p.value)}; no goal is missed`
      : `Objective: ${english(p.value)} = ${english(p.merit)} − ${english(p.price)} for goals missed`,
  'cli.level': (p: { readonly title: string; readonly value: number }) => `  ${p.title}: ${english(p.value)}`,
  'cli.inputs': (p: {
    readonly pool: string;
    readonly rules: string;
    readonly rulesHash: string;
    readonly scenario?: string;
    readonly scenarioHash?: string;
  }) =>
    `Made from: pool ${p.pool}, rules ${p.rules} ${p.rulesHash}${p.scenario === undefined ? '' : `, scenario ${p.scenario} ${p.scenarioHash}`} (SHA-256, first 12 digits)`,
  'cli.alternatives': (p: { readonly wanted: number; readonly found: number; readonly plan: boolean }) =>
    p.found < p.wanted
      ? `Alternatives, best first (${english(p.found - 1)} of ${english(p.wanted - 1)} exist)`
      : 'Alternatives, best first',
  'cli.alternatives-cut': (p: { readonly wanted: number; readonly found: number; readonly plan: boolean }) =>
    `Alternatives, best first (${english(p.found - 1)} of ${english(p.wanted - 1)}; time may have run out)`,
  'cli.alternative': (p: {
    readonly number: number;
    readonly objective: number;
    readonly plan: boolean;
    readonly proven: boolean;
  }) =>
    `${p.plan ? 'Plan' : 'Slate'} ${english(p.number)}, objective ${english(p.objective)} (${p.proven ? 'proven' : 'not proven'}); against ${nounOf(p)} 1:`,
  'cli.comes': () => 'comes',
  'cli.goes': () => 'goes',
  'cli.change': () => 'Change',
  'cli.near-best': (p: { readonly within: string; readonly threshold: string; readonly plan: boolean }) =>
    `${p.plan ? 'Plans' : 'Slates'} within ${p.within} of the best (objective ${p.threshold} or more)`,
  'cli.near-best-sure': (p: { readonly count: number; readonly members: string; readonly plan: boolean }) =>
    `${placeOf(p)} every one of them: ${english(p.count)}${p.count === 0 ? '' : ` (${p.members})`}`,
  'cli.near-best-out': (p: { readonly count: number; readonly plan: boolean }) =>
    `${placeOf(p)} none: ${english(p.count)}`,
  'cli.near-best-undecided': (p: {
    readonly count: number;
    readonly members: string;
    readonly plan: boolean;
  }) => `Not settled in time: ${english(p.count)} (${p.members})`,
  'cli.near-best-open': (p: { readonly count: number; readonly plan: boolean }) =>
    `${placeOf(p)} some, not ${placeOf(p).toLowerCase()} others: ${english(p.count)}`,
  'cli.on-best': (p: AboutPlan) => `${placeOf(p)} ${nounOf(p)} 1`,
  'cli.yes': () => 'yes',
  'cli.set-aside': (p: { readonly candidates: number }) =>
    `Set aside, because facts that the rules need are missing: ${count(p.candidates, 'candidate')}`,
  'cli.seconds-so-far': (p: { readonly seconds: number }) => `(${english(p.seconds)} s)`,
  'cli.solving': (p: { readonly done: number; readonly total: number; readonly plan: boolean }) =>
    p.total === 1 ? 'Solving…' : `Solving… ${nounOf(p)} ${english(p.done + 1)} of ${english(p.total)}`,

  // rules and pool
  'cli.file': () => 'File',
  'cli.title': () => 'Title',
  'cli.rule-set-head': (p: {
    readonly id: string;
    readonly size: string;
    readonly referenceDate: string;
    readonly hash: string;
  }) => `${p.id}: ${p.size} members; ages and service counted on ${p.referenceDate}; SHA-256 ${p.hash}`,
  'cli.hard': () => 'hard',
  'cli.goal': (p: { readonly weight: number }) => `goal, price ${english(p.weight)}`,
  'cli.says': () => 'What it says',
  'cli.binding': () => 'Binding',
  'cli.source': () => 'Source',
  'cli.goals-paid': () => 'minus the price of every goal missed',
  'cli.better': (p: AboutPlan) => `What makes one ${nounOf(p)} better than another`,
  'cli.points-per-fact': (p: {
    readonly weight: number;
    readonly fact: string;
    readonly who?: string | undefined;
    readonly plan: boolean;
  }) => `${english(p.weight)} × ${p.fact}${p.who === undefined ? '' : `, for each ${whoOf(p)} ${p.who}`}`,
  'cli.points-per-member': (p: {
    readonly weight: number;
    readonly who?: string | undefined;
    readonly plan: boolean;
  }) =>
    p.who === undefined
      ? `${english(p.weight)} per ${p.plan ? 'appointment' : 'member'}`
      : `${english(p.weight)} per ${whoOf(p)} ${p.who}`,
  'cli.pool-heading': (p: { readonly file: string; readonly candidates: number; readonly hash: string }) =>
    `${p.file}: ${count(p.candidates, 'candidate')}; SHA-256 ${p.hash}`,
  'cli.pool-name': () => 'Pool',
  'cli.units': () => 'Units',
  'cli.made-for': () => 'Rules it is made for',
  'cli.candidates': () => 'Candidates',
  'cli.women': () => 'Women',
  'cli.incumbents': () => 'Incumbents',
  'cli.total': () => 'Total',
  'cli.pool-gives': (p: { readonly title: string }) => `What this pool can give: ${p.title}`,
  'cli.pool-comes-to': () => 'Everybody who could be chosen, by the other rules:',
  'cli.in-the-pool': () => 'In the pool',
  'cli.of-people': () => 'Of',
  'cli.can-be-chosen': () => 'Can be chosen',
  'cli.enough': () => 'enough',
  'cli.not-enough': () => 'not enough',
  'cli.pool-suffices': () =>
    'Each hard rule can be met by this pool alone; only propose tells whether all can be met together.',
  'cli.pool-lacks': (p: { readonly lines: number }) =>
    `No slate exists: ${count(p.lines, 'rule')} cannot be met by this pool.`,

  // serve
  'cli.listening': (p: { readonly address: string }) =>
    `Open ${p.address} in a browser: the page is in Vietnamese and English, at its top right (EN, VI). API: ${p.address}/docs. The commands speak English with --lang en. Ctrl-C stops.`,
  'cli.no-role': (p: { readonly allowed: readonly string[] }) =>
    `the option --role is missing; it is one of ${enumerate(p.allowed, 'en')}`,
  'cli.one-person': () =>
    'It is one person’s: it answers this machine alone, and asks nobody on it who they are.',
  'cli.still-starting': (p: { readonly seconds: number }) =>
    `Still starting after ${english(p.seconds)} seconds: this machine is slow or busy. It waits; Ctrl-C ends it.`,
  'cli.goes-on-trying': () =>
    'It goes on trying every few seconds and needs no restart; until then it answers what needs none of it, and /readyz says 503.',
  'cli.now-complete': () => 'What could not be reached is there now; the service is ready.',
  'cli.stopped': () => 'Stopped.',
  'cli.cannot-listen': (p: { readonly host: string; readonly port: number; readonly reason: string }) =>
    `cannot listen on ${p.host} port ${p.port}: ${
      p.reason === 'EADDRINUSE'
        ? 'another program uses it; give another --port, or --port 0 for a free one'
        : p.reason === 'EACCES'
          ? 'this user may not use that port; give one above 1023'
          : p.reason === 'EADDRNOTAVAIL' || p.reason === 'ENOTFOUND'
            ? 'this machine does not have that address; give another --host'
            : p.reason
    }`,
};
