import { fileName, saveText } from '../shared/save-file.ts';
import { type Draft, keptForm } from '../drafts/draft.ts';

/** Saves a draft, with its history and the user's own tables, as a file that any browser can open. */
export function saveToFile(draft: Draft): void {
  const text = JSON.stringify(keptForm({ ...draft, changed: Date.now() }), undefined, 1);
  saveText(`${fileName(draft.title)}.slate.json`, text);
}
