import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import { BONK, exits, TokenDesk } from '../../support/desks/token-desk.ts';

const MIDNIGHT = new Date('2026-03-11T04:00:00Z');

describe('a person’s close at a limit', () => {
  let t: TokenDesk;
  beforeEach(async () => void (t = await TokenDesk.start()));
  afterEach(() => t.end());

  it('waits at the desk, and sells for no less, also under HALT_ALL', async () => {
    const id = await t.holds(exits('0.90'));
    expect(await t.close(id, '1.05')).toMatchObject({ status: 'CLOSING' });
    expect(await t.last(id)).toMatchObject({ role: 'CLOSE', status: 'ACCEPTED', sentAt: null });
    await t.rounds('1.02', 2);
    await t.halt('HALT_ALL');
    await t.rounds('1.06');
    expect(await t.status(id)).toBe('MANUAL_CLOSE');
    expect(t.broker.questions).not.toContain('cancel');
  });

  it('gives way to the stop, which is sold alone', async () => {
    const id = await t.holds(exits('0.95'));
    await t.close(id, '1.05');
    await t.rounds('0.94', 2);
    expect(await t.stored(id)).toMatchObject({ trade: { status: 'SL_HIT' } });
    expect(t.broker.placed).toHaveLength(1);
    expect(await t.alerts()).toEqual([]);
  });

  it('ends with its day, and the exits go on', async () => {
    const id = await t.holds(exits('0.95'));
    await t.close(id, '1.05');
    t.clock.set(MIDNIGHT);
    t.tokens.list(BONK.symbol, '1', BONK.decimals);
    await t.look();
    expect(await t.stored(id)).toMatchObject({
      trade: { status: 'OPEN', protection: 'WATCHED', closeRequest: null },
    });
    expect(await t.last(id)).toMatchObject({ status: 'EXPIRED' });
    await t.rounds('0.94', 2);
    expect(await t.status(id)).toBe('SL_HIT');
  });

  it('is replaced by another, and by one at the market', async () => {
    const id = await t.holds(exits('0.95'));
    await t.close(id, '1.05');
    await t.close(id, '1.04');
    const { orders } = await t.stored(id);
    expect(orders.slice(1)).toMatchObject([
      { status: 'CANCELED', limitPrice: dec('1.05') },
      { status: 'ACCEPTED', limitPrice: dec('1.04') },
    ]);
    expect(await t.close(id)).toMatchObject({ status: 'MANUAL_CLOSE' });
    expect(t.broker.placed).toHaveLength(1);
  });

  it('waits on after a swap that failed', async () => {
    const id = await t.holds(exits('0.95'));
    await t.close(id, '1.05');
    t.broker.luck.push('REVERTS');
    await t.rounds('1.06');
    expect(await t.stored(id)).toMatchObject({ trade: { status: 'CLOSING' } });
    expect(await t.last(id)).toMatchObject({ status: 'ACCEPTED', sentAt: null });
    expect(await t.alerts()).toEqual([]);
    await t.rounds('1.06', 6);
    expect(await t.status(id)).toBe('MANUAL_CLOSE');
  });
});
