import type { DragEvent } from 'react';

/** Only the page itself understands this; nothing of a person leaves it by dragging. */
const KIND = 'application/x-slate-person';

/** Begins to drag a person. */
export function drag(event: DragEvent, id: string): void {
  event.dataTransfer.setData(KIND, id);
  event.dataTransfer.effectAllowed = 'move';
}

/** Whether a person is being dragged over this place; if so, it can be dropped here. */
export function allowDrop(event: DragEvent): boolean {
  if (!event.dataTransfer.types.includes(KIND)) return false;
  event.preventDefault();
  event.dataTransfer.dropEffect = 'move';
  return true;
}

/** The person that was dropped; `undefined` if it was something else. */
export function dropped(event: DragEvent): string | undefined {
  const id = event.dataTransfer.getData(KIND);
  if (id === '') return undefined;
  event.preventDefault();
  event.stopPropagation();
  return id;
}
