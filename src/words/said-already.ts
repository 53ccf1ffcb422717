/**
 * Whether a title says already what would stand behind it, such as the bound that an automatic title begins
 * with: “At least 12 members are female” says `at least 12`, and does not say `at least 1`.
 */
export function saidAlready(part: string, title: string): boolean {
  const from = title.toLocaleLowerCase().indexOf(part.toLocaleLowerCase());
  return from >= 0 && !/^[\d.,]*\d/u.test(title.slice(from + part.length));
}
