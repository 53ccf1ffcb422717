/** Bytes of the head of a compound file. */
const HEAD = 512;
/** Places of the table of sectors that stand in the head itself. */
const PLACES_IN_HEAD = 109;
const ENTRY = 128;
/** The kinds of entries of the directory that matter. */
const STREAM = 2;
const ROOT = 5;
/** Numbers from here on are no sectors, but say that a chain ends or is free. */
const NO_SECTOR = 0xffff_fff0;

/** Thrown where the bytes of an old file of Office contradict themselves. */
export class MalformedOfficeFile extends Error {
  constructor() {
    super('malformed compound file or record');
    this.name = 'MalformedOfficeFile';
  }
}

/**
 * A stream of a compound file, the container of Office before 2007 ([MS-CFB]); `undefined` where none is called so.
 *
 * @throws MalformedOfficeFile
 */
export function streamOf(bytes: Uint8Array, ...names: readonly string[]): Uint8Array | undefined {
  const file = new CompoundFile(bytes);
  const found = names.map((name) => file.stream(name));
  return found.find((stream) => stream !== undefined);
}

interface Entry {
  readonly name: string;
  readonly kind: number;
  readonly start: number;
  readonly size: number;
}

/** Sectors of a file, and which of them follow each other. */
interface Sectors {
  readonly bytes: Uint8Array;
  /** Where sector 0 begins. */
  readonly from: number;
  readonly size: number;
  readonly next: Uint32Array;
}

class CompoundFile {
  readonly #large: Sectors;
  readonly #entries: readonly Entry[];
  readonly #small: () => Sectors;
  /** Streams of fewer bytes lie in small sectors. */
  readonly #cutoff: number;

  constructor(bytes: Uint8Array) {
    if (bytes.length < HEAD) throw new MalformedOfficeFile();
    const view = viewOf(bytes);
    const size = 1 << (view.getUint16(30, true) & 0xf);
    const smallSize = 1 << (view.getUint16(32, true) & 0xf);
    if (size < HEAD || smallSize >= size) throw new MalformedOfficeFile();
    this.#large = { bytes, from: size, size, next: tableOf(bytes, view, size) };
    this.#cutoff = view.getUint32(56, true);
    this.#entries = entriesIn(chain(this.#large, view.getUint32(48, true)));
    this.#small = () => {
      const root = this.#entries.find(({ kind }) => kind === ROOT);
      const next = numbersIn(chain(this.#large, view.getUint32(60, true)));
      const held = chain(this.#large, root?.start ?? NO_SECTOR);
      return { bytes: held, from: 0, size: smallSize, next };
    };
  }

  stream(named: string): Uint8Array | undefined {
    const entry = this.#entries.find(({ name, kind }) => kind === STREAM && name === named);
    if (entry === undefined) return undefined;
    const held = chain(entry.size < this.#cutoff ? this.#small() : this.#large, entry.start);
    if (held.length < entry.size) throw new MalformedOfficeFile();
    return held.subarray(0, entry.size);
  }
}

/** Which sector follows each: the table lies in sectors itself, of which the first are named in the head. */
function tableOf(bytes: Uint8Array, view: DataView, size: number): Uint32Array {
  const count = view.getUint32(44, true);
  if (count > bytes.length / size) throw new MalformedOfficeFile();
  const inHead = Array.from({ length: PLACES_IN_HEAD }, (_each, at) => view.getUint32(76 + 4 * at, true));
  const places = [...inHead];
  const perSector = size / 4 - 1;
  for (let more = view.getUint32(68, true); places.length < count;) {
    const sector = numbersIn(sectorAt({ bytes, from: size, size }, more));
    places.push(...sector.subarray(0, perSector));
    more = sector[perSector]!;
  }
  const table = places.slice(0, count).map((at) => sectorAt({ bytes, from: size, size }, at));
  return numbersIn(together(table));
}

function sectorAt({ bytes, from, size }: Omit<Sectors, 'next'>, sector: number): Uint8Array {
  const start = from + sector * size;
  if (sector >= NO_SECTOR || start >= bytes.length) throw new MalformedOfficeFile();
  return bytes.subarray(start, start + size);
}

/** The bytes of sectors that follow each other, from the first one on. */
function chain(sectors: Sectors, first: number): Uint8Array {
  const parts: Uint8Array[] = [];
  for (let sector = first; sector < NO_SECTOR; sector = sectors.next[sector] ?? NO_SECTOR) {
    // A chain that goes in a circle never ends.
    if (parts.length > sectors.next.length) throw new MalformedOfficeFile();
    parts.push(sectorAt(sectors, sector));
  }
  return together(parts);
}

function together(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function numbersIn(bytes: Uint8Array): Uint32Array {
  const view = viewOf(bytes);
  return Uint32Array.from({ length: Math.floor(bytes.length / 4) }, (_each, at) =>
    view.getUint32(4 * at, true),
  );
}

function entriesIn(directory: Uint8Array): readonly Entry[] {
  const view = viewOf(directory);
  return Array.from({ length: Math.floor(directory.length / ENTRY) }, (_each, index) => {
    const at = index * ENTRY;
    const length = Math.min(Math.max(view.getUint16(at + 64, true) - 2, 0), 62);
    return {
      name: new TextDecoder('utf-16le').decode(directory.subarray(at, at + length)),
      kind: directory[at + 66]!,
      start: view.getUint32(at + 116, true),
      size: view.getUint32(at + 120, true),
    };
  });
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
