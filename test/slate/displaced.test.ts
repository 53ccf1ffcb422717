import { expect, it } from 'vitest';
import { displacedBy, type Held } from '../../src/slate/displaced.ts';

const held = (candidate: string, ...posts: readonly (readonly [title: string, unit: string])[]): Held => ({
  id: `${candidate}@${posts[0]![1]}/${posts.map(([title]) => title).join('+')}`,
  candidate,
  posts: posts.map(([title, unit]) => ({ title, unit })),
});

const SECRETARY = held('A', ['secretary', 'Ward'], ['member', 'City']);
const MEMBER = held('B', ['member', 'City']);

it('counts a seat that is held besides where it is held, and lets go who holds it alone', () => {
  const came = held('C', ['member', 'City']);
  expect(displacedBy(came, [SECRETARY, MEMBER], () => 2)).toEqual(['B@City/member']);
  expect(displacedBy(came, [SECRETARY, MEMBER], () => 2, SECRETARY.id)).toEqual(['A@Ward/secretary+member']);
  expect(displacedBy(came, [SECRETARY, MEMBER], () => 3)).toEqual([]);
});

it('lets nobody go for a seat of the same title in another unit', () => {
  const came = held('C', ['secretary', 'Commune'], ['member', 'City']);
  expect(displacedBy(came, [SECRETARY], () => 1)).toEqual(['A@Ward/secretary+member']);
  expect(displacedBy(held('C', ['secretary', 'Commune']), [SECRETARY], () => 1)).toEqual([]);
});
