/**
 * By what a rule counts apart. Groups may be of one fact, or of several together: who shares an address
 * and a postcode is of one household. Several have one name, by which groups are found and answers say
 * what they are about: no fact has a plus sign in its own (`head-problems.ts`).
 */
const TOGETHER = ' + ';

/** Facts as the one name of what they make together: `address + postcode`. One fact keeps its own. */
export function togetherName(facts: readonly string[]): string {
  return facts.join(TOGETHER);
}

/** The facts that a name stands for, in their order. */
export function factsTogether(name: string): readonly string[] {
  return name.split(TOGETHER);
}

/** The name of a group of several facts by its values: `12 Lê Lợi + 03000`. */
export function groupTogether(values: readonly string[]): string {
  return values.join(TOGETHER);
}

/** What stands between several values of a cell once it is read, whatever the file has. */
export const VALUES_TOGETHER = '; ';

/** The values of a cell that may have several, as they were read. */
export function valuesTogether(cell: string): readonly string[] {
  return cell.split(VALUES_TOGETHER);
}
