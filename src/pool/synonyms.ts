/**
 * The one table of names: what the columns of a pool and their closed values are called, in English
 * and Vietnamese. Everything is compared folded (see {@link folded}), so case, spaces, punctuation
 * and diacritics do not matter and need no entries of their own.
 */

/** What a known column holds. A `choice` is one of a closed list, an `open` text has synonyms for some values only. */
export type ColumnKind = 'id' | 'name' | 'text' | 'open' | 'choice' | 'boolean' | 'number' | 'date';

/** A known column. `values` maps folded spellings to canonical values and exists for `choice` and `open` alone. */
export interface KnownColumn {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly values?: ReadonlyMap<string, string>;
}

/**
 * A text without case, diacritics, spaces and punctuation, for comparing: `Ngày  sinh` and
 * `ngay_sinh` are both `ngaysinh`.
 */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');
}

/** Spellings are parted by `|`; the canonical name is one of them by itself. */
const HEADINGS: Readonly<Record<string, string>> = {
  id: 'mã | mã số | mã nhân sự | mã cán bộ | số hiệu | candidate id | code',
  name: 'full name | họ tên | họ và tên | họ tên nhân sự | tên',
  gender: 'sex | giới tính | giới | nam nữ | nam hoặc nữ',
  birthDate: `
    date of birth | dob | born | birthday | birth year | year of birth | ngày sinh |
    ngày tháng năm sinh | năm sinh | sinh ngày | ngày, tháng sinh`,
  bloc: 'khối | khối công tác',
  unit: 'đơn vị | đơn vị công tác | cơ quan | cơ quan, đơn vị | nơi công tác',
  homeUnit: 'home unit | local of | nơi cư trú | đơn vị cư trú | nơi thường trú | địa phương',
  post: 'position | current post | chức vụ | chức danh | chức vụ hiện tại | chức vụ hiện nay',
  ethnicity: 'ethnic group | dân tộc',
  nativePlace: 'native place | home town | place of origin | quê quán | nguyên quán | quê',
  family: 'gia đình | nhóm gia đình | quan hệ gia đình | họ hàng',
  joinedParty: `
    date of joining | date of joining the party | party since | ngày vào Đảng | vào Đảng |
    năm vào Đảng | ngày kết nạp | ngày kết nạp Đảng`,
  degree: `
    education | bằng cấp | trình độ | trình độ chuyên môn | chuyên môn | học vị | học vấn |
    trình độ học vấn | trình độ đào tạo`,
  civilGrade: 'civil-service grade | civil service grade | ngạch | ngạch công chức | ngạch bậc',
  politicalTheory: `
    lý luận chính trị | lí luận chính trị | LLCT | trình độ LLCT | trình độ lý luận chính trị |
    trình độ lí luận chính trị | trình độ chính trị`,
  source: 'nguồn | nguồn nhân sự | nguồn giới thiệu | nguồn cán bộ',
  incumbent: `
    is incumbent | đương nhiệm | tái cử | cấp ủy viên đương nhiệm | cấp uỷ viên đương nhiệm |
    đương nhiệm cấp ủy | đương nhiệm cấp uỷ | đang là cấp ủy viên | đang là cấp uỷ viên`,
  examScore: 'examination score | exam mark | điểm thi | điểm thi tuyển',
  termsInPost: `
    terms | số nhiệm kỳ | số nhiệm kì | số nhiệm kỳ giữ chức vụ | số nhiệm kỳ giữ chức |
    số nhiệm kỳ liên tiếp | số nhiệm kỳ đương chức`,
};

const GENDERS = {
  female: 'f | woman | nữ',
  male: 'm | man | nam',
};

const POLITICAL_THEORY = {
  none: 'chưa | chưa có | không | chưa qua đào tạo | chưa đào tạo',
  elementary: 'sơ cấp | sơ cấp LLCT | sơ cấp lý luận chính trị',
  intermediate: 'trung cấp | trung cấp LLCT | trung cấp lý luận chính trị',
  advanced: 'cao cấp | cao cấp LLCT | cao cấp lý luận chính trị | cử nhân | cử nhân chính trị',
};

