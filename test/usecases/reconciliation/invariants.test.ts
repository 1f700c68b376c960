import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type {
  InvariantCheck,
  InvariantName,
} from '../../../server/domain/reconciliation/invariant.ts';
import { dec } from '../../../server/domain/decimal.ts';
import { aToken, aTrade, keep, SPY_CALL } from '../../support/values/builders.ts';
import { ADA, TradierDesk } from '../../support/desks/tradier-desk.ts';
import { brokersThrough } from '../../support/fakes/brokers.ts';

describe('what a book and its account at the venue must agree on', () => {
  let t: TradierDesk;
  beforeEach(async () => {
    t = await TradierDesk.start();
  });
  afterEach(() => t.close());

  async function opened(price = '1.50'): Promise<string> {
    const { id } = await t.place();
    t.venue.fill(t.legs()[0]!, { price });
    await t.sync();
    return id;
  }
  async function found(): Promise<Record<InvariantName, InvariantCheck>> {
    await t.desk.reconcile.execute();
    const checks = await t.fresh.book.read('ada').invariantChecks();
    return Object.fromEntries(checks.map((check) => [check.invariant, check])) as never;
  }
  const states = (checks: Record<InvariantName, InvariantCheck>) =>
    [checks.QUANTITY, checks.AVERAGE_PRICE, checks.CASH, checks.PNL].map(({ state }) => state);
  const held = () => t.venue.account.positions.get(SPY_CALL.symbol)!;

  it('holds through a trade, once there is a first look to compare money with', async () => {
    await opened();
    expect(states(await found())).toEqual(['HOLDS', 'HOLDS', 'UNKNOWN', 'UNKNOWN']);
    t.pass(300);
    expect(states(await found())).toEqual(['HOLDS', 'HOLDS', 'HOLDS', 'HOLDS']);
    t.venue.fill(t.legs()[1]!, { price: '2.50' });
    t.pass(300);
    const { CASH, PNL, ...rest } = await found();
    expect([CASH.state, PNL.state]).toEqual(['HOLDS', 'HOLDS']);
    // The emulated venue charges no fees: the tolerance is our fees since then plus a cent; for P&L also the
    // fees of the open positions.
    expect(PNL).toMatchObject({ ours: dec('297.9'), theirs: dec('298.95') });
    expect([CASH.tolerance, PNL.tolerance]).toEqual([dec('1.06'), dec('2.11')]);
    expect(rest.QUANTITY).toMatchObject({ state: 'HOLDS', ours: dec(0), theirs: dec(0) });
    expect(await t.alerts()).toEqual([]);
  });

  it('compares the sandbox’s cash with its own trades alone, whatever tokens moved', async () => {
    await opened();
    await found();
    const moved = { cashFlow: dec(-5_000), openCost: dec(4_999), fees: dec(1) };
    const swapped = aTrade({ id: 'paper_swapped', instrument: aToken(), side: 'BUY', ...moved });
    const place = { venue: 'JUPITER_PAPER', venueAccount: 'ada' } as const;
    await t.fresh.book.change('ada', (book) => keep(book, null, { ...swapped, ...place }));
    t.pass(300);
    const { CASH } = await found();
    expect(CASH).toMatchObject({ venue: 'TRADIER_SANDBOX', within: false, state: 'HOLDS' });
    expect(CASH.ours!.toFixed()).toBe('-451.05');
  });

  it('reports a quantity that differs, with both sides, and compares no money then', async () => {
    await opened();
    held().quantity = dec(2);
    const checks = await found();
    expect(states(checks)).toEqual(['DIFFERS', 'UNKNOWN', 'UNKNOWN', 'UNKNOWN']);
    expect(checks.QUANTITY).toMatchObject({ ours: dec(3), theirs: dec(2), within: false });
    expect(checks.QUANTITY.evidence).toContain(`${SPY_CALL.symbol}: 3 in the book, 2 at the venue`);
    expect(await t.alerts()).toEqual(['FOREIGN_CHANGE']);
  });

  it('reports a cost that differs by more than fees and a cent', async () => {
    await opened();
    held().costBasis = dec('451.06');
    expect((await found()).AVERAGE_PRICE.state).toBe('HOLDS');
    held().costBasis = dec('451.07');
    const { AVERAGE_PRICE } = await found();
    expect(AVERAGE_PRICE).toMatchObject({
      state: 'DIFFERS',
      ours: dec(450),
      theirs: dec('451.07'),
    });
    expect(await t.alerts()).toEqual(['INVARIANT_BROKEN']);
    held().costBasis = dec(450);
    expect((await found()).AVERAGE_PRICE.state).toBe('HOLDS');
    expect(await t.alerts()).toEqual([]);
  });

  it('reports cash that went without a trade, and since when', async () => {
    await opened();
    await found();
    t.venue.account.cash = t.venue.account.cash.minus(25);
    const { CASH, PNL } = await found();
    expect([CASH.state, PNL.state]).toEqual(['DIFFERS', 'DIFFERS']);
    expect(CASH.theirs!.minus(CASH.ours!).toNumber()).toBe(-25);
    const since = CASH.since.getTime();
    t.pass(300);
    const later = (await found()).CASH;
    expect([later.since.getTime(), later.checkedAt.getTime()]).toEqual([since, since + 300_000]);
    expect(await t.alerts()).toEqual(['INVARIANT_BROKEN', 'INVARIANT_BROKEN']);
  });

  it('calls money unknown when somebody else uses the account, or an order has no answer', async () => {
    await opened();
    await found();
    t.venue.account.positions.set('AAPL', { quantity: dec(1), costBasis: dec(200) });
    expect(states(await found())).toEqual(['HOLDS', 'HOLDS', 'UNKNOWN', 'UNKNOWN']);
    t.venue.account.positions.delete('AAPL');
    t.venue.fail('POST /orders', { hangUp: true });
    await t.place();
    const checks = await found();
    expect(states(checks)).toEqual(['UNKNOWN', 'UNKNOWN', 'UNKNOWN', 'UNKNOWN']);
    expect(checks.QUANTITY.evidence).toBe('An order is under way.');
  });

  it('does not mistake another way to count lots for another price', async () => {
    await opened('1.00');
    const id = await opened('1.50');
    await found();
    const { version: expectedVersion } = (await t.stored(id)).trade;
    const keyed = { id, expectedVersion, idempotencyKey: t.key() };
    t.pass(60);
    await t.desk.trading.executeOrder(ADA, { close: { ...keyed, orderType: 'MARKET' } });
    t.venue.fill(t.venue.orders.at(-1)!.id, { price: '1.45' });
    const checks = await found();
    expect(checks.QUANTITY.state).toBe('HOLDS');
    expect(checks.AVERAGE_PRICE.state).toBe('UNKNOWN');
    expect(checks.CASH.state).toBe('HOLDS');
    // The P&L cannot be checked at present, which raises an alert.
    expect(await t.alerts()).toEqual(['INVARIANT_UNKNOWN']);
  });

  it.each([
    ['QUANTITY', 'positions', { quantity: '4' }],
    ['AVERAGE_PRICE', 'positions', { cost_basis: '450.0000000001' }],
    ['CASH', 'accounts', { cash: '99548.9499999999' }],
    ['PNL', 'accounts', { fees: '1.06' }],
  ] as const)(
    'finds a book that contradicts itself in %s, to the last digit',
    async (name, table, to) => {
      await opened();
      await t.fresh.knex(table).where({ username: 'ada' }).update(to);
      const check = (await found())[name];
      expect(check).toMatchObject({ state: 'DIFFERS', within: true });
      expect(await t.alerts()).toContain('INVARIANT_BROKEN');
    },
  );

  it('is checked once more before it is reported as broken', async () => {
    await opened();
    await found();
    const target = t.legs()[1]!;
    let looks = 0;
    t.restart((deps) => ({
      ...deps,
      brokers: brokersThrough(deps.brokers, (broker) => {
        const balances = broker.balances.bind(broker);
        broker.balances = async () => {
          if (looks++ === 0) t.venue.fill(target, { price: '2.50' });
          return balances();
        };
        return broker;
      }),
    }));
    expect(states(await found())).toEqual(['HOLDS', 'HOLDS', 'HOLDS', 'HOLDS']);
    expect(await t.alerts()).toEqual([]);
  });
});
