import { machineTimers } from '../../../server/adapters/system/machine-timers.ts';
import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TradierBroker } from '../../../server/adapters/tradier/tradier-broker.ts';
import { TradierClient } from '../../../server/adapters/tradier/tradier-client.ts';
import { TradierMarketData } from '../../../server/adapters/tradier/tradier-market-data.ts';
import type { VenueName } from '../../../server/domain/venue.ts';
import { dec } from '../../../server/domain/decimal.ts';
import type { BookDeps } from '../../../server/usecases/steps/book-deps.ts';
import type { BookDesk } from '../../../server/usecases/book-desk.ts';
import { SPY_CALL } from '../../support/values/builders.ts';
import { FakeClock, NOON } from '../../support/fakes/fake-clock.ts';
import { freshBook, type FreshBook } from '../../support/databases/fresh-book.ts';
import { MemorySettings } from '../../support/fakes/memory-settings.ts';
import { SeqIds } from '../../support/fakes/seq-ids.ts';
import { SilentLog } from '../../support/fakes/silent-log.ts';
import { ADA } from '../../support/desks/tradier-desk.ts';
import { TradierEmulator } from '../../venues/tradier-emulator.ts';
import { unlockedDesk } from '../../support/desks/unlocked-desk.ts';
import { NO_TOKENS } from '../../../server/ports/token-trading.ts';

const VENUES = ['SIMULATED', 'TRADIER_SANDBOX', 'TRADIER_LIVE'] as const;
const FLIPS = 10_000;
const TRADES = 16;

/** Both books at three venues that all speak Tradier's wire, each with its own account. */
describe('a user who changes the venue of PAPER all the time', () => {
  const clock = new FakeClock();
  const settings = new MemorySettings({ paperVenue: 'SIMULATED' });
  const venues = new Map<VenueName, TradierEmulator>();
  const books: FreshBook[] = [];
  let paper: BookDesk;
  let real: BookDesk;

  beforeEach(async () => {
    for (const name of VENUES) {
      const venue = await TradierEmulator.start({ now: NOON, account: `VA-${name}`, token: name });
      venue.setQuote(SPY_CALL.symbol, { bid: 1.45, ask: 1.55, last: 1.5 });
      venue.account.cash = dec(10_000_000);
      venues.set(name, venue);
    }
    paper = await deskOf('PAPER');
    real = await deskOf('REAL');
  });
  afterEach(async () => {
    for (const venue of venues.values()) await venue.close();
    for (const book of books.splice(0)) await book.close();
  });

  async function deskOf(mode: 'PAPER' | 'REAL'): Promise<BookDesk> {
    const fresh = await freshBook(['ada'], undefined, mode);
    books.push(fresh);
    const log = new SilentLog();
    const clientOf = (name: VenueName) =>
      new TradierClient({ baseUrl: venues.get(name)!.url, token: name, clock, log });
    const brokerAt = (name: VenueName) => {
      const venue = name as 'TRADIER_SANDBOX';
      return new TradierBroker(clientOf(name), { account: `VA-${name}`, venue, clock });
    };
    const market = new TradierMarketData(clientOf('TRADIER_LIVE'), { delayed: false, clock });
    // As with a database, the answer may change between two reads.
    const slowly = {
      of: async (username: string) => {
        await turn();
        return settings.of(username);
      },
      put: settings.put.bind(settings),
    };
    const deps: BookDeps = {
      tokens: NO_TOKENS,
      ...{ book: fresh.book, settings: slowly, clock, log, ids: new SeqIds(mode.slice(0, 1)) },
      ...{ mayTrade: true, timers: machineTimers, deskHalt: () => 'OFF' as const },
      sources: { of: async () => market, snapshotsFor: async () => market },
      brokers: {
        of: async (_username, { venue }) => brokerAt(venue),
        forEntries: async (_username, venue) => brokerAt(venue),
        whyNone: async () => '',
      },
    };
    return unlockedDesk(deps, { version: 'test', testClock: false });
  }

  /** Changes the venue at every turn of the loop during the work, and at least ten thousand times. */
  async function flippingWhile<T>(work: Promise<T>): Promise<T> {
    let done = false;
    void work.finally(() => (done = true)).catch(() => undefined);
    for (let flips = 0; flips < FLIPS || !done; flips += 1) {
      await settings.change('ada', {
        paperVenue: VENUES[Math.floor(flips * Math.SQRT2) % 2] as 'SIMULATED',
      });
      await turn();
    }
    return work;
  }

  const place = async (desk: BookDesk, n: number) => {
    // Each order starts at another moment of the flipping.
    for (let turns = 0; turns < n; turns += 1) await turn();
    return desk.trading.executeOrder(ADA, {
      open: {
        mode: desk.mode,
        idempotencyKey: `key-${desk.mode}-${n}`,
        option: { symbol: SPY_CALL.symbol },
        ...{ side: 'BUY_TO_OPEN', quantity: dec(1), orderType: 'LIMIT', timeInForce: 'DAY' },
        limitPrice: dec('1.50'),
        bracket: { stopLoss: dec('1.00'), takeProfit: dec('2.50') },
      },
    });
  };

  const LONG = { timeout: 120_000 };
  it(
    'has each order at the venue of its trade, from entry to exit, and none of REAL elsewhere',
    LONG,
    async () => {
      const desks = [paper, real];
      const placed = await flippingWhile(
        Promise.all(
          desks.flatMap((desk) => Array.from({ length: TRADES }, (_, n) => place(desk, n))),
        ),
      );
      for (const venue of venues.values())
        for (const { legs } of venue.orders) venue.fill(legs[0]!.id, { price: '1.50' });
      await flippingWhile(Promise.all(desks.map((desk) => desk.syncOrders.execute())));
      await flippingWhile(
        Promise.all(
          placed.map(async ({ id, mode }, n) => {
            const desk = mode === 'PAPER' ? paper : real;
            const { version } = (await desk.read(ADA).trade(id))!.trade;
            const words = { id, expectedVersion: version, idempotencyKey: `change-${mode}-${n}` };
            if (n % 2)
              return desk.trading.updatePosition(ADA, {
                bracket: { ...words, stopLoss: dec('1.20') },
              });
            return desk.trading.executeOrder(ADA, { close: { ...words, orderType: 'MARKET' } });
          }),
        ),
      );
      await flippingWhile(Promise.all(desks.map((desk) => desk.syncOrders.execute())));

      const venueOf = new Map<string, string>();
      const used = new Set<string>();
      for (const { id, mode } of placed) {
        const { trade, orders } = (await (mode === 'PAPER' ? paper : real).read(ADA).trade(id))!;
        expect(trade.venue === 'TRADIER_LIVE').toBe(mode === 'REAL');
        used.add(trade.venue);
        for (const { tag } of orders) venueOf.set(tag, trade.venue);
      }
      expect([...used].sort()).toEqual([...VENUES].sort());
      for (const [name, venue] of venues) {
        const there = venue.orders.map(({ tag }) => venueOf.get(tag ?? ''));
        expect(there.length).toBeGreaterThan(0);
        expect(new Set(there)).toEqual(new Set([name]));
      }
    },
  );
});