const SOURCES = {
  planning: 'planning list | quy hoạch | qui hoạch | nguồn quy hoạch | trong quy hoạch',
  examination: 'exam | competitive examination | thi tuyển',
  proposal: 'personnel proposal | đề án | đề án nhân sự',
};

const APPRAISALS = {
  excellent: 'hoàn thành xuất sắc nhiệm vụ | hoàn thành xuất sắc | xuất sắc | HTXSNV',
  good: 'hoàn thành tốt nhiệm vụ | hoàn thành tốt | tốt | HTTNV',
  // The third grade of civil servants until the law of 2019 renamed it.
  completed: 'hoàn thành nhiệm vụ | hoàn thành | HTNV | hoàn thành nhiệm vụ nhưng còn hạn chế về năng lực',
  'not-completed': 'không hoàn thành nhiệm vụ | không hoàn thành | chưa hoàn thành nhiệm vụ | KHTNV',
};

const BLOCS = {
  party: 'party organs | Đảng | khối Đảng | cơ quan Đảng | các cơ quan Đảng | khối cơ quan Đảng',
  government:
    'chính quyền | khối chính quyền | nhà nước | khối nhà nước | quản lý nhà nước | khối quản lý nhà nước',
  front: `
    front and mass organizations | mặt trận | khối mặt trận | mặt trận Tổ quốc | đoàn thể |
    mặt trận, đoàn thể | mặt trận và đoàn thể | khối mặt trận, đoàn thể |
    khối mặt trận và đoàn thể | mặt trận Tổ quốc và các đoàn thể | mặt trận Tổ quốc và đoàn thể |
    khối đoàn thể | mặt trận Tổ quốc và các tổ chức chính trị - xã hội`,
  'internal-affairs': `
    internal affairs and armed forces | nội chính | khối nội chính | lực lượng vũ trang |
    nội chính, lực lượng vũ trang | nội chính và lực lượng vũ trang |
    khối nội chính, lực lượng vũ trang | khối nội chính và lực lượng vũ trang`,
  ward: `
    wards | commune | communes | wards and communes | xã | phường | khối xã | khối phường | xã, phường | phường, xã | khối xã, phường | khối phường, xã |
    các xã, phường | cơ sở | khối cơ sở | xã, phường, thị trấn`,
  enterprise: `
    enterprises | enterprises and public services | doanh nghiệp | khối doanh nghiệp | sự nghiệp |
    đơn vị sự nghiệp | doanh nghiệp, sự nghiệp | doanh nghiệp và sự nghiệp |
    doanh nghiệp, đơn vị sự nghiệp | doanh nghiệp và đơn vị sự nghiệp |
    khối doanh nghiệp, sự nghiệp | khối doanh nghiệp và đơn vị sự nghiệp | khối sự nghiệp |
    khối đơn vị sự nghiệp | khối doanh nghiệp, đơn vị sự nghiệp`,
};

const TRUE = ['true', 'yes', 'y', 'có', 'x', '1', 'đúng'];
const FALSE = ['false', 'no', 'n', 'không', '0', 'sai'];

/** Grades of an appraisal, the best first, and what each counts in the mean. */
export const APPRAISAL_GRADES: ReadonlyMap<string, number> = new Map([
  ['excellent', 3],
  ['good', 2],
  ['completed', 1],
  ['not-completed', 0],
]);

function spellings(table: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(table).flatMap(([canonical, others]) =>
      [canonical, ...others.split('|')].map((each) => [folded(each), canonical] as const),
    ),
  );
}

const KIND_OF: Readonly<Record<string, ColumnKind>> = {
  id: 'id',
  name: 'name',
  gender: 'choice',
  politicalTheory: 'choice',
  source: 'choice',
  bloc: 'open',
  birthDate: 'date',
  joinedParty: 'date',
  incumbent: 'boolean',
  examScore: 'number',
  termsInPost: 'number',
};

const VALUES_OF: Readonly<Record<string, ReadonlyMap<string, string>>> = {
  gender: spellings(GENDERS),
  politicalTheory: spellings(POLITICAL_THEORY),
  source: spellings(SOURCES),
  bloc: spellings(BLOCS),
};

