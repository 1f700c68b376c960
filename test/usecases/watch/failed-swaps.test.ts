import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import { databases } from '../../support/databases/databases.ts';
import { BONK, exits, TokenDesk } from '../../support/desks/token-desk.ts';

const MIDNIGHT = new Date('2026-03-11T04:00:00Z');

describe.each(databases())('a limit at the desk whose swap failed, on %s', (_name, open) => {
  let t: TokenDesk;
  beforeEach(async () => void (t = await TokenDesk.start(open)));
  afterEach(() => t.end());

  it('waits again as a new order after a swap that failed, whose fee stays', async () => {
    const id = await t.waits('0.98', { bracket: exits('0.90') });
    t.broker.luck.push('REVERTS');
    await t.rounds('0.97');
    const { trade, orders } = await t.stored(id);
    expect(trade).toMatchObject({ status: 'PENDING', fees: dec('0.02'), cashFlow: dec('-0.02') });
    expect(orders).toMatchObject([
      { status: 'REJECTED', pays: dec(97) },
      { status: 'ACCEPTED', pays: null, sentAt: null, slippagePct: dec(1) },
    ]);
    expect(orders[0]?.tag).not.toBe(orders[1]?.tag);
    await t.rounds('0.97', 5);
    expect(t.broker.placed).toHaveLength(1);
    await t.rounds('0.97');
    expect(await t.status(id)).toBe('OPEN');
    expect((await t.stored(id)).trade.fees.toFixed()).toBe('0.04');
  });

  it('waits again after a swap that was not taken, and pauses longer each time', async () => {
    const id = await t.waits('0.98');
    t.broker.luck.push('BUSY', 'REFUSED');
    await t.rounds('0.97', 7);
    await t.rounds('0.97', 11);
    expect(await t.status(id)).toBe('PENDING');
    await t.rounds('0.97', 2);
    expect(await t.status(id)).toBe('OPEN');
    expect(t.broker.placed).toHaveLength(1);
  });

  it('is canceled when somebody asked for it before its swap failed', async () => {
    const id = await t.waits('0.98');
    t.broker.luck.push('REVERTS');
    t.broker.beforePlace = async () => {
      expect(await t.cancel(id)).toMatchObject({ status: 'PENDING' });
    };
    await t.rounds('0.97');
    expect(await t.stored(id)).toMatchObject({ trade: { status: 'CANCELED', fees: dec('0.02') } });
    expect((await t.stored(id)).orders).toHaveLength(1);
    expect(await t.alerts()).toEqual([]);
  });

  it('stays open when its swap filled before the cancel arrived', async () => {
    const id = await t.waits('0.98', { bracket: exits('0.90') });
    t.broker.beforePlace = async () => void (await t.cancel(id));
    await t.rounds('0.97');
    expect(await t.stored(id)).toMatchObject({
      trade: { status: 'OPEN', closeRequest: null, protection: 'WATCHED' },
    });
  });

  it('ends with its day although its swap of that day failed after it', async () => {
    const id = await t.waits('0.98', { timeInForce: 'DAY' });
    t.clock.set(new Date(MIDNIGHT.getTime() - 11_000));
    t.tokens.list(BONK.symbol, '1', BONK.decimals);
    t.broker.luck.push('REVERTS');
    t.broker.beforePlace = async () => void t.clock.set(MIDNIGHT);
    await t.rounds('0.97');
    expect(await t.stored(id)).toMatchObject({ trade: { status: 'CANCELED' } });
    expect((await t.stored(id)).orders).toHaveLength(1);
  });

  it('is settled by its tag when the answer to its swap is lost', async () => {
    const id = await t.waits('0.98', { bracket: exits('0.90') });
    t.broker.luck.push('SILENT');
    await t.rounds('0.97');
    expect(await t.last(id)).toMatchObject({ status: 'UNKNOWN' });
    await t.rounds('0.97', 3);
    expect(t.broker.placed).toHaveLength(1);
    await t.desk.syncOrders.execute();
    expect(await t.stored(id)).toMatchObject({ trade: { status: 'OPEN', protection: 'WATCHED' } });
    expect(await t.alerts()).toEqual([]);
  });

  it('waits again once a swap that never landed is proven absent', async () => {
    const id = await t.waits('0.98');
    t.broker.luck.push('LOST');
    await t.rounds('0.97');
    for (let sync = 0; sync < 2; sync += 1) {
      expect(await t.last(id)).toMatchObject({ status: 'UNKNOWN' });
      await t.rounds('1', 6);
      await t.desk.syncOrders.execute();
    }
    expect(await t.stored(id)).toMatchObject({
      trade: { status: 'PENDING' },
      orders: [{ status: 'CANCELED' }, { status: 'ACCEPTED' }],
    });
    await t.rounds('0.97', 6);
    expect(await t.status(id)).toBe('OPEN');
    expect(t.broker.held(BONK.symbol).toFixed()).toBe('100');
  });
});
