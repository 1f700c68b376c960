import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NEW_USER_SETTINGS, type Limits } from '../../../server/domain/account/settings.ts';
import { dec } from '../../../server/domain/decimal.ts';
import { Refusal } from '../../../server/domain/refusal.ts';
import { freshBook } from '../../support/databases/fresh-book.ts';
import { ADA, TradierDesk } from '../../support/desks/tradier-desk.ts';
import { VenueAdversary } from '../../support/desks/venue-adversary.ts';

describe('placing a trade', () => {
  let t: TradierDesk;
  let venue: VenueAdversary;
  beforeEach(async () => {
    t = await TradierDesk.start();
    venue = new VenueAdversary(t);
  });
  afterEach(() => t.close());

  async function refused(what: Promise<unknown>): Promise<Refusal> {
    const error: unknown = await what.then(
      () => null,
      (reason: unknown) => reason,
    );
    if (!(error instanceof Refusal)) throw new Error(`Not refused but ${String(error)}`);
    return error;
  }
  const logged = () => t.fresh.knex('events').where('kind', '<>', 'TRADE').select('*');
  const trades = async () =>
    (await t.fresh.book.read('ada').trades(null, {}, { first: 10, after: null })).totalCount;
  const limit = (limits: Partial<Limits>) =>
    t.settings.change('ada', { limits: { ...NEW_USER_SETTINGS.limits, ...limits } });
  async function opened() {
    const { id } = await t.place();
    venue.act({ kind: 'fill', part: 'entry', quantity: 3 });
    await t.sync();
    return id;
  }
  async function close(id: string) {
    const { version: expectedVersion } = (await t.stored(id)).trade;
    const keyed = { id, expectedVersion, idempotencyKey: t.key() };
    return t.desk.trading.executeOrder(ADA, { close: { ...keyed, orderType: 'MARKET' } });
  }

  it.each([
    ['BAD_USER_INPUT', { quantity: dec(0) }],
    ['BAD_USER_INPUT', { bracket: { stopLoss: dec('1.60') } }],
    ['BAD_USER_INPUT', { idempotencyKey: 'short' }],
  ])('leaves one log line and no trade when it is %s', async (code, parts) => {
    const before = (await logged()).length;
    expect((await refused(t.place(parts))).code).toBe(code);
    expect((await logged()).length - before).toBe(1);
    expect(await trades()).toBe(0);
    expect(t.venue.count('POST /orders')).toBe(0);
  });

  it('is refused while entries are halted, by switch or by file; the key is still new afterwards', async () => {
    await t.desk.account.setKillSwitch(ADA, 'HALT_ENTRIES');
    const ticket = t.ticket();
    const error = await refused(t.desk.trading.executeOrder(ADA, { open: ticket }));
    expect(error.code).toBe('RISK_DENIED');
    const failed = error.detail.checks?.filter(({ passed }) => !passed);
    expect(failed).toMatchObject([{ rule: 'KILL_SWITCH', limit: 'OFF', actual: 'HALT_ENTRIES' }]);
    await t.desk.account.setKillSwitch(ADA, 'OFF');
    t.deskHalt = 'HALT_ENTRIES';
    expect((await refused(t.desk.trading.executeOrder(ADA, { open: ticket }))).code).toBe(
      'RISK_DENIED',
    );
    t.deskHalt = 'OFF';
    expect((await t.desk.trading.executeOrder(ADA, { open: ticket })).status).toBe('PENDING');
    expect(await trades()).toBe(1);
  });

  it.each<[string, Partial<Limits>, string, string]>([
    ['MAX_OPEN_TRADES', { maxOpenTrades: 1 }, '1', '2'],
    ['MAX_TRADES_PER_DAY', { maxTradesPerDay: 1 }, '1', '2'],
    ['MAX_PER_UNDERLYING', { maxPerUnderlying: 1 }, '1', '2'],
    ['MAX_ORDER_COST', { maxOrderCost: dec('451.04') }, '451.04', '451.05'],
    ['MAX_POSITION_COST', { maxPositionCost: dec(900) }, '900', '901.05'],
  ])('is limited by %s, which blocks no exit', async (rule, limits, most, used) => {
    const id = await opened();
    await limit(limits);
    const error = await refused(t.place());
    expect(error.code).toBe('RISK_DENIED');
    const failed = error.detail.checks?.filter(({ passed }) => !passed);
    expect(failed).toMatchObject([{ rule, limit: most, actual: used }]);
    expect((await close(id)).status).toBe('CLOSING');
  });

  it('is limited by realLimits in REAL only, by the stricter of both', async () => {
    const cost = (most: number) => ({ ...NEW_USER_SETTINGS.limits, maxOrderCost: dec(most) });
    await t.settings.change('ada', { limits: cost(1000), realLimits: cost(100) });
    await t.place();
    const real = await freshBook(['ada'], undefined, 'REAL');
    t.restart((deps) => ({ ...deps, book: real.book }));
    const deniedAt = async () => {
      const { code, detail } = await refused(t.place({ mode: 'REAL' }));
      const failed = detail.checks?.filter(({ passed }) => !passed);
      return [code, ...(failed ?? []).map(({ rule, limit }) => `${rule} ${limit}`)];
    };
    expect(await deniedAt()).toEqual(['RISK_DENIED', 'MAX_ORDER_COST 100']);
    await t.settings.change('ada', { limits: cost(99) });
    expect(await deniedAt()).toEqual(['RISK_DENIED', 'MAX_ORDER_COST 99']);
    expect(t.venue.count('POST /orders')).toBe(1);
    await real.close();
  });

  it('is limited by the day’s loss, including what a still open trade realised', async () => {
    const id = await opened();
    await limit({ maxDailyLoss: dec(10) });
    const { version: expectedVersion } = (await t.stored(id)).trade;
    const part = { id, expectedVersion, idempotencyKey: t.key(), quantity: dec(1) };
    await t.desk.trading.executeOrder(ADA, { close: { ...part, orderType: 'MARKET' } });
    venue.act({ kind: 'fill', part: 'close', quantity: 1 });
    await t.sync();
    expect((await t.stored(id)).trade.status).toBe('OPEN');
    const failed = (await refused(t.place())).detail.checks?.filter(({ passed }) => !passed);
    expect(failed).toMatchObject([{ rule: 'MAX_DAILY_LOSS', limit: '10', actual: '11.4' }]);
    expect((await close(id)).status).toBe('CLOSING');
    t.pass(24 * 3600);
    await t.place();
  });

  it('stays PENDING outside market hours, when a MARKET order is refused', async () => {
    t.venue.setMarketState('closed');
    expect((await t.place()).status).toBe('PENDING');
    const market = { orderType: 'MARKET', limitPrice: null } as const;
    expect((await refused(t.place(market))).code).toBe('MARKET_CLOSED');
    expect(await trades()).toBe(1);
  });

  it('is PRICE_UNTRUSTED for a market order without a trusted quote', async () => {
    t.quote(1.5, 1.4);
    const market = { orderType: 'MARKET', limitPrice: null, bracket: null } as const;
    expect((await refused(t.place(market))).code).toBe('PRICE_UNTRUSTED');
  });

  it('names no fill model at a venue that fills by itself', async () => {
    expect(await t.place()).toMatchObject({ fillModel: null, fillModelVersion: null });
  });

  it('has a single exit of its own when only a stop is given', async () => {
    const { id } = await t.place({ bracket: { stopLoss: dec('1.00') } });
    venue.act({ kind: 'fill', part: 'entry', quantity: 3 });
    await t.sync();
    expect((await t.stored(id)).trade).toMatchObject({ status: 'OPEN', protection: 'VENUE' });
    expect(venue.working().map((o) => `${o.type} ${o.duration}`)).toEqual(['stop gtc']);
  });

  it('places the exits of a market entry as it fills, for the filled quantity', async () => {
    const { id } = await t.place({ orderType: 'MARKET', limitPrice: null });
    expect(venue.working().map((order) => order.type)).toEqual(['market']);
    venue.act({ kind: 'fill', part: 'entry', quantity: 2 });
    await t.sync();
    expect(venue.working().map((o) => `${o.type} ${o.quantity.toFixed()}`)).toEqual([
      'market 3',
      'limit 2',
      'stop 2',
    ]);
    venue.act({ kind: 'fill', part: 'entry', quantity: 1 });
    await t.sync();
    expect((await t.stored(id)).trade).toMatchObject({ status: 'OPEN', protection: 'VENUE' });
    expect(venue.working().map((o) => `${o.type} ${o.quantity.toFixed()}`)).toEqual([
      'limit 3',
      'stop 3',
    ]);
  });

  it('answers a stale version with CONFLICT and the current trade, and uses no key up', async () => {
    const id = await opened();
    const { trade } = await t.stored(id);
    const key = { id, idempotencyKey: t.key() };
    const stale = { ...key, expectedVersion: trade.version - 1, stopLoss: dec('1.20') };
    const error = await refused(t.desk.trading.updatePosition(ADA, { bracket: stale }));
    expect(error.code).toBe('CONFLICT');
    expect(error.detail.current).toEqual(trade);
    expect((await t.stored(id)).trade).toEqual(trade);
    const fresh = { ...key, expectedVersion: trade.version, takeProfit: dec('2.80') };
    expect(
      (await t.desk.trading.updatePosition(ADA, { bracket: fresh })).bracket.takeProfit?.toFixed(),
    ).toBe('2.8');
    expect((await t.desk.trading.updatePosition(ADA, { bracket: fresh })).id).toBe(id);
    expect((await refused(t.desk.trading.updatePosition(ADA, { bracket: stale }))).code).toBe(
      'IDEMPOTENCY_MISMATCH',
    );
  });
});
