import { ActionIcon, Button, Checkbox, Popover, Text, TextInput, Tooltip } from '@mantine/core';
import { Download, Link } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { draftHash, hashOf, sharedHash, sharedPart } from '../address/address.ts';
import { forReading } from '../address/reading.ts';
import { useAddress } from '../address/use-address.ts';
import { saveToFile } from '../drafts-view/draft-file.ts';
import { useSession } from '../session/session.tsx';
import { useWording } from '../shared/language.tsx';

/**
 * A link that opens the same view of the same work, or of the draft itself where its tables are the user's own
 * and a store holds it. It holds ids and numbers; no name of a person.
 */
export function ShareLink(): ReactNode {
  const { say } = useWording();
  const [opened, setOpened] = useState(false);
  const [copied, setCopied] = useState(false);
  const [isForReading, setForReading] = useState(false);
  const address = useAddress();
  const { work, draft, store } = useSession();
  const shared = sharedPart(work);
  const opens = shared !== undefined ? 'ids' : store.isShared ? 'draft' : 'own';
  const whole =
    shared !== undefined
      ? sharedHash(address, shared)
      : opens === 'draft'
        ? draftHash(address, draft.id)
        : hashOf(address);
  const hash = opens !== 'own' && isForReading ? forReading(whole) : whole;
  const link = `${location.origin}/${hash}`;
  useEffect(() => setOpened(false), [address.view]);
  const share = (): void => {
    setOpened((before) => !before);
    // Without TLS there is no clipboard; the link then stands there to be copied by hand.
    navigator.clipboard?.writeText(link).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      width={340}
      position="bottom-end"
      withArrow
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <Tooltip label={say('web.share')} disabled={opened}>
          <ActionIcon aria-label={say('web.share')} onClick={share}>
            <Link size={18} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown aria-label={say('web.share')}>
        <TextInput
          readOnly
          aria-label={say('web.link')}
          value={link}
          onFocus={(event) => event.currentTarget.select()}
        />
        {opens !== 'own' && (
          <Checkbox
            size="xs"
            mt="xs"
            label={say('web.for-reading')}
            checked={isForReading}
            onChange={(event) => {
              setForReading(event.currentTarget.checked);
              setCopied(false);
            }}
          />
        )}
        <Text size="xs" c="dimmed" mt={6}>
          {copied && `${say('web.link-copied')} `}
          {say(`web.link-${opens}`)}
        </Text>
        {opens === 'own' && (
          <Button
            size="xs"
            mt="xs"
            variant="default"
            leftSection={<Download size={14} aria-hidden />}
            onClick={() => saveToFile(draft)}
          >
            {say('web.save-draft')}
          </Button>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
