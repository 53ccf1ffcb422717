import { Button, TextInput } from '@mantine/core';
import { Copy } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useWording } from '../shared/language.tsx';
import classes from './board-view.module.css';

/** A link or a key that is shown this once, to be handed on. */
export function ShownOnce(properties: {
  readonly hint: string;
  readonly label: string;
  readonly value: string;
}): ReactNode {
  const { hint, label, value } = properties;
  const { say } = useWording();
  const [copied, setCopied] = useState<string>();
  const copy = (): void =>
    void navigator.clipboard.writeText(value).then(
      () => setCopied(value),
      () => undefined,
    );
  return (
    <div className={classes.link} role="status">
      <p>{hint}</p>
      <div className={classes.line}>
        <TextInput
          size="xs"
          flex={1}
          readOnly
          aria-label={label}
          value={value}
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button size="xs" variant="default" leftSection={<Copy size={14} aria-hidden />} onClick={copy}>
          {copied === value ? say('web.link-copied') : say('web.copy')}
        </Button>
      </div>
    </div>
  );
}
