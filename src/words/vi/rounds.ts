import type { BoundPhrase, CarryPhrase, roundsEn, SharePhrase } from '../en/rounds.ts';
import { enumerate, formatNumber } from '../number.ts';

const vietnamese = (value: number): string => formatNumber(value, 'vi');

const FELL_OUT: Readonly<Record<string, string>> = {
  votes: 'không đủ số phiếu',
  places: 'đủ số phiếu, nhưng người khác nhiều phiếu hơn và đã hết chỗ',
  'not-agreed': 'không có trong danh sách đã thống nhất',
  'not-chosen': 'bằng phiếu với người khác, người khác được chọn',
};
const CARRIED: Readonly<Record<string, string>> = {
  votes: 'đủ số phiếu',
  agreed: 'có trong danh sách đã thống nhất',
  everybody: 'như mọi người đang xét',
  chosen: 'được chọn trong số những người bằng phiếu',
};
const BY: Readonly<Record<CarryPhrase['by'], string>> = {
  votes: '',
  agreement: 'tiếp tục những người có trong danh sách đã thống nhất',
  everybody: 'mọi người đang xét đều được tiếp tục',
  number: 'thống nhất số lượng cần giới thiệu; chưa nêu tên ai',
};

function percentIn({ parts, of }: SharePhrase): string {
  return 100 % of === 0 || of % 100 === 0 ? `${vietnamese((parts * 100) / of)} %` : `${parts}/${of}`;
}

function shareIn(share: SharePhrase): string {
  return share.parts * 2 === share.of ? 'một nửa' : percentIn(share);
}

function boundIn(bound: BoundPhrase, limit: 'ít nhất' | 'nhiều nhất'): string {
  switch (bound.kind) {
    case 'people':
      return `${limit} ${vietnamese(bound.people)} người`;
    case 'more':
      if (bound.more === 0) return `${limit} bằng số lượng được bầu`;
      return `số dư ${limit} ${vietnamese(bound.more)} người${bound.perUnit ? ' ở mỗi đơn vị' : ''}`;
    case 'share':
      return `số dư ${limit} ${percentIn(bound.share)}`;
  }
}

