import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { POOLS } from '../api/questions.ts';
import { useAnswer } from '../api/use-answer.ts';
import { takesUnits } from '../../rules/lists/list-declaration.ts';
import { useCase } from '../session/case.tsx';
import { useSession } from '../session/session.tsx';
import { useWording } from '../shared/language.tsx';
import { Panel } from '../shared/panel.tsx';
import { Choice } from './choices/choice.tsx';
import { GoToMending } from './choices/go-to-mending.tsx';
import { TextDrop } from './choices/text-drop.tsx';
import classes from './units-choice.module.css';

/** For rules that fill posts, chooses the units: a table that a pool of the service has, or one of the user's own. */
export function UnitsChoicePanel(): ReactNode {
  const { say, text } = useWording();
  const { work, make } = useSession();
  const { ruleSet, units: read, unitsProblems } = useCase();
  const pools = useAnswer(POOLS).answer?.pools ?? [];
  const { units } = work;
  const isNeeded = ruleSet !== undefined && takesUnits(ruleSet);
  if (!isNeeded && units === undefined) return null;
  const ownDetail =
    unitsProblems.length > 0
      ? say('web.problems', { count: unitsProblems.length })
      : say('web.units-count', { count: read?.size ?? 0 });
  return (
    <Panel title={say('web.units')}>
      {isNeeded && units === undefined && <p className={classes.needed}>{say('web.units-needed')}</p>}
      {!isNeeded && (
        <p className={classes.needed}>
          {say('web.units-not-needed')}{' '}
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => make({ do: 'choose-units', units: undefined })}
          >
            {say('web.drop-units-table')}
          </Button>
        </p>
      )}
      {pools.map(
        ({ name, title, units: count }) =>
          count !== undefined && (
            <Choice
              key={name}
              group="units"
              checked={units?.kind === 'shipped' && units.name === name}
              title={text(title)}
              detail={say('web.units-count', { count })}
              onChoose={() => make({ do: 'choose-units', units: { kind: 'shipped', name } })}
            />
          ),
      )}
      {units?.kind === 'own' && (
        <Choice group="units" checked title={units.file} detail={ownDetail} onChoose={() => undefined} />
      )}
      <GoToMending table="units" count={unitsProblems.length} />
      <TextDrop
        accept=".csv,text/csv"
        label={say('web.drop-units')}
        hint={say('web.drop-units-hint')}
        onText={(csv, file) => make({ do: 'choose-units', units: { kind: 'own', file, csv } })}
      />
    </Panel>
  );
}
