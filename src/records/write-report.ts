import { basename, relative, sep } from 'node:path';
import type { OpenCase } from '../opening/open-case.ts';
import { type Folders, SHIPPED } from '../opening/shipped.ts';
import { VERSION } from '../opening/version.ts';
import { answerTo } from '../questions/asking.ts';
import { diagnoseQuestion } from '../questions/diagnose.ts';
import { proposeQuestion } from '../questions/propose.ts';
import type { Control } from '../questions/question.ts';
import type { Language } from '../words/language.ts';
import type { FrozenCase, FrozenParts, FrozenText } from './frozen-case.ts';
import {
  type AskedAndAnswered,
  contentsByHash,
  plain,
  questionNamed,
  RECORD_FORMAT,
  recordSchema,
} from './record.ts';
import { Blinding } from './blinding.ts';
import { visiblePage, withData } from './report-html.ts';

/** A question that was asked of a case, with its answer. */
export interface Answered {
  readonly question: string;
  /** As the question reads them. */
  readonly options: object;
  readonly answer: object;
}

/** How a report is written. */
export interface ReportOptions {
  /** The one that it shows first. */
  readonly language: Language;
  readonly folders?: Folders;
  /** Without names and dates of birth; then the table of candidates is needed to ask again. */
  readonly blind?: boolean | undefined;
}

/** The options of a question whose answer is to be reported: with the proof, where there can be one. */
export function optionsForReport<Options extends object>(name: string, options: Options): Options {
  return 'proof' in questionNamed(name).options.shape ? { ...options, proof: true } : options;
}

/**
 * Writes the report of record of an answer: one HTML file that needs nothing but itself, with all that is
 * needed to ask again. What such a report tells besides is asked here: the best slates beside one that was
 * checked, the conflicts where none exists.
 *
 * @param frozen the case, of whose bytes the question was asked
 */
export async function writeReport(
  frozen: FrozenCase,
  opened: OpenCase,
  answered: readonly Answered[],
  { language, folders = SHIPPED, blind = false, ...control }: Control & ReportOptions,
): Promise<string> {
  const asked = answered.map((each) => plainly(each, folders));
  const besides = await askedBesides(asked, opened, folders, control);
  const blinding = blind ? new Blinding(opened) : undefined;
  const { parts, contents } = blinding?.case(frozen) ?? frozen;
  const data = recordSchema.parse({
    format: RECORD_FORMAT,
    slate: VERSION,
    node: process.versions.node,
    madeAt: new Date().toISOString(),
    ...(blind && { blind }),
    case: withoutFolders(parts, folders),
    contents: contentsByHash(contents),
    asked: [...asked, ...besides].map((each) =>
      blinding === undefined ? each : { ...each, answer: blinding.answer(each.answer) },
    ),
  });
  return withData(visiblePage(data, opened, language), data);
}

function plainly({ question, options, answer }: Answered, folders: Folders): AskedAndAnswered {
  return { question, options: plain(options), answer: withoutPlaces(plain(answer), folders) };
}

/** Alternatives that a report shows beside a slate that was checked. */
const ALTERNATIVES = 3;

async function askedBesides(
  asked: readonly AskedAndAnswered[],
  opened: OpenCase,
  folders: Folders,
  control: Control,
): Promise<readonly AskedAndAnswered[]> {
  const [first] = asked;
  const besides: AskedAndAnswered[] = [];
  if (first?.question === 'check') {
    const options = { alternatives: ALTERNATIVES, proof: true };
    const answer = await answerTo(proposeQuestion, opened, options, control);
    besides.push(plainly({ question: proposeQuestion.name, options, answer }, folders));
  }
  const proposal = [...asked, ...besides].find(({ question }) => question === proposeQuestion.name);
  if (proposal?.answer['status'] === 'infeasible') {
    const options = { proof: true };
    const answer = await answerTo(diagnoseQuestion, opened, options, control);
    besides.push(plainly({ question: diagnoseQuestion.name, options, answer }, folders));
  }
  return besides;
}

/** An answer whose notices name their files as the report does. */
function withoutPlaces(answer: Record<string, unknown>, folders: Folders): Record<string, unknown> {
  const { notices } = answer;
  if (!Array.isArray(notices)) return answer;
  return {
    ...answer,
    notices: notices.map((notice: { readonly place?: { readonly file: string } }) =>
      notice.place === undefined
        ? notice
        : { ...notice, place: { ...notice.place, file: shownName(notice.place.file, folders) } },
    ),
  };
}

/** The same parts, their files called by their names alone: a report leaves the machine that it was made on. */
function withoutFolders(parts: FrozenParts, folders: Folders): FrozenParts {
  const { pool, rules, units, scenario, slate } = parts;
  const shown = (text: FrozenText): FrozenText =>
    text.called === undefined ? text : { ...text, called: shownName(text.called, folders) };
  const behind = Object.entries(rules.behind ?? {}).map(
    ([id, text]) => [id, { ...text, called: shownName(text.called, folders) }] as const,
  );
  return {
    ...parts,
    pool: shown(pool),
    rules: { ...shown(rules), ...(behind.length > 0 && { behind: Object.fromEntries(behind) }) },
    ...(units !== undefined && { units: shown(units) }),
    ...(scenario !== undefined && { scenario: 'content' in scenario ? shown(scenario) : scenario }),
    ...(slate !== undefined && { slate: 'content' in slate ? shown(slate) : slate }),
  };
}

/** `hai-duong/pool.csv` of a shipped file, the name alone of any other. */
function shownName(called: string, { poolsFolder }: Folders): string {
  const inside = relative(poolsFolder, called);
  return inside.startsWith('..') || inside === called ? basename(called) : inside.split(sep).join('/');
}