/** Vietnamese sentences of consultations and their rounds. */
export const roundsVi: typeof roundsEn = {
  'rounds.carry': ({ by, votes, most, least }) => {
    const enough =
      votes === undefined
        ? BY[by]
        : `tiếp tục những người được ${votes.mustExceed ? 'trên' : 'ít nhất'} ${shareIn(votes.share)} số phiếu`;
    const bounds = [
      ...(least === undefined ? [] : [boundIn(least, 'ít nhất')]),
      ...(most === undefined ? [] : [boundIn(most, 'nhiều nhất')]),
    ];
    return bounds.length === 0 ? enough : `${enough}; ${enumerate(bounds, 'vi')}`;
  },
  'rounds.outcome': ({ kind, why = '', withdrew }) => {
    if (kind === 'tied') return 'bằng phiếu với người khác, không đủ chỗ cho tất cả';
    if (kind === 'carried') return `tiếp tục: ${CARRIED[why] ?? why}`;
    return withdrew === undefined ? `không tiếp tục: ${FELL_OUT[why] ?? why}` : `xin rút: ${withdrew}`;
  },
  'rounds.votes': (p) => `${vietnamese(p.for)}/${vietnamese(p.of)}`,
  'rounds.joined': () => 'được giới thiệu lần đầu ở bước này',
  'rounds.repeated-stage': (p) => `có hai bước “${p.id}”; mỗi mã chỉ dùng một lần`,
  'rounds.bad-bound': (p) =>
    `“${p.found}” không cho biết bao nhiêu người; hãy viết 61, seats, seats + 2, seats + 2 per unit hoặc seats + 30 %`,
  'rounds.bad-share': (p) => `“${p.found}” không phải tỷ lệ số phiếu; hãy viết 1/2, 2/3 hoặc 50 %`,
  'rounds.which-share': (p) =>
    p.by === 'votes'
      ? 'by: votes cần moreThan hoặc atLeast, đúng một trong hai'
      : `by: ${p.by} không đếm phiếu; hãy bỏ moreThan và atLeast, hoặc viết by: votes`,
  'rounds.no-procedure': (p) =>
    `không có quy trình “${p.id}”; ${
      p.meant === undefined ? `có các quy trình ${enumerate(p.allowed, 'vi')}` : `có phải “${p.meant}” không?`
    }`,
  'rounds.tied': (p) =>
    `${enumerate(p.ids, 'vi')} bằng phiếu nhau, chỉ còn ${vietnamese(p.places)} chỗ; cần tập thể chọn`,
  'rounds.too-many': (p) =>
    `có ${vietnamese(p.number)} người tiếp tục, nhiều nhất chỉ được ${vietnamese(p.most)}`,
  'rounds.too-few': (p) => `có ${vietnamese(p.number)} người tiếp tục, cần ít nhất ${vietnamese(p.least)}`,
  'rounds.several-wholes': (p) =>
    `số phiếu được tính trên các tổng khác nhau: ${enumerate(p.wholes.map(vietnamese), 'vi')}; đã so sánh theo tỷ lệ`,
  'rounds.stands-again': (p) =>
    `${enumerate(p.ids, 'vi')} không được bước trước cho tiếp tục nhưng vẫn được xét ở bước này`,
  'rounds.not-tied': (p) =>
    p.tied.length === 0
      ? `không có gì để chọn: không ai bằng phiếu, ${p.id} cũng không`
      : `${p.id} không thuộc những người bằng phiếu: ${enumerate(p.tied, 'vi')}`,
  'rounds.chosen-places': (p) =>
    `chọn ${vietnamese(p.chosen)} người cho ${vietnamese(p.places)} chỗ; hãy chọn ít nhất một người và không quá số chỗ`,
  'rounds.empty-table': () => 'bảng không có ai',
  'rounds.table-twice': () => 'số phiếu được nêu cả ở danh sách và ở bảng; chỉ dùng một trong hai',
  'rounds.column-twice': (p) => `“${p.heading}” có nghĩa như “${p.before}”; hãy bỏ một cột hoặc đặt tên khác`,
  'rounds.listed-twice': (p) => `${p.id} đã được nêu, ở vị trí ${vietnamese(p.first)}`,
  'rounds.no-id': () => 'thiếu mã; mỗi người có mã như trong nguồn nhân sự',
  'rounds.of-how-many': () =>
    'chưa cho biết trên tổng số bao nhiêu; hãy thêm cột “tổng số” hoặc nêu chung (--of ở dòng lệnh)',
  'rounds.not-votes': (p) =>
    `“${p.found}” không phải số phiếu; hãy viết số nguyên chỉ gồm chữ số, đến 999999999`,
  'rounds.of-nobody': () => 'không thể tính số phiếu trên tổng số 0',
  'rounds.more-than-all': (p) => `không thể có ${vietnamese(p.votes)} phiếu trên tổng số ${vietnamese(p.of)}`,
  'rounds.no-consultation': (p) =>
    `không lưu đợt lấy ý kiến nào là ${p.name}${p.allowed.length === 0 ? '; slate rounds begin để bắt đầu một đợt' : `; đang có ${enumerate(p.allowed, 'vi')}`}`,
  'rounds.only-kept': (p) =>
    `${p.pool}: bước lấy ý kiến dựa trên nguồn nhân sự đang lưu; hãy lưu bằng slate store keep pool TỆP và gọi là kept:TÊN`,
  'rounds.nobody': (p) => `${p.id} không được xét ở bước nào của ${p.name}`,
  'rounds.taken': (p) =>
    `đã có đợt ${p.name} khác, với số lượng được bầu hoặc quy trình khác; hãy chọn tên khác`,
  'rounds.no-stage': (p) => `không có bước “${p.id}”; có các bước ${enumerate(p.allowed, 'vi')}`,
  'rounds.earlier': (p) => `bước trước, ${p.stage}, chưa được ghi; hãy ghi bước đó trước`,
  'rounds.later': (p) => `bước sau, ${p.stage}, dựa trên bước này nên không sửa được nữa`,
  'rounds.undecided': (p) =>
    `ở bước trước, ${p.stage}, ${enumerate(p.ids, 'vi')} bằng phiếu nhau; hãy ghi lại bước đó với những người tập thể đã chọn`,
  'rounds.needs-number': (p) =>
    `${p.stage} thống nhất số lượng cần giới thiệu; hãy cho biết bao nhiêu (--number ở dòng lệnh)`,
  'rounds.no-number': (p) => `${p.stage} xét từng người; không ghi số lượng ở đó`,
  'rounds.needs-table': (p) =>
    p.by === 'votes'
      ? `${p.stage} đếm phiếu; hãy đưa một bảng mỗi người một dòng, có số phiếu đồng ý và tổng số`
      : `${p.stage} thống nhất danh sách; hãy đưa danh sách thành bảng mỗi người một dòng`,
  'rounds.no-choice': (p) => `${p.stage} không đếm phiếu; không có ai bằng phiếu để chọn`,
  'rounds.not-in-pool': (p) => `${p.id} không có trong ${p.pool}`,
  'rounds.not-standing': (p) =>
    `${p.id} không thuộc danh sách đang xét, và ở ${p.stage} không giới thiệu thêm người mới`,
  'rounds.no-votes': (p) => `thiếu số phiếu của ${p.id}; hãy ghi số phiếu, hoặc lý do xin rút`,
  'rounds.no-ballot': (p) =>
    `${p.id} đang được xét ở ${p.stage} mà không có trong bảng; hãy thêm dòng, hoặc ghi là đã xin rút`,
};
