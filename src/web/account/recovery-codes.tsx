import { Button, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWording } from '../shared/language.tsx';
import { saveText } from '../shared/save-file.ts';
import { Entrance } from './entrance.tsx';
import classes from './entrance.module.css';

/** Shows the recovery codes, the only time that anybody sees them. */
export function RecoveryCodes(properties: {
  readonly codes: readonly string[];
  readonly onKept: () => void;
}): ReactNode {
  const { codes, onKept } = properties;
  const { say } = useWording();
  return (
    <Entrance title={say('web.recovery-codes')}>
      <Stack>
        <Text>{say('web.recovery-hint')}</Text>
        <ul className={classes.codes} aria-label={say('web.recovery-codes')}>
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
        <Group>
          <Button
            variant="default"
            onClick={() => saveText('slate-recovery-codes.txt', `${codes.join('\n')}\n`, 'text/plain')}
          >
            {say('web.save-codes')}
          </Button>
          <Button onClick={onKept}>{say('web.codes-kept')}</Button>
        </Group>
      </Stack>
    </Entrance>
  );
}
