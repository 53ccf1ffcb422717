import { bytesOfFile } from '../../tables/read-file.ts';
import { roleNamed } from '../../store/roles.ts';
import { valueOf } from '../../words/problem.ts';
import type { Grant, OpenIdSettings } from '../people/openid.ts';
import type { Configuration } from './schema.ts';

/** What stands for nothing where a setting is a text. */
export const NONE = 'none';

/** `slate-office=own/drafter`; `undefined` for what is written otherwise. */
export function grantIn(text: string): Grant | undefined {
  const [, group = '', body = '', named] = /^(.+)=([^=/]+)\/([a-z]+)$/.exec(text.trim()) ?? [];
  const role = roleNamed(named);
  return role && { group: group.trim(), body: body.trim(), role };
}

/**
 * The issuer of a configuration; `undefined` where it names none. The secret of the client stands in no
 * setting, since settings are shown.
 *
 * @throws InputError where the file of the secret cannot be read
 */
export async function openIdOf(
  { login }: Pick<Configuration, 'login'>,
  env: NodeJS.ProcessEnv,
): Promise<OpenIdSettings | undefined> {
  const { issuer, clientId, clientSecretFile, title, groupsClaim, roles } = login;
  if (issuer === NONE) return undefined;
  const secret =
    clientSecretFile === NONE ? env['SLATE_LOGIN_CLIENT_SECRET'] : await secretIn(clientSecretFile);
  return {
    issuer,
    clientId,
    ...(secret !== undefined && secret !== '' && { clientSecret: secret }),
    title,
    groupsClaim,
    grants: roles.flatMap((each) => grantIn(each) ?? []),
  };
}

async function secretIn(file: string): Promise<string> {
  return valueOf(await bytesOfFile(file))
    .toString('utf8')
    .trim();
}
