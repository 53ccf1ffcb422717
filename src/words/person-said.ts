/** What nobody takes for a count or a word: one run that has both a letter and a digit, or what is no single run at all. */
const UNMISTAKABLE = /^(?=.*\p{L})(?=.*\p{N})|[^\p{L}\p{N}_.-]/u;

/**
 * The id of a person as it stands in a sentence. Ids that offices give are often bare numbers, `3`, or
 * letters, `A`: such a one is put into quotes, so that it is read neither as how many nor as a word.
 */
export function personSaid(id: string): string {
  return UNMISTAKABLE.test(id) ? id : `“${id}”`;
}
