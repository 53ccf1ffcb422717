import { Button } from '@mantine/core';
import { ListPlus, Sparkles } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { goTo } from '../address/use-address.ts';
import { useCase } from '../session/case.tsx';
import { usePropose } from '../session/use-propose.ts';
import { useSession } from '../session/session.tsx';
import { idleUnless } from '../shared/idle.ts';
import { useWording } from '../shared/language.tsx';
import { takeLostFocus } from '../shared/lost-focus.ts';
import classes from './lead.module.css';
import { lacksNames } from './own-table/name-column.tsx';

/** What the page is for, in one line, and the shortest way to a slate; with a table of one's own, what comes next. */
export function Lead(): ReactNode {
  const { say } = useWording();
  const { people, ruleSet, poolProblems } = useCase();
  const { pool, rules } = useSession().work;
  const { propose, canPropose } = usePropose();
  const isOwn = pool.kind !== 'shipped' && rules.kind === 'own' && people.list.length > 0;
  const hasNoRules = isOwn && ruleSet?.rules.length === 0;
  const unclear = pool.kind === 'shipped' ? 0 : poolProblems.length;
  const words = useRef<HTMLParagraphElement>(null);
  const before = useRef(unclear);
  useEffect(() => {
    // With the last cell that is mended its field goes; here stands what comes next.
    if (before.current > 0 && unclear === 0) takeLostFocus(words.current);
    before.current = unclear;
  }, [unclear]);
  return (
    <section className={classes.lead} aria-label={say('web.name')}>
      <p ref={words} tabIndex={-1}>
        {poolProblems.some((problem) => lacksNames(problem))
          ? say('web.lead-names')
          : unclear > 0
            ? say('web.lead-mend', { count: unclear })
            : hasNoRules
              ? say('web.lead-own', { count: people.list.length })
              : say('web.lead')}
      </p>
      {hasNoRules && (
        <Button leftSection={<ListPlus size={16} aria-hidden />} onClick={() => goTo('rules')}>
          {say('web.say-rules')}
        </Button>
      )}
      <Button
        variant={hasNoRules ? 'default' : 'filled'}
        leftSection={<Sparkles size={16} aria-hidden />}
        {...idleUnless(canPropose)}
        onClick={propose}
      >
        {say('web.propose-now')}
      </Button>
    </section>
  );
}
