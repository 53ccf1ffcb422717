import type { z } from 'zod';
import { sessionSchema } from '../../service/people/people-answers.ts';
import type { Service } from './service.ts';

/** Where a service says who asks. */
const PATH = '/api/v1/session';

/** Who a service takes the holder of the key for. @throws InputError where it is reached and lets nobody in */
export async function sessionAt(service: Service): Promise<z.input<typeof sessionSchema>> {
  const session = await service.ask(sessionSchema, 'GET', PATH);
  if (session.person === undefined) throw service.noEntry();
  return session;
}
