import { z } from 'zod';
import { addKey, listKeys, stateOfKey, withdrawKey } from '../../store/keys.ts';
import { problem } from '../../words/problem.ts';
import { keeping } from '../keeping/keeping-route.ts';
import { Refusal } from '../answers/problem-document.ts';
import { DONE, doneSchema, givenKeySchema, keysSchema, newKeySchema } from './people-answers.ts';

const tag = 'People';
const parameters = z.object({ id: z.string().regex(/^[0-9a-f]{12}$/) });
const path = '/api/v1/keys';

/** All keys of the board. */
export const keysRoute = keeping({
  operation: 'listKeys',
  role: 'administrator',
  method: 'get',
  path,
  tag,
  summary: 'List the keys by which programs ask for the board',
  answer: keysSchema,
  handle: async ({ store: { db }, actor }) => {
    const own = (await listKeys(db)).filter(({ body }) => body === actor.body);
    return { answer: { keys: own.map(({ body: _body, ...key }) => ({ ...key, state: stateOfKey(key) })) } };
  },
});

/** Gives a key. */
export const addKeyRoute = keeping({
  operation: 'addKey',
  role: 'administrator',
  method: 'post',
  path,
  tag,
  summary: 'Give somebody or a program a key, which is shown this once',
  body: newKeySchema,
  answer: givenKeySchema,
  handle: async ({ store: { db }, actor, body }) => {
    if (stateOfKey(body) === 'expired') {
      const place = { file: 'body', field: '/expiresAt' };
      throw Refusal.listing('bad-input', [problem('people.key-ends-before', undefined, place)]);
    }
    return { status: 201, answer: await addKey(db, actor, body) };
  },
});

/** Takes a key back. */
export const withdrawKeyRoute = keeping({
  operation: 'withdrawKey',
  role: 'administrator',
  method: 'delete',
  path: `${path}/{id}`,
  tag,
  summary: 'Withdraw a key for good',
  parameters,
  answer: doneSchema,
  handle: async ({ store: { db }, actor, parameters: { id } }) => {
    if (!(await withdrawKey(db, actor, id))) throw Refusal.of('not-found', 'people.no-key', { id });
    return { answer: DONE };
  },
});
