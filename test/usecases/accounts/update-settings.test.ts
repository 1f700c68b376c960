import { beforeEach, describe, expect, it } from 'vitest';
import { SqlSettings } from '../../../server/adapters/database/desk/sql-settings.ts';
import { AesVault } from '../../../server/adapters/vault/aes-vault.ts';
import { NEW_USER_SETTINGS } from '../../../server/domain/account/settings.ts';
import type { User } from '../../../server/domain/account/user.ts';
import { dec } from '../../../server/domain/decimal.ts';
import { UpdateSettings } from '../../../server/usecases/accounts/update-settings.ts';
import type { BookCalibration } from '../../../server/ports/fill-calibrations.ts';
import type { SettingsPatch } from '../../../server/usecases/accounts/settings-patch.ts';
import { openSqlite } from '../../support/databases/databases.ts';
import { NO_CALIBRATION, NOTHING_FITTED } from '../../support/fakes/fake-calibrations.ts';
import { MemorySettings } from '../../support/fakes/memory-settings.ts';
import { NOON } from '../../support/fakes/fake-clock.ts';

const vault = new AesVault('a secret of the tests, 32 long!!');
const ada: User = { id: '1', username: 'ada', role: 'USER', demo: false, createdAt: NOON };

let store: MemorySettings;
let settings: UpdateSettings;
/** The users who were disarmed, with the settings that caused it. */
let disarmed: string[];
let calibration: BookCalibration;
beforeEach(() => {
  calibration = NOTHING_FITTED;
  store = new MemorySettings();
  disarmed = [];
  settings = new UpdateSettings(
    store,
    vault,
    async (username) => {
      const { version } = await store.of(username);
      disarmed.push(`${username} at ${version}`);
    },
    { of: async () => calibration },
  );
});

async function change(patch: Omit<SettingsPatch, 'expectedVersion'>) {
  const { version } = await store.of('ada');
  return settings.execute(ada, { expectedVersion: version, ...patch });
}

describe('a field left out', () => {
  it('keeps its value, at any depth', async () => {
    await change({
      limits: { maxOpenTrades: 3, maxOrderCost: dec(500) },
      tradierSandbox: { token: 'token-abcd', accountId: 'VA1' },
      notifications: { sound: true },
      defaults: { stopLossPct: dec(20) },
    });
    const before = await store.of('ada');
    const after = await change({
      limits: { maxOrderCost: dec(700) },
      tradierSandbox: { accountId: 'VA2' },
      notifications: {},
      pollSeconds: 30,
    });
    expect(after).toEqual({
      ...before,
      version: before.version + 1,
      limits: { ...before.limits, maxOrderCost: dec(700) },
      tradierSandbox: { ...before.tradierSandbox, accountId: 'VA2' },
      pollSeconds: 30,
    });
  });

  it('changes nothing but the version, even in an empty patch', async () => {
    expect(await change({})).toEqual({ ...NEW_USER_SETTINGS, version: 2 });
  });
});

describe('a null field', () => {
  it('clears an optional value', async () => {
    await change({
      limits: { maxOpenTrades: 3, maxTradesPerDay: 5 },
      oratsToken: 'orats-1234',
      tradierLive: { token: 'live-5678', accountId: 'A1' },
    });
    const cleared = await change({
      limits: { maxOpenTrades: null },
      oratsToken: null,
      tradierLive: { token: null },
    });
    expect(cleared.limits).toMatchObject({ maxOpenTrades: null, maxTradesPerDay: 5 });
    expect(cleared.oratsToken).toEqual({ sealed: null, lastFour: null });
    expect(cleared.tradierLive).toEqual({ sealed: null, lastFour: null, accountId: 'A1' });
    const gone = await change({ limits: null, tradierLive: null });
    expect(gone.limits).toEqual(NEW_USER_SETTINGS.limits);
    expect(gone.tradierLive).toEqual(NEW_USER_SETTINGS.tradierLive);
  });

  it('resets a required value to a new user’s default', async () => {
    await change({
      fillModel: 'MID',
      pollSeconds: 60,
      timeZone: 'Europe/Berlin',
      notifications: { sound: true },
    });
    const cleared = await change({
      fillModel: null,
      pollSeconds: null,
      timeZone: null,
      notifications: null,
    });
    expect(cleared).toEqual({ ...NEW_USER_SETTINGS, version: 3 });
  });
});

it('seals a credential and keeps its last four characters', async () => {
  const { oratsToken } = await change({ oratsToken: 'my-orats-token-9876' });
  expect(oratsToken.lastFour).toBe('9876');
  expect(oratsToken.sealed).not.toContain('orats');
  expect(vault.open(oratsToken.sealed!)).toBe('my-orats-token-9876');
});

