import { type DragEvent, type ReactNode, useState } from 'react';
import { allowDrop, dropped } from './dragging.ts';
import classes from './drop-area.module.css';

/** A place on which a person can be dropped. */
export function DropArea(properties: {
  readonly onPerson: (id: string) => void;
  readonly children: ReactNode;
}): ReactNode {
  const { onPerson, children } = properties;
  const { over, targets } = useDropTarget(onPerson);
  return (
    <div className={classes.area} data-over={over} {...targets}>
      {children}
    </div>
  );
}

/** What makes an element a place to drop persons on, and whether one is held over it. */
export function useDropTarget(onPerson: (id: string) => void): {
  readonly over: boolean;
  readonly targets: Readonly<
    Record<'onDragOver' | 'onDragLeave' | 'onDrop', (event: DragEvent<HTMLElement>) => void>
  >;
} {
  const [over, setOver] = useState(false);
  const targets = {
    onDragOver: (event: DragEvent<HTMLElement>): void => {
      event.stopPropagation();
      setOver(allowDrop(event));
    },
    onDragLeave: (): void => setOver(false),
    onDrop: (event: DragEvent<HTMLElement>): void => {
      setOver(false);
      const id = dropped(event);
      if (id !== undefined) onPerson(id);
    },
  };
  return { over, targets };
}
