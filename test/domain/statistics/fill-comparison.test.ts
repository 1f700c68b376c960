import { describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import { compareFills } from '../../../server/domain/statistics/fill-comparison.ts';
import type { FillSeen } from '../../../server/domain/statistics/fill-seen.ts';
import { aTrade } from '../../support/values/builders.ts';
import { NOON } from '../../support/fakes/fake-clock.ts';

const { instrument } = aTrade();
const market = (bid: string, ask: string, seconds = -4) => {
  const at = new Date(NOON.getTime() + seconds * 1000);
  return { bid: dec(bid), ask: dec(ask), sourceTime: at, stoodAt: at };
};
const fill = (parts: Partial<FillSeen> = {}): FillSeen => ({
  ...{ venue: 'SIMULATED', role: 'ENTRY', side: 'BUY_TO_OPEN', limitPrice: null },
  ...{ quantity: dec(3), multiplier: 100, price: dec('3.15'), filledAt: NOON },
  seen: [market('3.10', '3.16')],
  ...parts,
});
const exit = (parts: Partial<FillSeen> = {}) =>
  fill({
    ...{ role: 'CLOSE', side: 'SELL_TO_CLOSE', price: dec('4.00') },
    seen: [market('4.00', '4.10')],
    ...parts,
  });
const UNFITTED = { fit: null, from: null };
const rowOf = (
  fills: readonly FillSeen[],
  name: string,
  fitted: Parameters<typeof compareFills>[2] = UNFITTED,
) => {
  const found = compareFills(fills, instrument, fitted).models.find(({ model }) => model === name);
  const { entryPrice, exitPrice, toMid, difference, reason } = found!;
  const numbers = [entryPrice, exitPrice, toMid, difference].map((n) => n?.toNumber() ?? null);
  return [...numbers, reason];
};

describe('a trade’s fills compared with each model', () => {
  it('are priced by the same market, in and out', () => {
    const fills = [fill(), exit()];
    expect(rowOf(fills, 'TOUCH')).toEqual([3.16, 4, 0.03, -3, null]);
    expect(rowOf(fills, 'MID')).toEqual([3.13, 4.05, 0, 21, null]);
    expect(rowOf(fills, 'ORATS')).toEqual([3.145, 4.025, 0.015, 9, null]);
    const whole = compareFills(fills, instrument, UNFITTED);
    expect(whole).toMatchObject({ fills: 2, measured: 2, quoteAgeSeconds: 4 });
    expect([whole.bid, whole.ask, whole.toMid].map(Number)).toEqual([3.1, 3.16, 0.02]);
  });

  it('have the price of CALIBRATED by a fit to earlier fills, and none by one to later fills', () => {
    const fit = { buys: 50, sells: 75 };
    const names = (fitted: Parameters<typeof compareFills>[2]) =>
      compareFills([fill()], instrument, fitted).models.map(({ version }) => version);
    expect(names(UNFITTED)).toHaveLength(5);
    expect(names({ fit, from: NOON }).at(-1)).toBe('CALIBRATED v1 buys 50% sells 75%');
    const fills = [fill(), exit()];
    expect(rowOf(fills, 'CALIBRATED', { fit, from: NOON })).toEqual([3.13, 4.025, 0, 13.5, null]);
    const why = 'Its fit was made of fills up to a later time';
    const later = new Date(NOON.getTime() + 1);
    for (const from of [later, null])
      expect(rowOf(fills, 'CALIBRATED', { fit, from })).toEqual([null, null, null, null, why]);
  });

  it('have no price when a model would not have filled the limit', () => {
    const limited = fill({ limitPrice: dec('3.15') });
    const [price, , , difference, reason] = rowOf([limited], 'TOUCH');
    expect([price, difference, reason]).toEqual([null, null, expect.stringContaining('3.16')]);
    expect(rowOf([limited], 'MID')[0]).toBe(3.13);
    expect(rowOf([limited], 'INSTANT')[0]).toBe(3.15);
    // CROSS requires the market to trade through the limit by a tick.
    expect(rowOf([fill({ limitPrice: dec('3.16') })], 'CROSS')[0]).toBeNull();
  });

  it('keep their own price when no market was seen', () => {
    const unseen = exit({ seen: [] });
    const why = 'No market was seen within a minute of the fill';
    expect(rowOf([fill(), unseen], 'MID')).toEqual([3.13, null, 0, 6, why]);
    expect(compareFills([fill(), unseen], instrument, UNFITTED)).toMatchObject({
      fills: 2,
      measured: 1,
    });
    expect(rowOf([unseen], 'MID')).toEqual([null, null, null, null, why]);
    // A refusal by the model takes precedence: there would be no such trade.
    const refused = fill({ limitPrice: dec('3.15') });
    const [, , , difference, reason] = rowOf([fill(), unseen, refused], 'TOUCH');
    expect([difference, reason]).toEqual([null, expect.stringContaining('3.16')]);
  });

  it('weigh parts by their size, and reverse the sign for a short', () => {
    const parts = [
      fill({ quantity: dec(1) }),
      fill({ quantity: dec(3), seen: [market('3.20', '3.24')] }),
    ];
    expect(rowOf(parts, 'TOUCH')[0]).toBe(3.22);
    const short = fill({ side: 'SELL_TO_OPEN', price: dec('3.10') });
    expect(rowOf([short], 'MID')).toEqual([3.13, null, 0, 9, null]);
    expect(rowOf([short], 'TOUCH')).toEqual([3.1, null, 0.03, 0, null]);
  });
});
