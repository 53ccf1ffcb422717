import type { explainEn } from '../en/explain.ts';
import { enumerate, formatNumber } from '../number.ts';

const number = (value: number): string => formatNumber(value, 'vi');
const list = (parts: readonly string[]): string => enumerate(parts, 'vi');
const quoted = (titles: readonly string[]): string => list(titles.map((title) => `“${title}”`));

function exchange({
  leave,
  enter,
}: {
  readonly leave: readonly string[];
  readonly enter: readonly string[];
}) {
  const parts = [
    ...(leave.length > 0 ? [`${list(leave)} ra khỏi danh sách`] : []),
    ...(enter.length > 0 ? [`${list(enter)} vào danh sách`] : []),
  ];
  return parts.length === 0 ? '' : `; ${list(parts)}`;
}

/** Vietnamese sentences of `explain`. */
export const explainVi: typeof explainEn = {
  'explain.member': ({ title, bound, groups }) => {
    const inside = [...(bound === undefined ? [] : [bound]), ...(groups === undefined ? [] : [list(groups)])];
    return inside.length === 0 ? `“${title}”` : `“${title}” (${inside.join('; ')})`;
  },
  'explain.pin': ({ candidate }) => `việc bắt buộc có ${candidate}`,
  'explain.exclude': ({ candidate }) => `việc loại trừ ${candidate}`,
  'explain.together': ({ candidates }) => `việc ${list(candidates)} phải cùng có hoặc cùng không`,
  'explain.apart': ({ candidates }) => `việc trong số ${list(candidates)} chỉ chọn nhiều nhất một`,
  'explain.conflict': ({ members, why, given }) => {
    const granted =
      given === undefined ? '' : `${given.on ? 'nếu có' : 'nếu không có'} ${given.candidate} thì `;
    const holds = members.length === 1 ? 'không thể đáp ứng' : 'không thể cùng đáp ứng';
    return `${granted}${list(members)} ${holds}${why.length === 0 ? '' : `, vì ${why.join(', và ')}`}`;
  },
  'explain.why-available': ({ title, available, shared }) => {
    if (title === undefined) return `có ${number(available)} nhân sự đủ điều kiện`;
    if (shared.length === 0) return `có ${number(available)} nhân sự đủ điều kiện được tính cho “${title}”`;
    const parts = shared.map((each) => `${number(each.both)} người cũng được tính cho “${each.title}”`);
    return `trong ${number(available)} nhân sự đủ điều kiện được tính cho “${title}” có ${list(parts)}`;
  },
  'explain.why-reach': ({ side, reach, bound }) =>
    side === 'min'
      ? `chỉ chọn được nhiều nhất ${number(reach)} trong khi cần ${number(bound)}`
      : `phải chọn ít nhất ${number(reach)} trong khi chỉ được phép ${number(bound)}`,
  'explain.why-aside': ({ candidate, facts }) =>
    `${candidate} tạm để ngoài do ${list(facts)} còn thiếu hoặc chưa chính xác`,
  'explain.why-short': ({ seats }) => `không có ${number(seats)} nhân sự nào trong nguồn cùng đáp ứng được`,

  'explain.change-bound': ({ title, from, to }) => `“${title}”: ${to} thay cho ${from}`,
  'explain.change-except': ({ title, candidates }) =>
    candidates.length === 0
      ? `“${title}”: cho phép ngoại lệ`
      : `“${title}”: chấp nhận ngoại lệ cho ${list(candidates)} (không đáp ứng tiêu chuẩn này)`,
  'explain.drop-pin': ({ candidate }) => `không bắt buộc có ${candidate}`,
  'explain.drop-exclude': ({ candidate }) => `không loại trừ ${candidate}`,
  'explain.drop-together': ({ candidates }) => `${list(candidates)} không bắt buộc đi cùng nhau`,
  'explain.drop-apart': ({ candidates }) => `${list(candidates)} được phép cùng có trong danh sách`,
  'explain.relaxation': ({ changes, cost }) => `${changes.join('; ')} (chi phí ${number(cost)})`,
  'explain.diagnosis-feasible': () => 'Có danh sách đáp ứng mọi chỉ tiêu bắt buộc; không có gì vướng mắc',
  'explain.diagnosis': ({ conflicts, complete }) =>
    complete
      ? `Không có danh sách nào: các chỉ tiêu có ${number(conflicts)} xung đột, ngoài ra không còn xung đột nào khác`
      : `Không có danh sách nào: các chỉ tiêu có ${number(conflicts)} xung đột, có thể còn xung đột khác`,
  'explain.diagnosis-unknown': () => 'Đã hết thời gian trước khi biết có danh sách nào hay không',

  'explain.swap': ({ remove, add, mends, keeps }) => {
    const what =
      remove === undefined
        ? `thêm ${add ?? ''}`
        : add === undefined
          ? `bớt ${remove}`
          : `thay ${remove} bằng ${add}`;
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

  'explain.why-on': ({ candidate, loss, ...people }) =>
    loss === 0
      ? `${candidate} có trong danh sách tốt nhất, nhưng cũng có danh sách tốt ngang mà không có người này${exchange(people)}`
      : `${candidate} có trong danh sách tốt nhất; danh sách tốt nhất không có người này kém ${number(loss)}${exchange(people)}`,
  'explain.why-off': ({ candidate, loss, ...people }) =>
    loss === 0
      ? `${candidate} không có trong danh sách đã chọn, nhưng cũng có danh sách tốt ngang mà có người này${exchange(people)}`
      : `${candidate} không có trong danh sách tốt nhất; danh sách tốt nhất có người này kém ${number(loss)}${exchange(people)}`,
  'explain.why-needed': ({ candidate }) =>
    `${candidate} có trong mọi danh sách: không có người này thì không có danh sách nào`,
  'explain.why-never': ({ candidate }) => `${candidate} không thể có trong danh sách nào`,
  'explain.why-no-slate': () => 'Không có danh sách nào cả; hãy chẩn đoán xung đột chỉ tiêu',
  'explain.why-unknown': () => 'Đã hết thời gian trước khi có câu trả lời',
  'explain.obstacle': ({ member, loss, least }) =>
    least === 0
      ? `nếu không có ${member} thì người này có trong một danh sách tốt nhất`
      : `nếu không có ${member} thì chỉ kém ${number(least)} thay vì ${number(loss)}`,

  'explain.cost-best': ({ bound, objective }) => `${bound}: giá trị tốt nhất ${number(objective)}`,
  'explain.cost-differs': ({ bound, objective, difference }) =>
    difference === 0
      ? `${bound}: giá trị tốt nhất ${number(objective)}, như hiện nay`
      : `${bound}: giá trị tốt nhất ${number(objective)}, ${difference < 0 ? 'kém' : 'hơn'} hiện nay ${number(Math.abs(difference))}`,
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
  'explain.no-rule': ({ rule, allowed }) => `không có quy tắc “${rule}”; các quy tắc gồm ${list(allowed)}`,
  'explain.no-candidate': ({ id }) => `không có nhân sự “${id}” trong nguồn nhân sự`,
  'explain.not-on-slate': ({ id }) => `“${id}” không có trong danh sách`,

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
  'explain.replacement': ({ candidate, leave, enter }) => {
    const [first, ...others] = enter;
    const also = exchange({ leave, enter: others });
    return first === undefined ? `không ai thay ${candidate}${also}` : `${first} thay ${candidate}${also}`;
  },
  'explain.replace-found': ({ candidate, found }) =>
    `${candidate} rút khỏi danh sách: có ${number(found)} phương án thay thế đáp ứng mọi chỉ tiêu bắt buộc`,
  'explain.replace-none': ({ candidate, changes }) =>
    changes === 0
      ? `Không ai thay được ${candidate} nếu giữ nguyên những người còn lại`
      : `Không ai thay được ${candidate} với nhiều nhất ${number(changes)} thay đổi khác`,
};
