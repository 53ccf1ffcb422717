import '@fontsource-variable/jetbrains-mono/wght.css';
import { type ReactNode, useEffect, useRef } from 'react';
import type { EditorView } from '@codemirror/view';
import type { ProblemItem } from '../../service/answers/answers.ts';
import { useWording } from '../shared/language.tsx';
import { goToLine, openEditor, setProblems, setText } from './code-mirror.ts';
import classes from './yaml-editor.module.css';

/** The text of a rule file, with its errors at their lines. */
export function YamlEditor(properties: {
  /** What the text is. */
  readonly label: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly problems: readonly ProblemItem[];
  /** A line to be shown, from 1. */
  readonly line: number | undefined;
}): ReactNode {
  const { label, text, onText, problems, line } = properties;
  const { text: wordsOf } = useWording();
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorView>(null);
  const listener = useRef(onText);
  useEffect(() => {
    listener.current = onText;
  }, [onText]);
  useEffect(() => {
    if (place.current === null) return undefined;
    const opened = openEditor(place.current, label, (written) => listener.current(written));
    editor.current = opened;
    return () => opened.destroy();
  }, [label]);
  useEffect(() => {
    if (editor.current !== null) setText(editor.current, text);
  }, [text, label]);
  useEffect(() => {
    if (editor.current === null) return;
    setProblems(
      editor.current,
      problems.map(({ place: at, message }) => ({
        line: at?.line ?? 1,
        column: at?.column ?? 1,
        words: wordsOf(message),
      })),
    );
  }, [problems, wordsOf, label, text]);
  useEffect(() => {
    if (editor.current !== null && line !== undefined) goToLine(editor.current, line);
  }, [line, label]);
  return <div ref={place} className={classes.editor} />;
}
