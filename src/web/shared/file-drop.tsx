import { Upload } from 'lucide-react';
import { type DragEvent, type ReactNode, useState } from 'react';
import classes from './file-drop.module.css';

/** A place to drop a file on, or to choose one by a click or key. */
export function FileDrop(properties: {
  readonly accept: string;
  readonly label: string;
  readonly hint?: string;
  readonly onFile: (file: File) => void;
}): ReactNode {
  const { accept, label, hint, onFile } = properties;
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file !== undefined) onFile(file);
  };
  return (
    <label
      className={classes.drop}
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input
        type="file"
        accept={accept}
        className="visually-hidden"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (file !== undefined) onFile(file);
        }}
      />
      <Upload size={18} aria-hidden />
      <span>
        <strong>{label}</strong>
        {hint !== undefined && <small>{hint}</small>}
      </span>
    </label>
  );
}
