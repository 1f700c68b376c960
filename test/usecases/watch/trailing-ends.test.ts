import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import { LONE, PAIR, TrailingScene } from '../../support/desks/trailing-scene.ts';

describe('a trade with a trailing stop, to its end at Tradier', () => {
  let s: TrailingScene;
  beforeEach(async () => void (s = await TrailingScene.start()));
  afterEach(() => s.t.close());

  it('follows the lowest ask down for a short, and is bought back there', async () => {
    await s.covered(300);
    const short = { side: 'SELL_TO_OPEN', limitPrice: dec('1.45') } as const;
    const bracket = { stopLoss: dec('2.00'), trailingPct: dec(20) };
    const { id } = await s.t.place({ ...short, bracket });
    s.venue.act({ kind: 'fill', part: 'entry', quantity: 3 });
    await s.t.sync();
    expect(s.atVenue()).toEqual(['stop 2 x3']);
    await s.bid(0.9);
    expect(await s.stopOf(id)).toBe('1.20');
    expect(s.atVenue()).toEqual(['stop 1.2 x3']);
    expect(await s.sentences(id)).toEqual([
      'Stop lowered from 2 to 1.2: ask fell to 1, trail 20 %.',
    ]);
    s.t.pass(60);
    await s.bid(1.05);
    expect(await s.stopOf(id)).toBe('1.20');
    s.venue.act({ kind: 'fill', part: 'stop', quantity: 3 });
    await s.t.sync();
    const { status, openQuantity, exitProceeds } = await s.trade(id);
    expect([status, openQuantity.toNumber(), exitProceeds.isNegative()]).toEqual([
      'SL_HIT',
      0,
      true,
    ]);
    expect([s.atVenue(), s.venue.held]).toEqual([[], 0]);
  });

  it('is put in doubt after one close when both legs of a moved pair filled', async () => {
    const id = await s.opened(PAIR);
    await s.bid(2.5);
    expect(s.atVenue()).toEqual(['limit 4 x3', 'stop 2 x3']);
    s.venue.act({ kind: 'fillBothExits' });
    s.t.pass(60);
    await s.t.sync();
    await s.bid(3);
    expect(s.venue.held).toBe(-3);
    expect((await s.trade(id)).openQuantity.toNumber()).toBe(0);
    expect((await s.trade(id)).status).toBe('NEEDS_REVIEW');
    expect(s.atVenue()).toEqual([]);
    expect((await s.t.events(id)).filter((type) => type === 'STOP_TRAILED')).toHaveLength(1);
  });

  it('shows in its time line, at a pace, how far the stop has come when the desk alone watches it', async () => {
    const { id } = await s.t.place({ bracket: LONE });
    s.t.venue.fail('POST /orders', { status: 400, text: 'Invalid parameter, stop: no.' }, 50);
    s.venue.act({ kind: 'fill', part: 'entry', quantity: 3 });
    await s.t.sync();
    expect((await s.trade(id)).protection).toBe('WATCHED');
    for (const bid of [2, 2.1, 2.2, 2.5]) {
      s.t.pass(15);
      await s.bid(bid);
    }
    expect(await s.sentences(id)).toEqual([
      'Stop raised from 1.68 to 2: bid reached 2.5, trail 20 %; the desk holds to it itself.',
      'Stop raised from 1 to 1.68: bid reached 2.1, trail 20 %; the desk holds to it itself.',
    ]);
    await s.bid(2.4);
    expect(await s.sentences(id)).toHaveLength(2);
    s.t.venue.heal();
    await s.bid(1.99);
    expect((await s.trade(id)).status).toBe('CLOSING');
  });
});
