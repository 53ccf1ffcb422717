import { Button } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import { useCase } from '../../session/case.tsx';
import { useSession } from '../../session/session.tsx';
import { useWording } from '../../shared/language.tsx';
import { Panel } from '../../shared/panel.tsx';
import type { Notice } from '../../../check/answer-parts.ts';
import classes from './notices-panel.module.css';
import type { CapacityAsked } from '../capacity/use-capacity.ts';

/** Notices that are shown before somebody asks for more. */
const FIRST = 5;

/** What is possible in the candidates and looks odd, counted; what was looked at and is right is accepted, and gone. */
export function NoticesPanel({ asked }: { readonly asked: CapacityAsked }): ReactNode {
  const { say, text } = useWording();
  const { make } = useSession();
  const [isWhole, setWhole] = useState(false);
  const notices = useNotices(asked);
  if (notices.length === 0) return null;
  const shown = isWhole ? notices : notices.slice(0, FIRST);
  return (
    <Panel
      title={say('web.notices')}
      flush
      aside={<span>{say('web.notices-count', { count: notices.length })}</span>}
    >
      <ul className={classes.list}>
        {shown.map(({ key, message, place }) => (
          <li key={`${place?.sheet ?? ''} ${key}`}>
            <span>
              {place?.sheet !== undefined && <b>{place.sheet} · </b>}
              {place?.line !== undefined && <b>{say('web.line', { line: place.line })} </b>}
              {text(message)}
            </span>
            <Button
              size="compact-xs"
              variant="default"
              aria-label={say('web.accept-notice-named', { notice: text(message) })}
              onClick={() => make({ do: 'accept-notice', key })}
            >
              {say('web.accept-notice')}
            </Button>
          </li>
        ))}
      </ul>
      {shown.length < notices.length && (
        <Button size="xs" variant="subtle" onClick={() => setWhole(true)}>
          {say('web.show-more', { count: notices.length - shown.length })}
        </Button>
      )}
    </Panel>
  );
}

/** Each notice once, under the rules where they could be read, without those that were accepted in this draft. */
function useNotices({ answer, current }: CapacityAsked): readonly Notice[] {
  const { notices, poolProblems } = useCase();
  const { accepted } = useSession().work;
  return useMemo(() => {
    if (poolProblems.length > 0) return [];
    const found = current ? (answer?.notices ?? []) : notices;
    const byKey = new Map(found.map((each) => [each.key, each]));
    return [...byKey.values()].filter(({ key }) => !accepted.includes(key));
  }, [notices, poolProblems, answer, current, accepted]);
}
