import { Button } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import { ruleSetNamed } from '../api/questions.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useCase } from '../session/case.tsx';
import { useSession } from '../session/session.tsx';
import { FileDrop } from '../shared/file-drop.tsx';
import { useWording } from '../shared/language.tsx';
import { Panel } from '../shared/panel.tsx';
import { base64Of } from '../start/choices/workbook-file.ts';
import classes from './batches-view.module.css';
import { Checks } from './checks.tsx';
import { batchOf, type ChosenBatch, type OfferedPool, sizeOf } from './new-batch.ts';
import { OF_DRAFT, useOfferedPools, useOfferedRules } from './use-offered.ts';
import { useBatchWords } from './words.ts';

const NOTHING: ReadonlySet<string> = new Set();

/** Chooses what a batch is about, and begins it. */
export function NewBatchPanel({
  onBegin,
}: {
  readonly onBegin: (batch: Promise<object>) => Promise<void>;
}): ReactNode {
  const words = useBatchWords();
  const { scenarios, rules } = useSession().work;
  const ownRules = rules.kind === 'own' ? OF_DRAFT : rules.id;
  const pools = usePoolChoice();
  const offeredRules = useOfferedRules();
  const [ruleSets, setRuleSets] = useState<ReadonlySet<string>>(() => new Set([ownRules]));
  const [under, setUnder] = useState(NOTHING);
  const [costs, setCosts] = useState(NOTHING);
  const [busy, setBusy] = useState(false);
  const only = ruleSets.size === 1 ? [...ruleSets][0] : undefined;
  const costly = useRulesOf(only);
  const isOfDraft = only === ownRules;
  const chosen: ChosenBatch = {
    pools: pools.chosen,
    ruleSets: offeredRules.filter(({ key }) => ruleSets.has(key)),
    scenarios: isOfDraft ? scenarios.filter(({ id }) => under.has(id)) : [],
    costs: costly.map(({ id }) => id).filter((id) => costs.has(id)),
  };
  const size = sizeOf(chosen);
  const begin = async (): Promise<void> => {
    setBusy(true);
    await onBegin(batchOf(chosen));
    setBusy(false);
  };
  return (
    <Panel title={words.begin}>
      <p className={classes.about}>{words.about}</p>
      <PoolChecks choice={pools} />
      <div className={classes.lists}>
        <Checks title={words.ruleSets} of={offeredRules} chosen={ruleSets} onChange={setRuleSets} />
      </div>
      {isOfDraft && (
        <Checks
          title={words.scenarios}
          of={scenarios.map(({ id, title }) => ({ key: id, title }))}
          chosen={under}
          onChange={setUnder}
        />
      )}
      {costly.length > 0 && <CostChecks rules={costly} chosen={costs} onChange={setCosts} />}
      <Button fullWidth mt="sm" disabled={size.cases === 0 || busy} onClick={() => void begin()}>
        {size.cases === 0 ? words.nothingChosen : words.start(size)}
      </Button>
    </Panel>
  );
}

/** The pools that may be asked about, under where they come from, and those of them that are chosen. */
function usePoolChoice() {
  const words = useBatchWords();
  const offered = useOfferedPools();
  const [files, setFiles] = useState<readonly OfferedPool[]>([]);
  const [keys, setKeys] = useState(NOTHING);
  const groups = [...offered, { from: words.ofFiles, pools: files }];
  const addFile = (file: File): void => {
    const key = `${files.length + 1}-${file.name}`;
    const pool = { key, title: file.name, detail: '', read: async () => ({ base64: await base64Of(file) }) };
    setFiles([...files, pool]);
    setKeys(new Set([...keys, key]));
  };
  const chosen = groups.flatMap(({ pools }) => pools).filter(({ key }) => keys.has(key));
  return { groups, keys, setKeys, addFile, chosen };
}

function PoolChecks({ choice }: { readonly choice: ReturnType<typeof usePoolChoice> }): ReactNode {
  const { groups, keys, setKeys, addFile } = choice;
  const words = useBatchWords();
  return (
    <>
      <h3 className={classes.step}>{words.pools}</h3>
      <div className={classes.lists}>
        {groups.map(({ from, pools }) => (
          <Checks key={from} title={from} of={pools} chosen={keys} onChange={setKeys} />
        ))}
      </div>
      <FileDrop accept=".csv,.xlsx,.ods,.xls" label={words.addFile} hint={words.fileKinds} onFile={addFile} />
    </>
  );
}

/** Which rules everything is asked without, too. */
function CostChecks(properties: {
  readonly rules: ReturnType<typeof useRulesOf>;
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
}): ReactNode {
  const { rules, chosen, onChange } = properties;
  const words = useBatchWords();
  const { text } = useWording();
  return (
    <details className={classes.more}>
      <summary>{words.costs}</summary>
      <Checks
        title={words.costs}
        of={rules.map(({ id, title }) => ({ key: id, title: text(title) }))}
        chosen={chosen}
        onChange={onChange}
      />
    </details>
  );
}

/** The rules of the one rule set that is chosen, where its rules are known. */
function useRulesOf(key: string | undefined) {
  const { ruleSet } = useCase();
  const asked = useMemo(
    () => (key === undefined || key === OF_DRAFT || key.includes('@') ? undefined : ruleSetNamed(key)),
    [key],
  );
  const { answer, current } = useAnswer(asked);
  if (key === OF_DRAFT) return ruleSet?.rules ?? [];
  return current ? (answer?.rules ?? []) : [];
}
