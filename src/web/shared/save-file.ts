import { hyphenated } from '../../tables/text/same-word.ts';

/** Has the browser save a file. */
export function saveAs(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

/** Has the browser save a text as a file. */
export function saveText(name: string, text: string, type = 'application/json'): void {
  saveAs(new Blob([text], { type }), name);
}

/** A title as the name of a file, without its ending: letters without marks, digits and dashes. */
export function fileName(title: string): string {
  const plain = hyphenated(title);
  return plain === '' ? 'draft' : plain;
}
