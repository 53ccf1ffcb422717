import type { ReactNode } from 'react';
import type { RuleReport } from '../../check/check-answer.ts';
import { boundsWords, valueWords } from '../shared/bounds.ts';
import { useWording } from '../shared/language.tsx';
import classes from './compare-works.module.css';

/** What became of a quota from one slate to another. */
type Turn = 'better' | 'worse' | 'moved' | 'same';

interface Compared {
  readonly key: string;
  readonly shown: RuleReport;
  readonly before: RuleReport | undefined;
  readonly after: RuleReport | undefined;
  readonly turn: Turn;
}

/** The quotas and goals that differ between two slates, better ones and worse ones in their colours. */
export function QuotaDiff(properties: {
  readonly titles: readonly [before: string, after: string];
  readonly before: readonly RuleReport[];
  readonly after: readonly RuleReport[];
}): ReactNode {
  const { titles, before, after } = properties;
  const { say, text } = useWording();
  const compared = comparedQuotas(before, after);
  const differing = compared.filter(({ turn }) => turn !== 'same');
  return (
    <>
      <p className={classes.note}>
        {say('web.quotas-differ', { count: differing.length, of: compared.length })}
      </p>
      {differing.length > 0 && (
        <div className={classes.scroll} tabIndex={0} role="region" aria-label={say('web.quotas')}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{say('web.quota')}</th>
                {titles.map((title, index) => (
                  <th key={index} scope="col">
                    {title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {differing.map(({ key, shown, before: old, after: now, turn }) => (
                <tr key={key} data-turn={turn}>
                  <th scope="row">
                    {text(shown.title)}
                    {shown.group !== undefined && <small> {shown.group}</small>}
                    <small className={classes.turn}>
                      {shown.strength === 'soft' ? `${say('web.strength-soft-short')} · ` : ''}
                      {say(`web.turn-${turn}`)}
                    </small>
                  </th>
                  <Figure line={old} />
                  <Figure line={now} />
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

function Figure({ line }: { readonly line: RuleReport | undefined }): ReactNode {
  const { say, number, language } = useWording();
  if (line === undefined) return <td>–</td>;
  const { kind, actual, min, max, status, members } = line;
  if (kind === 'require') {
    const count = members.length;
    return (
      <td data-status={status}>{count === 0 ? say('web.all-satisfy') : say('web.some-fail', { count })}</td>
    );
  }
  const unit = kind === 'share' ? 'share' : 'count';
  return (
    <td data-status={status}>
      <b>{unit === 'count' ? number(actual) : valueWords(actual, unit, language)}</b>{' '}
      <small>{boundsWords(min, max, unit, language)}</small>
    </td>
  );
}

function comparedQuotas(before: readonly RuleReport[], after: readonly RuleReport[]): readonly Compared[] {
  const keyOf = ({ id, group }: RuleReport): string => `${id} ${group ?? ''}`;
  const old = new Map(before.map((line) => [keyOf(line), line]));
  const now = new Map(after.map((line) => [keyOf(line), line]));
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((key): Compared[] => {
    const [one, other] = [old.get(key), now.get(key)];
    const shown = other ?? one;
    return shown === undefined ? [] : [{ key, shown, before: one, after: other, turn: turnOf(one, other) }];
  });
}

const STANDS = { kept: 0, unknown: 1, violated: 2 } as const;

/** Nearer to being kept is better; of a goal that is missed, a lower price. */
function turnOf(before: RuleReport | undefined, after: RuleReport | undefined): Turn {
  if (before === undefined || after === undefined) return 'moved';
  const stands = STANDS[after.status] - STANDS[before.status];
  const off = Math.abs(after.deviation) - Math.abs(before.deviation);
  const change = stands === 0 ? off : stands;
  if (change !== 0) return change < 0 ? 'better' : 'worse';
  const isSame =
    before.min === after.min &&
    before.max === after.max &&
    before.actual === after.actual &&
    before.strength === after.strength;
  return isSame ? 'same' : 'moved';
}
