/**
 * The text of a rule set that demands nothing yet but a size.
 *
 * @param title what it is called.
 * @param candidates how many there are to choose from; a third of them is a size to begin with.
 * @param day on which ages are counted, `YYYY-MM-DD`.
 */
export function starterRules(title: string, candidates: number, day: string): string {
  const size = Math.max(1, Math.round(candidates / 3));
  // A text in quotation marks is the same in JSON and in YAML.
  const lines = ['id: my-rules', `title: ${JSON.stringify(title)}`, `referenceDate: ${day}`, `size: ${size}`];
  return `${lines.join('\n')}\n`;
}

/** Today as rule files write it. */
export function today(): string {
  const now = new Date();
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
