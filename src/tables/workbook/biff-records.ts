import { MalformedOfficeFile } from './compound-file.ts';

/** A record with those that it goes on in. */
export interface BiffRecord {
  readonly id: number;
  /** Where it begins in its stream. */
  readonly offset: number;
  readonly parts: readonly Uint8Array[];
}

const CONTINUE = 0x003c;

/** The records of a stream in turn; zeros that fill it up behind the last one are none. @throws MalformedOfficeFile */
export function recordsIn(stream: Uint8Array): readonly BiffRecord[] {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const records: (BiffRecord & { readonly parts: Uint8Array[] })[] = [];
  for (let at = 0; at + 4 <= stream.length;) {
    const id = view.getUint16(at, true);
    const length = view.getUint16(at + 2, true);
    if (id === 0 && length === 0) break;
    const end = at + 4 + length;
    if (end > stream.length) throw new MalformedOfficeFile();
    const part = stream.subarray(at + 4, end);
    const last = records.at(-1);
    if (id === CONTINUE && last !== undefined) last.parts.push(part);
    else records.push({ id, offset: at, parts: [part] });
    at = end;
  }
  return records;
}

/** Reads a record from its beginning on, over the parts that it goes on in. Reading past its end throws. */
export class RecordReader {
  readonly #parts: readonly Uint8Array[];
  #part = 0;
  #at = 0;

  /** How many bytes there still are. */
  rest: number;

  constructor({ parts }: Pick<BiffRecord, 'parts'>) {
    this.#parts = parts;
    this.rest = parts.reduce((sum, { length }) => sum + length, 0);
  }

  u8(): number {
    this.#goOn();
    const byte = this.#parts[this.#part]?.[this.#at];
    if (byte === undefined) throw new MalformedOfficeFile();
    this.#at += 1;
    this.rest -= 1;
    return byte;
  }

  u16(): number {
    return this.u8() | (this.u8() << 8);
  }

  u32(): number {
    return (this.u16() | (this.u16() << 16)) >>> 0;
  }

  f64(): number {
    const bytes = Uint8Array.from({ length: 8 }, () => this.u8());
    return new DataView(bytes.buffer).getFloat64(0, true);
  }

  skip(count: number): void {
    for (let left = count; left > 0;) {
      this.#goOn();
      const room = (this.#parts[this.#part]?.length ?? 0) - this.#at;
      if (room === 0) throw new MalformedOfficeFile();
      const step = Math.min(left, room);
      this.#at += step;
      this.rest -= step;
      left -= step;
    }
  }

  /**
   * A text of so many letters, with what says how it is written before it: one byte a letter or two, runs of
   * fonts, how it is pronounced ([MS-XLS] 2.5.293). Where it goes on in another part, that begins by saying how wide
   * its letters are.
   */
  text(letters: number): string {
    let flags = this.u8();
    const runs = (flags & 8) === 0 ? 0 : this.u16();
    const more = (flags & 4) === 0 ? 0 : this.u32();
    const units: number[] = [];
    while (units.length < letters) {
      if (this.#at === (this.#parts[this.#part]?.length ?? 0)) flags = this.#flagsOfNext();
      units.push((flags & 1) === 0 ? this.u8() : this.u16());
    }
    this.skip(4 * runs + more);
    return textOfUnits(units);
  }

  #flagsOfNext(): number {
    this.#part += 1;
    this.#at = 0;
    return this.u8();
  }

  #goOn(): void {
    while (this.#part < this.#parts.length - 1 && this.#at === this.#parts[this.#part]!.length) {
      this.#part += 1;
      this.#at = 0;
    }
  }
}

/** Units that are made a text at once; a call takes only so many arguments. */
const AT_ONCE = 4096;

function textOfUnits(units: readonly number[]): string {
  let text = '';
  for (let at = 0; at < units.length; at += AT_ONCE) {
    text += String.fromCharCode(...units.slice(at, at + AT_ONCE));
  }
  return text;
}

/** The number that is packed into 30 bits: a whole one or the upper half of a double, maybe of hundredths. */
export function unpackedNumber(packed: number): number {
  const halves = new DataView(new ArrayBuffer(8));
  halves.setUint32(4, packed & 0xffff_fffc, true);
  const value = (packed & 2) === 0 ? halves.getFloat64(0, true) : (packed | 0) >> 2;
  return (packed & 1) === 0 ? value : value / 100;
}
