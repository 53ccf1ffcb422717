import type { assembliesEn } from '../en/assemblies.ts';
import { enumerate, formatNumber } from '../number.ts';

const number = (value: number): string => formatNumber(value, 'vi');
const didYouMean = (meant: string | undefined): string =>
  meant === undefined ? '' : `; có phải ý là “${meant}”?`;

/** What a column was looked for as. */
const USES: Readonly<Record<string, string>> = {
  feature: 'tệp tiêu chí có nêu',
  household: 'cột này được nêu là một phần của địa chỉ',
  id: 'cột này được nêu là cột mã',
};

/** Vietnamese sentences of `assemblies`. */
export const assembliesVi: typeof assembliesEn = {
  'assemblies.headings': (p) =>
    `đây không phải các cột của một tệp tiêu chí: ${p.found.length === 0 ? 'không có cột nào' : p.found.join(', ')}; phải là một trong ${p.allowed.join(' · ')}`,
  'assemblies.heading-twice': ({ heading }) => `có hai cột “${heading}”; hãy bỏ một cột`,
  'assemblies.lonely-flex': ({ missing }) => `min_flex và max_flex phải đi cùng nhau: thiếu ${missing}`,
  'assemblies.columns-ignored': ({ headings }) => `các cột khác không được đọc: ${enumerate(headings, 'vi')}`,
  'assemblies.no-categories': () => 'tệp có tên cột nhưng không có tiêu chí nào',
  'assemblies.no-respondents': () => 'tệp có tên cột nhưng không có người nào',
  'assemblies.empty-cell': () => 'ô này trống',
  'assemblies.not-whole': ({ found }) => `“${found}” không phải số người; cần một số nguyên từ 0 trở lên`,
  'assemblies.min-over-max': ({ min, max }) =>
    `mức ít nhất, ${number(min)}, lớn hơn mức nhiều nhất, ${number(max)}`,
  'assemblies.flex-inside': (p) =>
    `${p.side}_flex là ${number(p.flex)}, nằm trong ${p.side} là ${number(p.bound)}; đây là mức được nới tới nên phải ${p.side === 'min' ? 'bằng hoặc thấp hơn' : 'bằng hoặc cao hơn'}`,
  'assemblies.said-twice': (p) =>
    `${p.feature} có “${p.value}” hai lần, lần đầu ở dòng ${number(p.first)}; hãy giữ một dòng`,
  'assemblies.outside-sums': (p) =>
    `theo các mức của ${p.feature} thì chọn được từ ${number(p.least)} đến ${number(p.most)} người, không phải ${number(p.number)}; hãy đổi số người hoặc các mức`,
  'assemblies.no-column': (p) =>
    `không có cột “${p.heading}”, mà ${USES[p.use] ?? p.use}${didYouMean(p.meant)}`,
  'assemblies.id-twice': ({ id, first }) =>
    `mã ${id} đã có ở dòng ${number(first)}; mỗi người phải có một mã riêng`,
  'assemblies.unknown-value': (p) =>
    `${p.found === '' ? 'ô này trống' : `“${p.found}” không phải giá trị của ${p.feature}`}${didYouMean(p.meant)}${p.found === '' || p.meant === undefined ? '; ' : ' '}tệp tiêu chí có ${enumerate(p.allowed, 'vi')}`,
  'assemblies.numbered': ({ people }) =>
    `không cột nào chứa mã: ${number(people)} người được đánh số theo thứ tự dòng; hãy chỉ cột mã bằng --id`,
  'assemblies.no-address': ({ people }) =>
    `${number(people)} người thiếu địa chỉ: coi như không ai ở cùng họ`,
  'assemblies.unknown-respondent': ({ id, called }) => `không có ai mang mã ${id} trong ${called}`,
  'assemblies.number': ({ found }) => `--number ${found} không phải số người; cần một số nguyên từ 1 trở lên`,

  'cli.assembly-summary': () =>
    'tệp của các công cụ chọn hội đồng công dân: tiêu chí thành quy tắc, người đăng ký thành nguồn, người được chọn thành bảng của họ',
  'cli.assembly-import': () => 'lập rules.yaml và pool.csv từ tệp tiêu chí và bảng người đăng ký',
  'cli.assembly-split': () =>
    'ghi những người được chọn và những người còn lại, đủ mọi cột của bảng người đăng ký',
  'cli.assembly-categories': () =>
    'category,name,min,max · feature,value,min,max · category,feature,min,max, thêm min_flex,max_flex nếu các mức được nới',
  'cli.assembly-respondents': () => 'những người có thể được chọn: mỗi tiêu chí một cột, và một cột mã',
  'cli.assembly-number': () => 'cần chọn bao nhiêu người',
  'cli.assembly-out': () => 'thư mục để ghi rules.yaml và pool.csv',
  'cli.assembly-id': () => 'cột mã, nếu tên cột không cho biết điều đó',
  'cli.assembly-household': () => 'các cột cùng nhau cho biết một hộ, mỗi hộ chọn nhiều nhất một người',
  'cli.assembly-seed': () => 'văn bản dùng để rút thăm; cùng văn bản thì cùng kết quả rút thăm',
  'cli.assembly-selected': () => 'tệp cho những người được chọn',
  'cli.assembly-remaining': () => 'tệp cho những người còn có thể được chọn',
  'cli.assembly-imported': (p) =>
    `${number(p.categories)} tiêu chí với ${number(p.values)} giá trị${p.people === undefined ? '' : `, ${number(p.people)} người đăng ký`}, cần chọn ${number(p.number)} người`,
  'cli.assembly-next': ({ folder }) =>
    `Tiếp theo: slate propose --pool ${folder}/pool.csv --rules ${folder}/rules.yaml --out chosen.csv`,
  'cli.assembly-parted': (p) =>
    `Được chọn ${number(p.selected)} người, còn lại ${number(p.remaining)} người${p.housemates === 0 ? '' : `; ${number(p.housemates)} người ở cùng hộ với người được chọn không nằm trong bảng nào`}`,
};
