import { afterEach, expect, it } from 'vitest';
import { SqlBackupList } from '../../server/adapters/database/backup/sql-backup-list.ts';
import type { Backup } from '../../server/ports/backups.ts';
import { servedDesk, type Overrides, type ServedDesk } from '../support/desks/served-desk.ts';
import { NOON } from '../support/fakes/fake-clock.ts';

const CREATE = 'mutation { createBackup { id file createdAt sizeBytes stateHash } }';
const LIST = '{ backups { id file cause paperHash realHash rehearsal { at passed finding } } }';

const BACKUP: Backup = {
  ...{ id: 'b1', file: '/data/backups/b1.ndjson.gz', cause: 'ASKED', createdAt: NOON },
  // The size is more than a GraphQL Int holds.
  ...{ sizeBytes: 5_000_000_000, stateHash: 'aa', deskHash: 'bb', paperHash: 'cc', realHash: 'dd' },
  rehearsal: null,
};

let desk: ServedDesk;
afterEach(() => desk.close());

/** Signs up an ADMIN, who is the first user, and another user; `tokenOf` makes a token of the ADMIN's. */
async function people(overrides: Overrides) {
  desk = await servedDesk(overrides);
  const admin = await desk.api.signUp('ada');
  const user = await desk.api.signUp('bob');
  const tokenOf = async (scope: string) => {
    const { data } = await desk.api.ask(
      `mutation { createApiToken(name: "x", scopes: [${scope}]) { token } }`,
      { token: admin },
    );
    return (data as unknown as { createApiToken: { token: string } }).createApiToken.token;
  };
  return { admin, user, tokenOf };
}

it('an ADMIN makes and lists backups; other users, and tokens without ADMIN, may not', async () => {
  const causes: string[] = [];
  const { admin, user, tokenOf } = await people({
    makeBackup: async (cause) => {
      causes.push(cause);
      return BACKUP;
    },
  });
  const rehearsal = { at: NOON, passed: false, finding: 'The file is missing.' };
  await new SqlBackupList(desk.deskKnex).add({ ...BACKUP, rehearsal }, 'here');
  const tokens = ['READ', 'TRADE_PAPER', 'TRADE_REAL'].map(tokenOf);
  for (const token of [user, ...(await Promise.all(tokens))])
    for (const query of [CREATE, LIST])
      expect((await desk.api.ask(query, { token })).code).toBe('FORBIDDEN');
  expect((await desk.api.ask(CREATE)).code).toBe('UNAUTHENTICATED');
  expect(causes).toEqual([]);
  for (const token of [admin, await tokenOf('ADMIN')]) {
    const { id, file, sizeBytes, stateHash } = BACKUP;
    expect((await desk.api.ask(CREATE, { token })).data).toEqual({
      createBackup: { id, file, createdAt: NOON.toISOString(), sizeBytes, stateHash },
    });
    expect((await desk.api.ask(LIST, { token })).data).toEqual({
      backups: [
        {
          ...{ id, file, cause: 'ASKED', paperHash: 'cc', realHash: 'dd' },
          rehearsal: { ...rehearsal, at: NOON.toISOString() },
        },
      ],
    });
  }
  expect(causes).toEqual(['ASKED', 'ASKED']);
});

it('a backup that cannot be made is an INTERNAL error, whose cause only the log has', async () => {
  const { admin } = await people({});
  const { code, text } = await desk.api.ask(CREATE, { token: admin });
  expect(code).toBe('INTERNAL');
  expect(text).not.toContain('disk');
});
