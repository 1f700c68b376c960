import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dec } from '../../server/domain/decimal.ts';
import type { TicketInput } from '../../server/domain/ticket/ticket.ts';
import type { Actor, TradingSystem } from '../../server/ports/trading-system.ts';
import { databases } from '../support/databases/databases.ts';
import { freshBook } from '../support/databases/fresh-book.ts';
import { ScriptedTrading } from '../support/desks/scripted-trading.ts';
import { ADA, TradierDesk } from '../support/desks/tradier-desk.ts';
import { FakeClock, NOON } from '../support/fakes/fake-clock.ts';
import { aClosedTrade, aMark, anOpenTrade, SPY_CALL } from '../support/values/builders.ts';

const BEN: Actor = { username: 'ben', role: 'USER', demo: false };
const PAGE = { filter: {}, page: { first: 10, after: null }, order: 'PLACED' } as const;

interface Scene {
  readonly system: TradingSystem;
  ticket(): TicketInput;
  close(): Promise<void>;
}

/** The fake's orders rest forever: it is held to what needs no fill. */
async function scripted(open: () => Promise<TradierDesk>): Promise<Scene> {
  const sample = await open();
  const fresh = await freshBook(['ada', 'ben']);
  return {
    system: new ScriptedTrading(fresh.book, new FakeClock()),
    ticket: () => sample.ticket(),
    close: async () => {
      await Promise.all([sample.close(), fresh.close()]);
    },
  };
}

const desks = databases().flatMap(([name, open]) =>
  (['PAPER', 'REAL'] as const).map(
    (mode) => [`the ${mode} book on ${name}`, () => TradierDesk.start(open, { mode })] as const,
  ),
);
const scenes: readonly (readonly [string, () => Promise<Scene>])[] = [
  ...desks.map(
    ([name, start]) =>
      [
        name,
        async () => {
          const t = await start();
          await t.fresh.book.openAccount(BEN.username, dec(100_000), NOON);
          return { system: t.desk.trading, ticket: () => t.ticket(), close: () => t.close() };
        },
      ] as const,
  ),
  ['the fake of tests', () => scripted(() => TradierDesk.start())],
];

describe.each(scenes)('the trading system of %s', (_, start) => {
  let scene: Scene;
  let system: TradingSystem;
  beforeEach(async () => {
    scene = await start();
    system = scene.system;
  });
  afterEach(() => scene.close());

  it('opens a trade in its own book, and shows it in the history of its user alone', async () => {
    const trade = await system.executeOrder(ADA, { open: scene.ticket() });
    expect(trade).toMatchObject({ username: 'ada', mode: system.mode, phase: 'PENDING' });
    expect(trade.id.startsWith(`${system.mode.toLowerCase()}_`)).toBe(true);
    for (const phase of [null, 'PENDING'] as const) {
      const { items, totalCount } = await system.getTradeHistory(ADA, { phase, ...PAGE });
      expect([items.map(({ item }) => item.id), totalCount]).toEqual([[trade.id], 1]);
    }
    expect((await system.getTradeHistory(ADA, { phase: 'CLOSED', ...PAGE })).items).toEqual([]);
    expect((await system.getTradeHistory(BEN, { phase: null, ...PAGE })).items).toEqual([]);
    expect(await system.getOpenPositions(ADA)).toEqual([]);
  });

  it('finds no trade for a stranger, and none by an unknown id', async () => {
    const { id, version } = await system.executeOrder(ADA, { open: scene.ticket() });
    const at = { id, expectedVersion: version, idempotencyKey: 'another-key' };
    const nowhere = { ...at, id: `${system.mode.toLowerCase()}_none` };
    for (const [actor, input] of [[BEN, at] as const, [ADA, nowhere] as const]) {
      const asked = [
        system.executeOrder(actor, { close: { ...input, orderType: 'MARKET' } }),
        system.executeOrder(actor, { cancel: input }),
        system.updatePosition(actor, { bracket: { ...input, stopLoss: dec('1.10') } }),
        system.updatePosition(actor, { annotation: { ...input, notes: 'Mine.' } }),
      ];
      for (const refused of await Promise.allSettled(asked))
        expect(refused).toMatchObject({ status: 'rejected', reason: { code: 'NOT_FOUND' } });
    }
  });

  it('refuses a change of a version that is no longer the trade’s', async () => {
    const { id, version } = await system.executeOrder(ADA, { open: scene.ticket() });
    const stale = { id, expectedVersion: version - 1, idempotencyKey: 'a-stale-key' };
    const asked = [
      system.executeOrder(ADA, { cancel: stale }),
      system.updatePosition(ADA, { bracket: { ...stale, stopLoss: dec('1.10') } }),
      system.updatePosition(ADA, { annotation: { ...stale, notes: 'Late.' } }),
    ];
    for (const refused of await Promise.allSettled(asked))
      expect(refused).toMatchObject({ status: 'rejected', reason: { code: 'CONFLICT' } });
  });

  it('returns one price per symbol, in the requested order, null when there is none', async () => {
    expect(await system.getCurrentPrice(ADA, [])).toEqual([]);
    const asked = ['NOPE', SPY_CALL.symbol, 'NOPE'];
    const prices = await system.getCurrentPrice(ADA, asked);
    expect(prices).toHaveLength(3);
    expect([prices[0], prices[2]]).toEqual([null, null]);
    if (prices[1]) expect(prices[1].symbol).toBe(SPY_CALL.symbol);
  });

  it('says why nothing fires at a price, and nothing of a closed or unmarked trade', () => {
    const at = new Date('2026-03-10T15:00:00Z');
    const crossed = aMark({ bid: dec('1.50'), ask: dec('1.40'), sourceTime: at, receivedAt: at });
    expect(system.validatePrice(anOpenTrade({ mark: crossed }), at)).toMatch(/^Crossed market/);
    expect(system.validatePrice(anOpenTrade(), at)).toBeNull();
    expect(system.validatePrice(aClosedTrade('1', '0', { mark: crossed }), at)).toBeNull();
  });

  it('values the whole book in dollars', async () => {
    const { mode, cash, equity, realizedPnl, fees } = await system.calculatePnL(ADA);
    expect(mode).toBe(system.mode);
    expect([cash, equity, realizedPnl, fees].map(String)).toEqual(['100000', '100000', '0', '0']);
  });
});

