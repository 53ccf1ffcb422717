import { workerData } from 'node:worker_threads';
import { parseRuleSet } from '../../rules/parse-rule-set.ts';
import { poolFromCandidates } from '../../pool/reading/read-candidates.ts';
import { openCase } from '../../slate/case.ts';
import { propose } from '../../slate/propose.ts';
import { stepBack } from '../../optimize/threads/lower-priority.ts';
import { warmSolverThreads } from '../../optimize/threads/solver-threads.ts';
import { valueOf } from '../../words/problem.ts';
import { CachedReader } from '../cached-reader.ts';
import {
  type ThreadReply,
  type WorkerNews,
  type WorkerSettings,
  type WorkerTask,
  WARM_UP,
} from './worker-task.ts';
import { compressed } from '../requests/compression.ts';
import type { Reply } from '../requests/reply.ts';
import { TASKS } from '../routes/routes.ts';

/** Set up by the service that starts this thread. */
const settings = workerData as WorkerSettings;
const reader = new CachedReader(settings);

/** Nothing to say, nothing wrong. */
const SOUND: Reply = { kind: 'answer', json: new Uint8Array(), outcome: 'sound' };

/** What goes wrong is a reply like any other: a question without one has lost its thread. */
async function answerTask(task: WorkerTask): Promise<ThreadReply> {
  try {
    return await replyTo(task);
  } catch (error) {
    return { kind: 'failed', error };
  } finally {
    task.line.close();
  }
}

async function replyTo({ operation, raw, depth, compression, line }: WorkerTask): Promise<Reply> {
  const say = (news: WorkerNews): void => line.postMessage(news, []);
  say({ kind: 'begun' });
  const stop = new AbortController();
  line.once('message', () => stop.abort());
  if (operation === WARM_UP) return SOUND;
  const task = TASKS.get(operation);
  if (task === undefined) throw new Error(`no operation ${operation}`);
  if (depth === 'examine') {
    say({ kind: 'limit', milliseconds: settings.timeLimitMs });
    return (await task.examine(raw, reader)) ?? SOUND;
  }
  const reply = await task.reply(raw, reader, ({ timeLimitMs }) => {
    const timeLimit = Math.min(timeLimitMs ?? settings.timeLimitMs, settings.longestTimeLimitMs);
    say({ kind: 'limit', milliseconds: timeLimit });
    return {
      timeLimitMs: timeLimit,
      signal: stop.signal,
      onProgress: (done, total) => say({ kind: 'progress', done, total }),
    };
  });
  return compressed(reply, compression);
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

async function open(): Promise<typeof answerTask> {
  if (settings.stepsBack !== undefined) stepBack(settings.stepsBack);
  if (settings.warm) await warm();
  return answerTask;
}

/** A promise: the thread takes no question before it is warm. */
export default open();
