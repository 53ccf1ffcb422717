import { type Draft, keptForm } from '../drafts/draft.ts';
import { saveText } from '../shared/save-text.ts';

/** Saves a draft, with its history and the user's own tables, as a file that any browser can open. */
export function saveToFile(draft: Draft): void {
  const text = JSON.stringify(keptForm({ ...draft, changed: Date.now() }), undefined, 1);
  saveText(`${fileName(draft.title)}.slate.json`, text);
}

function fileName(title: string): string {
  const plain = title
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[đĐ]/g, 'd')
    .replaceAll(/[^A-Za-z0-9]+/g, ' ')
    .trim()
    .replaceAll(' ', '-')
    .toLowerCase();
  return plain === '' ? 'draft' : plain;
}
