import { useEffect, useMemo, useState } from 'react';
import type { Draft } from '../drafts/draft.ts';
import { useSession } from '../session/session.tsx';
import { useWording } from '../shared/language.tsx';
import type { Work } from '../state/work.ts';
import { useDrafts } from './use-drafts.ts';

/** Something whose slate can be held against another one. */
export interface Comparable {
  readonly key: string;
  readonly title: string;
  readonly work: Work;
  /** Of a scenario the best slate under its quotas counts, not the one in hand. */
  readonly isScenario: boolean;
}

/** Other drafts that are offered, the latest first: each is read whole. */
const MOST_DRAFTS = 20;

/** The open draft, its versions and scenarios, and the other drafts of the store. */
export function useComparables(): readonly Comparable[] {
  const { say } = useWording();
  const { draft, work } = useSession();
  const others = useOtherDrafts();
  return useMemo(() => {
    const titled = ({ title }: Pick<Draft, 'title'>): string =>
      title === '' ? say('web.draft-untitled') : title;
    const whole = { isScenario: false };
    return [
      { ...whole, key: 'now', title: `${titled(draft)} (${say('web.state-now')})`, work },
      ...draft.marks.map((mark, index) => ({
        ...whole,
        key: `mark ${index}`,
        title: say('web.version-titled', { title: mark.title }),
        work: mark.work,
      })),
      ...work.scenarios.map(({ id, title, changes }) => ({
        key: `scenario ${id}`,
        title: say('web.scenario-titled', { title }),
        work: { ...work, changes },
        isScenario: true,
      })),
      ...others.map((each) => ({
        ...whole,
        key: each.id,
        title: titled(each),
        work: each.history.work,
      })),
    ];
  }, [draft, work, others, say]);
}

function useOtherDrafts(): readonly Draft[] {
  const { store } = useSession();
  const { drafts } = useDrafts();
  const [read, setRead] = useState<readonly Draft[]>([]);
  useEffect(() => {
    let isWanted = true;
    const listed = drafts.filter(({ removed }) => removed === undefined).slice(0, MOST_DRAFTS);
    const readAll = async (): Promise<void> => {
      // One that vanished meanwhile, or cannot be read, is not offered.
      const found = await Promise.all(listed.map(({ id }) => store.read(id).catch(() => undefined)));
      if (isWanted) setRead(found.flatMap((one) => one?.draft ?? []));
    };
    void readAll();
    return () => {
      isWanted = false;
    };
  }, [store, drafts]);
  return read;
}
