import { expect, test } from 'vitest';
import { expectRefused, filesWith, slate } from './run-slate.ts';

/** A day that is over only long after this program. */
const LAST_DAY = '2999-12-31';

test('a key is taken back in the store in which it is', async () => {
  const data = `${filesWith({ data: '' })['data']}.d`;
  const adding = ['keys', 'add', 'An', '--role', 'reader', '--lang', 'en'];
  const named = await slate([...adding, '--data', data]);
  expect(named.stdout).toMatch(/slate keys withdraw \w+, with the same --data, takes it back/);
  const own = await slate(adding, { env: { SLATE_DATA: data } });
  expect(own.stdout).toMatch(/slate keys withdraw \w+ takes it back/);
});

test('a key may end with a day, which the list shows, and the day must be one to come', async () => {
  const { data } = filesWith({ data: '' });
  const keys = (...args: readonly string[]) =>
    slate(['keys', ...args, '--data', `${data}.d`, '--lang', 'en']);
  const added = await keys('add', 'An', '--role', 'reader', '--expires', LAST_DAY, '--json');
  expect(added).toMatchObject({ code: 0, stderr: '' });
  const { id, key, ...rest } = JSON.parse(added.stdout) as Readonly<Record<string, string>>;
  expect(rest).toMatchObject({ role: 'reader', expiresAt: `${LAST_DAY}T23:59:59.999Z` });
  expect(key).toMatch(new RegExp(`^slate_${id!}_`));
  const endless = await keys('add', 'Bình', '--role', 'drafter', '--json');
  expect(JSON.parse(endless.stdout)).not.toHaveProperty('expiresAt');

  const listed = await keys();
  expect(listed.stdout).toMatch(new RegExp(`^${id!} +An +reader .* ${LAST_DAY} +valid`, 'm'));
  expect(listed.stdout).toMatch(/Bình +drafter /);
  const { keys: all } = JSON.parse((await keys('--json')).stdout) as { readonly keys: readonly object[] };
  expect(all).toMatchObject([{ id, expiresAt: `${LAST_DAY}T23:59:59.999Z` }, { name: 'Bình' }]);

  const expiring = (day: string) => keys('add', 'Chi', '--role', 'reader', '--expires', day);
  for (const day of ['2000-01-01', '2999-02-30', '31.12.2999', 'soon']) {
    const refused = await expiring(day);
    expectRefused(refused);
    expect(refused.stderr).toContain('--expires takes a day to come');
  }
  const empty = await expiring('');
  expectRefused(empty);
  expect(empty.stderr).toContain('the option --expires needs a value');
  expect((await keys()).stdout).not.toContain('Chi');
});
