import type { Decided, slateEn, WithoutValueLine } from '../en/slate.ts';
import { enumerate, formatNumber, formatShare, roundedWords } from '../number.ts';
import type { Counted as What } from '../sentence.ts';
import { personSaid } from '../person-said.ts';

interface Line {
  readonly title: string;
  readonly group?: string | undefined;
}

function bounds(min: number | null, max: number | null, show: (value: number) => string): string {
  if (min !== null && min === max) return `đúng ${show(min)}`;
  if (min !== null && max !== null) return `từ ${show(min)} đến ${show(max)}`;
  if (min !== null) return `ít nhất ${show(min)}`;
  return max === null ? 'bao nhiêu cũng được' : `không quá ${show(max)}`;
}

const about = ({ title, group }: Line): string => (group === undefined ? title : `${title} (${group})`);
const number = (value: number): string => formatNumber(value, 'vi');
const share = (value: number): string => formatShare(value, 'vi');

const NOUNS: Readonly<Record<What, string>> = {
  member: 'người',
  unit: 'đơn vị',
  appointment: 'vị trí bố trí',
  group: 'nhóm',
  rule: 'quy tắc',
};

/** By how much a rule is missed. */
export function off(deviation: number, per: What): string {
  const amount = `${number(Math.abs(deviation))} ${NOUNS[per]}`;
  return deviation < 0 ? `thiếu ${amount}` : `thừa ${amount}`;
}

function withoutValueMeans({ missing, among }: WithoutValueLine): string {
  if (missing === 'none') return 'không tính vào nhóm nào';
  return among === 'members' ? 'chưa biết thuộc nhóm nào' : 'tạm để ngoài';
}

/** That a list goes on. */
const more = (count: number): string => (count > 0 ? `, … (+${number(count)})` : '');

const placeOf = ({ plan }: Decided): string => (plan ? 'trong phương án' : 'trong danh sách');
const people = (ids: readonly string[]): string => enumerate(ids.map(personSaid), 'vi');

function decision(decided: Decided): string {
  const { kind, name, candidates } = decided;
  switch (kind) {
    case 'pin':
      return `${personSaid(name)} bắt buộc có ${placeOf(decided)}`;
    case 'exclude':
      return `${personSaid(name)} đã quyết định không đưa vào, không được có ${placeOf(decided)}`;
    case 'together':
      return `${people(candidates)} phải cùng có hoặc cùng không`;
    case 'apart':
      return `trong ${people(candidates)} chỉ được có nhiều nhất một`;
  }
}

