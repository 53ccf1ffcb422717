import type { scenariosEn } from '../en/scenarios.ts';
import { enumerate, formatDifference, formatNumber } from '../number.ts';

const didYouMean = (meant: string | undefined): string =>
  meant === undefined ? '' : ` (có phải ý là “${meant}”?)`;
const number = (value: number): string => formatNumber(value, 'vi');
const listOf = (ids: readonly string[]): string => enumerate(ids, 'vi');

const standings = (p: {
  readonly compliant: number;
  readonly mendable: number;
  readonly broken: number;
}): string =>
  `trong ${number(p.compliant + p.mendable + p.broken)} trường hợp, ${number(p.compliant)} vẫn đạt, ${number(p.mendable)} khắc phục được bằng ngần ấy người thay, ${number(p.broken)} không khắc phục được`;

/** What is looked for: a slate, or a plan; plain `phương án` would be taken for a scenario here. */
const nounOf = ({ plan }: { readonly plan: boolean }): string => (plan ? 'phương án bố trí' : 'danh sách');

const baseOf = (base: number | 'none' | 'unknown', noun: string): string => {
  if (base === 'unknown') return `theo quy tắc hiện hành thì chưa rõ có ${noun} hay không`;
  return base === 'none'
    ? `theo quy tắc hiện hành thì không có ${noun} nào`
    : `theo quy tắc hiện hành là ${number(base)}`;
};

const memberOf = ({ plan }: { readonly plan: boolean }): string => (plan ? 'vị trí bố trí' : 'người');

/** Why a rule cannot be measured member by member, after its name. */
const NO_MEASURE: Readonly<
  Record<'units' | 'groups' | 'rules' | 'average' | 'difference' | 'empty cells', (rule: string) => string>
> = {
  units: (rule) =>
    `đếm đơn vị, còn thước đo cộng dồn từng người: người thứ hai trong một đơn vị không làm tăng số đơn vị; có thể xem quy tắc này tốn gì bằng slate cost ${rule}, hoặc đo bằng một quy tắc đếm người`,
  groups: () =>
    'đếm riêng từng nhóm hoặc đếm số nhóm, còn thước đo cộng dồn từng người; hãy đo bằng một quy tắc đếm người, không có forEach',
  rules: (rule) =>
    `đếm số quy tắc, còn thước đo cộng dồn từng người; có thể xem quy tắc này tốn gì bằng slate cost ${rule}, hoặc đo bằng một quy tắc đếm người`,
  average: () => 'là số trung bình, còn thước đo cộng dồn từng người; hãy đo bằng một tổng',
  difference: (rule) =>
    `nêu mức chênh lệch giữa hai bên, còn thước đo cộng dồn từng người; có thể xem quy tắc này tốn gì bằng slate cost ${rule}`,
  'empty cells': () =>
    'không tính người để trống ô, còn thước đo cần giá trị của mọi người; hãy khai giá trị mặc định trong facts',
};

