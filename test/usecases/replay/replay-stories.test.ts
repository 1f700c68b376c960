import { afterEach, describe, expect, it } from 'vitest';
import { SqlReplayRecord } from '../../../server/adapters/database/log/sql-replay-record.ts';
import { dec } from '../../../server/domain/decimal.ts';
import type { AdjustInput, CloseInput } from '../../../server/domain/ticket/ticket.ts';
import { recordedCourses } from '../../../server/usecases/replay/recorded-courses.ts';
import { databases, type OpenTestDatabase } from '../../support/databases/databases.ts';
import { replayAll } from '../../support/databases/replays-itself.ts';
import { CRASH_STORIES } from '../../support/desks/crash-stories.ts';
import { ExpiryDesk } from '../../support/desks/expiry-desk.ts';
import { BONK, SwapDesk } from '../../support/desks/swap-desk.ts';
import { tokenTrades } from '../../support/desks/token-trades.ts';
import { ADA, TradierDesk } from '../../support/desks/tradier-desk.ts';
import { VenueAdversary } from '../../support/desks/venue-adversary.ts';

const CALL = 'SPY260320C00550000';

const cleanups: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const clean of cleanups.splice(0).reverse()) await clean();
});

async function playAtTradier(open: OpenTestDatabase, play: (typeof CRASH_STORIES)[number]['play']) {
  const t = await TradierDesk.start(open);
  cleanups.push(() => t.close());
  const hand = {
    place: t.place.bind(t),
    close: (close: CloseInput) => t.desk.trading.executeOrder(ADA, { close }),
    adjust: (bracket: AdjustInput) => t.desk.trading.updatePosition(ADA, { bracket }),
  };
  await play({ t, hand, venue: new VenueAdversary(t), begin: () => {} });
  await t.desk.reconcile.execute();
  return t.fresh.knex;
}

describe.each(databases())('a recorded session, kept on %s', (_, open) => {
  it.each(CRASH_STORIES)('$name at Tradier comes out the same', async ({ play }) => {
    const { events, differing } = await replayAll(await playAtTradier(open, play));
    expect(differing).toEqual([]);
    expect(events).toBeGreaterThan(3);
  });

  it('an expiry that takes shares out of a trade comes out the same', async () => {
    const t = await ExpiryDesk.start(open);
    cleanups.push(() => t.end());
    await t.open('SPY', 'BUY', 100, '550.00');
    const id = await t.open(CALL, 'SELL_TO_OPEN', 1, '2.00');
    t.closes('SPY', '2026-03-20', '571.50');
    await t.desk.settleExpiry.execute();
    expect((await t.trade(id)).settlement?.delivery).toBe('DELIVERED');
    expect((await replayAll(t.fresh.knex)).differing).toEqual([]);
  });

  it('swaps on paper come out the same', async () => {
    const t = await tokenTrades(open);
    cleanups.push(() => t.end());
    await t.lists(ADA, BONK.symbol, '1');
    const { id } = await t.buys(BONK.symbol, '100');
    await t.desk.takeSnapshots.execute();
    await t.closes(id, '40');
    await t.closes(id);
    expect((await t.stored(id)).trade.status).toBe('MANUAL_CLOSE');
    const { events, differing } = await replayAll(t.knex);
    expect(differing).toEqual([]);
    expect(events).toBeGreaterThan(8);
    const record = new SqlReplayRecord(t.knex, 'PAPER');
    const [course] = await recordedCourses(record, 'ada', { first: 1, last: 999 });
    const [part] = course?.parts ?? [];
    expect(course?.parts.map(({ quantity }) => quantity.toFixed())).toEqual(['40']);
    const { exitProceeds, exitedQuantity } = course!.trade;
    const rest = exitProceeds.minus(part!.price.times(40)).div(exitedQuantity.minus(40));
    expect(rest.minus(part!.price).abs().toNumber(), 'sold at about one price').toBeLessThan(0.01);
    const marked = await record.marketsOf('ada', id);
    expect(marked, 'what its sale fetches is a market of it').toMatchObject([{ ask: null }]);
    expect(course?.closeAskedAt, 'the rest was asked for after the part').not.toBeNull();
    expect(course!.closeAskedAt! >= part!.at).toBe(true);
  });

  it('swaps of real money come out the same, from their inspection to the stop', async () => {
    const d = await SwapDesk.start(open);
    cleanups.push(() => d.end());
    await d.arm();
    const limit = { orderType: 'LIMIT', limitPrice: dec('0.95'), timeInForce: 'GTC' } as const;
    const waits = await d.buys(limit);
    await d.rounds('0.94', 6);
    expect((await d.stored(waits.id)).trade.status).toBe('OPEN');
    const { id } = await d.buys({ bracket: { stopLoss: dec('0.9') } });
    await d.rounds('0.85', 5);
    expect((await d.stored(id)).trade.status).toBe('SL_HIT');
    expect((await replayAll(d.fresh.knex, 'REAL')).differing).toEqual([]);
  });
});

it('comes out with one hash on every database, and the journal is as large', async () => {
  const { play } = CRASH_STORIES.find(({ name }) => name === 'being stopped out by the watch')!;
  const hashes = new Set<string>();
  for (const [, open] of databases()) {
    const knex = await playAtTradier(open, play);
    const days = await new SqlReplayRecord(knex, 'PAPER').journalDays('ada', {
      first: 1,
      last: 99,
    });
    expect(days).toHaveLength(1);
    hashes.add(JSON.stringify([(await replayAll(knex)).hash, days]));
  }
  expect(hashes.size).toBe(1);
});
