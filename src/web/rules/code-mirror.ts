import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { lintGutter, setDiagnostics } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** Colours from the page's own, so that they follow light and dark and keep their contrast. */
const highlights = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: 'var(--accent)' },
  { tag: [tags.string, tags.content], color: 'var(--mantine-color-text)' },
  { tag: [tags.number, tags.bool], color: 'var(--goal)' },
  { tag: [tags.comment, tags.lineComment], color: 'var(--mantine-color-dimmed)', fontStyle: 'italic' },
  { tag: [tags.labelName, tags.typeName, tags.meta], color: 'var(--kept)' },
]);

function nonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
}

/** Opens an editor. Escape, then Tab, leaves it: Tab alone indents. */
export function openEditor(parent: HTMLElement, label: string, onText: (text: string) => void): EditorView {
  const state = EditorState.create({
    extensions: [
      lineNumbers(),
      lintGutter(),
      history(),
      drawSelection(),
      highlightActiveLine(),
      highlightActiveLineGutter(),
      yaml(),
      syntaxHighlighting(highlights),
      keymap.of([...defaultKeymap, ...historyKeymap, indentWithTab]),
      EditorView.lineWrapping,
      EditorView.cspNonce.of(nonce()),
      EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
      EditorView.updateListener.of((update) => {
        const isTyped = update.docChanged && !update.transactions.some((each) => each.isUserEvent('put'));
        if (isTyped) onText(update.state.doc.toString());
      }),
    ],
  });
  return new EditorView({ parent, state });
}

/** Puts another text in place of the present one, as one step that can be undone in the editor. */
export function setText(editor: EditorView, text: string): void {
  const present = editor.state.doc.toString();
  if (present === text) return;
  editor.dispatch({ changes: smallestChange(present, text), userEvent: 'put' });
}

/** One replacement that makes one text the other; what both begin and end with stays, and the cursor with it. */
function smallestChange(before: string, after: string): { from: number; to: number; insert: string } {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  return { from: start, to: before.length - end, insert: after.slice(start, after.length - end) };
}

/** Marks errors at their lines. */
export function setProblems(
  editor: EditorView,
  problems: readonly { readonly line: number; readonly column: number; readonly words: string }[],
): void {
  const { doc } = editor.state;
  const marks = problems.map(({ line, column, words }) => {
    const at = doc.line(Math.min(Math.max(line, 1), doc.lines));
    const from = Math.min(at.from + column - 1, at.to);
    return { from, to: at.to, severity: 'error' as const, message: words };
  });
  editor.dispatch(setDiagnostics(editor.state, marks));
}

/** Shows a line and puts the cursor there. */
export function goToLine(editor: EditorView, line: number): void {
  const at = editor.state.doc.line(Math.min(Math.max(line, 1), editor.state.doc.lines));
  editor.dispatch({
    selection: { anchor: at.from },
    effects: EditorView.scrollIntoView(at.from, { y: 'start', yMargin: 24 }),
  });
}
