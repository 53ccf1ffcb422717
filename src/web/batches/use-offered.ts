import { useMemo } from 'react';
import type { z } from 'zod';
import { documentAnswerSchema, documentsAnswerSchema } from '../../service/keeping/keeping-answers.ts';
import { takesUnits } from '../../rules/lists/list-declaration.ts';
import type { Language } from '../../words/language.ts';
import { POOLS, poolSource, RULE_SETS, rulesSource } from '../api/questions.ts';
import { ask, type Asked } from '../api/service.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useKeptPools } from '../pools/use-kept-pools.tsx';
import { useCase } from '../session/case.tsx';
import { useSession } from '../session/session.tsx';
import { useWording } from '../shared/language.tsx';
import type { OfferedPool, OfferedRules } from './new-batch.ts';
import { useBatchWords } from './words.ts';

const DOCUMENTS: Asked<typeof documentsAnswerSchema> = { path: '/documents', answer: documentsAnswerSchema };

/** Pools that may be asked about, under where they come from. */
interface OfferedPools {
  readonly from: string;
  readonly pools: readonly OfferedPool[];
}

/** The pools of the service, of the board and of this browser. */
export function useOfferedPools(): readonly OfferedPools[] {
  const { text, language } = useWording();
  const words = useBatchWords();
  const { present } = useKeptPools();
  const pools = useAnswer(POOLS).answer?.pools;
  const kept = useKept('pool');
  return useMemo(() => {
    const ofService = (pools ?? []).map(({ name, title, size, units }) => ({
      key: name,
      title: text(title),
      detail: words.people(size),
      ...(units !== undefined && { units: name }),
      read: async () => ({ name }),
    }));
    const ofBoard = kept.map((each) => ({
      ...calledAs(each),
      detail: words.people(each.entries),
      read: async () => ({
        base64: await contentOf(each, language),
        ...(each.reading !== undefined && { reading: each.reading }),
      }),
    }));
    const ofBrowser = present.map(({ id, title, pool }) => ({
      key: id,
      title,
      detail: pool.file,
      read: async () => poolSource(pool),
    }));
    return [
      { from: words.ofService, pools: ofService },
      { from: words.ofBoard, pools: ofBoard },
      { from: words.ofBrowser, pools: ofBrowser },
    ];
  }, [kept, language, pools, present, text, words]);
}

/** The key of rules that stand in the open draft alone. */
export const OF_DRAFT = 'draft';

/** The rules of the open draft where they are its own, of the service, and of the board. */
export function useOfferedRules(): readonly OfferedRules[] {
  const { text, language } = useWording();
  const words = useBatchWords();
  const { rules } = useSession().work;
  const { ruleSet } = useCase();
  const ruleSets = useAnswer(RULE_SETS).answer?.ruleSets;
  const kept = useKept('rules');
  return useMemo(() => {
    const ofDraft =
      rules.kind === 'shipped' || ruleSet === undefined
        ? []
        : [
            {
              key: OF_DRAFT,
              title: text(ruleSet.title),
              detail: words.ofDraft,
              takesUnits: takesUnits(ruleSet),
              read: async () => rulesSource(rules),
            },
          ];
    const ofService = (ruleSets ?? []).map(({ id, title, titles }) => ({
      key: id,
      title: text(title),
      detail: id,
      takesUnits: titles,
      read: async () => ({ id }),
    }));
    const ofBoard = kept.map((each) => ({
      ...calledAs(each),
      detail: words.ofBoard,
      takesUnits: false,
      read: async () => ({ yaml: textIn(await contentOf(each, language)) }),
    }));
    return [...ofDraft, ...ofService, ...ofBoard];
  }, [kept, language, ruleSet, ruleSets, rules, text, words]);
}

type KeptDocument = z.output<typeof documentsAnswerSchema>['documents'][number];

/** The newest version of each document of a kind that the board keeps. */
function useKept(kind: KeptDocument['kind']): readonly KeptDocument[] {
  const { store } = useSession();
  const all = useAnswer(store.isShared ? DOCUMENTS : undefined).answer?.documents;
  return useMemo(() => {
    const there = (all ?? []).filter((each) => each.kind === kind && each.removedAt === undefined);
    return there.filter(({ name }, at) => there.findIndex((each) => each.name === name) === at);
  }, [all, kind]);
}

function calledAs({ name, version }: KeptDocument): { readonly key: string; readonly title: string } {
  return { key: `${name}@${version}`, title: name };
}

async function contentOf({ kind, name, version }: KeptDocument, language: Language): Promise<string> {
  const path = `/documents/${kind}/${name}/${version}`;
  return (await ask({ path, answer: documentAnswerSchema }, language)).base64;
}

function textIn(base64: string): string {
  return new TextDecoder().decode(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)));
}
