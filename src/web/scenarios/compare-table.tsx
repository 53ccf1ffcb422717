import { ActionIcon, Button } from '@mantine/core';
import { Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Comparison, ComparedRule, ScenarioOutcome } from '../../scenarios/answers.ts';
import { useCase } from '../session/case.tsx';
import { useSession } from '../session/session.tsx';
import { boundsWords, valueWords } from '../shared/bounds.ts';
import { NameButton } from '../shared/focus-button.tsx';
import { useWording } from '../shared/language.tsx';
import type { Changes, KeptScenario } from '../state/work.ts';
import classes from './compare-table.module.css';

/** Scenarios as columns: what they are worth, the quotas in which they differ, and the persons. */
export function CompareTable(properties: {
  readonly comparison: Comparison;
  readonly compared: readonly KeptScenario[];
  readonly onChanges: (changes: Changes) => void;
}): ReactNode {
  const { comparison, compared, onChanges } = properties;
  const { say, points } = useWording();
  const { scenarios, rules, inAll, inSome } = comparison;
  const differing = rules.filter((rule) => rule.group === undefined && isDifferent(rule));
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label={say('web.compare')}>
      <table className={classes.table}>
        <thead>
          <tr>
            <td />
            {scenarios.map((scenario, index) => (
              <ScenarioHead
                key={scenario.id}
                scenario={scenario}
                kept={index === 0 ? undefined : compared[index]}
                onChanges={onChanges}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{say('web.objective')}</th>
            {scenarios.map(({ id, objective, assurance }) => (
              <td key={id}>
                <b>{objective === undefined ? say('web.no-slate-short') : points(objective)}</b>
                {assurance !== undefined && (
                  <small> {say(assurance === 'proven' ? 'web.proven' : 'web.not-proven')}</small>
                )}
              </td>
            ))}
          </tr>
          {rules.some(({ in: outcomes }) => outcomes.some((each) => each?.strength === 'soft')) && (
            <GoalsLine comparison={comparison} />
          )}
          {differing.map((rule) => (
            <RuleLine key={rule.id} rule={rule} scenarios={scenarios} />
          ))}
        </tbody>
        <tbody>
          <tr className={classes.group}>
            <th scope="rowgroup" colSpan={scenarios.length + 1}>
              {say('web.in-all', { count: inAll.length })} {say('web.in-some', { count: inSome.length })}
            </th>
          </tr>
          {inSome.map((person) => (
            <PersonLine key={person.candidate} person={person} scenarios={scenarios} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** How many goals each slate misses: a rule of which all miss as much is not among those in which they differ. */
function GoalsLine({ comparison }: { readonly comparison: Comparison }): ReactNode {
  const { scenarios, rules } = comparison;
  const { say } = useWording();
  return (
    <tr>
      <th scope="row">{say('web.section-soft')}</th>
      {scenarios.map(({ id, objective }, index) => {
        const missed = new Set(rules.filter((rule) => isMissed(rule.in[index])).map((rule) => rule.id));
        return (
          <td key={id} data-missed={missed.size > 0}>
            {objective === undefined ? '–' : say('web.goals-missed', { count: missed.size })}
          </td>
        );
      })}
    </tr>
  );
}

function isMissed(outcome: ComparedRule['in'][number] | undefined): boolean {
  return outcome?.strength === 'soft' && (outcome.cost ?? 0) > 0;
}

function PersonLine(properties: {
  readonly person: Comparison['inSome'][number];
  readonly scenarios: readonly ScenarioOutcome[];
}): ReactNode {
  const { person, scenarios } = properties;
  const { say } = useWording();
  const { candidate, scenarios: on } = person;
  return (
    <tr>
      <th scope="row">
        <NameButton id={candidate} />
      </th>
      {scenarios.map(({ id }) => (
        <td key={id}>
          {on.includes(id) && <i aria-hidden />}
          <span className="visually-hidden">{on.includes(id) ? say('web.yes') : say('web.no')}</span>
        </td>
      ))}
    </tr>
  );
}

function isDifferent({ in: outcomes }: ComparedRule): boolean {
  const shown = outcomes.map((each) => JSON.stringify([each?.min, each?.max, each?.actual]));
  return new Set(shown).size > 1;
}

function RuleLine(properties: {
  readonly rule: ComparedRule;
  readonly scenarios: readonly ScenarioOutcome[];
}): ReactNode {
  const { rule, scenarios } = properties;
  const { text, language } = useWording();
  const { ruleSet } = useCase();
  const kind = ruleSet?.rules.find(({ id }) => id === rule.id)?.kind;
  const unit = kind === 'share' ? 'share' : 'count';
  return (
    <tr>
      <th scope="row">{text(rule.title)}</th>
      {rule.in.map((each, index) => (
        <td key={scenarios[index]?.id} data-missed={isMissed(each)}>
          {each === null ? (
            '–'
          ) : (
            <>
              {each.actual === undefined ? '' : valueWords(each.actual, unit, language)}{' '}
              <small>{boundsWords(each.min, each.max, unit, language)}</small>
            </>
          )}
        </td>
      ))}
    </tr>
  );
}

function ScenarioHead(properties: {
  readonly scenario: ScenarioOutcome;
  /** Absent for the rule set as it stands. */
  readonly kept: KeptScenario | undefined;
  readonly onChanges: (changes: Changes) => void;
}): ReactNode {
  const { scenario, kept, onChanges } = properties;
  const { say, text } = useWording();
  const { make } = useSession();
  const drop = say('web.drop-scenario', { title: kept?.title ?? '' });
  return (
    <th scope="col">
      {text(scenario.title)}
      {kept !== undefined && (
        <div>
          <Button size="compact-xs" variant="default" onClick={() => onChanges(kept.changes)}>
            {say('web.set-dials')}
          </Button>
          <ActionIcon size={22} aria-label={drop} onClick={() => make({ do: 'drop-scenario', id: kept.id })}>
            <Trash2 size={14} aria-hidden />
          </ActionIcon>
        </div>
      )}
      {scenario.conflict !== undefined && <small>{text(scenario.conflict.message)}</small>}
    </th>
  );
}