/** Vietnamese sentences of `slate`. */
export const slateVi: typeof slateEn = {
  'slate.assurance-proven': () => 'Đã chứng minh: chứng minh đã được kiểm tra bằng số nguyên',
  'slate.assurance-solvers-agree': () => 'Các bộ giải thống nhất, chưa chứng minh',
  'slate.assurance-one-solver': () =>
    'Chưa chứng minh: mới có kết quả của một bộ giải, chưa có chứng minh nào được kiểm tra',
  'slate.size-title': () => 'Số lượng nhân sự',
  'slate.list-order': () => 'Thứ tự',
  'slate.list-size-title': () => 'Số người trong danh sách',
  'slate.appointments-title': () => 'Số vị trí bố trí',
  'slate.kept': (line) =>
    `${about(line)}: ${number(line.actual)}, đạt yêu cầu (${bounds(line.min, line.max, number)})`,
  'slate.violated': (line) =>
    `${about(line)}: ${number(line.actual)}, trong khi yêu cầu ${bounds(line.min, line.max, number)}: ${off(line.deviation, line.per)}`,
  'slate.unknown': (line) =>
    `${about(line)}: chưa xác định được vì ${number(line.open)} ${NOUNS[line.per === 'group' ? 'member' : line.per]} còn thiếu thông tin`,
  'slate.share-kept': (line) =>
    `${about(line)}: ${share(line.actual)}, đạt yêu cầu (${bounds(line.min, line.max, share)}${roundedWords(line.round, 'vi')})`,
  'slate.share-violated': (line) =>
    `${about(line)}: ${share(line.actual)}, trong khi yêu cầu ${bounds(line.min, line.max, share)}: ${off(line.deviation, line.per)}`,
  'slate.share-off': (line) => {
    const { matching, base, deviation, min, max } = line;
    const needed = number(matching - deviation);
    const demand = deviation < 0 ? `cần ít nhất ${needed}` : `không được quá ${needed}`;
    return `${about(line)}: ${number(matching)} trên ${number(base)}, ${demand} (${bounds(min, max, share)}${roundedWords(line.round, 'vi')}): ${off(deviation, line.per)}`;
  },
  'slate.difference': (line) => {
    const sides = `${about(line)}: ${number(line.one)} và ${number(line.other)}`;
    const most = `chênh lệch không quá ${number(line.max)}`;
    return line.deviation === 0
      ? `${sides}, đạt yêu cầu (${most})`
      : `${sides}, trong khi yêu cầu ${most}: thừa ${number(line.deviation)}`;
  },
  'slate.amount-kept': (line) =>
    `${about(line)}: ${number(line.actual)}, đạt yêu cầu (${bounds(line.min, line.max, number)})`,
  'slate.amount-off': (line) => {
    const { kind, deviation, base, per } = line;
    const together = kind === 'average' ? ` tính chung cả ${number(base)} ${NOUNS[per]}` : '';
    return `${about(line)}: ${number(line.actual)}, trong khi yêu cầu ${bounds(line.min, line.max, number)}: ${deviation < 0 ? 'thiếu' : 'thừa'} ${number(Math.abs(deviation))}${together}`;
  },
  'slate.amount-too-fine': (parts) =>
    `các số “${parts.fact}” mà quy tắc ${parts.rule} cộng lại quá lớn hoặc quá lẻ nên không cộng chính xác được; hãy ghi theo đơn vị lớn hơn hoặc bớt chữ số thập phân`,
  'slate.rules-kept': ({ title, actual, all, min, missed, ofKind, status }) => {
    if (ofKind !== undefined) {
      if (status === 'violated') return `${title}: ${missed.slice(1).join('; ')}`;
      return `${title}: ${ofKind === 0 ? 'không có ai thuộc diện này' : 'đạt yêu cầu'}`;
    }
    const kept = `${title}: đạt ${number(actual)} trong ${number(all)} quy tắc`;
    if (status === 'kept') return `${kept}, đủ yêu cầu (ít nhất ${number(min)})`;
    return `${kept}, trong khi yêu cầu ít nhất ${number(min)}. Chưa đạt: ${missed.join('; ')}`;
  },
  'slate.decision': (decided) => decision(decided),
  'slate.decision-kept': (decided) => `${decision(decided)}: đúng như vậy`,
  'slate.decision-broken': (decided) => {
    const { kind, candidates, members } = decided;
    if (kind === 'pin') return `${decision(decided)}, nhưng không có`;
    const who = kind === 'together' ? candidates.filter((id) => !members.includes(id)) : members;
    return `${decision(decided)}, nhưng ${people(who)} ${kind === 'together' ? 'không có' : 'lại có'} ${placeOf(decided)}`;
  },
  'slate.require-kept': (line) =>
    `${about(line)}: ${line.per === 'member' ? 'mọi người trong danh sách' : `mọi ${NOUNS[line.per]}`} đều đáp ứng`,
  'slate.require-violated': (line) =>
    `${about(line)}: ${number(line.deviation)} ${NOUNS[line.per]} không đáp ứng`,
  'slate.ineligible': (parts) =>
    `${personSaid(parts.candidate)} không đáp ứng “${parts.title}”: ${parts.fact} ${parts.value === undefined ? 'còn thiếu' : `là ${parts.value}`}`,
  'slate.without-value': (parts) =>
    `${parts.title}: ${number(parts.count)} người ${parts.among === 'members' ? 'trong danh sách' : 'trong nguồn'} không có ${parts.fact}; ${withoutValueMeans(parts)}`,
  'slate.set-aside': (parts) =>
    `${parts.appointments === undefined ? personSaid(parts.candidate) : `${enumerate(parts.appointments.slice(0, 3), 'vi')}${more(parts.appointments.length - 3)}`} tạm để ngoài: “${parts.title}” cần ${enumerate(parts.facts, 'vi')}, thông tin còn thiếu hoặc chưa chính xác`,
  'slate.objective-title': () => 'Điểm chất lượng',
  'slate.capacity-few': (parts) =>
    `${about(parts)}: chỉ chọn được ${number(parts.available)}, cần ${number(parts.needed)}`,
  'slate.capacity-many': (parts) =>
    `${about(parts)}: phải chọn ít nhất ${number(parts.fewest)} mới đủ danh sách, chỉ được phép ${number(parts.allowed)}`,
  'slate.capacity-enough': (parts) => `${about(parts)}: chọn được ${number(parts.available)}`,
  'slate.capacity-size': (parts) =>
    parts.plan
      ? `${parts.title}: có thể bố trí ${number(parts.eligible)} vị trí, cần ${number(parts.seats)}`
      : `${parts.title}: ${number(parts.eligible)} nhân sự đủ điều kiện, cần ${number(parts.seats)} người`,
  'slate.capacity-groups-few': (parts) =>
    `${about(parts)}: giới hạn chỉ cho phép ${number(parts.most)} người, cần ${number(parts.seats)}`,
  'slate.capacity-groups-many': (parts) =>
    `${about(parts)}: các nhóm cộng lại cần ${number(parts.fewest)} người, danh sách chỉ có ${number(parts.seats)} chỗ`,
  'slate.solver-killed': (parts) => `${parts.solver} không dừng đúng hạn nên luồng của nó đã bị kết thúc`,
  'slate.missing-column': (parts) =>
    parts.from.length > 0
      ? `${enumerate(parts.users, 'vi')} dùng “${parts.fact}”, được tính từ ${enumerate(parts.from, 'vi')}, nhưng danh sách nhân sự không có; hãy thêm cột còn thiếu`
      : `danh sách nhân sự không có cột “${parts.fact}” mà ${enumerate(parts.users, 'vi')} cần dùng; hãy thêm cột này, hoặc khai giá trị mặc định trong facts:`,
  'slate.misspelt-value': (parts) =>
    `quy tắc ${parts.rule} so ${parts.fact} với “${parts.value}”, nhưng nguồn nhân sự nào cũng đọc giá trị này là ${parts.meant}; hãy ghi ${parts.meant}`,
  'slate.unknown-person': (parts) => `${parts.decision}: không có nhân sự “${parts.id}” trong nguồn nhân sự`,
  'slate.repeated-person': (parts) => `“${parts.id}” có hai lần trong danh sách`,
  'slate.impossible-pin': (parts) => `không thể bắt buộc có “${parts.id}”: ${parts.reason.vi}`,
  'slate.missing-facts': (parts) => `còn thiếu hoặc chưa chính xác: ${enumerate(parts.facts, 'vi')}`,
  'slate.alternatives-cut': (parts) =>
    `Hết thời gian sau ${number(parts.found)} trên ${number(parts.wanted)} ${parts.plan ? 'phương án' : 'danh sách'}; có thể còn nữa`,
  'slate.pinned-and-excluded': (parts) => `“${parts.id}” vừa bắt buộc có vừa không được đưa vào`,
  'slate.small-group': (parts) => `${parts.decision} cần ít nhất hai người khác nhau`,
};