it.each<[string, Omit<SettingsPatch, 'expectedVersion'>]>([
  ['input.pollSeconds', { pollSeconds: 4 }],
  ['input.pollSeconds', { pollSeconds: 301 }],
  ['input.timeZone', { timeZone: 'Mars/Olympus' }],
  ['input.timeZone', { timeZone: '+02:00' }],
  ['input.limits.maxOpenTrades', { limits: { maxOpenTrades: -1 } }],
  ['input.realLimits.maxDailyLoss', { realLimits: { maxDailyLoss: dec('-0.01') } }],
  ['input.limits.minPriceConfidence', { limits: { minPriceConfidence: 1.1 } }],
  ['input.defaults.quantity', { defaults: { quantity: dec(0) } }],
  ['input.defaults.stopLossPct', { defaults: { stopLossPct: dec(101) } }],
  ['input.oratsToken', { oratsToken: 'two words' }],
  ['input.tradierSandbox.token', { tradierSandbox: { token: '' } }],
  ['input.tradierLive.accountId', { tradierLive: { accountId: '../x' } }],
  ['input.wallet', { wallet: '0x123' }],
])('reports %s', async (field, patch) => {
  await expect(change(patch)).rejects.toMatchObject({ code: 'BAD_USER_INPUT', detail: { field } });
  expect((await store.of('ada')).version).toBe(1);
});

it('refuses a stale version and returns the current settings', async () => {
  const current = await change({ pollSeconds: 20 });
  await expect(
    settings.execute(ada, { expectedVersion: 1, pollSeconds: 40 }),
  ).rejects.toMatchObject({
    code: 'CONFLICT',
    detail: { current },
  });
});

it('lets only one of two devices win a change at the same moment', async () => {
  const db = await openSqlite('desk');
  const stored = new UpdateSettings(
    new SqlSettings(db.knex),
    vault,
    async () => {},
    NO_CALIBRATION,
  );
  const outcomes = await Promise.allSettled([
    stored.execute(ada, { expectedVersion: 1, pollSeconds: 20 }),
    stored.execute(ada, { expectedVersion: 1, pollSeconds: 40 }),
  ]);
  await db.close();
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { code: 'CONFLICT', detail: { current: { version: 2 } } },
  });
});

it('keeps a demo at the simulated venue', async () => {
  const demo = { ...ada, demo: true };
  await expect(
    settings.execute(demo, { expectedVersion: 1, paperVenue: 'TRADIER_SANDBOX' }),
  ).rejects.toMatchObject({ detail: { field: 'input.paperVenue' } });
});

describe('the credentials of real money', () => {
  const live = { token: 'live-token-abcd', accountId: '6YA1' };

  it.each([
    ['another token', { tradierLive: { token: 'live-token-efgh' } }],
    ['another account', { tradierLive: { accountId: '6YA2' } }],
    ['none', { tradierLive: null }],
  ])('disarm before and after they become %s', async (_, patch) => {
    await change({ tradierLive: live });
    disarmed = [];
    await change(patch);
    expect(disarmed).toEqual(['ada at 2', 'ada at 3']);
  });

  it('disarm nobody while they stay', async () => {
    await change({ tradierLive: live });
    disarmed = [];
    await change({
      tradierSandbox: { token: 'sandbox-token' },
      tradierLive: { accountId: '6YA1' },
    });
    await change({ pollSeconds: 30 });
    expect(disarmed).toEqual([]);
  });

  it('are not changed where nobody can be disarmed', async () => {
    await change({ tradierLive: live });
    const down = new UpdateSettings(
      store,
      vault,
      () => Promise.reject(new Error('down')),
      NO_CALIBRATION,
    );
    await expect(
      down.execute(ada, { expectedVersion: 2, tradierLive: { accountId: '6YA2' } }),
    ).rejects.toThrow('down');
    expect((await store.of('ada')).tradierLive.accountId).toBe('6YA1');
  });
});

describe('CALIBRATED', () => {
  const offered = (buys: number, sells: number) => {
    calibration = { ...NOTHING_FITTED, fit: { buys, sells }, doubt: null };
  };

  it('is refused by its field, with the reason, where it is not offered', async () => {
    const refused = change({ fillModel: 'CALIBRATED' });
    await expect(refused).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      detail: { field: 'input.fillModel' },
    });
    await expect(refused).rejects.toThrow(
      'CALIBRATED is not offered. Not enough data: a fit needs 30',
    );
    expect(await store.of('ada')).toEqual(NEW_USER_SETTINGS);
  });

  it('keeps the fit that it was chosen with, until it is chosen again', async () => {
    offered(62, 55);
    expect(await change({ fillModel: 'CALIBRATED' })).toMatchObject({
      ...{ fillModel: 'CALIBRATED', fillFit: { buys: 62, sells: 55 } },
    });
    offered(40, 41);
    expect((await change({ pollSeconds: 30 })).fillFit).toEqual({ buys: 62, sells: 55 });
    expect((await change({ fillModel: 'CALIBRATED' })).fillFit).toEqual({ buys: 40, sells: 41 });
    expect((await change({ fillModel: 'MID' })).fillFit).toBeNull();
  });

  it('stays chosen when it is no longer offered, and cannot be chosen again', async () => {
    offered(62, 55);
    await change({ fillModel: 'CALIBRATED' });
    calibration = { ...calibration, doubt: 'NOT_BETTER' };
    const stays = await change({ pollSeconds: 30 });
    expect(stays).toMatchObject({ fillModel: 'CALIBRATED', fillFit: { buys: 62, sells: 55 } });
    await expect(change({ fillModel: 'CALIBRATED' })).rejects.toThrow('not surely closer');
  });
});
