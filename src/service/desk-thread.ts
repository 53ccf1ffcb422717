import { workerData } from 'node:worker_threads';
import { parseRuleSet } from '../rules/load.ts';
import { poolFromCandidates } from '../pool/read-candidates.ts';
import { openCase } from '../slate/case.ts';
import { propose } from '../slate/propose.ts';
import { warmSolverThreads } from '../optimize/threads/solver-threads.ts';
import { valueOf } from '../words/problem.ts';
import { Desk } from './desk.ts';
import { type DeskNews, type DeskSettings, type DeskTask, KNOCK } from './desk-task.ts';
import { packed } from './packing.ts';
import type { Reply } from './reply.ts';
import { TASKS } from './routes.ts';

/** Set up by the service that starts this thread. */
const settings = workerData as DeskSettings;
const desk = new Desk(settings);

/** Nothing to say, nothing wrong. */
const SOUND: Reply = { kind: 'answer', json: new Uint8Array(), outcome: 'sound' };

async function answerAtDesk({ operation, raw, depth, packing, line }: DeskTask): Promise<Reply> {
  const say = (news: DeskNews): void => line.postMessage(news, []);
  say({ kind: 'begun' });
  const stop = new AbortController();
  line.once('message', () => stop.abort());
  if (operation === KNOCK) return SOUND;
  const task = TASKS.get(operation);
  if (task === undefined) throw new Error(`no operation ${operation}`);
  try {
    if (depth === 'examine') {
      say({ kind: 'limit', milliseconds: settings.timeLimitMs });
      return (await task.examine(raw, desk)) ?? SOUND;
    }
    const reply = await task.reply(raw, desk, ({ timeLimitMs }) => {
      const timeLimit = Math.min(timeLimitMs ?? settings.timeLimitMs, settings.longestTimeLimitMs);
      say({ kind: 'limit', milliseconds: timeLimit });
      return {
        timeLimit,
        signal: stop.signal,
        onProgress: (done, total) => say({ kind: 'progress', done, total }),
      };
    });
    return packed(reply, packing);
  } finally {
    line.close();
  }
}

/** The smallest question there is, so that the first real one finds everything loaded and compiled. */
async function warm(): Promise<void> {
  warmSolverThreads();
  const rules = `
id: warm
title: Warm
referenceDate: 2020-01-01
size: { min: 1, max: 1 }
rules: [{ id: women, title: Women, count: { where: { fact: gender, operator: equal, value: female }, min: 1 } }]
objective: [{ where: { fact: gender, operator: equal, value: female }, weight: 1 }]
`;
  const people = ['female', 'male'].map((gender, index) => ({ id: String(index), name: '-', gender }));
  const ruleSet = valueOf(await parseRuleSet(rules, 'warm', async () => undefined));
  const asked = valueOf(openCase(valueOf(poolFromCandidates(people, 'warm')), ruleSet));
  // An alternative has the second solver load what it needs for those.
  await propose(asked, { alternatives: 2 });
}

async function open(): Promise<typeof answerAtDesk> {
  if (settings.warm) await warm();
  return answerAtDesk;
}

/** A promise: the thread takes no question before it is warm. */
export default open();
