import { attributesIn, withoutEntities } from './xml-text.ts';

/** What stands next in XML: the beginning or the end of an element, by its name without prefix, or text. */
export type XmlToken =
  | { readonly is: 'begin'; readonly name: string; readonly attributes: () => ReadonlyMap<string, string> }
  | { readonly is: 'end'; readonly name: string }
  | { readonly is: 'text'; readonly text: string };

/** Thrown where a text is no XML. */
export class MalformedXml extends Error {
  constructor() {
    super('malformed XML');
    this.name = 'MalformedXml';
  }
}

const TOKEN =
  /<!--[\s\S]*?-->|<!\[CDATA\[(?<held>[\s\S]*?)\]\]>|<[?!][^>]*>|<\/(?:[\w.-]+:)?(?<ended>[\w.-]+)\s*>|<(?<tag>(?:[\w.-]+:)?(?<begun>[\w.-]+)(?:[^<>"']|"[^"]*"|'[^']*')*)>|(?<text>[^<]+)/y;

/**
 * The tokens of XML in turn. Elements are well nested, an empty one begins and ends; declarations and remarks
 * are left out, entities of one's own stay as they are written.
 *
 * @throws MalformedXml
 */
export function* xmlTokens(xml: string): Generator<XmlToken> {
  const open: string[] = [];
  TOKEN.lastIndex = 0;
  for (let at = xml.startsWith('\uFEFF') ? 1 : 0; at < xml.length; at = TOKEN.lastIndex) {
    TOKEN.lastIndex = at;
    const { held, ended, begun, tag = '', text } = TOKEN.exec(xml)?.groups ?? malformed();
    if (begun !== undefined) {
      yield { is: 'begin', name: begun, attributes: () => attributesIn(tag) };
      if (tag.endsWith('/')) yield { is: 'end', name: begun };
      else open.push(begun);
    } else if (ended !== undefined) {
      if (open.pop() !== ended) malformed();
      yield { is: 'end', name: ended };
    } else if (held !== undefined || text !== undefined) {
      yield { is: 'text', text: held ?? withoutEntities(text!) };
    }
  }
  if (open.length > 0) malformed();
}

function malformed(): never {
  throw new MalformedXml();
}
