import { describe, expect, it } from 'vitest';
import { openWorkbook } from '../../../src/tables/workbook/workbook.ts';
import type { SheetRow } from '../../../src/tables/workbook/workbook-rows.ts';
import { odsOf, odsRow, odsText, odsValue } from '../ods.ts';

const EMPTY_ROW = '<table:table-cell table:number-columns-repeated="16384"/>';

async function rowsOf(bytes: Buffer, sheet = 0): Promise<readonly SheetRow[]> {
  const workbook = await openWorkbook(bytes, 'ods');
  const rows: SheetRow[] = [];
  for await (const row of workbook.rows(sheet)) rows.push(row);
  return rows;
}

async function cellsOf(tables: string): Promise<readonly (readonly string[])[]> {
  return (await rowsOf(odsOf(`<table:table table:name="a">${tables}</table:table>`))).map(
    ({ cells }) => cells,
  );
}

describe('an OpenDocument spreadsheet', () => {
  it('has its rows wherever they stand: in headings that pages repeat, in groups', async () => {
    const rows = await rowsOf(
      odsOf(
        `<table:table table:name="a"><table:table-header-rows>${odsRow([odsText('Mã')])}</table:table-header-rows>${odsRow([EMPTY_ROW], 'table:number-rows-repeated="3"')}<table:table-row-group><table:table-row-group>${odsRow([odsText('A1')])}</table:table-row-group>${odsRow([odsText('A2')], 'table:visibility="filter"')}</table:table-row-group>${odsRow([EMPTY_ROW], 'table:number-rows-repeated="1048000"')}</table:table>`,
      ),
    );
    expect(rows).toEqual([
      { cells: ['Mã'], row: 1, isHidden: false },
      { cells: ['A1'], row: 5, isHidden: false },
      { cells: ['A2'], row: 6, isHidden: true },
    ]);
  });

  it('has cells and rows as often as they are repeated, and covered ones empty', async () => {
    expect(
      await cellsOf(
        odsRow(
          [odsText('x', 'table:number-columns-repeated="2"'), '<table:covered-table-cell/>', odsText('y')],
          'table:number-rows-repeated="2"',
        ),
      ),
    ).toEqual([
      ['x', 'x', '', 'y'],
      ['x', 'x', '', 'y'],
    ]);
  });

  it('says merged cells in every row of them that has something of its own', async () => {
    expect(
      await cellsOf(
        odsRow([odsText('1'), odsText('Xã A', 'table:number-rows-spanned="3"')]) +
          odsRow([odsText('2'), '<table:covered-table-cell/>']) +
          odsRow(['<table:table-cell/>', '<table:covered-table-cell/>']) +
          odsRow([odsText('4')]),
      ),
    ).toEqual([['1', 'Xã A'], ['2', 'Xã A'], ['4']]);
  });

  it('has texts without remarks, with their blanks, entities and lines', async () => {
    expect(
      await cellsOf(
        odsRow([
          odsText('Lê<text:s text:c="2"/><text:span>Văn</text:span> &amp; B'),
          odsText('A<office:annotation><text:p>nghỉ</text:p></office:annotation>C'),
          '<table:table-cell office:value-type="string"><office:annotation><text:p>ghi chú</text:p></office:annotation><text:p>D</text:p><text:p>E</text:p></table:table-cell>',
          '<table:table-cell office:value-type="string" office:string-value="G"/>',
        ]),
      ),
    ).toEqual([['Lê  Văn & B', 'AC', 'D\nE', 'G']]);
  });

  it('has values as people see them', async () => {
    expect(
      await cellsOf(
        odsRow([
          odsValue('float', '8.5', '8,5'),
          odsValue('float', '7', '007'),
          odsValue('float', '7', 'HD-007'),
          odsValue('percentage', '0.855', '86 %'),
          odsValue('boolean', 'true', 'ĐÚNG'),
          odsValue('date', '1980-05-17', '17/05/80'),
          odsValue('date', '1980-05-01', '05/1980'),
          odsValue('date', '1980-05-01', 'tháng 5 năm 1980'),
          odsValue('date', '1980-05-17', '05/1980'),
          odsValue('date', '1980-05-01', '1 tháng năm 1980'),
          odsValue('date', '1980-01-01', '1980'),
          odsValue('date', '1980-01-01', 'January 1980'),
          odsValue('date', '1980-05-17T13:30:00', '17/05/80 13:30'),
          odsValue('date', 'x', '17/05/1980'),
        ]),
      ),
    ).toEqual([
      [
        '8.5',
        '007',
        'HD-007',
        '85.5%',
        'true',
        '1980-05-17',
        '1980-05',
        '1980-05',
        '1980-05-17',
        '1980-05-01',
        '1980',
        '1980-01',
        '1980-05-17T13:30:00',
        '17/05/1980',
      ],
    ]);
  });

  it('has days whatever time zone is written behind them', async () => {
    const cells = ['1980-05-06T00:00:00.000Z', '1980-05-06T00:00:00+07:00', '1980-05-06T00:00:00'];
    expect(await cellsOf(odsRow(cells.map((iso) => odsValue('date', iso, '5/6/80'))))).toEqual([
      ['1980-05-06', '1980-05-06', '1980-05-06'],
    ]);
  });

  it('tells hidden sheets', async () => {
    const styles =
      '<style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style><style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>';
    const bytes = odsOf(
      `<table:table table:name="a" table:style-name="ta2"/><table:table table:name="b" table:style-name="ta1">${odsRow([odsText('x')])}</table:table>`,
      styles,
    );
    expect((await openWorkbook(bytes, 'ods')).sheets).toEqual([
      { name: 'a', isHidden: true },
      { name: 'b', isHidden: false },
    ]);
    expect(await rowsOf(bytes, 1)).toEqual([{ cells: ['x'], row: 1, isHidden: false }]);
  });

  it('tells hidden columns', async () => {
    const columns =
      '<table:table-column table:number-columns-repeated="2"/><table:table-column-group><table:table-column table:visibility="collapse" table:number-columns-repeated="2"/></table:table-column-group><table:table-column/>';
    const bytes = odsOf(`<table:table table:name="a">${columns}${odsRow([odsText('x')])}</table:table>`);
    const workbook = await openWorkbook(bytes, 'ods');
    const hidden = [0, 1, 2, 3, 4].map((column) => workbook.isColumnHidden(0, column));
    expect(hidden).toEqual([false, false, true, true, false]);
  });

  it('that repeats more than a sheet holds is told as too large', async () => {
    const bytes = odsOf(
      `<table:table table:name="a">${odsRow([odsText('x', 'table:number-columns-repeated="16384"')], 'table:number-rows-repeated="1048576"')}</table:table>`,
    );
    await expect(openWorkbook(bytes, 'ods')).rejects.toMatchObject({ fault: 'too-large' });
  });

  it.each([
    ['with elements that do not nest', '<table:table></table:table-row>'],
    ['that is cut off', '<table:table>'],
  ])('%s is told as broken', async (_what, tables) => {
    await expect(openWorkbook(odsOf(tables), 'ods')).rejects.toMatchObject({ fault: 'broken' });
  });
});
