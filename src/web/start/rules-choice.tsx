import { type ReactNode } from 'react';
import { POOLS, RULE_SETS, ruleSetIn } from '../api/questions.ts';
import { ask } from '../api/service.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useCase } from '../session/case.tsx';
import { useSession } from '../session/session.tsx';
import { useWording } from '../shared/language.tsx';
import { Panel } from '../shared/panel.tsx';
import { takesUnits } from '../../rules/lists/list-declaration.ts';
import { Choice } from './choices/choice.tsx';
import { type ShippedRules, withRules } from './choices/fitting.ts';
import { Shipped } from './pool-choice/shipped.tsx';
import { TextDrop } from './choices/text-drop.tsx';
import { Button } from '@mantine/core';
import { ListPlus } from 'lucide-react';
import { goTo } from '../address/use-address.ts';
import { starterRules, today } from './own-table/starter-rules.ts';

/** Chooses the rule set: one of the service, or a file of the user's own. */
export function RulesChoicePanel(): ReactNode {
  const { say, text, language } = useWording();
  const { work, make } = useSession();
  const { poolProblems } = useCase();
  const pools = useAnswer(POOLS).answer?.pools ?? [];
  const ruleSets = useAnswer(RULE_SETS).answer?.ruleSets ?? [];
  const { rules, pool } = work;
  // Nothing is known of which rules fit a table before it is read.
  const isTableOpen = pool.kind !== 'shipped' && poolProblems.length > 0;
  const readRules = async (yaml: string, file: string): Promise<void> => {
    const id = file.replace(/\.(?:ya?ml|json)$/, '');
    // What cannot be read yet brings nothing with it; it is shown with its errors.
    const read = await ask(ruleSetIn(yaml), language).catch(() => undefined);
    const titles = read?.ruleSet && { id, titles: takesUnits(read.ruleSet) };
    const companions = titles && withRules(work, titles, { pools, ruleSets });
    make({
      do: 'choose-rules',
      rules: { kind: 'own', id, yaml },
      ...(companions !== undefined && { with: companions }),
    });
  };
  const choose = (entry: ShippedRules): void =>
    make({
      do: 'choose-rules',
      rules: { kind: 'shipped', id: entry.id },
      with: withRules(work, entry, { pools, ruleSets }),
    });
  return (
    <Panel title={say('web.rules')}>
      {rules.kind === 'own' && <OwnRules id={rules.id} />}
      <NewRules />
      <TextDrop accept=".yaml,.yml,.json" label={say('web.drop-rules')} onText={readRules} />
      <Shipped title={say('web.shipped-rules')} isFolded={rules.kind === 'own' || isTableOpen}>
        {ruleSets.map((entry) => (
          <Choice
            key={entry.id}
            group="rules"
            checked={rules.kind === 'shipped' && rules.id === entry.id}
            title={text(entry.title)}
            detail={entry.titles ? `${entry.id} · ${say('web.fills-posts')}` : entry.id}
            onChoose={() => choose(entry)}
          />
        ))}
      </Shipped>
    </Panel>
  );
}

/** The rules of one's own, as they are chosen: by their title, or while they cannot be read by their id. */
function OwnRules({ id }: { readonly id: string }): ReactNode {
  const { say, text } = useWording();
  const { ruleSet, rulesProblems } = useCase();
  const count = rulesProblems.length;
  return (
    <Choice
      group="rules"
      checked
      title={ruleSet === undefined ? id : text(ruleSet.title)}
      detail={count > 0 ? say('web.problems', { count }) : say('web.own-rules')}
      onChoose={() => undefined}
    />
  );
}

/** Begins a rule set of one's own, which demands nothing but a size, and leads to where rules are built. */
function NewRules(): ReactNode {
  const { say } = useWording();
  const { people } = useCase();
  const { make } = useSession();
  const begin = (): void => {
    const yaml = starterRules(say('web.own-rules-title'), people.list.length, today());
    make({
      do: 'choose-rules',
      rules: { kind: 'own', id: 'my-rules', yaml },
      with: { units: undefined },
    });
    goTo('rules');
  };
  return (
    <Button
      size="xs"
      mt="xs"
      fullWidth
      variant="default"
      leftSection={<ListPlus size={16} aria-hidden />}
      onClick={begin}
    >
      {say('web.new-rules')}
    </Button>
  );
}
