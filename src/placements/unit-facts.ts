import { growingColumn } from '../pool/cells/column-readers.ts';
import { folded } from '../pool/synonyms.ts';
import type { CodedColumn, FactColumn, FactTable } from '../rules/facts/fact-table.ts';
import type { FactDeclaration } from '../rules/facts/fact-declaration.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { UNIT_COLUMNS, UNIT_PREFIX } from '../rules/titles.ts';
import { problem, type Problem, type Reading } from '../words/problem.ts';
import type { Units } from './units.ts';

/** The declared facts of a rule set that are columns of the units, without their prefix. */
function declaredUnitFacts(ruleSet: RuleSet): readonly (readonly [name: string, FactDeclaration])[] {
  return Object.entries(ruleSet.facts).flatMap(([name, declaration]) =>
    name.startsWith(UNIT_PREFIX) ? [[name.slice(UNIT_PREFIX.length), declaration] as const] : [],
  );
}

/**
 * The units as a table of facts `unit.…`: kind, bloc and what the rule set declares. Problems: a
 * declared fact with neither column nor default, cells that are not of the declared type.
 */
export function unitFacts(units: Units, ruleSet: RuleSet): Reading<FactTable> {
  const problems: Problem[] = [];
  const columns = new Map<string, FactColumn>();
  const known = { kind: units.kinds, bloc: units.blocs };
  for (const name of UNIT_COLUMNS) columns.set(UNIT_PREFIX + name, textColumn(known[name]));
  for (const [name, declaration] of declaredUnitFacts(ruleSet)) {
    const column = declaredColumn(units, name, declaration, problems);
    if (column !== undefined) columns.set(UNIT_PREFIX + name, column);
  }
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, value: { size: units.size, ids: units.names, fact: (name) => columns.get(name) } };
}

function declaredColumn(
  units: Units,
  name: string,
  declaration: FactDeclaration,
  problems: Problem[],
): FactColumn | undefined {
  const given = units.columns.get(folded(name));
  if (given === undefined && declaration.default === undefined) {
    const parameters = { fact: UNIT_PREFIX + name, column: name };
    problems.push(problem('placements.missing-unit-column', parameters, { file: units.file }));
    return undefined;
  }
  const column = growingColumn(declaration.type);
  const fallback = declaration.default === undefined ? '' : String(declaration.default);
  for (let unit = 0; unit < units.size; unit += 1) {
    const text = given?.texts[unit] ?? '';
    const fault = column.addText(text === '' ? fallback : text);
    if (fault !== undefined) problems.push(fault(units.placeOf(unit, given?.heading)));
  }
  return column.finish();
}

/** A column of texts of which the empty ones are no values. */
function textColumn(texts: readonly string[]): CodedColumn {
  const codes = new Map<string, number>([['', 0]]);
  const values: (string | null)[] = [null];
  const coded = Uint32Array.from(texts, (text) => {
    let code = codes.get(text);
    if (code === undefined) codes.set(text, (code = values.push(text) - 1));
    return code;
  });
  return { type: 'text', codes: coded, values };
}
