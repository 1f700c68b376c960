import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import { ADA, TradierDesk } from '../../support/desks/tradier-desk.ts';
import { LOST_RESPONSE } from '../../venues/wire-server.ts';

describe('a single stop that is moved', () => {
  let t: TradierDesk;

  beforeEach(async () => {
    t = await TradierDesk.start();
  });
  afterEach(() => t.close());

  /** Three calls with a stop at 1.00 and no target. */
  async function stopped() {
    const { id } = await t.place({ bracket: { stopLoss: dec('1.00') } });
    t.venue.fill(t.venue.orders.at(-1)!.id, { price: '1.50' });
    await t.sync();
    return t.stored(id);
  }
  async function move(id: string, to: string) {
    const { trade } = await t.stored(id);
    const adjust = { id, expectedVersion: trade.version, idempotencyKey: t.key() };
    return t.desk.trading.updatePosition(ADA, { bracket: { ...adjust, stopLoss: dec(to) } });
  }

  it('is changed in place: nothing is canceled, and the position is never unprotected', async () => {
    const { trade } = await stopped();
    const moved = await move(trade.id, '1.20');
    expect(moved.bracket.stopLoss?.toString()).toBe('1.2');
    expect(moved).toMatchObject({
      wantedBracket: null,
      unprotectedSince: null,
      unprotectedSeconds: 0,
    });
    expect(t.venue.orders.at(-1)!.stop?.toString()).toBe('1.2');
    expect(t.venue.count('DELETE /orders/:id')).toBe(0);
    expect(t.venue.count('PUT /orders/:id')).toBe(1);
  });

  it('stays where it was when the venue refuses, and the caller gets an error', async () => {
    const { trade } = await stopped();
    t.venue.fail('PUT /orders/:id', { status: 400, text: 'Invalid parameter, stop: no.' });
    const moving = move(trade.id, '1.20');
    await expect(moving).rejects.toMatchObject({ code: 'VENUE_REJECTED' });
    const stands = (await t.stored(trade.id)).trade;
    expect(stands.bracket.stopLoss?.toString()).toBe('1');
    expect(stands).toMatchObject({
      wantedBracket: null,
      protection: 'VENUE',
      unprotectedSince: null,
    });
    expect(await t.alerts()).toEqual(['EXIT_REFUSED']);
  });

  it('is recorded as the venue shows it when the answer was lost', async () => {
    const { trade } = await stopped();
    t.venue.fail('PUT /orders/:id', LOST_RESPONSE);
    t.venue.fail('GET /orders/:id', { hangUp: true }, 3);
    await move(trade.id, '1.20');
    t.venue.heal();
    await t.sync();
    const stands = (await t.stored(trade.id)).trade;
    expect(stands.bracket.stopLoss?.toString()).toBe('1.2');
    expect(stands.wantedBracket).toBeNull();
    expect(t.venue.count('PUT /orders/:id')).toBe(1);
  });
});
