import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { decoded, type Encoding, LOST_LETTER } from '../../../tables/text/encoding.ts';
import { fileKind, isContainer, KIND_BYTES } from '../../../tables/file-kind.ts';
import { useCase } from '../../session/case.tsx';
import { FileDrop } from '../../shared/file-drop.tsx';
import { useWording } from '../../shared/language.tsx';
import classes from './text-drop.module.css';

/** A file whose bytes are no text as they stand. */
interface Unread {
  readonly file: File;
  readonly because: 'encoding' | 'lost-letters';
  /** What it can be read as, if the user says so. */
  readonly guess?: Encoding | undefined;
}

function isText(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, KIND_BYTES);
  return !isContainer(head) && fileKind(head) === 'text';
}

/**
 * A place to drop a file of text. It is decoded strictly: what is not UTF-8 is told, and read in another
 * encoding only where the user says so; a letter that cannot be read never becomes some other one.
 *
 * @param properties.onOther where it is given, it takes a file that by its content is no text.
 */
export function TextDrop(properties: {
  readonly accept: string;
  readonly label: string;
  readonly hint?: string;
  readonly onText: (text: string, file: string) => void | Promise<void>;
  readonly onOther?: (file: File) => void | Promise<void>;
}): ReactNode {
  const { onText, onOther, ...drop } = properties;
  const { say } = useWording();
  const { whileRead } = useCase();
  const [unread, setUnread] = useState<Unread>();
  const read = async (file: File, encoding?: Encoding): Promise<void> => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (onOther !== undefined && !isText(bytes)) {
      setUnread(undefined);
      await onOther(file);
      return;
    }
    const found = decoded(bytes, encoding);
    if (!found.ok) setUnread({ file, because: 'encoding', guess: found.guess });
    else if (found.text.includes(LOST_LETTER)) setUnread({ file, because: 'lost-letters' });
    else {
      setUnread(undefined);
      await onText(found.text, file.name);
    }
  };
  return (
    <>
      {unread !== undefined && (
        <div role="alert" className={classes.unread}>
          {unread.because === 'encoding'
            ? say('web.not-decoded', { file: unread.file.name, guess: unread.guess })
            : say('web.lost-letters', { file: unread.file.name })}
          {unread.guess !== undefined && (
            <Button
              size="xs"
              variant="default"
              onClick={() => void whileRead(read(unread.file, unread.guess))}
            >
              {say('web.read-as', { encoding: unread.guess })}
            </Button>
          )}
        </div>
      )}
      <FileDrop {...drop} onFile={(file) => void whileRead(read(file))} />
    </>
  );
}
