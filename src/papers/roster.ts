import { wordOfValue } from '../rules/facts/known-facts.ts';
import type { RuleReport } from '../check/check-answer.ts';
import { rowsById } from '../rules/facts/fact-table.ts';
import type { SlateCase } from '../check/slate-case.ts';
import { phrase } from '../words/catalogue.ts';
import type { Language } from '../words/language.ts';
import { titleWithGroup } from '../slate/proofs/prices-csv.ts';
import { usualColumns } from './columns.ts';
import type { Letterhead } from './letterhead-schema.ts';
import type { PaperSlate } from './paper.ts';
import { leastWidth } from './column-widths.ts';
import { inOrderOfBlocs, People } from './people.ts';
import { type RosterColumn, rosterColumns, type RosterKind, type RosterPerson } from './roster-columns.ts';
import { personRows, type StructureLine, slateStructure } from './member-statistics.ts';

/** Rows of a roster under a heading of their own. */
export interface RosterSection {
  /** Absent where there is nothing to divide by. */
  readonly title?: string;
  /** A cell for each column. */
  readonly rows: readonly (readonly string[])[];
  /** What is to be said below the rows. */
  readonly note?: string;
}

/** A slate or a plan as it is laid before a board, in one language: the words of the paper, and no layout. */
export interface Roster {
  readonly language: Language;
  /** What stands at the top left: the body above, the body, the number of the paper. */
  readonly issuer: readonly string[];
  /** What stands at the top right. */
  readonly nation: readonly string[];
  readonly title: string;
  readonly subtitle: string;
  readonly columns: readonly RosterColumn[];
  readonly sections: readonly RosterSection[];
  readonly structure: readonly StructureLine[];
  /** Whether everything binding is kept, in a sentence. */
  readonly verdict: string;
  /** What is binding and not kept, and goals that are missed, in sentences. */
  readonly broken: readonly string[];
  readonly missed: readonly string[];
  /** How the rules were changed to make it possible. */
  readonly changed: readonly string[];
  /** From what it was made. */
  readonly provenance: string;
  readonly placeAndDate: string;
  /** What stands above the room to sign, and below it. */
  readonly signature: { readonly above: readonly string[]; readonly name: string };
}

/** How a roster is made. */
interface RosterOptions {
  readonly language: Language;
  /** Names of facts and headings, as `columnsNamed` gives them; absent: the usual ones. */
  readonly columns?: readonly string[] | undefined;
  readonly blind?: boolean | undefined;
  readonly letterhead?: Letterhead | undefined;
}

/** Makes the roster of a slate, bloc by bloc, or of a plan, unit by unit. */
export function rosterOf(asked: SlateCase, slate: PaperSlate, options: RosterOptions): Roster {
  const { language, letterhead = {} } = options;
  const { ruleSet, placement } = asked;
  const say = sayIn(language);
  const isPlan = placement !== undefined;
  const people = new People(asked, language);
  const persons = sectionsOf(asked, slate, people, language);
  const { columns, sections } = tableOf(asked, persons, people, options);
  const title = say(titleCode(placement), undefined);
  const { superior, body, number } = letterhead;
  return {
    language,
    issuer: [superior, body, number].filter((line) => line !== undefined),
    nation: letterhead.nation ?? NATION[language],
    title: letterhead.title ?? title,
    subtitle: letterhead.subtitle ?? ruleSet.title[language],
    columns,
    sections,
    structure: slateStructure(asked, personRows(asked, slate.members), language),
    ...outcomeOf(slate, isPlan, language),
    changed: (slate.changed ?? []).map((text) => text[language]),
    provenance: say('papers.made-from', {
      rules: ruleSet.id,
      rulesHash: ruleSet.sha256.slice(0, 12),
      poolHash: asked.pool.sha256.slice(0, 12),
      date: dateWords(ruleSet.referenceDate, language),
    }),
    placeAndDate: placeAndDate(letterhead, language),
    signature: {
      above: [letterhead.onBehalf, letterhead.signer ?? say('papers.signer', undefined)].filter(
        (line) => line !== undefined,
      ),
      name: letterhead.name ?? '',
    },
  };
}

