import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { holdBook } from '../support/databases/hold-book.ts';
import { LiveDesk, type Mode } from '../support/desks/live-desk.ts';
import { serverDatabases } from '../support/servers/server-databases.ts';
import type { TradierEmulator } from '../venues/tradier-emulator.ts';

/** More than it takes while nothing hangs, and far below what the other book hangs for. */
const NO_LATER_MS = 3_000;
const HELD_MS = 7_000;

/** A few looks of a watch that looks every five seconds, and less than a request waits for a venue. */
const FOLLOWED_MS = 20_000;
const NAMES = { PAPER: 'Tradier sandbox', REAL: 'Tradier production' } as const;

const DATABASES = serverDatabases();

describe.each(DATABASES)('two books on %s', (name, open) => {
  /** Tests of venues run on one database only, because the database makes no difference to them. */
  const venues = name === DATABASES[0]![0] ? it : null;

  let t: LiveDesk;
  beforeEach(async () => {
    t = await LiveDesk.start(open);
    // With a pooler of one connection, everything would wait for the held book.
    const { env } = t.database.options;
    const direct = (env as Record<string, string> | undefined)?.DIRECT_DATABASE_URL;
    if (direct) await t.restart({ databaseUrl: direct, realDatabaseUrl: null });
    await t.signUp('ada');
    await t.connect('ada');
  });
  afterEach(() => t.close());

  const venueOf = (mode: Mode): TradierEmulator => (mode === 'REAL' ? t.live : t.sandbox);
  const notes = async () =>
    (JSON.parse((await t.api.get('/readyz')).text) as { notes: string[] }).notes.join('\n');
  /** The jobs of a book that are late; a job that has not run since the start is one. */
  const lateJobs = async (mode: Mode) => {
    const { jobs } = await t.ask<{ jobs: readonly { name: string; late: boolean }[] }>(
      'ada',
      '{ jobs { name late } }',
    );
    const own = jobs.filter(({ name }) => name.endsWith('-real') === (mode === 'REAL'));
    return own.filter(({ late }) => late);
  };
  /** Turns hints off, so that only the jobs learn of a fill. */
  const withoutHints = () => {
    for (const venue of [t.live, t.sandbox])
      venue.fail('POST /accounts/events/session', { status: 503, text: 'No stream' }, 100_000);
  };
  const fillNewest = (mode: Mode) =>
    venueOf(mode).fill(venueOf(mode).orders.at(-1)!.legs[0]!.id, { price: '1.50' });
  /** How long the desk takes to learn of a fill, in milliseconds. */
  const learned = (mode: Mode, id: string): Promise<number> => {
    fillNewest(mode);
    return t.status('ada', id, 'OPEN');
  };

  venues?.each([
    ['PAPER', 'REAL'],
    ['REAL', 'PAPER'],
  ] as const)(
    'a venue of %s that hangs delays no sync of %s',
    async (hung, other) => {
      withoutHints();
      await t.place('ada', hung);
      const usual = await learned(other, (await t.place('ada', other)).id);
      const { id } = await t.place('ada', other);
      venueOf(hung).fail('*', { silent: true }, 100_000);
      await wait(1_500);
      expect(await learned(other, id)).toBeLessThan(usual + NO_LATER_MS);
      venueOf(hung).heal();
    },
    120_000,
  );

  venues?.each([
    ['PAPER', 'REAL'],
    ['REAL', 'PAPER'],
  ] as const)(
    'a venue of %s that hangs keeps no stop of %s from following, and its readiness is not blamed',
    async (hung, other) => {
      await t.place('ada', hung);
      const { id } = await t.place('ada', other, {
        bracket: { stopLoss: '1.00', takeProfit: '9.00', trailingPct: '8' },
      });
      await learned(other, id);
      venueOf(hung).fail('*', { silent: true }, 100_000);
      await wait(1_000);
      t.quote(venueOf(other), 2.5, 2.52);
      const stopOf = async () => {
        const query = `{ trade(id: "${id}") { trailingStop } }`;
        return (await t.ask<{ trade: { trailingStop: string } }>('ada', query)).trade.trailingStop;
      };
      await expect.poll(stopOf, { timeout: FOLLOWED_MS }).toBe('2.3');
      expect(await notes()).not.toContain(NAMES[other]);
      expect((await t.api.get('/readyz')).status).toBe(200);
      await expect.poll(() => lateJobs(other), { timeout: FOLLOWED_MS }).toEqual([]);
      venueOf(hung).heal();
    },
    120_000,
  );

  it.each([
    ['paper', 'REAL'],
    ['real', 'PAPER'],
  ] as const)(
    'a database of %s that is held delays no sync of %s',
    async (held, other) => {
      withoutHints();
      const usual = await learned(other, (await t.place('ada', other)).id);
      const { id } = await t.place('ada', other);
      // The jobs of the held book have something to write.
      const mine = held === 'real' ? 'REAL' : 'PAPER';
      await t.place('ada', mine);
      const release = await holdBook(t.database.options, held);
      const released = wait(HELD_MS).then(release);
      fillNewest(mine);
      await wait(1_500);
      expect(await learned(other, id)).toBeLessThan(usual + NO_LATER_MS);
      await released;
    },
    120_000,
  );

  it('each have jobs and a recovery of their own, REAL none while it is off', async () => {
    const names = async () => {
      const { jobs } = await t.ask<{ jobs: { name: string }[] }>('ada', '{ jobs { name } }');
      return jobs.map(({ name }) => name);
    };
    const on = await names();
    expect(on).toContain('sync-orders-real');
    await t.place('ada', 'REAL');
    t.live.fail('*', { silent: true }, 100_000);
    await t.restart();
    const ready = async () => (await t.api.get('/readyz')).text;
    expect(await ready()).toMatch(/REAL accounts: (not compared yet|0 of 1 compared)/);
    await expect.poll(ready).not.toMatch(/"accounts: /);
    t.live.heal();
    await t.restart({ realTrading: false });
    expect(await names()).toEqual(on.filter((name) => !name.endsWith('-real')));
    expect(await ready()).not.toContain('REAL accounts');
  }, 120_000);
});
