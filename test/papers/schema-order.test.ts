import { expect, test } from 'vitest';
import { writePaper } from '../../src/papers/write-paper.ts';
import { xmlTokens } from '../../src/tables/workbook/xml-tokens.ts';
import { type PaperCase, referenceSlate, smallSlate, wardPlan } from './paper-case.ts';
import { zipEntries } from '../../src/tables/workbook/zip-entries.ts';
import { unzipped } from './unzipped.ts';

/**
 * The children of elements whose schema is a sequence (ECMA-376, parts 1 and 4): programs that check it repair a file,
 * or refuse it, where they stand in another order.
 */
const SEQUENCES: Readonly<Record<string, string>> = {
  worksheet:
    'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF picture oleObjects controls webPublishItems tableParts extLst',
  workbook:
    'fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences definedNames calcPr oleSize customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing fileRecoveryPr webPublishObjects extLst',
  styleSheet: 'numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst',
  border: 'start end left right top bottom diagonal vertical horizontal',
  xf: 'alignment protection extLst',
  headerFooter: 'oddHeader oddFooter evenHeader evenFooter firstHeader firstFooter',
  c: 'f v is extLst',
  pPr: 'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange',
  rPr: 'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath',
  tbl: 'bookmarkStart bookmarkEnd tblPr tblGrid tr',
  tblPr:
    'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription',
  tblBorders: 'top start left bottom end right insideH insideV',
  tr: 'tblPrEx trPr tc',
  tc: 'tcPr p',
  tcPr: 'cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark',
  tcBorders: 'top start left bottom end right insideH insideV tl2br tr2bl',
  tcMar: 'top start left bottom end right',
  sectPr:
    'headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings',
  style:
    'name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr',
};

/** Where children stand in an order that their schema does not know. */
function misplaced(xml: string, part: string): readonly string[] {
  const found: string[] = [];
  const open: { readonly name: string; last: number }[] = [];
  for (const token of xmlTokens(xml)) {
    if (token.is === 'end') open.pop();
    if (token.is !== 'begin') continue;
    const { name } = token;
    const parent = open.at(-1);
    const order = parent === undefined ? undefined : SEQUENCES[parent.name]?.split(' ');
    if (parent !== undefined && order !== undefined) {
      const place = order.indexOf(name);
      if (place === -1 || place < parent.last) found.push(`${part}: ${name} in ${parent.name}`);
      parent.last = Math.max(parent.last, place);
    }
    open.push({ name, last: -1 });
  }
  return found;
}

/** Parts that relations name and the archive has not, and parts of which no type is said. */
function unfounded(parts: ReadonlyMap<string, string>): readonly string[] {
  const types = [...xmlTokens(parts.get('[Content_Types].xml') ?? '')].flatMap((token) =>
    token.is === 'begin' ? [token.attributes()] : [],
  );
  const extensions = new Set(types.map((each) => each.get('Extension')));
  const overridden = new Set(types.map((each) => each.get('PartName')));
  const untyped = [...parts.keys()].filter(
    (name) =>
      name !== '[Content_Types].xml' &&
      !overridden.has(`/${name}`) &&
      !extensions.has(name.slice(name.lastIndexOf('.') + 1)),
  );
  const missing = [...overridden].filter((name) => name !== undefined && !parts.has(name.slice(1)));
  const dangling = [...parts].flatMap(([name, xml]) => {
    if (!name.endsWith('.rels')) return [];
    const folder = name.replace(/_rels\/[^/]*$/, '');
    return [...xmlTokens(xml)].flatMap((token) => {
      const said = token.is === 'begin' && token.name === 'Relationship' ? token.attributes() : undefined;
      if (said === undefined || said.get('TargetMode') === 'External') return [];
      const target = said.get('Target') ?? '';
      const path = target.startsWith('/')
        ? target.slice(1)
        : new URL(target, `file:///${folder}`).pathname.slice(1);
      return parts.has(path) ? [] : [`${name}: ${target}`];
    });
  });
  return [...untyped, ...missing.map(String), ...dangling];
}

const CASES: readonly (readonly [string, () => Promise<PaperCase>])[] = [
  ['a slate', referenceSlate],
  ['a plan', wardPlan],
  ['a slate of names like formulas', async () => smallSlate(['=1+1', '<b>&"Bình"</b>', "'@x"])],
];

test.each(CASES)('%s is written in the order of its schema, with all that it names', async (_, made) => {
  const { opened, slate } = await made();
  for (const format of ['docx', 'xlsx'] as const) {
    for (const language of ['vi', 'en'] as const) {
      const letterhead = { superior: 'A', body: 'B', number: '1', signer: 'C', name: 'D', place: 'E' };
      const bytes = await writePaper(opened.asked, slate, format, { language, letterhead });
      const names = (zipEntries(bytes) ?? []).map(({ name }) => name);
      const parts = new Map(names.map((name) => [name, unzipped(bytes, name)]));
      const xml = [...parts].filter(([name]) => /\.(?:xml|rels)$/.test(name));
      expect(xml.length).toBeGreaterThan(4);
      expect(xml.flatMap(([name, text]) => misplaced(text, name))).toEqual([]);
      expect(unfounded(parts)).toEqual([]);
    }
  }
});

test('children in another order, or that no schema knows, are found', () => {
  const xml = '<w:p xmlns:w="w"><w:pPr><w:jc/><w:spacing/><w:own/></w:pPr></w:p>';
  expect(misplaced(xml, 'word/document.xml')).toEqual([
    'word/document.xml: spacing in pPr',
    'word/document.xml: own in pPr',
  ]);
});
