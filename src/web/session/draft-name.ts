import { POOLS } from '../api/questions.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useEffect, useState } from 'react';
import { LANGUAGES } from '../../words/language.ts';
import { pagePhrase } from '../../words/page.ts';
import { BROWSER_MEMORY } from '../shared/browser-memory.ts';
import { useWording } from '../shared/language.tsx';
import { useCase } from './case.tsx';
import { useSession } from './session.tsx';

/** Letters of what a draft is about that go into its name; a number follows. */
const MOST_LETTERS = 90;

/**
 * The name that a draft gets of itself: what it is about, and a number that no other draft about that has. It gets it
 * at once, of a store that is shared once something was done in it, and keeps it up with its rules until somebody
 * gives it another one.
 *
 * @returns the name that the open draft has or would get; empty until that is known.
 */
export function useDraftName(): string {
  const { say } = useWording();
  const { store, draft, state, kept, isReading, rename } = useSession();
  const about = useSubjectOfDraft();
  const [name, setName] = useState<{ readonly of: string; readonly text: string }>();
  const { id, title, history, marks, meeting } = draft;
  const of = `${id} ${about ?? ''}`;
  useEffect(() => {
    if (about === undefined) return undefined;
    let isWanted = true;
    const find = async (): Promise<void> => {
      const others = (await store.list()).filter((each) => each.id !== id).map((each) => each.title);
      const numbered = (number: number): string => say('web.draft-named', { about, number });
      if (isWanted) setName({ of, text: firstFree(numbered, others) });
    };
    // Where the store cannot be reached a draft goes without a name until it can.
    find().catch(() => undefined);
    return () => {
      isWanted = false;
    };
  }, [about, of, id, store, say, kept]);
  const known = name?.of === of ? name.text : '';
  const place = `slate.named.${id}`;
  const isBegun = history.past.length > 0 || marks.length > 0 || meeting !== undefined;
  const given = BROWSER_MEMORY.get(place);
  const isOwn = title === '' ? given === undefined : title === given;
  const isOfThis = about !== undefined && isOwn && title.startsWith(`${about},`);
  const mayName = !isReading && state === 'draft' && (isBegun || !store.isShared);
  useEffect(() => {
    if (known === '' || !isOwn || isOfThis || !mayName) return;
    BROWSER_MEMORY.set(place, known);
    rename(known);
  }, [known, isOwn, isOfThis, mayName, place, rename]);
  return known;
}

function firstFree(numbered: (number: number) => string, taken: readonly string[]): string {
  let number = 1;
  while (taken.includes(numbered(number))) number += 1;
  return numbered(number);
}

/** What the open draft is about: the title of its rules or, of rules that nobody has called anything, its table. */
function useSubjectOfDraft(): string | undefined {
  const { text } = useWording();
  const { work } = useSession();
  const { ruleSet, loading } = useCase();
  const title = ruleSet === undefined ? undefined : text(ruleSet.title);
  const isNameless = LANGUAGES.some((each) => title === pagePhrase(each, 'web.own-rules-title'));
  const { pool } = work;
  const pools = useAnswer(isNameless && pool.kind === 'shipped' ? POOLS : undefined).answer?.pools;
  if (title === undefined || loading) return undefined;
  const shipped = pool.kind === 'shipped' ? pools?.find(({ name }) => name === pool.name) : undefined;
  const table = pool.kind === 'shipped' ? shipped && text(shipped.title) : withoutEnding(pool.file);
  const subject = isNameless && table !== undefined ? table : title;
  return subject.slice(0, MOST_LETTERS).trim();
}

function withoutEnding(file: string): string {
  return file.replace(/\.(?:csv|xlsx|xls|ods|tsv|txt)$/i, '');
}
