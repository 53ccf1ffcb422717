import type { WorkbookChoice } from '../../state/work.ts';

/** A workbook of the user's own as the page keeps it. */
export async function workbookIn(file: File): Promise<WorkbookChoice> {
  return { kind: 'workbook', file: file.name, base64: await base64Of(file) };
}

/** The bytes of a file in base64. The browser itself encodes them, in one piece, which is fast even for megabytes. */
export async function base64Of(file: Blob): Promise<string> {
  const reader = new FileReader();
  const read = new Promise<string>((resolve, reject) => {
    reader.addEventListener('loadend', () => {
      if (typeof reader.result === 'string') resolve(reader.result);
      else reject(reader.error ?? new Error('unreadable'));
    });
  });
  reader.readAsDataURL(file);
  const url = await read;
  return url.slice(url.indexOf(',') + 1);
}
