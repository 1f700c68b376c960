import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import type { TicketInput } from '../../../server/domain/ticket/ticket.ts';
import { brokersThrough } from '../../support/fakes/brokers.ts';
import { TradierDesk } from '../../support/desks/tradier-desk.ts';

describe('beside a resting order', () => {
  let t: TradierDesk;
  beforeEach(async () => {
    t = await TradierDesk.start();
    t.venue.setQuote('KO', { bid: 60, ask: 60.02, last: 60.01 });
  });
  afterEach(() => t.close());

  const shares = (quantity: number, price: string): Partial<TicketInput> => ({
    ...{ option: null, equity: { symbol: 'KO' }, side: 'BUY', quantity: dec(quantity) },
    ...{ limitPrice: dec(price), bracket: null },
  });
  const trade = async (id: string) => (await t.stored(id)).trade;
  const states = async () => {
    const checks = await t.fresh.book.read('ada').invariantChecks();
    return Object.fromEntries(checks.map(({ invariant, state }) => [invariant, state]));
  };
  async function look(times = 1): Promise<void> {
    for (let looks = 0; looks < times; looks += 1) {
      t.pass(300);
      await t.desk.reconcile.execute();
    }
  }
  async function held(): Promise<string> {
    const bracket = { stopLoss: dec('55.00'), takeProfit: dec('70.00') };
    const { id } = await t.place({ ...shares(10, '60.10'), bracket });
    t.venue.fill(t.legs()[0]!, { price: '60.00' });
    await t.sync();
    return id;
  }
  async function waiting(): Promise<{ id: string; venueId: number }> {
    const { id } = await t.place({ ...shares(10, '50.00'), timeInForce: 'GTC' });
    return { id, venueId: t.venue.orders.at(-1)!.id };
  }

  it('the position in its symbol is compared: shares sold elsewhere are reported', async () => {
    const id = await held();
    const resting = await waiting();
    await look(3);
    expect(await trade(id)).toMatchObject({ status: 'OPEN' });
    expect(await t.alerts()).toEqual([]);
    t.venue.setPosition('KO', 0);
    await look();
    expect(await trade(id)).toMatchObject({ status: 'NEEDS_REVIEW' });
    expect((await trade(id)).reason).toContain('The venue holds 0 of KO, this book 10');
    expect((await trade(resting.id)).status).toBe('PENDING');
  });

  it('it is compared on later days, when the venue’s list no longer goes back to the order', async () => {
    const id = await held();
    await waiting();
    t.pass(24 * 3_600);
    await look(2);
    expect(await t.alerts()).toEqual([]);
    t.venue.setPosition('KO', 4, 240);
    await look();
    expect(await trade(id)).toMatchObject({ status: 'NEEDS_REVIEW' });
  });

  it('quantity, cash and P&L of the account are compared', async () => {
    await held();
    await waiting();
    await look(2);
    const all = { QUANTITY: 'HOLDS', AVERAGE_PRICE: 'HOLDS', CASH: 'HOLDS', PNL: 'HOLDS' };
    expect(await states()).toEqual(all);
    t.venue.account.cash = t.venue.account.cash.minus(500);
    await look();
    expect(await states()).toMatchObject({ CASH: 'DIFFERS', PNL: 'DIFFERS' });
  });

  it('somebody else’s position in its symbol is reported as external', async () => {
    await waiting();
    t.venue.setPosition('KO', 7, 420);
    await look(2);
    const page = await t.fresh.book.read('ada').alerts(true, { first: 9, after: null });
    const messages = page.items.flatMap(({ item }) =>
      item.kind === 'FOREIGN_CHANGE' ? [item.message] : [],
    );
    expect(messages).toEqual([
      expect.stringContaining('holds KO, which no trade of this book does'),
    ]);
  });

  it.each([1, 2, 3, 4, 5])(
    'nothing is reported when it fills in part at the %i. request of a look',
    async (question) => {
      await held();
      const { venueId } = await waiting();
      await look();
      let asked = 0;
      t.restart((deps) => ({
        ...deps,
        brokers: brokersThrough(
          deps.brokers,
          (broker) =>
            new Proxy(broker, {
              get: (target, name) => {
                const own: unknown = Reflect.get(target, name);
                if (typeof own !== 'function') return own;
                return (...args: unknown[]) => {
                  if (['orders', 'positions'].includes(String(name)) && ++asked === question)
                    t.venue.fill(venueId, { quantity: 4, price: '50.00' });
                  return (own as (...given: unknown[]) => unknown).apply(target, args);
                };
              },
            }),
        ),
      }));
      await look(3);
      expect(asked).toBeGreaterThan(question);
      expect(await t.alerts()).toEqual([]);
      expect(await states()).toMatchObject({ QUANTITY: 'HOLDS', CASH: 'HOLDS' });
    },
  );
});
