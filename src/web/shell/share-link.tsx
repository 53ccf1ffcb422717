import { ActionIcon, Button, Checkbox, Popover, Text, TextInput, Tooltip } from '@mantine/core';
import { Download, Link } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { draftHash, hashOf, sharedHash, sharedPart } from '../address/address.ts';
import { forReading } from '../address/reading.ts';
import { useAddress } from '../address/use-address.ts';
import { saveToFile } from '../drafts-view/draft-file.ts';
import { useSession } from '../session/session.tsx';
import { useWording } from '../shared/language.tsx';

/** Shows a link that opens what is seen here, and puts it on the clipboard. */
export function ShareLink(): ReactNode {
  const { say } = useWording();
  const [opened, setOpened] = useState(false);
  const [copied, setCopied] = useState(false);
  const [isForReading, setForReading] = useState(false);
  const { view } = useAddress();
  const { link, opens } = useLink(isForReading);
  useEffect(() => setOpened(false), [view]);
  const share = (): void => {
    setOpened(!opened);
    // To close it is to be done with it: what was copied since stays.
    if (opened) return;
    // Without TLS there is no clipboard; the link then stands there to be copied by hand.
    navigator.clipboard?.writeText(link).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  const changeReading = (next: boolean): void => {
    setForReading(next);
    setCopied(false);
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
        {opens !== 'own' && <ForReading checked={isForReading} onChange={changeReading} />}
        <Text size="xs" c="dimmed" mt={6}>
          {copied && `${say('web.link-copied')} `}
          {say(`web.link-${opens}`)}
        </Text>
        {opens === 'own' && <SaveDraft />}
      </Popover.Dropdown>
    </Popover>
  );
}

/**
 * A link that opens the same view of the same work, or of the draft itself where its tables are the user's own
 * and a store holds it. It holds ids and numbers; no name of a person.
 *
 * @returns with what it opens: work by its ids, a draft, or nothing but the view where the tables are in this browser.
 */
function useLink(isForReading: boolean): { readonly link: string; readonly opens: 'ids' | 'draft' | 'own' } {
  const address = useAddress();
  const { work, draft, store } = useSession();
  const linkTo = (hash: string): string => `${location.origin}/${hash}`;
  const readable = (hash: string): string => linkTo(isForReading ? forReading(hash) : hash);
  const shared = sharedPart(work);
  if (shared !== undefined) return { link: readable(sharedHash(address, shared)), opens: 'ids' };
  if (store.isShared) return { link: readable(draftHash(address, draft.id)), opens: 'draft' };
  return { link: linkTo(hashOf(address)), opens: 'own' };
}

/** Whether who follows the link may look, and change nothing. */
function ForReading(properties: {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}): ReactNode {
  const { checked, onChange } = properties;
  const { say } = useWording();
  return (
    <Checkbox
      size="xs"
      mt="xs"
      label={say('web.for-reading')}
      checked={checked}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}

/** Saves the draft as a file, to be sent where no link can open it. */
function SaveDraft(): ReactNode {
  const { say } = useWording();
  const { draft } = useSession();
  return (
    <Button
      size="xs"
      mt="xs"
      variant="default"
      leftSection={<Download size={14} aria-hidden />}
      onClick={() => saveToFile(draft)}
    >
      {say('web.save-draft')}
    </Button>
  );
}
