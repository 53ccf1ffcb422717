/** `1.`, `12)`, `-`, `•`: what numbers or marks a line of a list. */
const LIST_MARK = /^(?:\d{1,4}\s*[.):]+\s*|[-–—•●·*]\s+)(?=\p{L})/u;
/** `(*)`, `**`, `(1)`, `¹`: what refers to a note below the list. */
const NOTE_MARK = /(?<=\p{L}\.?)\s*(?:\((?:\*+|\d{1,2})\)|\*+|[¹²³⁴-⁹]+)$/u;
/** How members of the Party are addressed, which is no name anywhere. */
const COMRADE = /^(?:đ\/c|đc|đồng chí)[.:]?\s+(?=\p{L}+\.?\s)/iu;
/** `Bà`, which some names begin with, and `Ông`, which is a surname, too: only where everybody is addressed. */
const ADDRESS = /^(?:ông|bà|anh|chị)[.:]?\s+(?=\p{L}+\s)/iu;
/** What else people write behind a name, and what may be meant: `(nữ)`, `(Phó Giám đốc)`. */
const REMARK = /\([^)]*\)\s*$/u;

/** Names without what lists put around them, and what was found. */
export interface TidiedNames {
  readonly names: readonly string[];
  /** Rows of which something was left out. */
  readonly tidied: readonly number[];
  /** Rows whose names have something more that stays. */
  readonly remarked: readonly number[];
}

/**
 * Names without the numbers and marks of lists and notes (`1. Lê Văn A (*)`), and without the way people are
 * addressed: `Đ/c` in any name, `Ông` and `Bà` where every name has one of them. Remarks in brackets stay, and so does
 * a name of which nothing would be left.
 *
 * @param names as plain texts
 */
export function tidiedNames(names: readonly string[]): TidiedNames {
  const bare = names.map(withoutMarks);
  const areAddressed = areAllAddressed(bare);
  const clean = bare.map((name, row) => {
    const text = areAddressed ? name.replace(ADDRESS, '') : name;
    return text === '' ? names[row]! : text;
  });
  const rows = [...names.keys()];
  return {
    names: clean,
    tidied: rows.filter((row) => clean[row] !== names[row]),
    remarked: rows.filter((row) => REMARK.test(clean[row]!)),
  };
}

function withoutMarks(name: string): string {
  return name.replace(LIST_MARK, '').replace(COMRADE, '').replace(NOTE_MARK, '').trim();
}

function areAllAddressed(names: readonly string[]): boolean {
  return names.length > 1 && names.every((name) => isAddressed(name));
}

/** Whether a name begins with the way somebody is addressed, or with a surname that is the same word. */
export function isAddressed(name: string): boolean {
  return ADDRESS.test(name);
}
