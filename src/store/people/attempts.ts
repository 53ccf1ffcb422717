import { type Database, writing, type Writing } from '../database.ts';
import { digestOf } from '../secrets.ts';

/** What is counted: an account, or an address from which somebody tries. */
export interface AttemptsOf {
  readonly kind: 'account' | 'address';
  readonly name: string;
}

/** Wrong attempts that cost no time: a person mistypes, an office has one address. */
const FREE: Readonly<Record<AttemptsOf['kind'], number>> = { account: 5, address: 20 };
/** After those each further one doubles the wait, up to this many seconds. */
const LONGEST = 300;
/** Milliseconds after which all is forgotten. */
const FORGET = 86_400_000;

/**
 * Takes one attempt at signing in, before it is known whether it succeeds: whoever tries a thousand times at
 * once has tried a thousand times.
 *
 * @returns the seconds until another is taken; 0: this one is taken
 */
export async function takeAttempt(db: Database, all: readonly AttemptsOf[]): Promise<number> {
  return writing(db, async (tx) => {
    const now = Date.now();
    await tx
      .deleteFrom('attempts')
      .where('last_at', '<', new Date(now - FORGET).toISOString())
      .execute();
    const subjects = all.map((each) => ({ of: each, subject: subjectOf(each) }));
    const known = await tx
      .selectFrom('attempts')
      .selectAll()
      .where(
        'subject_sha256',
        'in',
        subjects.map(({ subject }) => subject),
      )
      .execute();
    const counted = subjects.map(({ of, subject }) => {
      const row = known.find((each) => each.subject_sha256 === subject);
      const over = (row?.failures ?? 0) - FREE[of.kind];
      const wait = over < 0 ? 0 : Math.min(LONGEST, 2 ** Math.min(over, 10)) * 1_000;
      // A clock that was set back lengthens no wait.
      const left = row === undefined ? 0 : Math.min(wait, Date.parse(row.last_at) + wait - now);
      return { subject, failures: (row?.failures ?? 0) + 1, left };
    });
    const longest = Math.max(...counted.map(({ left }) => left));
    if (longest > 0) return Math.ceil(longest / 1_000);
    for (const { subject, failures } of counted) {
      const row = { subject_sha256: subject, failures, last_at: new Date(now).toISOString() };
      await tx
        .insertInto('attempts')
        .values(row)
        .onConflict((same) => same.column('subject_sha256').doUpdateSet(row))
        .execute();
    }
    return 0;
  });
}

/**
 * Takes back what was counted of an attempt that succeeded. Of the account all is forgotten; of the address
 * this one alone, or else whoever has an account could guess at others for ever.
 */
export async function forgetAttempt(db: Database, all: readonly AttemptsOf[]): Promise<void> {
  await writing(db, async (tx) => {
    for (const each of all) {
      const subject = subjectOf(each);
      if (each.kind === 'account') {
        await tx.deleteFrom('attempts').where('subject_sha256', '=', subject).execute();
      } else {
        await tx
          .updateTable('attempts')
          .set((row) => ({ failures: row('failures', '-', 1) }))
          .where('subject_sha256', '=', subject)
          .where('failures', '>', 0)
          .execute();
      }
    }
  });
}

/** Writes again when an attempt was: a moment later than it was taken. */
export async function markAttempt(tx: Writing, all: readonly AttemptsOf[]): Promise<void> {
  await tx
    .updateTable('attempts')
    .set({ last_at: new Date().toISOString() })
    .where('subject_sha256', 'in', all.map(subjectOf))
    .execute();
}

function subjectOf({ kind, name }: AttemptsOf): string {
  return digestOf(`${kind}\n${name}`);
}
