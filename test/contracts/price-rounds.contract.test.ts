import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sqlPriceStore } from '../../server/adapters/database/prices/sql-price-store.ts';
import { actingFor, isPostgres, rawRows } from '../../server/adapters/database/sql/dialect.ts';
import { dec } from '../../server/domain/decimal.ts';
import type { Observation, PriceRound } from '../../server/domain/price/observation.ts';
import type { PriceMinute, PriceStore } from '../../server/ports/price-rounds.ts';
import { databases, type TestDatabase } from '../support/databases/databases.ts';
import { watchStatements } from '../support/databases/statements.ts';
import { NOON } from '../support/fakes/fake-clock.ts';
import { aRound, BONK, SOL, someFacts, USDC, WIF } from '../support/values/price-rounds.ts';

const HOUR_MS = 3_600_000;
const later = (ms: number): Date => new Date(NOON.getTime() + ms);
const mint = (n: number): string => `Mint${String(n).padStart(40, 'A')}`;

describe.each(databases())('token prices on %s', (_name, open) => {
  let db: TestDatabase;
  let store: PriceStore;
  let other: PriceStore;
  beforeEach(async () => {
    db = await open('desk');
    store = sqlPriceStore(db.knex, 'SOLANA');
    other = sqlPriceStore(db.another(), 'SOLANA');
  });
  afterEach(() => {
    vi.restoreAllMocks();
    return db.close();
  });

  describe('watches', () => {
    it('last a day from the last question, of whichever user', async () => {
      expect(await store.watches.watch('ada', BONK, NOON)).toBe('NEW');
      expect(await other.watches.watch('bob', BONK, later(HOUR_MS))).toBe('WATCHED');
      expect(await store.watches.watched(later(24 * HOUR_MS))).toEqual([BONK]);
      expect(await store.watches.watchedBy('ada', later(24 * HOUR_MS))).toEqual([]);
      expect(await store.watches.watchedBy('bob', later(24 * HOUR_MS))).toEqual([BONK]);
      expect(await store.watches.watched(later(25 * HOUR_MS))).toEqual([]);
      expect(await store.watches.watch('bob', BONK, later(25 * HOUR_MS))).toBe('NEW');
    });

    it('write nothing for a question within ten minutes of the last', async () => {
      await store.watches.watch('ada', BONK, NOON);
      const seen = watchStatements(db);
      expect(await store.watches.watch('ada', BONK, later(599_000))).toBe('WATCHED');
      expect(seen.filter(({ sql }) => /^\s*(insert|update|delete)/i.test(sql))).toEqual([]);
      await store.watches.watch('ada', BONK, later(601_000));
      expect(await store.watches.watched(later(24 * HOUR_MS + 1))).toEqual([BONK]);
    });

    it('number 100 a user, however many servers are asked at once', async () => {
      const asked = (count: number, first: number) =>
        Promise.all(
          Array.from({ length: count }, (_, n) =>
            (n % 2 ? store : other).watches.watch('ada', mint(first + n), NOON),
          ),
        );
      expect(new Set(await asked(96, 0))).toEqual(new Set(['NEW']));
      const outcomes = await asked(16, 100);
      expect(outcomes.filter((each) => each === 'NEW')).toHaveLength(4);
      expect(outcomes.filter((each) => each === 'FULL')).toHaveLength(12);
      expect(await store.watches.watchedBy('ada', NOON)).toHaveLength(100);
      expect(await store.watches.watch('ada', mint(0), later(HOUR_MS))).toBe('WATCHED');
      expect(await store.watches.watch('bob', mint(300), NOON)).toBe('NEW');
      const nextDay = later(25 * HOUR_MS);
      expect(await store.watches.watch('ada', mint(301), nextDay)).toBe('NEW');
      await store.watches.lapse(nextDay);
      expect(await db.knex('token_watches').pluck('username')).toEqual(['ada']);
    });

    it('of one market are not another’s', async () => {
      const simulated = sqlPriceStore(db.knex, 'SIMULATED');
      await simulated.watches.watch('demo', BONK, NOON);
      await simulated.rounds.record([aRound(BONK, NOON, '1')]);
      await simulated.facts.learn([BONK], [someFacts(BONK)], NOON);
      expect(await store.watches.watched(NOON)).toEqual([]);
      expect(await store.watches.watchedBy('demo', NOON)).toEqual([]);
      expect(await store.rounds.latest([BONK], 5)).toEqual(new Map());
      expect(await store.facts.factsOf([BONK])).toEqual(new Map());
      await store.rounds.record([aRound(BONK, NOON, '2')]);
      const [kept] = (await simulated.rounds.latest([BONK], 5)).get(BONK)!;
      expect(kept!.observations[0]!.price).toEqual(dec(1));
    });
  });

  describe('rounds', () => {
    const latest = (limit: number, of = store) => of.rounds.latest([BONK, WIF, SOL, USDC], limit);

    it('come back as they were recorded, to the last digit', async () => {
      const at = NOON;
      const receivedAt = later(7);
      const price = dec('0.000000000000002566123456789');
      const refused: Observation[] = [
        { source: 'JUPITER', receivedAt, price: null, hardLiquidityUsd: null, refused: 'SILENT' },
        {
          source: 'DEXSCREENER',
          receivedAt,
          price,
          hardLiquidityUsd: dec('12.5'),
          refused: 'THIN',
        },
      ];
      const published: Observation = {
        ...{ source: 'PYTH', receivedAt: later(-2_000), price, width: dec('0.0123') },
        ...{ hardLiquidityUsd: null, blockId: null, refused: null },
      };
      const unsure: Observation = {
        ...{ source: 'PYTH', receivedAt, price, hardLiquidityUsd: null, refused: 'UNSURE' },
      };
      const withPyth = [...aRound(BONK, at, '1').observations, published];
      const rounds: PriceRound[] = [
        aRound(BONK, at, '0.000004831234567890123', { observations: withPyth }),
        aRound(USDC, at, '1', { observations: [unsure], quoteSize: null }),
        aRound(WIF, at, '1', { observations: refused, quoteSize: null }),
        aRound(SOL, at, '1', { observations: [], quoteSize: null }),
      ];
      await store.rounds.record(rounds);
      const kept = await latest(5, other);
      expect(rounds.map((round) => kept.get(round.mint))).toEqual(rounds.map((round) => [round]));
    });

    it('stay as the first server stored them', async () => {
      await store.rounds.record([aRound(BONK, NOON, '1')]);
      await Promise.all([
        other.rounds.record([aRound(BONK, NOON, '9'), aRound(WIF, NOON, '2')]),
        store.rounds.record([aRound(BONK, NOON, '9'), aRound(WIF, NOON, '2')]),
      ]);
      const kept = await latest(5);
      expect(kept.get(BONK)).toEqual([aRound(BONK, NOON, '1')]);
      expect(kept.get(WIF)).toEqual([aRound(WIF, NOON, '2')]);
    });

    it('are the last ones of each token, oldest first, whenever they were', async () => {
      const rounds = [0, 10, 20, 30].map((s) => aRound(BONK, later(s * 1000), `${s + 1}`));
      await store.rounds.record(rounds);
      await store.rounds.record([aRound(WIF, NOON, '7')]);
      const kept = await latest(3);
      expect(kept.get(BONK)).toEqual(rounds.slice(1));
      expect(kept.get(WIF)).toEqual([aRound(WIF, NOON, '7')]);
      expect(kept.has(SOL)).toBe(false);
    });

    it('of any number of tokens are read and written in as many statements', async () => {
      const statements = async (count: number, at: Date) => {
        const mints = Array.from({ length: count }, (_, n) => mint(n));
        await store.facts.learn(mints, [], NOON);
        const seen = watchStatements(db);
        await store.rounds.record(mints.map((each) => aRound(each, at, '1')));
        expect((await store.rounds.latest(mints, 20)).size).toBe(count);
        const asked = seen.filter(({ sql }) => /price_rounds|tokens/.test(sql)).length;
        vi.restoreAllMocks();
        return asked;
      };
      const few = await statements(2, NOON);
      expect(await statements(90, later(10_000))).toBe(few);
    });

    it('are pruned by age, in small statements', async () => {
      const many = Array.from({ length: 2_500 }, (_, n) => aRound(BONK, later(n * 10_000), '1'));
      await store.rounds.record(many);
      await store.rounds.prune(later(2_400 * 10_000));
      expect(await latest(5_000)).toEqual(new Map([[BONK, many.slice(2_400)]]));
    });

    it.runIf(_name === 'Postgres')('are found by their key, without a scan', async () => {
      const mints = Array.from({ length: 20 }, (_, n) => mint(n));
      const at = Array.from({ length: 200 }, (_, n) => later(n * 10_000));
      await store.rounds.record(mints.flatMap((each) => at.map((when) => aRound(each, when, '1'))));
      expect(isPostgres(db.knex)).toBe(true);
      await actingFor(db.knex, 'owner').raw('ANALYZE price_rounds, tokens');
      const seen = watchStatements(db);
      await store.rounds.latest(mints, 20);
      const { sql, bindings } = seen.find((each) => /price_rounds/.test(each.sql))!;
      const plan = await rawRows<Record<string, string>>(
        db.knex,
        `EXPLAIN ${sql.replaceAll(/\$\d+/g, '?')}`,
        bindings as string[],
      );
      const text = plan.map((row) => row['QUERY PLAN']).join('\n');
      expect(text).not.toMatch(/Seq Scan on price_rounds/);
    });
  });

  describe('minutes', () => {
    const parts = { agreement: 1, freshness: 0.875, liquidity: 0.5, history: 0.001, coverage: 0 };
    const bar = { open: dec('1.1'), high: dec('1.30'), low: dec('0.9'), close: dec('1.2') };
    const minute = (at: Date, own: Partial<PriceMinute> = {}): PriceMinute => ({
      ...{ mint: BONK, at, bar, confidence: 0.812, parts },
      ...own,
    });

    it('give their closes: one every five minutes, and all of the last ones', async () => {
      const minutes = Array.from({ length: 12 }, (_, n) => minute(later(n * 60_000)));
      const silent = minute(later(12 * 60_000), { bar: null });
      await store.minutes.put([...minutes, silent, minute(NOON, { mint: WIF })]);
      const since = { from: later(-1), allFrom: later(10 * 60_000) };
      const closes = await store.minutes.closes([BONK, SOL], since);
      const at = [0, 5, 10, 11].map((n) => later((n + 1) * 60_000 - 1));
      expect(closes).toEqual(new Map([[BONK, at.map((each) => ({ price: bar.close, at: each }))]]));
    });

    it('are replaced, and read by their beginning or a range', async () => {
      await store.minutes.put([minute(NOON), minute(NOON, { mint: WIF, bar: null })]);
      await other.minutes.put([minute(NOON, { confidence: 0.5 }), minute(later(60_000))]);
      const now = await store.minutes.beginning(NOON, [BONK, WIF, SOL]);
      // In the order in which they happen to be stored.
      expect(now).toEqual(
        new Map([
          [BONK, minute(NOON, { confidence: 0.5 })],
          [WIF, minute(NOON, { mint: WIF, bar: null })],
        ]),
      );
      const range = (to: number) => store.minutes.between(BONK, NOON, later(to));
      expect(await range(60_000)).toEqual([minute(NOON, { confidence: 0.5 })]);
      expect(await range(60_001)).toHaveLength(2);
    });
  });

  it('facts come back as they were learned, and newer ones replace them', async () => {
    const facts = someFacts(BONK, {
      ...{ topHoldersPct: dec('12.345678901234567'), organicScore: 98.7, createdAt: NOON },
      ...{ hasMintAuthority: null, verified: null, suspicious: true, tokenProgram: 'Token' },
    });
    await store.facts.learn([BONK, WIF, SOL], [facts, someFacts(WIF)], NOON);
    const newer = someFacts(WIF, { ticker: 'WIF', decimals: 6 });
    await store.facts.learn([WIF], [newer], later(5));
    await store.rounds.record([aRound(USDC, NOON, '1')]);
    await store.facts.noteDecimals(new Map([[WIF, 9]]));
    await store.facts.learn([WIF], [newer], later(5));
    expect(await other.facts.factsOf([BONK, WIF, SOL, USDC])).toEqual(
      new Map([
        [BONK, { facts, indexDecimals: null, knownAt: NOON }],
        [WIF, { facts: newer, indexDecimals: 9, knownAt: later(5) }],
        [SOL, { facts: null, indexDecimals: null, knownAt: NOON }],
      ]),
    );
  });
});
