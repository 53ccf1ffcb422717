import { useMemo } from 'react';
import { useCase } from '../session/case.tsx';
import { useWording } from '../shared/language.tsx';
import { placeWords } from './place-words.ts';
import type { Place } from './plan.ts';

/** Says places in the language of the page: `Bí thư Đảng ủy kiêm Chủ tịch UBND, Ái Quốc`. */
export function usePlaceWords(): (place: Place) => string {
  const wording = useWording();
  const { plan } = useCase();
  return useMemo(() => (place) => placeWords(place, plan?.titles ?? [], wording), [plan, wording]);
}