const APPRAISAL_VALUES = spellings(APPRAISALS);
const HEADING_SPELLINGS = spellings(HEADINGS);
const BOOLEAN_SPELLINGS: ReadonlyMap<string, boolean> = new Map([
  ...TRUE.map((each) => [folded(each), true] as const),
  ...FALSE.map((each) => [folded(each), false] as const),
]);

const APPRAISAL_HEADING =
  /^(?:(?:annual)?appraisal|(?:ketqua)?(?:danhgia|xeploai)(?:xeploai|canbo|chatluong)*)(?:of|in|for|nam)?((?:19|20)\d\d)$/;
const APPRAISAL_HEADING_REVERSED = /^((?:19|20)\d\d)(?:annual)?appraisal$/;

/** The year of a canonical appraisal column (`appraisal2017` → 2017), or `undefined` for other names. */
export function appraisalYear(name: string): number | undefined {
  const year = /^appraisal((?:19|20)\d\d)$/.exec(name)?.[1];
  return year === undefined ? undefined : Number(year);
}

/** The known column of a canonical name; `undefined` if there is none. */
export function columnNamed(name: string): KnownColumn | undefined {
  if (appraisalYear(name) !== undefined) return { name, kind: 'choice', values: APPRAISAL_VALUES };
  if (!Object.hasOwn(HEADINGS, name)) return undefined;
  const kind = Object.hasOwn(KIND_OF, name) ? KIND_OF[name]! : 'text';
  const values = Object.hasOwn(VALUES_OF, name) ? VALUES_OF[name] : undefined;
  return values === undefined ? { name, kind } : { name, kind, values };
}

/**
 * The column that a heading means, in either language, or `undefined` for one that no table knows.
 * A remark in brackets is ignored where the whole is unknown: `Ngày sinh (dd/mm/yyyy)`.
 */
export function columnOfHeading(heading: string): KnownColumn | undefined {
  return columnOfFolded(folded(heading)) ?? columnOfFolded(folded(heading.replaceAll(/\([^)]*\)/g, '')));
}

function columnOfFolded(key: string): KnownColumn | undefined {
  const name = HEADING_SPELLINGS.get(key);
  if (name !== undefined) return columnNamed(name);
  const year = (APPRAISAL_HEADING.exec(key) ?? APPRAISAL_HEADING_REVERSED.exec(key))?.[1];
  return year === undefined ? undefined : columnNamed(`appraisal${year}`);
}

const ORDINALS = new Set(['tt', 'stt', 'số tt', 'số thứ tự', 'thứ tự', 'no', 'number', '#'].map(folded));

/** Whether a heading is that of the running number of a row: `TT`, `STT`. */
export function isOrdinalHeading(heading: string): boolean {
  return heading.trim() !== '' && ORDINALS.has(folded(heading)) && folded(heading) !== '';
}

const SUM = /^(?:tong(?:cong|so)?|cong|total|sum)(?:[^\p{L}]|$)/u;

/** Whether a cell where a name should be begins a line of sums: `Tổng cộng`, `Tổng số: 12 người`. */
export function isSumHeading(text: string): boolean {
  const [first = '', second = ''] = text.trim().split(/[\s:]+/);
  const word = folded(first);
  return SUM.test(folded(`${first}${second}`)) || word === 'tong' || word === 'total' || word === 'cong';
}

/** The value that cells of a column are read as where they hold this text; `undefined` where it stands for itself. */
export function meantBy(column: string, text: string): string | undefined {
  const canonical = columnNamed(column)?.values?.get(folded(text));
  return canonical === text ? undefined : canonical;
}

/** What a cell of a yes-or-no column means; `undefined` if it means neither. */
export function booleanOf(text: string): boolean | undefined {
  return BOOLEAN_SPELLINGS.get(folded(text));
}

/** The canonical values of a closed list, each once, in the table's order. */
export function allowedValues(column: KnownColumn): readonly string[] {
  return [...new Set(column.values?.values())];
}

/** The canonical names of all columns except the appraisals, which exist for every year. */
export const COLUMN_NAMES: readonly string[] = Object.keys(HEADINGS);
