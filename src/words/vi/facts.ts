import { containedIn } from '../contained-fact.ts';
import { datedFact } from '../dated-fact.ts';
import { placesFact, type PlacesFact } from '../places-fact.ts';
import { formatNumber } from '../number.ts';
import { ownProperty } from '../own-property.ts';

/** What the facts that Slate knows are called in Vietnamese. */
export const FACT_TITLES: Readonly<Record<string, string>> = {
  id: 'mã',
  name: 'họ và tên',
  gender: 'giới tính',
  birthDate: 'ngày sinh',
  age: 'tuổi',
  bloc: 'khối',
  unit: 'đơn vị',
  homeUnit: 'đơn vị gốc',
  post: 'chức vụ',
  ethnicity: 'dân tộc',
  nativePlace: 'quê quán',
  family: 'gia đình',
  joinedParty: 'ngày vào Đảng',
  joinedPartyFull: 'ngày vào Đảng chính thức',
  degree: 'trình độ chuyên môn',
  civilGrade: 'ngạch công chức',
  politicalTheory: 'lý luận chính trị',
  source: 'nguồn giới thiệu',
  incumbent: 'tái cử',
  newcomer: 'tham gia lần đầu',
  monthsToRetirement: 'số tháng còn công tác',
  appraisal: 'mức đánh giá bình quân',
  lastAppraisal: 'đánh giá gần nhất',
  examScore: 'điểm thi tuyển',
  termsInPost: 'số nhiệm kỳ giữ chức',
  title: 'chức danh bố trí',
  titles: 'số chức danh đảm nhiệm',
  combined: 'nhất thể hóa',
  local: 'người địa phương',
  stays: 'giữ nguyên chức danh',
  rotation: 'hình thức luân chuyển',
  consecutiveTerms: 'số nhiệm kỳ liên tiếp',
  currentUnit: 'đơn vị hiện nay',
  'unit.kind': 'loại đơn vị',
  'unit.bloc': 'khối của đơn vị',
  place: 'vị trí',
  part: 'phần của danh sách',
};

const APPRAISALS: Readonly<Record<string, string>> = {
  excellent: 'hoàn thành xuất sắc',
  good: 'hoàn thành tốt',
  completed: 'hoàn thành',
  'not-completed': 'không hoàn thành',
};

const VALUES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  gender: { female: 'nữ', male: 'nam', other: 'giới tính khác' },
  politicalTheory: {
    none: 'chưa qua đào tạo',
    elementary: 'sơ cấp',
    intermediate: 'trung cấp',
    advanced: 'cao cấp',
  },
  source: { planning: 'quy hoạch', examination: 'thi tuyển', proposal: 'đề án nhân sự' },
  lastAppraisal: APPRAISALS,
  rotation: {
    none: 'không luân chuyển',
    'city-to-ward': 'từ thành phố về xã, phường',
    'ward-to-city': 'từ xã, phường lên thành phố',
    'ward-to-ward': 'giữa các xã, phường',
    'between-blocs': 'giữa các khối',
    'between-departments': 'giữa các cơ quan',
  },
  part: { seat: 'trong số ghế', surplus: 'số dư', reserve: 'dự bị' },
  'unit.kind': { ward: 'phường', commune: 'xã', town: 'thị trấn', city: 'thành phố' },
  bloc: {
    party: 'cơ quan Đảng',
    government: 'chính quyền',
    front: 'Mặt trận và đoàn thể',
    'internal-affairs': 'nội chính và lực lượng vũ trang',
    ward: 'xã, phường',
    village: 'thôn, tổ dân phố',
    enterprise: 'doanh nghiệp và đơn vị sự nghiệp',
  },
};

/** What a fact is called in Vietnamese; unknown facts stand for themselves. */
export function factTitle(fact: string): string {
  const year = /^appraisal(\d{4})$/.exec(fact)?.[1];
  if (year !== undefined) return `đánh giá năm ${year}`;
  const stretch = placesFact(fact);
  if (stretch !== undefined) return stretchTitle(stretch);
  const inside = containedIn(fact);
  if (inside !== undefined) return `“${inside.value}” trong ${factTitle(inside.column)}`;
  const { fact: known, day } = datedFact(fact);
  const title = ownProperty(FACT_TITLES, known) ?? known;
  return day === undefined ? title : `${title} tính đến ${day.split('-').toReversed().join('/')}`;
}

/** A fact's value in Vietnamese words; other values stand for themselves. */
export function valueWord(fact: string, value: string | number | boolean): string {
  if (typeof value === 'boolean') return value ? 'có' : 'không';
  if (typeof value === 'number') return formatNumber(value, 'vi');
  const known = datedFact(fact).fact;
  const words = /^appraisal\d{4}$/.test(fact) ? APPRAISALS : ownProperty(VALUES, known);
  return ownProperty(words, value) ?? value;
}

function stretchTitle({ length, from, to }: PlacesFact): string {
  return `nhóm ${length} vị trí liền nhau từ ${from} đến ${to}`;
}
