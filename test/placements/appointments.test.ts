import { expect, it } from 'vitest';
import { cellOf } from '../../src/rules/facts/fact-table.ts';
import type { SlateCase } from '../../src/check/slate-case.ts';
import { placementFrom, RULES } from './reading.ts';

const UNITS = `tên,loại,Bí thư,chair
Ái Quốc,phường,A,B
An Thượng,xã,C,C
`;
const POOL = `id,name,unit,homeUnit,bloc,termsInPost,politicalTheory
A,An,Ái Quốc,Ái Quốc,ward,2,advanced
B,Ba,Phường Ái Quốc,An Thượng,ward,1,advanced
C,Cả,An Thượng,,ward,,none
D,Du,Phòng Nội vụ,Ái Quốc,government,1,advanced
E,Em,,Hà Nội,,1,none
`;

async function open(): Promise<SlateCase> {
  return placementFrom({ rules: RULES, units: UNITS, pool: POOL });
}

function fact({ facts }: SlateCase, id: string, name: string): unknown {
  return cellOf(facts.fact(name)!, facts.ids.indexOf(id));
}

it('has a row for everybody in every way to be appointed in every unit', async () => {
  const { facts } = await open();
  expect(facts.size).toBe(5 * 2 * 3);
  expect(facts.ids.filter((id) => id.startsWith('A@'))).toEqual([
    'A@Ái Quốc/secretary',
    'A@Ái Quốc/chair',
    'A@Ái Quốc/secretary+chair',
    'A@An Thượng/secretary',
    'A@An Thượng/chair',
    'A@An Thượng/secretary+chair',
  ]);
});

it('knows locals, and who says nothing of a home', async () => {
  const asked = await open();
  expect(fact(asked, 'A@Ái Quốc/chair', 'local')).toBe(true);
  expect(fact(asked, 'B@Ái Quốc/chair', 'local')).toBe(false);
  expect(fact(asked, 'E@Ái Quốc/chair', 'local')).toBe(false);
  expect(fact(asked, 'C@Ái Quốc/chair', 'local')).toBeUndefined();
});

it('knows who stays: who holds all titles of the appointment now', async () => {
  const asked = await open();
  expect(fact(asked, 'A@Ái Quốc/secretary', 'stays')).toBe(true);
  expect(fact(asked, 'A@Ái Quốc/secretary+chair', 'stays')).toBe(false);
  expect(fact(asked, 'A@Ái Quốc/chair', 'stays')).toBe(false);
  expect(fact(asked, 'C@An Thượng/secretary+chair', 'stays')).toBe(true);
  expect(fact(asked, 'C@An Thượng/chair', 'stays')).toBe(true);
});

it('counts consecutive terms in a title of one unit, the coming one included', async () => {
  const asked = await open();
  expect(fact(asked, 'A@Ái Quốc/secretary', 'consecutiveTerms')).toBe(3);
  expect(fact(asked, 'A@Ái Quốc/secretary+chair', 'consecutiveTerms')).toBe(3);
  expect(fact(asked, 'A@Ái Quốc/chair', 'consecutiveTerms')).toBe(1);
  expect(fact(asked, 'A@An Thượng/secretary', 'consecutiveTerms')).toBe(1);
  expect(fact(asked, 'C@An Thượng/chair', 'consecutiveTerms')).toBeUndefined();
});

it('knows the move that an appointment would be', async () => {
  const asked = await open();
  expect(fact(asked, 'A@Ái Quốc/secretary', 'rotation')).toBe('none');
  expect(fact(asked, 'A@Ái Quốc/chair', 'rotation')).toBe('between-blocs');
  expect(fact(asked, 'A@Ái Quốc/secretary+chair', 'rotation')).toBe('none');
  expect(fact(asked, 'A@An Thượng/secretary', 'rotation')).toBe('ward-to-ward');
  expect(fact(asked, 'D@An Thượng/secretary', 'rotation')).toBe('city-to-ward');
  expect(fact(asked, 'E@An Thượng/secretary', 'rotation')).toBeUndefined();
});

