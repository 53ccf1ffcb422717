import { type Draft, keptForm } from '../drafts/draft.ts';

/** Saves a draft, with its history and the user's own tables, as a file that any browser can open. */
export function saveToFile(draft: Draft): void {
  const text = JSON.stringify(keptForm({ ...draft, changed: Date.now() }), undefined, 1);
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${fileName(draft.title)}.slate.json`;
  link.click();
  URL.revokeObjectURL(address);
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
