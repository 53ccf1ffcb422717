import type { SheetName, SheetRow, Workbook } from '../../tables/workbook/workbook-rows.ts';
import { planColumns } from '../headings/column-plan.ts';
import { HEAD_ROWS, hasHeadings, headingRows } from '../headings/heading-rows.ts';
import type { Mapping, SheetsNamed } from '../headings/mapping-schema.ts';

/** In place of the name of a sheet, which no spreadsheet lets be called so: all that have the same headings. */
export const ALL_SHEETS = '*';

/** Which sheets of a workbook are read, each by its place among them. */
export interface ChosenSheets {
  /** At least one, unless one that is named is not there. */
  readonly chosen: readonly number[];
  /** Names that no sheet has. */
  readonly missing: readonly string[];
  /** The visible sheets with candidates under the same headings as the first one of them; chosen or not. */
  readonly alike: readonly number[];
  /** Visible sheets with candidates under other headings than that one. */
  readonly unlike: readonly UnlikeSheet[];
}

/** How the headings of a sheet differ from those of the first one with candidates: by what they are read as. */
export interface UnlikeSheet {
  readonly sheet: number;
  readonly lacking: readonly string[];
  readonly further: readonly string[];
}

/**
 * The sheets that are named, by name or number from 1, each once and in the order of the workbook; `*` names all
 * that have the same headings. Where none is named, the first visible one that has headings of candidates, or else
 * the first.
 */
export async function chosenSheets(
  workbook: Workbook,
  named: SheetsNamed | undefined,
  mapping: Mapping | undefined,
): Promise<ChosenSheets> {
  const names = named === undefined ? [] : [named].flat();
  const { alike, unlike } = await sheetsOfCandidates(workbook, mapping);
  const first = alike.length > 0 ? alike.slice(0, 1) : firstVisible(workbook.sheets);
  const sheetsCalled = (name: string): readonly number[] => {
    if (name !== ALL_SHEETS) return sheetNamed(workbook.sheets, name);
    return alike.length > 0 ? alike : first;
  };
  const asked = names.map((name) => ({ name, sheets: sheetsCalled(name) }));
  const found = names.length === 0 ? first : asked.flatMap(({ sheets }) => sheets);
  return {
    chosen: [...new Set(found)].toSorted((one, other) => one - other),
    missing: asked.flatMap(({ name, sheets }) => (sheets.length === 0 ? [name] : [])),
    alike,
    unlike,
  };
}

function firstVisible(sheets: readonly SheetName[]): readonly number[] {
  const first = sheets.findIndex(({ isHidden }) => !isHidden);
  return first === -1 ? [] : [first];
}

/** The sheet of a name or a number; none where there is no such. */
function sheetNamed(sheets: readonly SheetName[], named: string): readonly number[] {
  const byName = sheets.findIndex(({ name }) => name.normalize('NFC') === named.normalize('NFC'));
  if (byName !== -1) return [byName];
  const number = /^\d+$/.test(named) ? Number(named) - 1 : -1;
  return sheets[number] === undefined ? [] : [number];
}

/** The visible sheets with headings of candidates, parted by whether these are those of the first. */
async function sheetsOfCandidates(
  workbook: Workbook,
  mapping: Mapping | undefined,
): Promise<Pick<ChosenSheets, 'alike' | 'unlike'>> {
  const found: { readonly sheet: number; readonly facts: readonly string[] }[] = [];
  for (const [sheet, { isHidden }] of workbook.sheets.entries()) {
    if (isHidden) continue;
    const head = await headOf(workbook, sheet);
    if (hasHeadings(head)) found.push({ sheet, facts: factsIn(head, mapping) });
  }
  const first = found[0]?.facts ?? [];
  const compared = found.map(({ sheet, facts }): UnlikeSheet => ({
    sheet,
    lacking: first.filter((fact) => !facts.includes(fact)),
    further: facts.filter((fact) => !first.includes(fact)),
  }));
  const isAlike = ({ lacking, further }: UnlikeSheet): boolean => lacking.length + further.length === 0;
  return {
    alike: compared.filter(isAlike).map(({ sheet }) => sheet),
    unlike: compared.filter((each) => !isAlike(each)),
  };
}

/** The facts that the columns tell; ids, and notes and the like, which are carried along, may differ. */
function factsIn(head: readonly SheetRow[], mapping: Mapping | undefined): readonly string[] {
  const found = headingRows(
    head.map(({ cells, row }) => ({ cells, line: row })),
    mapping?.headings,
  );
  const below = head.slice(found?.rows ?? 0).map(({ cells }) => cells);
  const { columns } = planColumns(found?.headings ?? [], { mapping, below, mayNumber: true });
  const facts = columns.flatMap(({ role }): readonly string[] => {
    if (role.is === 'fact') return role.name === 'id' ? [] : [role.name];
    if (role.is !== 'of-gender') return [];
    return role.holds === 'mark' ? ['gender'] : ['gender', role.holds];
  });
  return [...new Set(facts)];
}

async function headOf(workbook: Workbook, sheet: number): Promise<readonly SheetRow[]> {
  const head: SheetRow[] = [];
  for await (const row of workbook.rows(sheet)) {
    if (row.cells.some((cell) => cell.trim() !== '')) head.push(row);
    if (head.length === HEAD_ROWS) break;
  }
  return head;
}