function titleCode(placement: SlateCase['placement']) {
  if (placement === undefined) return 'papers.slate-title';
  return placement.list === undefined ? 'papers.plan-title' : 'papers.list-title';
}

/** Letters that the smallest type of a paper has room for from side to side. */
const PAGE_LETTERS = 165;

function kindOf({ placement }: SlateCase): RosterKind {
  if (placement === undefined) return 'slate';
  if (placement.list === undefined) return 'plan';
  return placement.list.substitutes ? 'pairs' : 'list';
}

/** The table: the columns that were chosen, or the usual ones, of which the last are left out where the page has no room. */
function tableOf(
  asked: SlateCase,
  persons: readonly PersonSection[],
  people: People,
  { language, columns: chosen, blind = false }: RosterOptions,
): Pick<Roster, 'columns' | 'sections'> {
  const isPlan = asked.placement !== undefined;
  const isByBloc = !isPlan && people.has('bloc');
  const made = (facts: readonly string[]): Pick<Roster, 'columns' | 'sections'> => {
    const columns = rosterColumns(facts, { people, of: kindOf(asked), isBlind: blind, language });
    return {
      columns: columns.map(({ cell: _, ...column }) => column),
      sections: persons.map(({ title, lines, note }) => ({
        rows: lines.map((person) => columns.map(({ cell }) => cell(person))),
        ...(title !== undefined && { title }),
        ...(note !== undefined && { note }),
      })),
    };
  };
  if (chosen !== undefined) return made(chosen);
  const usual = usualColumns(asked, blind).filter((fact) => !(isByBloc && fact === 'bloc'));
  for (let count = usual.length; ; count -= 1) {
    const table = made(usual.slice(0, count));
    if (count === 0 || leastWidth(table) <= PAGE_LETTERS) return table;
  }
}

type SayHere = <Code extends Parameters<typeof phrase>[1]>(
  code: Code,
  parameters: Parameters<typeof phrase<Code>>[2],
) => string;

function sayIn(language: Language): SayHere {
  return (code, parameters) => phrase(language, code, parameters);
}

/** The national heading by decree 30/2020 on paperwork. */
const NATION: Readonly<Record<Language, readonly string[]>> = {
  vi: ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'],
  en: [],
};

interface PersonSection {
  readonly title?: string;
  readonly lines: readonly RosterPerson[];
  readonly note?: string;
}

function sectionsOf(
  asked: SlateCase,
  slate: PaperSlate,
  people: People,
  language: Language,
): readonly PersonSection[] {
  const { placement } = asked;
  let number = 0;
  const numbered = (lines: readonly Omit<RosterPerson, 'number'>[]): readonly RosterPerson[] =>
    lines.map((line) => {
      number += 1;
      return { ...line, number };
    });
  if (placement?.list !== undefined) return [{ lines: placeLines(asked, slate, language) }];
  if (placement !== undefined) {
    return unitSections(asked, placement, slate, language).map(({ lines, ...rest }) => ({
      ...rest,
      lines: numbered(lines),
    }));
  }
  const all = slate.members.map((id) => ({ row: id, id }));
  if (!people.has('bloc')) return [{ lines: numbered(all) }];
  const byBloc = Map.groupBy(all, ({ id }) => people.raw(id, 'bloc'));
  return inOrderOfBlocs([...byBloc.keys()]).map((bloc) => {
    const mine = byBloc.get(bloc)!;
    const name =
      bloc === '' ? phrase(language, 'cli.no-bloc', undefined) : wordOfValue('bloc', bloc)[language];
    return {
      title: phrase(language, 'papers.section', { title: name, members: mine.length }),
      lines: numbered(mine),
    };
  });
}

