import { Button } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import type { Loss, Robustness } from '../../scenarios/answers.ts';
import { enumerate } from '../../words/number.ts';
import { personNamed } from '../people/person.ts';
import { useCase } from '../session/case.tsx';
import type { Text } from '../../words/language.ts';
import { nameOfPerson, ruleTitle } from '../shared/action-words.ts';
import { NameButton } from '../shared/focus-button.tsx';
import { useWording } from '../shared/language.tsx';
import { type MemberLoss, memberLosses } from './member-losses.ts';
import classes from './robustness-panel.module.css';
import { LossIcon } from './standing-bar.tsx';

/** Members that are shown at once. */
const FIRST_SHOWN = 8;

/** Whom the slate depends on: what breaks without each member, who could come, and whose loss besides makes it worse. */
export function MemberLosses(properties: {
  readonly robustness: Robustness;
  /** Titles of rules that the rule set does not name. */
  readonly titles: ReadonlyMap<string, Text>;
}): ReactNode {
  const { robustness, titles } = properties;
  const { say } = useWording();
  const [all, setAll] = useState(false);
  const losses = useMemo(() => memberLosses(robustness), [robustness]);
  const most = Math.max(1, ...losses.map(({ brokenWith }) => brokenWith.length));
  const hidden = all ? 0 : Math.max(0, losses.length - FIRST_SHOWN);
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label={say('web.hangs-on')}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{say('web.hangs-on')}</th>
            <th scope="col">{say('web.loss-alone')}</th>
            {robustness.two !== undefined && <th scope="col">{say('web.loss-with-others')}</th>}
          </tr>
        </thead>
        <tbody>
          {losses.slice(0, losses.length - hidden).map((loss) => (
            <LossRow
              key={loss.member}
              loss={loss}
              most={robustness.two === undefined ? undefined : most}
              titles={titles}
            />
          ))}
        </tbody>
      </table>
      {hidden > 0 && (
        <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>
          {say('web.show-more', { count: hidden })}
        </Button>
      )}
    </div>
  );
}

function LossRow(properties: {
  readonly loss: MemberLoss;
  /** The most others with whom anybody cannot be made up for; absent where pairs were not looked at. */
  readonly most: number | undefined;
  readonly titles: ReadonlyMap<string, Text>;
}): ReactNode {
  const { loss, most, titles } = properties;
  const { say } = useWording();
  const { people } = useCase();
  const { member, alone, brokenWith } = loss;
  const names = brokenWith.map((id) => nameOfPerson(id, people));
  return (
    <tr>
      <th scope="row">
        <NameButton id={member}>{personNamed(member, people)?.name ?? member}</NameButton>
        <small>{people.appointment?.(member)?.post ?? people.byId.get(member)?.cells['unit']}</small>
      </th>
      <td>
        <Alone loss={alone} titles={titles} />
      </td>
      {most !== undefined && (
        <td className={classes.pairs}>
          {brokenWith.length > 0 && (
            <details>
              <summary>
                <i aria-hidden style={{ width: `${(5 * brokenWith.length) / most}rem` }} />
                {say('web.broken-with', { count: brokenWith.length })}
              </summary>
              {names.join(', ')}
            </details>
          )}
        </td>
      )}
    </tr>
  );
}

function Alone(properties: { readonly loss: Loss; readonly titles: ReadonlyMap<string, Text> }): ReactNode {
  const { loss, titles } = properties;
  const wording = useWording();
  const { ruleSet, people } = useCase();
  const { say, language } = wording;
  const { standing, breaks, mend, replacements } = loss;
  const titleOf = (id: string): string => {
    const known = titles.get(id);
    return known === undefined ? ruleTitle(id, { wording, ruleSet }) : wording.text(known);
  };
  const rules = enumerate(
    breaks.map((id) => `“${titleOf(id)}”`),
    language,
  );
  const comes = mend?.comes === undefined ? undefined : nameOfPerson(mend.comes, people);
  const goes = mend?.goes === undefined ? undefined : nameOfPerson(mend.goes, people);
  const words = {
    compliant: (): string => say('web.loss-holds'),
    broken: (): string => say('web.loss-breaks', { rules }),
    mendable: (): string => {
      if (goes === undefined)
        return say('web.loss-mended', { rules, comes: comes ?? '', count: replacements });
      return comes === undefined
        ? say('web.loss-mended-by-leaving', { rules, goes })
        : say('web.loss-mended-by-swap', { rules, comes, goes });
    },
  }[standing]();
  return (
    <>
      <LossIcon standing={standing} /> {words}
    </>
  );
}
