import type { TitleAnswer } from '../../service/answers/answers.ts';
import type { Wording } from '../shared/language.tsx';
import type { Place } from './plan.ts';

/** Titles that one person holds, in words: `Bí thư Đảng ủy kiêm Chủ tịch UBND`. */
export function titleWords(ids: readonly string[], titles: readonly TitleAnswer[], wording: Wording): string {
  const names = ids.map((id) => {
    const title = titles.find((each) => each.id === id)?.title;
    return title === undefined ? id : wording.text(title);
  });
  return wording.say('web.titles-together', { titles: names });
}

/** A place in words: `Chủ tịch UBND, Ái Quốc`. */
export function placeWords(
  { unit, titles: ids }: Place,
  titles: readonly TitleAnswer[],
  wording: Wording,
): string {
  return wording.say('web.post-in-unit', { titles: titleWords(ids, titles, wording), unit });
}
