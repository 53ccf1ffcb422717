import type { pricesEn } from '../en/prices.ts';
import { enumerate, formatDecimal, formatNumber } from '../number.ts';
import { personSaid } from '../person-said.ts';

const points = (decimal: string): string => formatDecimal(decimal, 'vi');

/** Vietnamese sentences of `prices`. */
export const pricesVi: typeof pricesEn = {
  'prices.message': ({ sum, most, isReached, found, plan }) => {
    const noun = plan ? 'phương án' : 'danh sách';
    const bound = `Không ${noun} đạt quy tắc nào có thể hơn ${points(most)} điểm: các dòng cộng lại được ${points(sum)}`;
    const between = sum === most ? '' : `, và không ${noun} nào có số điểm nằm giữa hai số đó`;
    const against = isReached
      ? ` ${plan ? 'Phương án' : 'Danh sách'} tốt nhất đạt đúng số điểm đó.`
      : ` ${plan ? 'Phương án' : 'Danh sách'} tìm được đạt ${formatNumber(found, 'vi')}: riêng các giá chưa nói gì về phần chênh lệch.`;
    return `${bound}${between}.${against}`;
  },
  'prices.pin': ({ ids }) => `${enumerate(ids.map(personSaid), 'vi')} bắt buộc có`,
  'prices.together': ({ ids }) => `${enumerate(ids.map(personSaid), 'vi')} đi cùng nhau`,
  'prices.apart': ({ ids }) => `${enumerate(ids.map(personSaid), 'vi')} không đi cùng nhau`,
  'prices.rule': () => 'Quy tắc',
  'prices.price': () => 'Giá',
  'prices.bound': () => 'Mức',
  'prices.total': () => 'Thành điểm',
  'prices.sum': () => 'Cộng',
  'prices.beyond': ({ candidate }) => `Điểm của ${personSaid(candidate)} vượt trên các giá`,
  'prices.rest': ({ candidates }) =>
    `Điểm riêng của ứng viên vượt trên các giá (${formatNumber(candidates, 'vi')})`,
  'prices.none': () =>
    'Không có bảng giá: không tìm được trong thời gian cho phép, hoặc quy tắc đếm thứ không có giá.',
};