/** Vietnamese sentences of `scenarios`. */
export const scenariosVi: typeof scenariosEn = {
  'scenarios.base': () => 'Theo bộ quy tắc hiện hành',

  // Scenario files
  'scenarios.empty-file': () => 'tệp trống; cần có scenarios: và một danh sách',
  'scenarios.repeated-id': (p) =>
    `phương án “${p.id}” đã có ở dòng ${p.line}; mỗi phương án cần một mã riêng`,
  'scenarios.no-scenario': (p) =>
    `không có phương án “${p.id}”${didYouMean(p.meant)}; ${p.allowed.length === 0 ? 'tệp không có phương án nào khác' : `hiện có ${listOf(p.allowed)}`}`,
  'scenarios.circular': (p) =>
    `các phương án dựa vào nhau thành vòng: ${p.chain.join(' → ')}; hãy bỏ một chỗ`,
  'scenarios.no-rule': (p) =>
    `bộ quy tắc không có quy tắc “${p.id}”${didYouMean(p.meant)}; hiện có ${listOf(p.allowed)}`,
  'scenarios.still-off': (p) =>
    `quy tắc “${p.id}” đang tắt, trong tệp quy tắc hoặc trong phương án làm nền; hãy thêm strength: hard hoặc soft, nếu không thay đổi này không có tác dụng`,
  'scenarios.min-alone': ({ id }) => `quy tắc “${id}” đếm số quy tắc đạt, chỉ có min; hãy đổi min`,
  'scenarios.bounds-in-proportion': ({ id }) =>
    `giới hạn của “${id}” tính từ số của từng nhóm nên không đặt bằng tay; hãy tắt quy tắc, hoặc viết tệp quy tắc khác với các số khác`,
  'scenarios.bounds-by-size': ({ id }) =>
    `giới hạn của “${id}” nằm trong bảng theo số lượng nên không đổi riêng từng giới hạn; hãy đổi số lượng, hoặc tắt quy tắc và thêm quy tắc khác`,
  'scenarios.size-without-line': (p) =>
    `“${p.id}” có giới hạn trong bảng theo số lượng, mà bảng không nêu gì cho danh sách ${p.size} người`,
  'scenarios.max-alone': ({ id }) =>
    `quy tắc “${id}” nêu mức chênh lệch giữa hai bên, chỉ có max; hãy đổi max`,
  'scenarios.stretches-of-rule': ({ id }) =>
    `“${id}” gồm nhiều quy tắc về các nhóm vị trí chồng lên nhau, phải đổi chỉ tiêu cùng lúc; hãy viết thành các phương án và so sánh bằng slate compare`,
  'scenarios.several-rules': (p) =>
    `“${p.id}” gồm ${p.parts.length} quy tắc, mỗi nhóm một quy tắc; hãy hỏi từng quy tắc: ${p.parts.map(({ name, title }) => `${name} (${title.vi})`).join(', ')}; muốn đổi tất cả cùng lúc thì viết thành các phương án và so sánh bằng slate compare`,
  'scenarios.no-bounds': (p) =>
    `“${p.id}” là tiêu chuẩn, không có giới hạn số lượng; chỉ có thể đặt soft, hard hoặc off`,
  'scenarios.min-over-max': (p) =>
    `min sẽ là ${p.min} còn max là ${p.max} nên quy tắc không bao giờ đạt; hãy cho cả hai, hoặc exactly`,
  'scenarios.no-term': (p) =>
    `mục tiêu không có số hạng nào với dữ kiện và điều kiện này${didYouMean(p.meant)}; trọng số mới phải dành cho một số hạng có trong bộ quy tắc`,

  // What is varied
  'scenarios.bad-variation': (p) =>
    `“${p.text}” chưa nói cần thay đổi gì; viết women=9..15, women.min=9..15/2, women=9,11,13 hoặc size=45..47`,
  'scenarios.bad-values': (p) =>
    `“${p.text}”: cần các số nguyên như 9..15, 9..15/2 hoặc 9,11,13; số nhỏ đứng trước`,
  'scenarios.bad-shares': (p) => `“${p.text}”: cần các tỷ lệ như 20%..40%/5% (khoảng và bước) hoặc 1/4,1/3`,
  'scenarios.bad-amounts': (p) => `“${p.text}”: cần các số như 50000..60000/1000 (khoảng và bước) hoặc 2.5,3`,
  'scenarios.too-many-values': (p) => `“${p.text}” có hơn ${number(p.max)} giá trị; hãy lấy bước lớn hơn`,
  'scenarios.too-many-cells': (p) =>
    `như vậy là ${number(p.cells)} ô; nhiều nhất là ${number(p.max)}; hãy thay đổi ít hơn, hoặc lấy bước lớn hơn`,
  'scenarios.varied-twice': (p) => `“${p.name}” được thay đổi hai lần; mỗi giới hạn chỉ một lần`,
  'scenarios.crossed': (p) =>
    `sẽ có ô mà “${p.id}” đòi hỏi ít nhất ${p.min} nhưng chỉ cho phép nhiều nhất ${p.max}; hãy rút ngắn khoảng để mức ít nhất không vượt mức nhiều nhất, hoặc ghi “${p.id}” không kèm .min hay .max để cả hai mức cùng thay đổi`,
  'scenarios.nothing-varied': () => 'chưa có gì để thay đổi; hãy nói rõ, như --vary women=9..15',
  'scenarios.side': (p) => (p.side === 'min' ? `${p.title}, ít nhất` : `${p.title}, nhiều nhất`),

  // Trade-offs
  'scenarios.no-measure': (p) =>
    `“${p.text}” không đo được${didYouMean(p.meant)}; hiện có ${listOf(p.allowed)}; dấu trừ trước một quy tắc nghĩa là càng ít càng tốt`,
  'scenarios.no-measure-of-groups': (p) => `“${p.rule}” (${p.title.vi}) ${NO_MEASURE[p.of](p.rule)}`,
  'scenarios.measures-needed': () =>
    'cần hai hoặc ba thước đo khác nhau, như --measure objective --measure women',

  // Robustness
  'scenarios.robustness': (p) =>
    [
      `Nếu một trong ${number(p.members)} ${p.plan ? 'vị trí bố trí không thực hiện được' : 'người rút'}: ${standings(p.one)}.`,
      ...(p.two === undefined || p.members < 2
        ? []
        : [`Nếu hai ${p.plan ? 'vị trí bố trí không thực hiện được' : 'người rút'}: ${standings(p.two)}.`]),
    ].join(' '),

  // Reports and tables
  'scenarios.scenario': () => 'Phương án',
  'scenarios.outcome': () => 'Kết quả',
  'scenarios.objective': () => 'Mục tiêu',
  'scenarios.members': (p) => (p.plan ? 'Số vị trí bố trí' : 'Số người'),
  'scenarios.rule': () => 'Quy tắc',
  'scenarios.comes': () => 'Vào',
  'scenarios.goes': () => 'Ra',
  'scenarios.from-to': () => 'Từ → đến',
  'scenarios.who': (p) =>
    p.plan ? 'Vị trí bố trí nào có trong phương án bố trí nào' : 'Ai có trong danh sách nào',
  'scenarios.need-and-have': () => 'Yêu cầu và kết quả của từng quy tắc',
  'scenarios.swaps': () => 'Thay đổi giữa từng cặp phương án',
  'scenarios.off': () => 'không áp dụng',
  'scenarios.status-optimal': () => 'tối ưu',
  'scenarios.status-feasible': (p) => `có ${nounOf(p)}, chưa chứng minh là tốt nhất`,
  'scenarios.status-infeasible': (p) => `không có ${nounOf(p)} nào`,
  'scenarios.status-unknown': () => 'hết thời gian',
  'scenarios.need-have': (p) => {
    const need =
      p.min !== undefined && p.min === p.max
        ? `đúng ${p.min}`
        : p.min !== undefined && p.max !== undefined
          ? `từ ${p.min} đến ${p.max}`
          : p.min !== undefined
            ? `ít nhất ${p.min}`
            : p.max === undefined
              ? 'không giới hạn'
              : `không quá ${p.max}`;
    return p.actual === undefined ? need : `${p.actual} (${need})`;
  },
  'scenarios.eligible': (p) =>
    p.failing === undefined
      ? `mọi ${memberOf(p)}`
      : p.failing === 0
        ? `tất cả (mọi ${memberOf(p)})`
        : `trừ ${number(p.failing)} ${memberOf(p)} (mọi ${memberOf(p)})`,
  'scenarios.compare-title': (p) => `${p.title.vi}: so sánh các phương án`,
  'scenarios.sweep-title': (p) => `${p.title.vi}: kết quả theo các chỉ tiêu khác`,
  'scenarios.map-label': (p) => `Bản đồ nhiệt của mục tiêu: ${p.title}`,
  'scenarios.map-legend': (p) =>
    `Màu càng rõ càng tốt. Ô gạch chéo: không có ${nounOf(p)} nào. Ô viền đậm: thêm một bước nữa là không còn. Trỏ vào ô để xem thay đổi, hoặc vì sao không có.`,
  'scenarios.all-cells': () => 'Tất cả các ô',
  'scenarios.incomplete': () => 'Chưa tính hết các ô: đã dừng giữa chừng, hoặc hết thời gian.',
  'scenarios.no-slate': (p) => `không có ${nounOf(p)} nào`,
  'scenarios.not-known': () => 'chưa rõ: hết thời gian',
  'scenarios.sweep-summary': (p) =>
    [
      `Đã tính ${number(p.cells)} trên ${number(p.total)} ô; ${number(p.possible)} ô có ${nounOf(p)}`,
      p.proven === p.cells
        ? 'tất cả đã được chứng minh'
        : `${number(p.proven)} ô đã được chứng minh, các ô khác theo kết quả của một bộ giải`,
      ...(p.least === undefined || p.most === undefined
        ? []
        : [`mục tiêu từ ${number(p.least)} đến ${number(p.most)}`]),
      baseOf(p.base, nounOf(p)),
    ].join('; '),
  'scenarios.cell': (p) =>
    [
      number(p.objective),
      ...(p.difference === undefined ? [] : [formatDifference(p.difference, 'vi')]),
      ...(p.comes.length > 0 ? [`thêm ${listOf(p.comes)}`] : []),
      ...(p.goes.length > 0 ? [`bớt ${listOf(p.goes)}`] : []),
    ].join('; '),
};
