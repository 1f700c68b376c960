import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import { farFromMark } from '../../../server/domain/ticket/ticket-money.ts';
import { ADA, TradierDesk } from '../../support/desks/tradier-desk.ts';

/** A word that the venue has not documented puts the trade under review, and nothing acts on it. */
describe('an unknown word of the venue', () => {
  let t: TradierDesk;
  beforeEach(async () => {
    t = await TradierDesk.start();
  });
  afterEach(() => t.close());

  it.each([
    ['of the entry', 0],
    ['of an exit', 1],
  ])('as the status %s puts the trade in doubt, and nothing is sent', async (_whose, leg) => {
    const { id } = await t.place();
    if (leg > 0) t.venue.fill(t.legs()[0]!, { price: '1.50' });
    await t.sync();
    t.venue.setStatus(t.legs()[leg]!, 'quarantined');
    const sent = t.venue.count('POST /orders');
    for (let round = 0; round < 3; round += 1) await t.sync();
    const { trade } = await t.stored(id);
    expect(trade.status).toBe('NEEDS_REVIEW');
    expect(trade.phase).toBe(leg > 0 ? 'OPEN' : 'PENDING');
    expect(trade.reason).toContain('quarantined');
    expect(await t.alerts()).toContain('NEEDS_REVIEW');
    expect(t.venue.count('POST /orders')).toBe(sent);
    expect(t.venue.count('DELETE /orders/:id')).toBe(0);
  });

  it('as the class of an order puts the trade in doubt', async () => {
    const { id } = await t.place();
    await t.sync();
    const [parent] = t.venue.orders;
    Object.assign(parent!, { class: 'octopus' });
    await t.sync();
    expect((await t.stored(id)).trade.status).toBe('NEEDS_REVIEW');
    expect(t.venue.count('POST /orders')).toBe(1);
  });
});

describe('an exit far from the mark', () => {
  let t: TradierDesk;
  beforeEach(async () => {
    t = await TradierDesk.start();
  });
  afterEach(() => t.close());

  const prices = () => t.venue.orders.at(-1)!.legs.map(({ price, stop }) => `${price ?? stop}`);

  it('raises a warning, and stays as typed', async () => {
    const { id } = await t.place({
      bracket: { stopLoss: dec('0.05'), takeProfit: dec('45.00') },
    });
    expect(await t.alerts()).toContain('FAR_FROM_MARK');
    expect(prices()).toEqual(['1.5', '45', '0.05']);
    t.venue.fill(t.legs()[0]!, { price: '1.50' });
    await t.sync();
    const { trade } = await t.stored(id);
    await t.desk.trading.updatePosition(ADA, {
      bracket: {
        ...{ id, expectedVersion: trade.version, idempotencyKey: t.key() },
        takeProfit: dec('90.00'),
      },
    });
    await t.sync();
    expect(prices()).toEqual(['90', '0.05']);
  });

  it('raises a warning when it is moved there, and stays as typed', async () => {
    const { id } = await t.place();
    t.venue.fill(t.legs()[0]!, { price: '1.50' });
    await t.sync();
    expect(await t.alerts()).toEqual([]);
    const { version: expectedVersion } = (await t.stored(id)).trade;
    const keyed = { id, expectedVersion, idempotencyKey: t.key() };
    await t.desk.trading.updatePosition(ADA, { bracket: { ...keyed, stopLoss: dec('0.05') } });
    expect(await t.alerts()).toEqual(['FAR_FROM_MARK']);
    expect(prices()).toEqual(['2.5', '0.05']);
  });

  it.each([
    ['BUY_TO_OPEN', '0.07', '30.01', 2],
    ['BUY_TO_OPEN', '0.08', '30.00', 0],
    // A short trade gains below the mark and is stopped out above it.
    ['SELL_TO_OPEN', '30.01', '0.07', 2],
    ['SELL_TO_OPEN', '30.00', '0.08', 0],
  ] as const)(
    'gives for %s, stop %s, target %s: %i warnings at a mark of 1.50',
    (side, stop, target, n) => {
      const bracket = { stopLoss: dec(stop), takeProfit: dec(target) };
      expect(farFromMark(bracket, side, dec('1.50'))).toHaveLength(n);
    },
  );
});
