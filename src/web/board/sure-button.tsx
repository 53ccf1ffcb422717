import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';

/** A button for what cannot be taken back: pressed once it asks whether one is sure, pressed again it acts. */
export function SureButton(properties: {
  readonly icon: ReactNode;
  readonly words: string;
  /** What it asks. */
  readonly sure: string;
  /** Its name where the words do not say what it is about. */
  readonly label?: string;
  readonly onSure: () => void;
}): ReactNode {
  const { icon, words, sure, label, onSure } = properties;
  const [isSure, setSure] = useState(false);
  return (
    <Button
      size="xs"
      variant="default"
      color="red"
      leftSection={icon}
      aria-label={isSure ? sure : label}
      onClick={() => (isSure ? onSure() : setSure(true))}
      onBlur={() => setSure(false)}
    >
      {isSure ? sure : words}
    </Button>
  );
}
