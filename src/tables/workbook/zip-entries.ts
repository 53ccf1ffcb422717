/** A file in a ZIP archive, as its directory tells. */
export interface ZipEntry {
  readonly name: string;
  /** Bytes once unpacked, as the directory claims. */
  readonly size: number;
  /** Bytes as packed. */
  readonly packed: number;
  /** 0: stored as it is; 8: deflated; others are not used by workbooks. */
  readonly method: number;
  /** Where its own head begins in the archive. */
  readonly offset: number;
}

/** Length of the record that ends an archive, without the remark that may follow it. */
const END_RECORD = 22;
/** Longest remark, in bytes. */
const LONGEST_REMARK = 0xffff;
const END_MARK = 0x0605_4b50;
const ENTRY_MARK = 0x0201_4b50;
const ENTRY_RECORD = 46;

/**
 * The directory of a ZIP archive (APPNOTE.TXT 4.3.12 and 4.3.16), read without unpacking anything;
 * `undefined` for one that is cut off or broken. Archives of more than 4 GiB are none for us.
 */
export function zipEntries(bytes: Uint8Array): readonly ZipEntry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endRecord(view);
  if (end === undefined) return undefined;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const entries: ZipEntry[] = [];
  for (let entry = 0; entry < count; entry += 1) {
    if (at + ENTRY_RECORD > view.byteLength || view.getUint32(at, true) !== ENTRY_MARK) return undefined;
    const nameLength = view.getUint16(at + 28, true);
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + ENTRY_RECORD, at + ENTRY_RECORD + nameLength)),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at += ENTRY_RECORD + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function endRecord(view: DataView): number | undefined {
  const last = view.byteLength - END_RECORD;
  for (let at = last; at >= Math.max(0, last - LONGEST_REMARK); at -= 1) {
    if (view.getUint32(at, true) === END_MARK) return at;
  }
  return undefined;
}