it('has the unit and its facts, and where the candidate works now', async () => {
  const asked = await open();
  expect(fact(asked, 'D@An Thượng/chair', 'unit')).toBe('An Thượng');
  expect(fact(asked, 'D@An Thượng/chair', 'unit.kind')).toBe('commune');
  expect(fact(asked, 'D@An Thượng/chair', 'currentUnit')).toBe('Phòng Nội vụ');
  expect(fact(asked, 'D@An Thượng/secretary+chair', 'holds.chair')).toBe(true);
  expect(fact(asked, 'D@An Thượng/secretary', 'holds.chair')).toBe(false);
  expect(fact(asked, 'D@An Thượng/secretary+chair', 'combined')).toBe(true);
  expect(fact(asked, 'D@An Thượng/chair', 'politicalTheory')).toBe('advanced');
});

it('reads declared columns of the units, with their defaults', async () => {
  const facts = 'facts: { unit.hộ nghèo: { type: number, default: 0 }, unit.vùng: text }';
  const units = 'name,kind,Vùng,Hộ nghèo\nX,ward,bắc,12\nY,ward,nam,\n';
  const asked = await placementFrom({ rules: `${RULES}\n${facts}\nrules: []`, units, pool: POOL });
  expect(fact(asked, 'D@X/chair', 'unit.hộ nghèo')).toBe(12);
  expect(fact(asked, 'D@Y/chair', 'unit.hộ nghèo')).toBe(0);
  expect(fact(asked, 'D@Y/chair', 'unit.vùng')).toBe('nam');
});

it('takes a seat held besides for no workplace, no move and no term', async () => {
  const rules = `
id: seats
referenceDate: 2020-06-05
titles:
  - { id: secretary, title: Secretary, where: { fact: unit.kind, operator: equal, value: ward } }
  - { id: member, title: Member, seats: 2, concurrent: true, where: { fact: unit.kind, operator: equal, value: city } }`;
  const units = 'name,kind,secretary,member\nX,ward,A,\nY,ward,,\nCity,city,,A;D\n';
  const asked = await placementFrom({ rules, units, pool: POOL });
  expect(fact(asked, 'A@X/secretary+member', 'rotation')).toBe('none');
  expect(fact(asked, 'A@X/secretary+member', 'stays')).toBe(true);
  expect(fact(asked, 'A@X/secretary+member', 'consecutiveTerms')).toBe(3);
  expect(fact(asked, 'A@Y/secretary+member', 'rotation')).toBe('ward-to-ward');
  expect(fact(asked, 'D@X/secretary', 'rotation')).toBe('city-to-ward');
  expect(fact(asked, 'D@City/member', 'stays')).toBe(true);
  // D works elsewhere: the terms given are not those of the seat.
  expect(fact(asked, 'D@City/member', 'consecutiveTerms')).toBeUndefined();
  expect(fact(asked, 'A@City/member', 'consecutiveTerms')).toBeUndefined();
  expect(fact(asked, 'B@City/member', 'consecutiveTerms')).toBe(1);
  expect(fact(asked, 'B@City/member', 'stays')).toBe(false);
});

it('says where somebody comes from as the units table has it, in its spelling', async () => {
  const asked = await placementFrom({
    rules: RULES,
    units: UNITS,
    pool: POOL.replace('C,Cả,An Thượng', 'C,Cả,Ái Quốc'),
  });
  const from = (id: string) => asked.placement!.appointmentOf(asked.facts.ids.indexOf(id)).from;
  expect(from('B@Ái Quốc/secretary')).toBe('Ái Quốc');
  expect(from('C@An Thượng/secretary')).toBe('An Thượng');
  expect(from('D@An Thượng/chair')).toBe('Phòng Nội vụ');
  expect(from('E@An Thượng/chair')).toBeUndefined();
});
