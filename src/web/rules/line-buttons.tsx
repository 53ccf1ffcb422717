import { ActionIcon, Button } from '@mantine/core';
import { Plus, X } from 'lucide-react';
import type { ReactNode } from 'react';

/** Adds a line to a form. */
export function AddButton(properties: {
  readonly words: string;
  readonly disabled?: boolean;
  readonly onClick: () => void;
}): ReactNode {
  const { words, disabled = false, onClick } = properties;
  return (
    <Button
      size="compact-xs"
      variant="subtle"
      leftSection={<Plus size={14} aria-hidden />}
      disabled={disabled}
      onClick={onClick}
    >
      {words}
    </Button>
  );
}

/** Drops the line that it stands in. */
export function DropButton(properties: { readonly label: string; readonly onClick: () => void }): ReactNode {
  const { label, onClick } = properties;
  return (
    <ActionIcon size={28} aria-label={label} onClick={onClick}>
      <X size={15} aria-hidden />
    </ActionIcon>
  );
}
