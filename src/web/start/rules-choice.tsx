import { type ReactNode } from 'react';
import { RULE_SETS } from '../api/questions.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useCase } from '../session/case.tsx';
import { useSession } from '../session/session.tsx';
import { FileDrop } from '../shared/file-drop.tsx';
import { useWording } from '../shared/language.tsx';
import { Panel } from '../shared/panel.tsx';
import { Choice } from './choice.tsx';

/** Chooses the rule set: one of the service, or a file of the user's own. */
export function RulesChoicePanel(): ReactNode {
  const { say, text } = useWording();
  const { work, make } = useSession();
  const { ruleSet, rulesProblems } = useCase();
  const ruleSets = useAnswer(RULE_SETS).answer?.ruleSets ?? [];
  const { rules } = work;
  const readFile = async (file: File): Promise<void> => {
    const yaml = await file.text();
    const id = file.name.replace(/\.(?:ya?ml|json)$/, '');
    make({ do: 'choose-rules', rules: { kind: 'own', id, yaml } });
  };
  const ownTitle = ruleSet === undefined ? (rules.kind === 'own' ? rules.id : '') : text(ruleSet.title);
  return (
    <Panel title={say('web.rules')}>
      {ruleSets.map(({ id, title }) => (
        <Choice
          key={id}
          group="rules"
          checked={rules.kind === 'shipped' && rules.id === id}
          title={text(title)}
          detail={id}
          onChoose={() => make({ do: 'choose-rules', rules: { kind: 'shipped', id } })}
        />
      ))}
      {rules.kind === 'own' && (
        <Choice
          group="rules"
          checked
          title={ownTitle}
          detail={
            rulesProblems.length > 0
              ? say('web.problems', { count: rulesProblems.length })
              : say('web.own-rules')
          }
          onChoose={() => undefined}
        />
      )}
      <FileDrop
        accept=".yaml,.yml,.json"
        label={say('web.drop-rules')}
        onFile={(file) => void readFile(file)}
      />
    </Panel>
  );
}
