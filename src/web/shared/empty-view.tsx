import { Button } from '@mantine/core';
import { ArrowRight } from 'lucide-react';
import type { ReactNode } from 'react';
import type { View } from '../address/address.ts';
import { goTo } from '../address/use-address.ts';
import classes from './empty-view.module.css';

/** A view that has nothing to show yet: why, and the way to where that can be changed. */
export function EmptyView(properties: {
  readonly words: string;
  readonly to: View;
  readonly action: string;
}): ReactNode {
  const { words, to, action } = properties;
  return (
    <div className={classes.empty}>
      <p>{words}</p>
      <Button rightSection={<ArrowRight size={16} aria-hidden />} onClick={() => goTo(to)}>
        {action}
      </Button>
    </div>
  );
}
