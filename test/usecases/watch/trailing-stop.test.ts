import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import { ADA } from '../../support/desks/tradier-desk.ts';
import { LONE, PAIR, TrailingScene } from '../../support/desks/trailing-scene.ts';

describe('a trailing stop at Tradier', () => {
  let s: TrailingScene;
  beforeEach(async () => void (s = await TrailingScene.start()));
  afterEach(() => s.t.close());

  it('is moved in place when it stands alone, and never leaves the position unprotected', async () => {
    const id = await s.opened(LONE);
    await s.bid(2.76);
    expect(await s.stopOf(id)).toBe('2.20');
    expect(s.atVenue()).toEqual(['stop 2.2 x3']);
    expect(s.t.venue.count('PUT /orders/:id')).toBe(1);
    expect(s.t.venue.count('DELETE /orders/:id')).toBe(0);
    expect(await s.trade(id)).toMatchObject({ wantedBracket: null, unprotectedSince: null });
    expect(await s.sentences(id)).toEqual([
      'Stop raised from 1 to 2.2: bid reached 2.76, trail 20 %.',
    ]);
    s.t.pass(60);
    await s.bid(2.5);
    expect(await s.stopOf(id)).toBe('2.20');
  });

  it('is replaced together with its target, one closing pair at a time', async () => {
    const id = await s.opened(PAIR);
    await s.bid(2.5);
    expect(await s.stopOf(id)).toBe('2.00');
    expect(s.atVenue()).toEqual(['limit 4 x3', 'stop 2 x3']);
    expect(await s.trade(id)).toMatchObject({ protection: 'VENUE', unprotectedSince: null });
    expect(s.venue.uncoveredCloses).toEqual([]);
    s.t.pass(60);
    await s.bid(2.6);
    expect(await s.stopOf(id)).toBe('2.08');
    expect(await s.t.alerts()).toEqual([]);
  });

  it('starts behind the fill when no stop was given', async () => {
    const id = await s.opened({ trailingPct: dec(20), takeProfit: dec('4.00') });
    expect(await s.stopOf(id)).toBe('1.20');
    expect(s.atVenue()).toEqual(['limit 4 x3', 'stop 1.2 x3']);
    expect((await s.trade(id)).trail?.start?.toFixed(2)).toBe('1.20');
  });

  it('moves its limit along', async () => {
    const id = await s.opened({ ...LONE, stopLimit: dec('0.95') });
    await s.bid(2.5);
    expect((await s.trade(id)).bracket.stopLimit?.toFixed(2)).toBe('1.95');
    const [order] = s.venue.working();
    expect([order?.stop?.toFixed(2), order?.price?.toFixed(2)]).toEqual(['2.00', '1.95']);
  });

  it('is moved at a pace; in between the desk itself holds the tighter stop', async () => {
    const id = await s.opened(PAIR);
    await s.bid(2.5);
    s.t.pass(10);
    await s.bid(3);
    expect([await s.stopOf(id), await s.heldTo(id)]).toEqual(['2.00', '2.40']);
    await s.bid(2.4);
    expect((await s.trade(id)).status).toBe('CLOSING');
    expect(s.atVenue()).toEqual(['market null x3']);
    expect(s.venue.uncoveredCloses).toEqual([]);
    s.venue.act({ kind: 'fill', part: 'close', quantity: 3 });
    await s.t.sync();
    expect((await s.trade(id)).status).toBe('SL_HIT');
    expect([s.atVenue(), s.venue.held]).toEqual([[], 0]);
  });

  it('leaves a price that has reached the working stop to the venue', async () => {
    const id = await s.opened(LONE);
    await s.bid(0.9);
    expect((await s.trade(id)).status).toBe('OPEN');
    expect(s.t.venue.count('DELETE /orders/:id')).toBe(0);
  });

  it('follows no quote that is not trusted, and does not act on one', async () => {
    const id = await s.opened(LONE);
    for (const [low, high] of [
      [3, 2.9],
      [3, 3],
      [0, 3],
      [0.2, 3],
    ] as const) {
      s.t.quote(low, high);
      await s.t.desk.watchExits.execute();
    }
    expect((await s.trade(id)).trail?.best?.toFixed(2)).toBe(undefined);
    expect(await s.stopOf(id)).toBe('1.00');
  });

  it('stays where it was when the venue refuses the move, raises an alert, and does not retry it', async () => {
    const id = await s.opened(LONE);
    s.t.venue.fail('PUT /orders/:id', { status: 400, text: 'Invalid parameter, stop: no.' });
    await s.bid(2.5);
    expect(await s.stopOf(id)).toBe('1.00');
    expect(await s.trade(id)).toMatchObject({ wantedBracket: null, protection: 'VENUE' });
    expect(await s.t.alerts()).toEqual(['EXIT_REFUSED']);
    expect(await s.t.events(id)).toContain('EXITS_LOST');
    s.t.venue.heal();
    s.t.pass(61);
    await s.bid(2.5);
    expect(s.t.venue.count('PUT /orders/:id')).toBe(1);
    expect(await s.heldTo(id)).toBe('2.00');
    await s.bid(2.55);
    expect(await s.stopOf(id)).toBe('2.04');
  });

  it('puts the old exits back when the venue refuses the new pair', async () => {
    const id = await s.opened(PAIR);
    s.t.venue.fail('POST /orders', { status: 400, text: 'Invalid parameter, stop: no.' });
    await s.bid(2.5);
    expect(await s.stopOf(id)).toBe('1.00');
    expect(s.atVenue()).toEqual(['limit 4 x3', 'stop 1 x3']);
    expect(await s.t.alerts()).toContain('EXIT_REFUSED');
    expect(await s.trade(id)).toMatchObject({ wantedBracket: null, unprotectedSince: null });
  });

  it('is complete again after the answer to the new pair was lost', async () => {
    const id = await s.opened(PAIR);
    s.venue.act({ kind: 'trouble', trouble: 'losePost' });
    await s.bid(2.5);
    s.venue.behave();
    for (let round = 0; round < 4; round += 1) {
      s.t.pass(61);
      s.t.quote(2.4, 2.5);
      await s.t.sync();
    }
    expect(await s.stopOf(id)).toBe('2.00');
    expect(s.atVenue()).toEqual(['limit 4 x3', 'stop 2 x3']);
    expect(s.venue.uncoveredCloses).toEqual([]);
  });

  it('ends with the fill that won the race against its replacement', async () => {
    const id = await s.opened(PAIR);
    s.venue.act({ kind: 'fillWhenCanceled', part: 'target' });
    await s.bid(2.5);
    await s.t.sync();
    expect(s.venue.held).toBe(1);
    expect(await s.trade(id)).toMatchObject({ status: 'OPEN' });
    expect((await s.trade(id)).openQuantity.toNumber()).toBe(1);
    expect(s.atVenue()).toEqual(['limit 4 x1', 'stop 2 x1']);
    expect(s.venue.uncoveredCloses).toEqual([]);
  });

  it('trails what is left after a partial close', async () => {
    const id = await s.opened(PAIR);
    const { version: expectedVersion } = await s.trade(id);
    const close = { id, expectedVersion, idempotencyKey: s.t.key(), quantity: dec(1) };
    await s.t.desk.trading.executeOrder(ADA, { close: { ...close, orderType: 'MARKET' } });
    s.venue.act({ kind: 'fill', part: 'close', quantity: 1 });
    await s.t.sync();
    await s.bid(2.5);
    expect(s.atVenue()).toEqual(['limit 4 x2', 'stop 2 x2']);
  });

  it('stays as it is under HALT_ALL, and goes on after it', async () => {
    const id = await s.opened(PAIR);
    await s.t.desk.account.setKillSwitch(ADA, 'HALT_ALL');
    await s.bid(2.5);
    await s.t.sync();
    expect(s.atVenue()).toEqual(['limit 4 x3', 'stop 1 x3']);
    await s.t.desk.account.setKillSwitch(ADA, 'OFF');
    await s.bid(2.4);
    expect(await s.stopOf(id)).toBe('2.00');
  });

  it('survives a restart: the best price is in the book', async () => {
    const id = await s.opened(LONE);
    await s.bid(2.5);
    s.t.pass(10);
    await s.bid(3);
    s.t.restart();
    s.t.pass(30);
    await s.bid(2.9);
    expect(await s.stopOf(id)).toBe('2.40');
  });
});
