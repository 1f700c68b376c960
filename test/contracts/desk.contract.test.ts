import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SqlApiTokens } from '../../server/adapters/database/desk/sql-api-tokens.ts';
import { SqlSessions } from '../../server/adapters/database/desk/sql-sessions.ts';
import { SqlSettings } from '../../server/adapters/database/desk/sql-settings.ts';
import { SqlUsers } from '../../server/adapters/database/desk/sql-users.ts';
import type { ApiToken } from '../../server/domain/account/user.ts';
import { NEW_USER_SETTINGS } from '../../server/domain/account/settings.ts';
import { dec } from '../../server/domain/decimal.ts';
import { NameTaken, StaleSettings, type NewUser } from '../../server/ports/desk.ts';
import { databases, type TestDatabase } from '../support/databases/databases.ts';
import { NOON } from '../support/fakes/fake-clock.ts';

const at = (seconds: number): Date => new Date(NOON.getTime() + seconds * 1000);
const newUser = (username: string, parts: Partial<NewUser> = {}): NewUser => ({
  id: `id-${username}`,
  username,
  passwordHash: 'hash',
  demo: false,
  createdAt: NOON,
  ...parts,
});

describe.each(databases())('the desk on %s', (_, open) => {
  let db: TestDatabase;
  beforeEach(async () => {
    db = await open('desk');
  });
  afterEach(() => db.close());

  describe('users', () => {
    const users = () => new SqlUsers(db.knex);

    it('make the first one who is not a demo user ADMIN', async () => {
      expect(
        await users().add(newUser('demo-1', { demo: true, passwordHash: null })),
      ).toMatchObject({ role: 'USER' });
      expect(await users().add(newUser('Ada'))).toMatchObject({ role: 'ADMIN', username: 'Ada' });
      expect(await users().add(newUser('bob'))).toMatchObject({ role: 'USER' });
      expect(await users().count()).toBe(2);
      expect((await users().withRole('ADMIN')).map(({ username }) => username)).toEqual(['Ada']);
    });

    it('have only one ADMIN, however many sign up first', async () => {
      const both = [new SqlUsers(db.knex), new SqlUsers(db.another())];
      await Promise.all(
        Array.from({ length: 10 }, (_v, n) => both[n % 2]!.add(newUser(`user${n}`))),
      );
      expect(await users().withRole('ADMIN')).toHaveLength(1);
      expect(await users().count()).toBe(10);
    });

    it('are the same whatever the case of the name', async () => {
      const ada = await users().add(newUser('Ada'));
      await expect(users().add(newUser('aDA', { id: 'other' }))).rejects.toThrow(NameTaken);
      expect(await users().byName('ADA')).toEqual(ada);
      expect(await users().byId(ada.id)).toEqual(ada);
      expect([await users().byName('eve'), await users().byId('x')]).toEqual([null, null]);
    });

    it('are added once when the same name signs up twice at once', async () => {
      const both = [new SqlUsers(db.knex), new SqlUsers(db.another())];
      const done = await Promise.allSettled(
        both.map((each, n) => each.add(newUser(n ? 'Ada' : 'ada', { id: `id${n}` }))),
      );
      expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    });

    it('have their password hash stored separately', async () => {
      const ada = await users().add(newUser('Ada'));
      expect(ada).not.toHaveProperty('passwordHash');
      await users().setPasswordHash(ada.id, 'new');
      expect(await users().passwordHash(ada.id)).toBe('new');
      expect(await users().passwordHash('nobody')).toBeNull();
      await expect(users().setPasswordHash('nobody', 'x')).rejects.toThrow(/nobody/);
    });
  });

  describe('sessions', () => {
    const sessions = () => new SqlSessions(db.knex);
    const session = (id: string, userId = 'id-Ada') => ({
      id,
      userId,
      createdAt: NOON,
      lastUsedAt: NOON,
      expiresAt: at(3600),
      device: null,
    });
    beforeEach(async () => {
      await new SqlUsers(db.knex).add(newUser('Ada'));
      await new SqlUsers(db.knex).add(newUser('bob'));
      await sessions().add(session('s1'), 'hash-1');
    });

    it('are found by the hash of their token until they expire', async () => {
      expect(await sessions().find('hash-1', at(1))).toEqual(session('s1'));
      expect(await sessions().find('hash-2', at(1))).toBeNull();
      expect(await sessions().find('hash-1', at(3600))).toBeNull();
    });

    it('record their use once a minute', async () => {
      await sessions().find('hash-1', at(59));
      expect(await sessions().of('id-Ada', at(59))).toEqual([session('s1')]);
      expect((await sessions().find('hash-1', at(60)))?.lastUsedAt).toEqual(at(60));
      expect((await sessions().of('id-Ada', at(60)))[0]?.lastUsedAt).toEqual(at(60));
    });

    it('are revoked by their own user only, once', async () => {
      await sessions().add(session('s2'), 'hash-2');
      expect(await sessions().revoke('id-bob', 's1')).toBe(false);
      expect(await sessions().revoke('id-Ada', 's1')).toBe(true);
      expect(await sessions().revoke('id-Ada', 's1')).toBe(false);
      expect(await sessions().find('hash-1', at(1))).toBeNull();
      expect(await sessions().standing(['s1', 's2', 's3'], at(1))).toEqual(new Set(['s2']));
      expect(await sessions().standing(['s2'], at(3600))).toEqual(new Set());
      expect(await sessions().of('id-bob', at(1))).toEqual([]);
    });
  });

  describe('API tokens', () => {
    const tokens = () => new SqlApiTokens(db.knex);
    const token = (id: string, parts: Partial<ApiToken> = {}): ApiToken => ({
      ...{ id, userId: 'id-Ada', name: 'a “script”', scopes: ['READ', 'TRADE_PAPER'] },
      ...{ createdAt: NOON, lastUsedAt: null, expiresAt: at(3600), mandate: null },
      ...parts,
    });
    beforeEach(async () => {
      await new SqlUsers(db.knex).add(newUser('Ada'));
      await tokens().add(token('t1'), 'hash-1');
      await tokens().add(token('t2', { expiresAt: null, createdAt: at(1) }), 'hash-2');
    });

    it('are found by the hash of the key until they expire, if ever', async () => {
      expect(await tokens().find('hash-1', at(1))).toEqual(token('t1', { lastUsedAt: at(1) }));
      expect(await tokens().find('hash-3', at(1))).toBeNull();
      expect(await tokens().find('hash-1', at(3600))).toBeNull();
      expect(await tokens().find('hash-2', at(1e8))).toMatchObject({ id: 't2' });
    });

    it('record their first use, then once a minute', async () => {
      const used = async () => (await tokens().of('id-Ada')).map(({ lastUsedAt }) => lastUsedAt);
      expect(await used()).toEqual([null, null]);
      await tokens().find('hash-1', at(1));
      await tokens().find('hash-1', at(60));
      expect(await used()).toEqual([null, at(1)]);
      await tokens().find('hash-1', at(61));
      expect(await used()).toEqual([null, at(61)]);
    });

    it('are listed newest first, and revoked by their own user only, once', async () => {
      expect((await tokens().of('id-Ada')).map(({ id }) => id)).toEqual(['t2', 't1']);
      expect(await tokens().of('id-bob')).toEqual([]);
      expect(await tokens().revoke('id-bob', 't1')).toBe(false);
      expect(await tokens().revoke('id-Ada', 't1')).toBe(true);
      expect(await tokens().revoke('id-Ada', 't1')).toBe(false);
      expect(await tokens().find('hash-1', at(1))).toBeNull();
      expect(await tokens().standing(['t1', 't2'], at(1e8))).toEqual(new Set(['t2']));
      expect(await tokens().standing([], at(1))).toEqual(new Set());
    });
  });

  describe('settings', () => {
    const settings = () => new SqlSettings(db.knex);
    const next = {
      ...NEW_USER_SETTINGS,
      limits: { ...NEW_USER_SETTINGS.limits, maxDailyLoss: dec('500.10'), maxOpenTrades: 3 },
      defaults: {
        stopLossPct: dec('33.333333333333333333'),
        takeProfitPct: null,
        quantity: dec(1),
      },
      oratsToken: { sealed: 'v1.x', lastFour: '1234' },
    };

    it('start with every new user’s defaults', async () => {
      expect(await settings().of('ada')).toEqual(NEW_USER_SETTINGS);
    });

    it('are read back as stored, one version on, whatever the case of the name', async () => {
      expect(await settings().put('Ada', 1, next)).toEqual({ ...next, version: 2 });
      expect(await settings().of('aDA')).toEqual({ ...next, version: 2 });
      expect(await settings().put('ada', 2, NEW_USER_SETTINGS)).toMatchObject({ version: 3 });
      expect(await settings().of('bob')).toEqual(NEW_USER_SETTINGS);
    });

    it('let one of two writers win, and show the other the current ones', async () => {
      const other = new SqlSettings(db.another());
      const done = await Promise.allSettled([
        settings().put('ada', 1, next),
        other.put('ada', 1, next),
      ]);
      expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      const stale: unknown = await settings()
        .put('ada', 1, next)
        .catch((error: unknown) => error);
      expect(stale).toBeInstanceOf(StaleSettings);
      expect((stale as StaleSettings).current).toEqual({ ...next, version: 2 });
      await expect(settings().put('bob', 7, next)).rejects.toThrow(StaleSettings);
    });

    it('get defaults for fields added since they were stored', async () => {
      await settings().put('ada', 1, next);
      await db.knex('settings').update({ document: '{"version":2,"pollSeconds":5}' });
      expect(await settings().of('ada')).toEqual({
        ...NEW_USER_SETTINGS,
        version: 2,
        pollSeconds: 5,
      });
    });
  });
});
