const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The text that stands in XML, with its entities and with what workbooks write as `_x000D_` (ECMA-376, 22.9.2.19). */
export function textOfXml(written: string): string {
  return withoutEntities(written).replaceAll(/_x([\da-f]{4})_/gi, (_whole, hex: string) =>
    String.fromCodePoint(Number.parseInt(hex, 16)),
  );
}

/** The text that stands in XML, with its entities. */
export function withoutEntities(written: string): string {
  return written.replaceAll(
    /&(?:#x([\da-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi,
    (whole, hex, decimal, name) => {
      if (name !== undefined) return ENTITIES[String(name).toLowerCase()] ?? whole;
      return character(hex === undefined ? Number(decimal) : Number.parseInt(String(hex), 16)) ?? whole;
    },
  );
}

function character(code: number): string | undefined {
  return code <= 0x10_ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : undefined;
}

/** The attributes of a start tag, by their names as they are written. */
export function attributesIn(tag: string): ReadonlyMap<string, string> {
  const found = tag.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g);
  return new Map(
    Array.from(found, ([, name = '', one, other]) => [name, textOfXml(one ?? other ?? '')] as const),
  );
}
