import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SqlStrategyRuns } from '../../server/adapters/database/runs/sql-strategy-runs.ts';
import type { Mandate } from '../../server/domain/account/mandate.ts';
import { dec } from '../../server/domain/decimal.ts';
import { Refusal } from '../../server/domain/refusal.ts';
import type { TicketInput } from '../../server/domain/ticket/ticket.ts';
import { databases } from '../support/databases/databases.ts';
import { MandatedDesk, NO_BOUNDS, type Asking } from '../support/desks/mandated-desk.ts';
import { NOON } from '../support/fakes/fake-clock.ts';
import { aRun } from '../support/values/strategy-runs.ts';

const WHOLE: Mandate = {
  ...{ symbols: ['SPY', 'BRK/B'], maxOrderCost: dec('1000.50'), maxExposure: dec('123456789.12') },
  maxTradesPerDay: 3,
};
const later = (seconds: number) => new Date(NOON.getTime() + seconds * 1000);

/** The code of a refusal with its rule, or the rules that stopped the order; `none` without a refusal. */
async function refusalOf(asked: Promise<unknown>): Promise<string> {
  try {
    await asked;
    return 'none';
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const failed = error.detail.checks?.filter(({ passed }) => !passed) ?? [];
    return [error.code, ...failed.map(({ rule }) => rule)].join(' ');
  }
}

