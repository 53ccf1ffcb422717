import type { mendingEn } from '../en/mending.ts';
import { enumerate, formatNumber } from '../number.ts';
import { personSaid } from '../person-said.ts';

const number = (value: number): string => formatNumber(value, 'vi');
const list = (parts: readonly string[]): string => enumerate(parts, 'vi');
const people = (ids: readonly string[]): string => list(ids.map(personSaid));
const quoted = (titles: readonly string[]): string => list(titles.map((title) => `“${title}”`));

/** Who leaves and who enters, as the end of a sentence; nothing where nobody does. */
export function exchange({
  leave,
  enter,
  plan,
}: {
  readonly leave: readonly string[];
  readonly enter: readonly string[];
  readonly plan?: boolean | undefined;
}) {
  const noun = plan === true ? 'phương án' : 'danh sách';
  const parts = [
    ...(leave.length > 0 ? [`${people(leave)} ra khỏi ${noun}`] : []),
    ...(enter.length > 0 ? [`${people(enter)} vào ${noun}`] : []),
  ];
  return parts.length === 0 ? '' : `; ${list(parts)}`;
}

/** Vietnamese sentences of what may be changed on a slate, and what bounds cost. */
export const mendingVi: typeof mendingEn = {
  'explain.swap': ({ remove, add, mends, keeps }) => {
    const what =
      remove === undefined
        ? `thêm ${personSaid(add ?? '')}`
        : add === undefined
          ? `bớt ${personSaid(remove)}`
          : `thay ${personSaid(remove)} bằng ${personSaid(add)}`;
    const why = [
      ...(mends.length > 0 ? [`khắc phục ${quoted(mends)}`] : []),
      ...(keeps.length > 0 ? [`giữ được ${quoted(keeps)}`] : []),
    ];
    return why.length === 0 ? what : `${what}: ${list(why)}`;
  },
  'explain.repair-compliant': () => 'Danh sách đã đáp ứng mọi chỉ tiêu bắt buộc; không cần thay đổi',
  'explain.repair': ({ changes }) =>
    `${number(changes)} thay đổi là đủ để đáp ứng mọi chỉ tiêu bắt buộc, ít hơn thì không được`,
  'explain.repair-infeasible': ({ kept }) =>
    kept === 0
      ? 'Không danh sách nào từ nguồn này đáp ứng mọi chỉ tiêu bắt buộc'
      : `Không danh sách nào đáp ứng mọi chỉ tiêu bắt buộc mà giữ nguyên ${number(kept)} người phải ở lại`,
  'explain.repair-unknown': () => 'Đã hết thời gian trước khi tìm được cách khắc phục',

  'explain.cost-best': ({ bound, objective }) => `${bound}: điểm chất lượng cao nhất ${number(objective)}`,
  'explain.cost-differs': ({ bound, objective, difference }) =>
    difference === 0
      ? `${bound}: điểm chất lượng cao nhất ${number(objective)}, như hiện nay`
      : `${bound}: điểm chất lượng cao nhất ${number(objective)}, ${difference < 0 ? 'thấp' : 'cao'} hơn hiện nay ${number(Math.abs(difference))} điểm`,
  'explain.cost-impossible': ({ bound }) => `${bound}: không có danh sách nào`,
  'explain.cost-open': ({ bound }) => `${bound}: chưa xác định được trong thời gian cho phép`,
  'explain.cost-exceptions': ({ exceptions }) => `${number(exceptions)} ngoại lệ`,
  'explain.cost-range': ({ title, from, to }) =>
    from === to
      ? `“${title}” chỉ đáp ứng được với mức ${from}`
      : `“${title}” đáp ứng được từ mức ${from} đến mức ${to}`,
  'explain.cost-never': ({ title }) =>
    `“${title}” không mức nào đáp ứng được: riêng các chỉ tiêu khác đã không cho phép danh sách nào`,
  'explain.cost-unknown': ({ title }) => `Đã hết thời gian trước khi biết hết các mức của “${title}”`,
  'explain.no-steps': ({ rule }) =>
    `“${rule}” cộng dồn một dữ kiện nên giới hạn có thể là số bất kỳ; hãy nêu các mức cần xem, như slate sweep --vary ${rule}.max=50000..60000/1000`,
  'explain.bounds-by-size': ({ rule }) =>
    `giới hạn của “${rule}” nằm trong bảng theo số lượng; hãy xem các số lượng khác cho kết quả gì, như slate cost size`,
  'explain.no-rule': ({ rule, allowed, meant }) =>
    meant === undefined
      ? `không có quy tắc “${rule}”; các quy tắc gồm ${list(allowed)}`
      : `không có quy tắc “${rule}”; có phải ý là “${meant}”? Các quy tắc gồm ${list(allowed)}`,
  'explain.need': ({ member, has, least, most }) => {
    const need =
      least === most
        ? least === 0
          ? 'không được thêm'
          : `cần thêm đúng ${number(least)}`
        : [
            ...(least > 0 ? [`cần thêm ít nhất ${number(least)}`] : []),
            ...(most === null ? [] : [most === 0 ? 'không được thêm' : `thêm nhiều nhất ${number(most)}`]),
          ].join(', ');
    return `${member}: còn ${number(has)}, ${need}`;
  },
  'explain.need-too-many': ({ member, has, excess }) =>
    `${member}: còn ${number(has)}, thừa ${number(excess)}`,
  'explain.replacement': ({ candidate, leave, enter, plan }) => {
    const [first, ...others] = enter;
    const also = exchange({ leave, enter: others, plan });
    return first === undefined
      ? `không ai thay ${personSaid(candidate)}${also}`
      : `${personSaid(first)} thay ${personSaid(candidate)}${also}`;
  },
  'explain.kept-and-gone': ({ id }) => `“${id}” vừa rút vừa đã nhận lời; hãy chỉ giữ một trong hai`,
  'explain.replace-found': ({ candidate, found, plan }) =>
    `${personSaid(candidate)} rút khỏi ${plan === true ? 'phương án' : 'danh sách'}: có ${number(found)} phương án thay thế đáp ứng mọi chỉ tiêu bắt buộc`,
  'explain.replace-none': ({ candidate, changes }) =>
    changes === 0
      ? `Không ai thay được ${personSaid(candidate)} nếu giữ nguyên những người còn lại`
      : `Không ai thay được ${personSaid(candidate)} với nhiều nhất ${number(changes)} thay đổi khác`,
};