describe.each(desks)('a position of %s', (_, start) => {
  let t: TradierDesk;
  beforeEach(async () => {
    t = await start();
  });
  afterEach(() => t.close());

  it('opens with its fill, moves its stop, counts in P&L, and closes', async () => {
    const { trading } = t.desk;
    const { id } = await t.place({ quantity: dec(1) });
    t.venue.fill(t.legs()[0]!, { price: '1.50' });
    await t.sync();
    const [held, ...others] = await trading.getOpenPositions(ADA);
    expect(others).toEqual([]);
    expect(held).toMatchObject({ symbol: SPY_CALL.symbol });
    expect(String(held?.quantity)).toBe('1');
    const { cash } = await trading.calculatePnL(ADA);
    expect(Number(cash)).toBeLessThan(100_000 - 149);
    const open = (await t.stored(id)).trade;
    const moved = await trading.updatePosition(ADA, {
      bracket: {
        id,
        expectedVersion: open.version,
        idempotencyKey: t.key(),
        stopLoss: dec('1.20'),
      },
    });
    expect(String(moved.bracket.stopLoss)).toBe('1.2');
    const noted = await trading.updatePosition(ADA, {
      annotation: { id, expectedVersion: moved.version, notes: 'Raised after the open.' },
    });
    expect(noted.notes).toBe('Raised after the open.');
    await trading.executeOrder(ADA, {
      close: { id, expectedVersion: noted.version, idempotencyKey: t.key(), orderType: 'MARKET' },
    });
    for (let turn = 0; turn < 3; turn += 1) {
      for (const order of t.venue.orders) {
        if (order.side === 'sell_to_close' && order.type === 'market' && order.status === 'open')
          t.venue.fill(order.id, { price: '1.60' });
      }
      await t.sync(61);
    }
    const { items } = await trading.getTradeHistory(ADA, { phase: 'CLOSED', ...PAGE });
    expect(items.map(({ item }) => [item.id, item.status])).toEqual([[id, 'MANUAL_CLOSE']]);
    expect(await trading.getOpenPositions(ADA)).toEqual([]);
    expect(Number((await trading.calculatePnL(ADA)).realizedPnl)).toBe(10);
  });

  it('asks its own venue for a price, however the symbol is spelled', async () => {
    t.venue.setQuote('SPY260327C00560000', { bid: '1', ask: '1.1' });
    t.venue.setQuote('BRK/B', { bid: '500', ask: '500.1' });
    const asked = ['SPY   260327C00560000', 'spy260327c00560000', 'brk.b', 'BRK/B', 'NOPE'];
    const quotes = await t.desk.trading.getCurrentPrice(ADA, asked);
    const bids = quotes.map((quote) => quote?.bid?.toFixed() ?? null);
    expect(bids).toEqual(['1', '1', '500', '500', null]);
  });
});