describe.each(databases())('mandates on %s', (_, open) => {
  let d: MandatedDesk;
  beforeEach(async () => {
    d = await MandatedDesk.start(open);
  });
  afterEach(() => d.close());

  const enter = (asking: Asking, parts: Partial<TicketInput> = {}) =>
    d.t.desk.trading.executeOrder(asking, { open: d.t.ticket(parts) });

  describe('as they are kept', () => {
    const at = (tokenId: string, now = NOON) => d.apiTokens.standingMandate(tokenId, now);

    it('are read back as given, to the last digit, and are null without a bound', async () => {
      const { tokenId } = await d.token(WHOLE, later(60));
      expect(await at(tokenId)).toEqual({ mandate: WHOLE });
      expect(await d.apiTokens.find(`hash-${tokenId}`, NOON)).toMatchObject({ mandate: WHOLE });
      await d.apiTokens.setMandate(d.user.id, tokenId, null);
      expect(await at(tokenId)).toEqual({ mandate: null });
      expect(await d.apiTokens.setMandate('id-bob', tokenId, WHOLE)).toBeNull();
      expect(await at(tokenId)).toEqual({ mandate: null });
    });

    it('stand until their token expires or is revoked', async () => {
      const { tokenId } = await d.token(WHOLE, later(60));
      expect(await at(tokenId, later(59))).toEqual({ mandate: WHOLE });
      expect(await at(tokenId, later(60))).toBeNull();
      await d.apiTokens.revoke(d.user.id, tokenId);
      expect(await at(tokenId)).toBeNull();
      expect(await at('token-of-nobody')).toBeNull();
    });

    it('count what their own token placed for its own user', async () => {
      const { book } = d.t.fresh;
      await book.openAccount('ben', dec(1), NOON);
      await book.change('ada', async (change) => {
        await change.notePlacedBy('one', 'trade-1', NOON);
        await change.notePlacedBy('one', 'trade-2', later(1));
        await change.notePlacedBy('two', 'trade-3', later(1));
      });
      const [ada, ben] = [book.read('ada'), book.read('ben')];
      const all = ['trade-1', 'trade-2', 'trade-3'];
      expect(await ada.placedBy('one', all)).toEqual(new Set(['trade-1', 'trade-2']));
      expect(await ada.placedBy('one', ['trade-2'])).toEqual(new Set(['trade-2']));
      expect(await ada.placedBy('one', [])).toEqual(new Set());
      expect(await ben.placedBy('one', all)).toEqual(new Set());
      expect(await ada.countPlacedBy('one', NOON)).toBe(2);
      expect(await ada.countPlacedBy('one', later(1))).toBe(1);
      expect(await ben.countPlacedBy('one', NOON)).toBe(0);
    });

    it('pass a turn with each change of one of the user’s', async () => {
      const reader = d.t.fresh.book.read('ada');
      expect(await reader.mandateTurn()).toBe(0);
      const asking = await d.token(null);
      await d.change(asking, WHOLE);
      await d.change(asking, null);
      expect(await reader.mandateTurn()).toBe(2);
      await d.revoke.execute(d.user, asking.tokenId);
      expect(await reader.mandateTurn()).toBe(3);
    });
  });

  describe('that change while a request is under way', () => {
    it('bind an entry that is about to be stored', async () => {
      const asking = await d.token({ symbols: ['SPY'] });
      const what = () => d.change(asking, { symbols: ['QQQ'] });
      d.between = { looks: 3, what };
      expect(await refusalOf(enter(asking))).toBe('FORBIDDEN MANDATE_SYMBOL');
      expect(d.between).toBeNull();
      expect(d.t.venue.orders).toEqual([]);
      expect((await d.placedBy(asking)).length).toBe(0);
    });

    it('bind a cancel that is about to be stored', async () => {
      const asking = await d.token({ symbols: ['SPY'] });
      const { id, version: expectedVersion } = await enter(asking);
      const cancel = { id, expectedVersion, idempotencyKey: d.t.key() };
      d.between = { looks: 2, what: () => d.change(asking, { symbols: ['QQQ'] }) };
      const asked = d.t.desk.trading.executeOrder(asking, { cancel });
      expect(await refusalOf(asked)).toBe('FORBIDDEN MANDATE_SYMBOL');
      expect(d.between).toBeNull();
    });

    it('let nothing be stored for a token that was revoked', async () => {
      const asking = await d.token(null);
      d.between = { looks: 3, what: () => d.revoke.execute(d.user, asking.tokenId) };
      expect(await refusalOf(enter(asking))).toBe('UNAUTHENTICATED');
      expect(d.between).toBeNull();
      expect(d.t.venue.orders).toEqual([]);
    });
  });

  it('count a trade until it has ended, and a day’s entries for good', async () => {
    const asking = await d.token({ maxExposure: dec(500), maxTradesPerDay: 2 });
    const { id, version: expectedVersion } = await enter(asking);
    expect(await refusalOf(enter(asking))).toBe('FORBIDDEN MANDATE_EXPOSURE');
    const other = await d.token({ maxExposure: dec(500) });
    expect(await refusalOf(enter(other))).toBe('none');
    const cancel = { id, expectedVersion, idempotencyKey: d.t.key() };
    await d.t.desk.trading.executeOrder(asking, { cancel });
    await d.t.sync(60);
    expect((await d.t.stored(id)).trade.status).toBe('CANCELED');
    expect(await refusalOf(enter(asking))).toBe('none');
    await d.change(asking, { maxTradesPerDay: 2 });
    expect(await refusalOf(enter(asking))).toBe('FORBIDDEN MANDATE_TRADES_PER_DAY');
  });

  it('reckon an order at the market at its price, and none without a price', async () => {
    const asking = await d.token({ maxOrderCost: dec(460) });
    const market = { orderType: 'MARKET', limitPrice: null } as const;
    // The cost is that of 3 contracts at an ask of 1.55, with fees.
    expect(await refusalOf(enter(asking, market))).toBe('FORBIDDEN MANDATE_ORDER_COST');
    const two = { ...market, quantity: dec(2) };
    expect(await refusalOf(enter(asking, two))).toBe('none');
    d.t.venue.setQuote('SPY260327C00560000', { bid: 0, ask: 0, last: 0 });
    expect(await refusalOf(enter(asking, two))).toBe('PRICE_UNTRUSTED');
  });

  it('leave adoptions to a person, before a wallet is read', async () => {
    const mint = 'EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGkZwyTDt1v';
    const key = { idempotencyKey: d.t.key(), mode: 'REAL' as const, note: 'bought elsewhere' };
    const input = { ...key, mint, quantity: dec(1), cost: dec(1) };
    const { care } = d.t.desk;
    const bound = await d.token({ symbols: [mint] });
    for (const ask of [care.previewAdoption.bind(care), care.adoptHolding.bind(care)]) {
      expect(await refusalOf(ask(bound, input))).toBe('FORBIDDEN');
      expect(await refusalOf(ask(await d.token(null), input))).toBe('REAL_MODE_DISABLED');
    }
  });

  describe('of a token that has started a strategy', () => {
    const MARK = { runId: 'r1', strategyId: 's1', version: 1 };
    const byRun = (boundBy: string | null, parts: Partial<TicketInput> = {}) =>
      d.t.desk.strategyDoor.enter(
        { username: 'ada', role: 'USER', demo: false },
        d.t.ticket(parts),
        { ...{ mark: MARK, stage: 'PAPER', budget: null, boundBy } },
      );
    beforeEach(async () => {
      const runs = new SqlStrategyRuns(d.t.fresh.knex, 'PAPER');
      await runs.start(aRun({ boundBy: 'token-1' }));
      expect(await runs.newestOf('ada', 's1')).toMatchObject({ boundBy: 'token-1' });
    });

    it('bind its entries together with the token’s own', async () => {
      const asking = await d.token({ maxTradesPerDay: 2, symbols: ['SPY'] });
      expect(await refusalOf(byRun(asking.tokenId))).toBe('none');
      expect(await refusalOf(enter(asking))).toBe('none');
      const denied = 'RISK_DENIED MANDATE_TRADES_PER_DAY';
      expect(await refusalOf(byRun(asking.tokenId))).toBe(denied);
      expect(await refusalOf(byRun(null))).toBe('none');
      await d.change(asking, { symbols: ['QQQ'] });
      expect(await refusalOf(byRun(asking.tokenId))).toBe('RISK_DENIED MANDATE_SYMBOL');
      await d.change(asking, null);
      expect(await refusalOf(byRun(asking.tokenId))).toBe('none');
    });

    it('end its entries with the token', async () => {
      const asking = await d.token({ ...NO_BOUNDS, symbols: ['SPY'] });
      await d.revoke.execute(d.user, asking.tokenId);
      expect(await refusalOf(byRun(asking.tokenId))).toBe('RISK_DENIED MANDATE_TOKEN');
    });
  });
});
