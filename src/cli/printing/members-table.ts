import { type ColumnGround, columnsByRules } from '../../papers/columns.ts';
import { inOrderOfBlocs, type People } from '../../papers/people.ts';
import { capital } from '../../words/language.ts';
import { titleOfFact, wordOfValue } from '../../rules/facts/known-facts.ts';
import type { Slate } from '../../slate/propose-answer.ts';
import type { Cli } from '../context.ts';
import { type Column, type Row, tableLines } from './table.ts';

/** Id, name, and where the pool says so unit and post: the columns by which people recognise somebody. */
export function whoIsWho(
  people: People,
  { say }: Cli,
): { readonly columns: readonly Column[]; readonly cells: (id: string) => readonly string[] } {
  const facts = (['unit', 'post'] as const).filter((fact) => people.has(fact));
  const headings = { unit: say('cli.unit', undefined), post: say('cli.post', undefined) };
  return {
    columns: [
      { heading: say('cli.id', undefined) },
      { heading: say('cli.name', undefined), folds: true },
      ...facts.map((fact): Column => ({ heading: headings[fact], folds: true })),
    ],
    cells: (id) => [id, people.name(id), ...facts.map((fact) => people.shown(id, fact))],
  };
}

/** What stands in columns of its own words, before what the rules read. */
const KNOWN_BY = ['gender', 'birthDate', 'age', 'unit', 'post'] as const;

/** The columns of facts that a table of members has: by what people are known, then what the rules read besides. */
function factColumns(asked: ColumnGround, people: People, { language, say }: Cli): readonly FactColumn[] {
  const headings = {
    gender: say('cli.gender', undefined),
    birthDate: say('cli.born', undefined),
    age: say('cli.age', undefined),
    unit: say('cli.unit', undefined),
    post: say('cli.post', undefined),
  };
  const knownColumn = (fact: (typeof KNOWN_BY)[number]): FactColumn => {
    if (fact === 'gender') return { fact, heading: headings[fact] };
    if (fact === 'unit' || fact === 'post') return { fact, heading: headings[fact], folds: true };
    return { fact, heading: headings[fact], align: 'right' };
  };
  // On a list the unit is the place; where somebody works is another fact.
  const isListed = asked.placement?.list !== undefined;
  const known = KNOWN_BY.filter((fact) => people.has(fact)).flatMap((fact): readonly FactColumn[] => {
    const column = knownColumn(fact);
    if (!isListed || fact !== 'unit') return [column];
    return people.has('currentUnit') ? [{ ...column, fact: 'currentUnit' }] : [];
  });
  const shown = new Set<string>([...KNOWN_BY, ...(isListed ? ['currentUnit'] : ['bloc'])]);
  const read = columnsByRules(asked).filter((fact) => !shown.has(fact));
  return [
    ...known,
    ...read.map((fact): FactColumn => {
      const heading = capital(titleOfFact(fact)[language]);
      const isNumber = asked.facts.fact(fact)?.type === 'number';
      return { fact, heading, isOptional: true, ...(isNumber ? { align: 'right' } : { folds: true }) };
    }),
  ];
}

interface FactColumn extends Column {
  readonly fact: string;
}

/** The members of a slate with who they are and what the rules read of them, bloc by bloc where the pool has blocs. */
export function membersTable(
  asked: ColumnGround,
  members: readonly string[],
  people: People,
  cli: Cli,
): readonly string[] {
  const { say, width } = cli;
  const facts = factColumns(asked, people, cli);
  const columns: readonly Column[] = [
    { heading: say('cli.number', undefined), align: 'right' },
    { heading: say('cli.id', undefined) },
    { heading: say('cli.name', undefined), folds: true },
    ...facts,
  ];
  let number = 0;
  const rowOf = (id: string): Row => {
    number += 1;
    return [String(number), id, people.name(id), ...facts.map(({ fact }) => people.shown(id, fact))];
  };
  if (!people.has('bloc')) return tableLines(columns, members.map(rowOf), width);
  const byBloc = Map.groupBy(members, (id) => people.raw(id, 'bloc'));
  const rows = inOrderOfBlocs([...byBloc.keys()]).flatMap((bloc): readonly Row[] => {
    const ofBloc = byBloc.get(bloc)!;
    const section = say('cli.bloc-heading', { bloc: blocIn(bloc, cli), members: ofBloc.length });
    return [{ section }, ...ofBloc.map(rowOf)];
  });
  return tableLines(columns, rows, width);
}

/** An ordered list, place by place, with who stands there and what the rules read of them. */
export function listTable(
  asked: ColumnGround,
  { appointments = [] }: Pick<Slate, 'appointments'>,
  people: People,
  cli: Cli,
): readonly string[] {
  const { language, say, width } = cli;
  const facts = factColumns(asked, people, cli);
  const titles = new Map(asked.ruleSet.titles?.map(({ id, title }) => [id, title[language]]));
  const isPaired = titles.size > 1;
  const filled = new Set(appointments.map(({ unit }) => unit));
  const required = asked.ruleSet.list?.min ?? 0;
  const empty = (asked.placement?.units ?? [])
    .slice(0, required)
    .map(({ name }) => name)
    .filter((name) => !filled.has(name));
  return [
    ...tableLines(
      [
        { heading: say('placements.place', undefined), align: 'right' },
        ...(isPaired ? [{ heading: say('placements.title', undefined) }] : []),
        { heading: say('cli.id', undefined) },
        { heading: say('cli.name', undefined), folds: true },
        ...facts,
      ],
      appointments.map(({ id, candidate, unit, posts }) => [
        unit,
        ...(isPaired ? [posts.map(({ title }) => titles.get(title) ?? title).join(', ')] : []),
        candidate,
        people.name(candidate),
        ...facts.map(({ fact }) => people.shown(id, fact)),
      ]),
      width,
    ),
    ...(empty.length > 0 ? ['', say('placements.empty-places', { places: empty })] : []),
  ];
}

/** What a bloc is called. */
export function blocIn(bloc: string, { language, say }: Cli): string {
  return bloc === '' ? say('cli.no-bloc', undefined) : wordOfValue('bloc', bloc)[language];
}
