/** What a name is made of. */
const WORD = /[\p{L}\p{M}\p{N}'’.-]+/gu;

/** Names of people, found in texts. A name of one word is not looked for: it could be any word. */
export class NamesInText {
  /** By its first word: every name that begins so, the longest first. */
  readonly #byFirstWord = new Map<string, readonly { readonly name: string; readonly id: string }[]>();

  constructor(names: readonly string[], ids: readonly string[]) {
    const all = names.flatMap((name, row) => {
      const words = name.normalize('NFC').match(WORD) ?? [];
      return words.length > 1 ? [{ first: words[0]!, name: name.normalize('NFC'), id: ids[row]! }] : [];
    });
    for (const [first, begun] of Map.groupBy(all, (each) => each.first)) {
      this.#byFirstWord.set(
        first,
        begun.toSorted((one, other) => other.name.length - one.name.length),
      );
    }
  }

  /** Whether somebody is named. */
  isIn(text: string): boolean {
    return this.#foundIn(text.normalize('NFC')).next().done !== true;
  }

  /** The ids of those who are named in any of these texts. */
  idsIn(texts: readonly string[]): ReadonlySet<string> {
    return new Set(texts.flatMap((text) => [...this.#foundIn(text.normalize('NFC'))].map(({ id }) => id)));
  }

  /** The text with ids for names. */
  withIds(written: string): string {
    const text = written.normalize('NFC');
    let told = '';
    let from = 0;
    for (const { id, start, end } of this.#foundIn(text)) {
      told += text.slice(from, start) + id;
      from = end;
    }
    return told + text.slice(from);
  }

  /** Where somebody is named, one after the other; the text is in Unicode's composed form. */
  *#foundIn(text: string): Generator<{ readonly id: string; readonly start: number; readonly end: number }> {
    let from = 0;
    for (const { 0: word, index } of text.matchAll(WORD)) {
      if (index < from) continue;
      const found = this.#byFirstWord.get(word)?.find(({ name }) => isWholeAt(text, index, name));
      if (found === undefined) continue;
      from = index + found.name.length;
      yield { id: found.id, start: index, end: from };
    }
  }
}

/** How many names are of one word, which may be any word: nobody is found by them. */
export function namesOfOneWord(names: readonly string[]): number {
  return names.filter((name) => (name.match(WORD) ?? []).length === 1).length;
}

/** Whether a name stands there, and no longer word of which it is the beginning. */
function isWholeAt(text: string, at: number, name: string): boolean {
  return (
    text.startsWith(name, at) && !/^[\p{L}\p{M}]/u.test(text.slice(at + name.length, at + name.length + 2))
  );
}
