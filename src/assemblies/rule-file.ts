import { basename } from 'node:path';
import { stringify } from 'yaml';
import { columnOfHeading } from '../pool/synonyms.ts';
import { knownFact, PERSON_COLUMNS } from '../rules/facts/known-facts.ts';
import type { Categories, CategoryValue } from './categories.ts';
import { hyphenated } from '../tables/text/same-word.ts';

/** What of a rule file does not stand in the categories. */
interface RuleFileOptions {
  readonly number: number;
  /** Headings that together tell a household; none: households do not matter. */
  readonly household: readonly string[];
}

/** The rules of an assembly as a file, and under which headings its pool has what they count. */
export interface RuleFileText {
  readonly yaml: string;
  /** Of each category, in their order. */
  readonly facts: readonly string[];
  /** Of each column of a household. */
  readonly address: readonly string[];
}

/** The column of lots that a pool of an assembly has: who draws the higher ones goes first among equals. */
export const LOT = 'lot';

/** The day of a file that counts no ages. */
const NO_DAY = '2000-01-01';

/** What may stand in the name of a fact. */
const NOT_IN_A_FACT = /[^\p{L}\p{M}\p{N} _.-]+/gu;

/** Writes the category file of an assembly as a rule file of Slate. */
export function ruleFile(
  { categories, file }: Categories,
  { number, household }: RuleFileOptions,
): RuleFileText {
  const names = new FactNames();
  const facts = categories.map(({ feature }) => names.of(feature));
  const address = household.map((heading) => names.of(heading));
  const ids = new Set<string>(['size']);
  const rules = categories.flatMap(({ feature, values }, at) =>
    values.map((value) => valueRule(feature, facts[at]!, value, { file, ids })),
  );
  const document = {
    id: 'assembly',
    title: { vi: `Hội đồng công dân ${number} người`, en: `Citizens’ assembly of ${number}` },
    referenceDate: NO_DAY,
    size: number,
    facts: { ...Object.fromEntries([...facts, ...address].map((name) => [name, 'text'])), [LOT]: 'number' },
    rules: [...rules, ...(address.length === 0 ? [] : [householdRule(address, ids)])],
    objective: [{ fact: LOT, weight: 1 }],
  };
  return { yaml: `${HEAD}${stringify(document, { lineWidth: 110 })}`, facts, address };
}

const HEAD = `# Written by slate assembly. The day does not matter: no rule counts ages. Whoever has the higher lots goes
# first among the assemblies that keep every rule.
`;

/** How many of one value there may be. Where the file says how far that may give way, no way out goes further. */
function valueRule(
  feature: string,
  fact: string,
  { value, min, max, flex, line }: CategoryValue,
  { file, ids }: { readonly file: string; readonly ids: Set<string> },
): object {
  return {
    id: uniqueId(`${feature}-${value}`, ids),
    title: `${feature}: ${value}`,
    source: `${basename(file)}:${line}`,
    count: { where: { fact, operator: 'equal', value }, ...(min === max ? { exactly: min } : { min, max }) },
    ...(flex !== undefined && { relaxTo: { min: flex.min, max: flex.max } }),
  };
}

function householdRule(address: readonly string[], ids: Set<string>): object {
  return {
    id: uniqueId('household', ids),
    title: { vi: 'Mỗi hộ không quá một người', en: 'At most one of a household' },
    count: { forEach: address.length === 1 ? address[0] : [...address], missing: 'none', max: 1 },
    relaxCost: 'never',
  };
}

/** An id of small letters, digits and hyphens that no other rule has. */
function uniqueId(words: string, taken: Set<string>): string {
  const plain = hyphenated(words);
  const base = plain === '' ? 'category' : plain;
  let id = base;
  for (let next = 2; taken.has(id); next += 1) id = `${base}-${next}`;
  taken.add(id);
  return id;
}

/**
 * Names of facts for the headings of another tool. What Slate knows by a heading (`gender`: female or male)
 * is not what that tool means by it, so such a one gets a name of its own.
 */
class FactNames {
  readonly #taken = new Set<string>([LOT]);

  of(heading: string): string {
    const plain = heading.replaceAll(NOT_IN_A_FACT, ' ').replaceAll(/\s+/g, ' ').trim();
    const begins = /^\p{L}/u.test(plain) ? plain : `category ${plain}`.trim();
    const base = isKnown(begins) ? `${begins} group` : begins;
    let name = base;
    for (let next = 2; this.#taken.has(name.toLowerCase()); next += 1) name = `${base} ${next}`;
    this.#taken.add(name.toLowerCase());
    return name;
  }
}

function isKnown(name: string): boolean {
  return (
    knownFact(name) !== undefined ||
    PERSON_COLUMNS.includes(name) ||
    columnOfHeading(name) !== undefined ||
    name.startsWith('unit.')
  );
}
