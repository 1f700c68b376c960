import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dec } from '../../server/domain/decimal.ts';
import type { TradingSystem } from '../../server/ports/trading-system.ts';
import { freshBook } from '../support/databases/fresh-book.ts';
import { ScriptedTrading } from '../support/desks/scripted-trading.ts';
import { ADA, TradierDesk } from '../support/desks/tradier-desk.ts';
import { BEN, tradingScenes, type TradingScene } from '../support/desks/trading-scenes.ts';
import { FakeClock } from '../support/fakes/fake-clock.ts';
import { aClosedTrade, aMark, anOpenTrade, SPY_CALL } from '../support/values/builders.ts';

const PAGE = { filter: {}, page: { first: 10, after: null }, order: 'PLACED' } as const;

type Scene = Pick<TradingScene, 'system' | 'symbol' | 'unpriced' | 'ticket' | 'end'>;

/** The fake's orders never fill, so only promises without a fill are tested with it. */
async function scripted(): Promise<Scene> {
  const sample = await TradierDesk.start();
  const fresh = await freshBook(['ada', 'ben']);
  return {
    system: new ScriptedTrading(fresh.book, new FakeClock()),
    symbol: SPY_CALL.symbol,
    unpriced: 'NOPE',
    ticket: () => sample.ticket(),
    end: async () => void (await Promise.all([sample.close(), fresh.close()])),
  };
}

const scenes: readonly (readonly [string, () => Promise<Scene>])[] = [
  ...tradingScenes(),
  ['the fake of tests', scripted],
];

describe.each(scenes)('the trading system, %s', (_, start) => {
  let scene: Scene;
  let system: TradingSystem;
  beforeEach(async () => {
    scene = await start();
    system = scene.system;
  });
  afterEach(() => scene.end());

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
    const { symbol, unpriced } = scene;
    const asked = [unpriced, symbol, unpriced];
    const prices = await system.getCurrentPrice(ADA, asked);
    expect(prices).toHaveLength(3);
    expect([prices[0], prices[2]]).toEqual([null, null]);
    if (prices[1]) expect(prices[1].symbol).toBe(symbol);
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

describe.each(tradingScenes())('a position, %s', (_, start) => {
  let scene: TradingScene;
  beforeEach(async () => void (scene = await start()));
  afterEach(() => scene.end());

  it('opens with its fill, moves its stop, counts in P&L, and closes', async () => {
    const { system, symbol, stop } = scene;
    const id = await scene.enter();
    const [held, ...others] = await system.getOpenPositions(ADA);
    expect([held?.symbol, others]).toEqual([symbol, []]);
    const history = async (phase: 'OPEN' | 'CLOSED') =>
      (await system.getTradeHistory(ADA, { phase, ...PAGE })).items.map(({ item }) => item);
    const [open] = await history('OPEN');
    expect(open).toMatchObject({ id, status: 'OPEN' });
    expect(held?.quantity.toFixed()).toBe(open?.openQuantity.toFixed());
    const inside = await system.calculatePnL(ADA);
    expect(inside.cash.plus(open!.openCost).plus(inside.fees).toFixed()).toBe('100000');

    const version = open!.version;
    const moved = await system.updatePosition(ADA, {
      bracket: { id, expectedVersion: version, idempotencyKey: 'move-key', stopLoss: dec(stop) },
    });
    expect(moved.bracket.stopLoss?.toFixed()).toBe(dec(stop).toFixed());
    const noted = await system.updatePosition(ADA, {
      annotation: { id, expectedVersion: moved.version, notes: 'Raised after the open.' },
    });
    expect(noted.notes).toBe('Raised after the open.');
    const close = { id, expectedVersion: noted.version, idempotencyKey: 'close-key' };
    await system.executeOrder(ADA, { close: { ...close, orderType: 'MARKET' } });
    await scene.settle();

    const [closed] = await history('CLOSED');
    expect(closed).toMatchObject({ id, status: 'MANUAL_CLOSE' });
    expect(await system.getOpenPositions(ADA)).toEqual([]);
    const after = await system.calculatePnL(ADA);
    expect(after.realizedPnl.isZero()).toBe(false);
    expect(after.realizedPnl.toFixed()).toBe(closed?.realizedPnl?.toFixed());
    expect(after.cash.toFixed()).toBe(
      dec(100_000).plus(after.realizedPnl).minus(after.fees).toFixed(),
    );
  });
});

describe.each(['PAPER', 'REAL'] as const)('the trading system of %s', (mode) => {
  it('asks its own venue for a price, however the symbol is spelled', async () => {
    const t = await TradierDesk.start(undefined, { mode });
    t.venue.setQuote('SPY260327C00560000', { bid: '1', ask: '1.1' });
    t.venue.setQuote('BRK/B', { bid: '500', ask: '500.1' });
    const asked = ['SPY   260327C00560000', 'spy260327c00560000', 'brk.b', 'BRK/B', 'NOPE'];
    const quotes = await t.desk.trading.getCurrentPrice(ADA, asked);
    const bids = quotes.map((quote) => quote?.bid?.toFixed() ?? null);
    expect(bids).toEqual(['1', '1', '500', '500', null]);
    await t.close();
  });
});
