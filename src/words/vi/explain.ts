import type { BindingRule, explainEn } from '../en/explain.ts';
import { exchange, mendingVi } from './mending.ts';
import { enumerate, formatNumber } from '../number.ts';
import { off } from './slate.ts';
import { personSaid } from '../person-said.ts';
import { saidAlready } from '../said-already.ts';

const binding = ({ title, group, points }: BindingRule): string =>
  `${title}${group === undefined ? '' : ` (${group})`}, ${number(points)} điểm`;

const number = (value: number): string => formatNumber(value, 'vi');
const list = (parts: readonly string[]): string => enumerate(parts, 'vi');
const people = (ids: readonly string[]): string => list(ids.map(personSaid));

/** What is looked for: a slate, or the plan of a placement. */
const nounOf = ({ plan }: { readonly plan?: boolean | undefined }): string =>
  plan === true ? 'phương án' : 'danh sách';

/** Who, or which appointment, a sentence is about. */
const whom = ({ plan }: { readonly plan?: boolean | undefined }): string =>
  plan === true ? 'bố trí này' : 'người này';

function opening(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Vietnamese sentences of `explain`. */
export const explainVi: typeof explainEn = {
  ...mendingVi,
  'explain.member': ({ title, bound, groups }) => {
    const inside = [
      ...(bound === undefined || saidAlready(bound, title) ? [] : [bound]),
      ...(groups === undefined ? [] : [list(groups)]),
    ];
    return inside.length === 0 ? `“${title}”` : `“${title}” (${inside.join('; ')})`;
  },
  'explain.appointed': ({ candidate, titles, unit }) =>
    `${personSaid(candidate)} giữ chức ${titles.join(' kiêm ')} tại ${unit}`,
  'explain.at-place': ({ candidate, place, titles }) =>
    `${personSaid(candidate)} ở vị trí ${place}${titles === undefined ? '' : ` (${titles.join(', ')})`}`,
  'explain.pin': ({ candidates }) => `việc bắt buộc có ${people(candidates)}`,
  'explain.exclude': ({ candidates }) => `việc không đưa ${people(candidates)} vào`,
  'explain.together': ({ candidates }) => `việc ${people(candidates)} phải cùng có hoặc cùng không`,
  'explain.apart': ({ candidates }) => `việc trong số ${people(candidates)} chỉ chọn nhiều nhất một`,
  'explain.conflict': ({ members, why, given }) => {
    const granted =
      given === undefined
        ? ''
        : `${given.on ? 'nếu có' : 'nếu không có'} ${personSaid(given.candidate)} thì `;
    const holds = members.length === 1 ? 'không thể đáp ứng' : 'không thể cùng đáp ứng';
    return opening(
      `${granted}${list(members)} ${holds}${why.length === 0 ? '' : `, vì ${why.join(', và ')}`}`,
    );
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
    `${personSaid(candidate)} tạm để ngoài do ${list(facts)} còn thiếu hoặc chưa chính xác`,

  'explain.change-bound': ({ title, from, to }) => `“${title}”: ${to} thay cho ${from}`,
  'explain.change-share': (p) => `${p.change} (theo quy tắc hiện nay thì ${off(p.deviation, p.per)})`,
  'explain.why-seats': (p) =>
    `cần bố trí ${number(p.seats)} vị trí, mà chỉ có ${number(p.available)} người có thể giữ`,
  'explain.change-vacant': (p) => `“${p.title}”: để trống ${number(p.seats)} vị trí tại ${list(p.units)}`,
  'explain.change-except': ({ title, candidates }) =>
    candidates.length === 0
      ? `“${title}”: cho phép ngoại lệ`
      : `“${title}”: chấp nhận ngoại lệ cho ${people(candidates)} (không đáp ứng tiêu chuẩn này)`,
  'explain.drop-pin': ({ candidate }) => `không bắt buộc có ${personSaid(candidate)}`,
  'explain.drop-exclude': ({ candidate }) => `cho phép đưa ${personSaid(candidate)} vào`,
  'explain.drop-together': ({ candidates }) => `${people(candidates)} không bắt buộc đi cùng nhau`,
  'explain.drop-apart': ({ candidates, ...kind }) =>
    `${people(candidates)} được phép cùng có trong ${nounOf(kind)}`,
  'explain.relaxation': ({ changes, cost }) => `${changes.join('; ')} (chi phí ${number(cost)})`,
  'explain.diagnosis-feasible': (kind) =>
    `Có ${nounOf(kind)} đáp ứng mọi chỉ tiêu bắt buộc; không có gì vướng mắc`,
  'explain.diagnosis': ({ conflicts, complete, stopped, ...kind }) =>
    conflicts === 0
      ? `Không có ${nounOf(kind)} nào${stopped ? '; hết thời gian trước khi tìm được xung đột đầu tiên' : ''}`
      : complete
        ? `Không có ${nounOf(kind)} nào: các chỉ tiêu có ${number(conflicts)} xung đột, ngoài ra không còn xung đột nào khác`
        : `Không có ${nounOf(kind)} nào: các chỉ tiêu có ${number(conflicts)} xung đột, có thể còn xung đột khác`,
  'explain.diagnosis-unknown': (kind) => `Đã hết thời gian trước khi biết có ${nounOf(kind)} nào hay không`,

  'explain.why-on': ({ candidate, loss, ...people }) =>
    loss === 0
      ? `${personSaid(candidate)} có trong ${nounOf(people)} tốt nhất, nhưng cũng có ${nounOf(people)} tốt ngang mà không có ${whom(people)}${exchange(people)}`
      : `${personSaid(candidate)} có trong ${nounOf(people)} tốt nhất; ${nounOf(people)} tốt nhất không có ${whom(people)} thấp hơn ${number(loss)} điểm${exchange(people)}`,
  'explain.why-off': ({ candidate, loss, ...people }) =>
    loss === 0
      ? `${personSaid(candidate)} không có trong ${nounOf(people)} đã chọn, nhưng cũng có ${nounOf(people)} tốt ngang mà có ${whom(people)}${exchange(people)}`
      : `${personSaid(candidate)} không có trong ${nounOf(people)} tốt nhất; ${nounOf(people)} tốt nhất có ${whom(people)} thấp hơn ${number(loss)} điểm${exchange(people)}`,
  'explain.why-binding': ({ rules }) =>
    `Các quy tắc đang thiếu người như vậy cộng điểm cho người này: ${rules.map(binding).join('; ')}`,
  'explain.why-needed': ({ candidate, ...kind }) =>
    `${personSaid(candidate)} có trong mọi ${nounOf(kind)}: không có ${whom(kind)} thì không có ${nounOf(kind)} nào`,
  'explain.why-never': ({ candidate, ...kind }) =>
    `${personSaid(candidate)} không thể có trong ${nounOf(kind)} nào`,
  'explain.why-no-slate': (kind) => `Không có ${nounOf(kind)} nào cả; hãy chẩn đoán xung đột chỉ tiêu`,
  'explain.why-unknown': () => 'Đã hết thời gian trước khi có câu trả lời',
  'explain.obstacle': ({ member, loss, least, ...kind }) =>
    least === 0
      ? `nếu không có ${member} thì ${whom(kind)} có trong một ${nounOf(kind)} tốt nhất`
      : `nếu không có ${member} thì chỉ thấp hơn ${number(least)} điểm thay vì ${number(loss)} điểm`,

  'explain.no-candidate': ({ id }) => `không có nhân sự “${id}” trong nguồn nhân sự`,
  'explain.not-on-slate': ({ id, ...kind }) => `“${id}” không có trong ${nounOf(kind)}`,
};
