import { CircleAlert, CircleCheck } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { useCase } from '../../session/case.tsx';
import { Failure } from '../../shared/failure.tsx';
import { RuleButton } from '../../shared/focus-button.tsx';
import { useGroupedBy } from '../../shared/use-grouped-by.ts';
import { useWording } from '../../shared/language.tsx';
import { WithoutValueNotes } from '../../shared/without-value-notes.tsx';
import { Panel } from '../../shared/panel.tsx';
import type { Capacity } from '../../../check/answer-parts.ts';
import type { RuleSetAnswer } from '../../../service/answers/answers.ts';
import { boundsWords, saysSize } from '../../shared/bounds.ts';
import classes from './capacity-panel.module.css';
import { SetAsideList } from './set-aside-list.tsx';
import type { CapacityAsked } from './use-capacity.ts';

/** What the pool can give each quota, before the quotas are held against each other. */
export function CapacityPanel({ asked }: { readonly asked: CapacityAsked }): ReactNode {
  const { say } = useWording();
  const { plan, ruleSet } = useCase();
  const { answer, failure } = asked;
  const lines = useMemo(
    () => withGroupsFolded((answer?.capacity ?? []).filter((line) => isOfInterest(line, ruleSet))),
    [answer, ruleSet],
  );
  const short = lines.filter(({ enough }) => !enough).length;
  return (
    <Panel title={say('web.capacity')} flush aside={answer && <Verdict short={short} />}>
      {failure !== undefined && <Failure failure={failure} />}
      {plan !== undefined && <p className={classes.note}>{say('web.capacity-of-posts')}</p>}
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{say('web.quota')}</th>
            <th scope="col" className={classes.number}>
              {say('web.needed')}
            </th>
            <th scope="col" className={classes.number}>
              {say('web.available')}
            </th>
            <th scope="col" className={classes.meterHead}>
              <span className="visually-hidden">{say('web.picture')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <CapacityLine key={`${line.rule} ${line.group ?? ''}`} line={line} />
          ))}
        </tbody>
      </table>
      <WithoutValueNotes lines={answer?.withoutValue} />
      <SetAsideList setAside={answer?.setAside ?? []} />
    </Panel>
  );
}

/** Rules that every placement has, and a size that no file sets, are said only where they fall short. */
function isOfInterest({ rule, enough }: Capacity, ruleSet: RuleSetAnswer | undefined): boolean {
  if (!enough || ruleSet === undefined) return true;
  return rule === 'size' ? saysSize(ruleSet) : ruleSet.rules.some(({ id }) => id === rule);
}

function Verdict({ short }: { readonly short: number }): ReactNode {
  const { say } = useWording();
  return (
    <span className={short === 0 ? classes.enough : classes.short}>
      {short === 0 ? <CircleCheck size={15} aria-hidden /> : <CircleAlert size={15} aria-hidden />}
      {short === 0 ? say('web.capacity-enough') : say('web.capacity-short', { count: short })}
    </span>
  );
}

interface Line extends Capacity {
  /** How many groups of the rule this line stands for, all of which have enough. */
  readonly groups?: number;
}

/** Groups that have enough become one line of their rule; those that have not stand by themselves. */
function withGroupsFolded(capacity: readonly Capacity[]): readonly Line[] {
  const folded = new Map<string, Line>();
  const lines: Line[] = [];
  for (const line of capacity) {
    if (line.group === undefined || !line.enough) {
      lines.push(line);
      continue;
    }
    const { group: _group, ...rest } = line;
    const before = folded.get(line.rule);
    const sum = {
      ...rest,
      available: (before?.available ?? 0) + line.available,
      groups: (before?.groups ?? 0) + 1,
    };
    if (before === undefined) lines.push(sum);
    else lines[lines.indexOf(before)] = sum;
    folded.set(line.rule, sum);
  }
  return lines;
}

function CapacityLine({ line }: { readonly line: Line }): ReactNode {
  const { say, text, number, language } = useWording();
  const groupedBy = useGroupedBy(line.rule);
  const { rule, group, title, available, need, enough, groups } = line;
  const most = Math.max(available, need.max ?? 0, need.min ?? 0, 1);
  const percent = (value: number): string => `${(100 * value) / most}%`;
  return (
    <tr data-enough={enough}>
      <th scope="row">
        <RuleButton id={rule}>{text(title)}</RuleButton>
        {group !== undefined && <small>{group}</small>}
        {groups !== undefined && <small>{say('web.groups', { count: groups, fact: groupedBy })}</small>}
        {!enough && <small className={classes.shortWords}>{text(line.message)}</small>}
      </th>
      <td className={classes.number}>{boundsWords(need.min, need.max, 'count', language)}</td>
      <td className={classes.number}>{number(available)}</td>
      <td className={classes.meter} aria-hidden>
        {groups === undefined && (
          <span className={classes.track}>
            <span className={classes.have} style={{ width: percent(available) }} />
            {need.min !== null && <span className={classes.need} style={{ left: percent(need.min) }} />}
          </span>
        )}
      </td>
    </tr>
  );
}
