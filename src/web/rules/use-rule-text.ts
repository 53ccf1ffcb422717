import { useCallback, useEffect, useMemo, useState } from 'react';
import type { RuleSetAnswer, RulesValidation } from '../../service/answers/answers.ts';
import { ruleSetIn, ruleSetNamed } from '../api/questions.ts';
import { ask } from '../api/service.ts';
import { type Answering, useAnswer } from '../api/use-answer.ts';
import { useCase } from '../session/case.tsx';
import { useSession } from '../session/session.tsx';
import { usePending } from '../session/use-pending.ts';
import { useLanguage } from '../shared/language.tsx';
import {
  extendedIn,
  isWritable,
  type RuleEdit,
  type RuleHead,
  type SizeOfSlate,
  withHead,
  withRule,
  withSize,
} from './rule-text.ts';

/** A rule file that is being edited; the draft has it only once it is valid and taken over. */
export interface RuleText {
  readonly text: string;
  readonly setText: (text: string) => void;
  /** Whether the text differs from what the draft has. */
  readonly changed: boolean;
  readonly validation: Answering<RulesValidation>;
  /** What the text says or, while it is wrong, the last that was right. */
  readonly lastGood: GoodText | undefined;
  /** Whether forms can write into the text: not while it is no YAML. */
  readonly isWritable: boolean;
  /** Puts another text in its place, as one step that can be taken back; nothing where it is `undefined`. */
  readonly edit: (text: string | undefined) => void;
  /** Takes back the last step of a form; absent where there is none. */
  readonly undo: (() => void) | undefined;
  /** Texts of the files that this one extends, the nearest first. */
  readonly extended: readonly string[];
  readonly editRule: (rule: string, edit: RuleEdit) => void;
  readonly editSize: (change: Partial<SizeOfSlate>) => void;
  readonly editHead: (head: RuleHead) => void;
  /** Gives the draft this text; only while it is valid. */
  readonly takeOver: () => void;
  readonly revert: () => void;
}

/** A text that can be read, with what it says. */
export interface GoodText {
  readonly text: string;
  readonly ruleSet: RuleSetAnswer;
}

/** Milliseconds of quiet before a text is checked. */
const QUIET = 200;

/** Edits the rule file of the open draft. */
export function useRuleText(): RuleText {
  const { work, make } = useSession();
  const { ruleSet } = useCase();
  const language = useLanguage();
  const { rules } = work;
  const kept = rules.kind === 'own' ? rules.yaml : (ruleSet?.yaml ?? '');
  const [edited, setEdited] = usePending('rules', kept === '' ? undefined : kept);
  const text = edited ?? kept;
  const validation = useAnswer(
    useMemo(() => (text === '' ? undefined : ruleSetIn(text)), [text]),
    QUIET,
  );
  const lastGood = useLastGood(text, validation, kept === text ? ruleSet : undefined);
  const [past, setPast] = useState<readonly string[]>([]);
  const extended = useExtendedTexts(text);
  const write = (next: string | undefined): void => {
    if (next === undefined || next === text) return;
    setPast([...past, text]);
    setEdited(next);
  };
  const before = past.at(-1);
  const isValid = validation.current && validation.answer?.valid === true;
  const takeOver = (): void => {
    if (!isValid) return;
    make({ do: 'edit-rules', rules: { kind: 'own', id: rules.id, yaml: text } });
    setEdited(undefined);
    setPast([]);
  };
  return {
    text,
    setText: setEdited,
    changed: text !== kept,
    validation,
    lastGood,
    isWritable: useMemo(() => isWritable(text), [text]),
    edit: write,
    undo:
      before === undefined
        ? undefined
        : () => {
            setPast(past.slice(0, -1));
            setEdited(before);
          },
    extended,
    editRule: (rule, edit) => write(withRule(text, extended, rule, edit)),
    // What is shown may be older than the text: the one side that is written moves the other in the text itself.
    editSize: (change) => lastGood && write(withSize(text, lastGood.ruleSet.size, change)),
    editHead: (head) => write(withHead(text, language, head)),
    takeOver,
    revert: useCallback(() => setEdited(undefined), [setEdited]),
  };
}

/** The last text that could be read. */
function useLastGood(
  text: string,
  { current, answer }: Answering<RulesValidation>,
  known: RuleSetAnswer | undefined,
): GoodText | undefined {
  const [last, setLast] = useState<GoodText>();
  const ruleSet = current ? answer?.ruleSet : known;
  if (ruleSet === undefined) return last;
  if (last?.text === text && last.ruleSet === ruleSet) return last;
  const next = { text, ruleSet };
  setLast(next);
  return next;
}

/** The texts of all files that a rule file extends, the nearest first. */
function useExtendedTexts(text: string): readonly string[] {
  const language = useLanguage();
  const key = extendedIn(text).join(' ');
  const [texts, setTexts] = useState<readonly string[]>([]);
  useEffect(() => {
    const aborting = new AbortController();
    const collect = async (ids: readonly string[], seen: ReadonlySet<string>): Promise<readonly string[]> => {
      const fresh = ids.filter((id) => id !== '' && !seen.has(id));
      const read = await Promise.all(fresh.map((id) => ask(ruleSetNamed(id), language, aborting.signal)));
      if (read.length === 0) return [];
      const own = read.map(({ yaml }) => yaml);
      const further = await collect(own.flatMap(extendedIn), new Set([...seen, ...fresh]));
      return [...own, ...further];
    };
    // A file that does not exist is one of the errors of the text, told there.
    collect(key.split(' '), new Set()).then(setTexts, () => setTexts([]));
    return () => aborting.abort();
  }, [key, language]);
  return texts;
}
