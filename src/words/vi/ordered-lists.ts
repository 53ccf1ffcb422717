import type { orderedListsEn } from '../en/ordered-lists.ts';
import { enumerate, formatNumber } from '../number.ts';
import { factTitle } from './facts.ts';

const list = (names: readonly string[]): string => enumerate(names, 'vi');
const number = (value: number): string => formatNumber(value, 'vi');

/** Vietnamese sentences about rules of ordered lists. */
export const orderedListsVi: typeof orderedListsEn = {
  'rules.list-beside': ({ key }) =>
    `danh sách có thứ tự đã cho biết có bao nhiêu người và ở vị trí nào; hãy bỏ “${key}”, hoặc bỏ list`,
  'rules.list-length': () =>
    'cần cho biết danh sách có bao nhiêu người: places: 20, hoặc seats: 20 kèm surplus: 10 % hay reserve: 3',
  'rules.list-twice': ({ key, other }) =>
    `${other} đã cho biết có bao nhiêu người; hãy bỏ một trong hai, ${key} hoặc ${other}`,
  'rules.surplus-of-nobody': ({ seats }) =>
    `không có số nguyên nào nằm trong tỷ lệ này của ${number(seats)} ghế; hãy nới rộng số dư`,
  'rules.no-list': ({ key }) =>
    `“${key}” nói về vị trí trong danh sách có thứ tự; hãy khai danh sách ở đầu tệp, như list: 20`,
  'rules.no-substitutes': () =>
    'danh sách này không có người dự khuyết; hãy ghi substitutes: true trong list, hoặc bỏ quy tắc này',
  'rules.within-ways': () =>
    'within nêu vị trí theo một cách: first: 10, hoặc from: 3 và to: 7; kèm nhóm vị trí theo blocks: 5, hoặc windows: 5',
  'rules.beyond-list': (p) => `ở đây có ${number(p.places)} vị trí; ${number(p.found)} nằm ngoài`,
  'rules.not-in-stretches': ({ allowed }) =>
    `blocks và windows đi với ${list(allowed)}; quy tắc khác thì nêu vị trí bằng first, hoặc from và to`,
  'rules.listed-in-stretches': () =>
    'forEach với danh sách giá trị không đi với blocks và windows; hãy chọn nhóm bằng where, hoặc viết mỗi giá trị một quy tắc',

  // Rules in words
  'rules.alternate-sentence': ({ fact, begin, from = 1, to }) => {
    const among =
      to === undefined ? (from > 1 ? ` kể từ vị trí ${from}` : '') : ` từ vị trí ${from} đến ${to}`;
    return `Hai người liền nhau${among} khác nhau về ${factTitle(fact)}: ${begin} và ${begin + 1}, ${begin + 2} và ${begin + 3}, v.v.`;
  },
  'rules.pair-sentence': (form) => {
    const { from = 1, to } = form;
    const at = to === undefined ? 'Ở mỗi vị trí' : `Ở mỗi vị trí từ ${from} đến ${to}`;
    return 'same' in form
      ? `${at}, người chính thức và người dự khuyết cùng ${factTitle(form.same)}`
      : `${at}, người chính thức và người dự khuyết khác nhau về ${factTitle(form.different)}`;
  },
  'rules.list-place': () => 'Vị trí',
  'rules.list-substitute': () => 'Dự khuyết',
};