/** An ordered list: everybody by the number of the place. */
function placeLines(
  { ruleSet }: SlateCase,
  { appointments = [] }: PaperSlate,
  language: Language,
): readonly RosterPerson[] {
  const titleOf = new Map(ruleSet.titles?.map(({ id, title }) => [id, title[language]]));
  return appointments.map((appointment) => ({
    row: appointment.id,
    id: appointment.candidate,
    number: Number(appointment.unit),
    appointment,
    titles: appointment.posts.map(({ title }) => titleOf.get(title) ?? title).join(' + '),
  }));
}

/** A plan by unit, in the order of their table: one line for what somebody holds in it, and the posts left vacant. */
function unitSections(
  { ruleSet, pool }: SlateCase,
  { units, posts }: NonNullable<SlateCase['placement']>,
  { appointments = [] }: PaperSlate,
  language: Language,
): readonly {
  readonly title: string;
  readonly lines: readonly Omit<RosterPerson, 'number'>[];
  readonly note?: string;
}[] {
  const order = (ruleSet.titles ?? []).map(({ id }) => id);
  const titleOf = new Map(ruleSet.titles?.map(({ id, title }) => [id, title[language]]));
  const words = (titles: readonly string[]): string => titles.map((id) => titleOf.get(id) ?? id).join(' + ');
  const known = rowsById(pool);
  return units.map(({ name, kind }) => {
    const held = appointments.flatMap((appointment) => {
      const titles = appointment.posts
        .filter(({ unit }) => unit === name)
        .map(({ title }) => title)
        .toSorted((one, other) => order.indexOf(one) - order.indexOf(other));
      return titles.length === 0 || !known.has(appointment.candidate) ? [] : [{ appointment, titles }];
    });
    const filled = new Set(held.flatMap(({ titles }) => titles));
    const vacant = posts.filter(({ unit, title }) => unit === name && !filled.has(title));
    const inOrder = held.toSorted(
      (one, other) => order.indexOf(one.titles[0]!) - order.indexOf(other.titles[0]!),
    );
    const shownKind = kind === '' ? '' : wordOfValue('unit.kind', kind)[language];
    return {
      title: phrase(language, 'placements.unit-heading', { unit: name, kind: shownKind }),
      lines: inOrder.map(({ appointment, titles }) => ({
        row: appointment.id,
        id: appointment.candidate,
        appointment,
        unit: name,
        titles: words(titles),
      })),
      ...(vacant.length > 0 && {
        note: phrase(language, 'papers.vacant', {
          posts: vacant.map(({ title }) => titleOf.get(title) ?? title),
        }),
      }),
    };
  });
}

function outcomeOf(
  { report }: PaperSlate,
  plan: boolean,
  language: Language,
): Pick<Roster, 'verdict' | 'broken' | 'missed'> {
  const sentence = ({ message }: Pick<RuleReport, 'message'>): string => message[language];
  const named = ({ title, group }: RuleReport): string => titleWithGroup(title[language], group);
  const wrong = report.rules.filter(({ strength, status }) => strength === 'hard' && status !== 'kept');
  const decisions = (report.decisions ?? []).filter(({ status }) => status !== 'kept');
  const missed = report.rules.filter(({ strength, cost }) => strength === 'soft' && cost > 0);
  return {
    verdict: phrase(language, report.compliant ? 'papers.compliant' : 'papers.not-compliant', { plan }),
    broken: [...wrong, ...decisions].map(sentence),
    missed: missed.map((rule) =>
      phrase(language, 'papers.missed', { rule: named(rule), message: sentence(rule), cost: rule.cost }),
    ),
  };
}

/** A day of the calendar, `YYYY-MM-DD`, as papers write it: `05/6/2020`. */
function dateWords(iso: string, language: Language): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  return phrase(language, 'papers.date', { day, month, year });
}

function placeAndDate({ place, date }: Letterhead, language: Language): string {
  const [year, month, day] = date?.split('-') ?? [];
  return phrase(language, 'papers.place-and-date', { place, day, month, year });
}
