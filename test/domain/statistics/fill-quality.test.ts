import { describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import type { FillSeen, MarketSeen } from '../../../server/domain/statistics/fill-seen.ts';
import { NOON } from '../../support/fakes/fake-clock.ts';
import { qualityOf } from '../../support/values/figures-of.ts';

const at = (seconds: number): Date => new Date(NOON.getTime() + seconds * 1000);
const market = (bid: string, ask: string, seconds = 0, until = seconds): MarketSeen => ({
  ...{ bid: dec(bid), ask: dec(ask), sourceTime: at(seconds), stoodAt: at(until) },
});

function fill(parts: Partial<FillSeen> = {}): FillSeen {
  return {
    venue: 'SIMULATED',
    role: 'ENTRY',
    side: 'BUY_TO_OPEN',
    quantity: dec(1),
    multiplier: 100,
    price: dec('1.55'),
    limitPrice: null,
    filledAt: NOON,
    seen: [market('1.40', '1.60')],
    ...parts,
  };
}

describe('fill quality', () => {
  it('counts what was paid above and received below the mid', () => {
    const exit = { role: 'STOP_LOSS', side: 'SELL_TO_CLOSE', price: dec('1.42') } as const;
    const { all, entries, exits } = qualityOf([fill(), fill(exit)]);
    expect([all.total, entries.total, exits.total].map(String)).toEqual(['13', '5', '8']);
    expect([all.perUnit, all.ofSpread].map(String)).toEqual(['0.065', '0.325']);
  });

  it('reverses with the side: a short sells to enter and buys to leave', () => {
    const short = { side: 'SELL_TO_OPEN', price: dec('1.45') } as const;
    const cover = { role: 'TAKE_PROFIT', side: 'BUY_TO_CLOSE', price: dec('1.47') } as const;
    const { entries, exits } = qualityOf([fill(short), fill(cover)]);
    expect(entries.total?.toNumber()).toBe(5);
    expect(exits.total?.toNumber()).toBe(-3);
  });

  it('weighs partial fills by their size', () => {
    const parts = [fill({ quantity: dec(3) }), fill({ quantity: dec(7), price: dec('1.60') })];
    const { all } = qualityOf(parts);
    expect([all.fills, all.total?.toNumber(), all.perUnit?.toNumber()]).toEqual([2, 85, 0.085]);
  });

  it('is unknown for a fill without a market, which is counted', () => {
    const seen = [
      [],
      [market('1.40', '1.60', -61)],
      [market('1.40', '1.60', 1)],
      [market('1.60', '1.40')],
      [{ ...market('1.40', '1.60'), bid: null }],
      [market('0', '1.60')],
    ];
    const { all } = qualityOf([fill(), ...seen.map((each) => fill({ seen: each }))]);
    expect(all).toMatchObject({ fills: 7, measured: 1 });
    expect(all.total?.toNumber()).toBe(5);
    const none = qualityOf([fill({ seen: [] })]).all;
    expect(none).toEqual({ fills: 1, measured: 0, total: null, perUnit: null, ofSpread: null });
  });

  it('uses the last market that began before, and a quiet one that was still heard', () => {
    const seen = [market('1.00', '1.20', -50), market('1.40', '1.60', -300, -20)];
    expect(qualityOf([fill({ seen: seen.slice(1) })]).all.total?.toNumber()).toBe(5);
    expect(qualityOf([fill({ seen })]).all.total?.toNumber()).toBe(45);
  });

  it('separates tight markets', () => {
    const tight = fill({ seen: [market('1.49', '1.51')] });
    expect(qualityOf([fill(), tight]).tight).toMatchObject({ fills: 1, measured: 1 });
  });
});

describe('fill quality of a venue that fills on old quotes', () => {
  const late = (parts: Partial<FillSeen> = {}) =>
    fill({
      venue: 'TRADIER_SANDBOX',
      price: dec('1.30'),
      seen: [market('1.40', '1.60'), market('1.10', '1.30', -900)],
      ...parts,
    });

  it('shows the cost of the delay separately', () => {
    const { delay } = qualityOf([late()]);
    expect(delay.atFill.total?.toNumber()).toBe(-20);
    expect(delay.atQuote.total?.toNumber()).toBe(10);
    expect([delay.byDelay?.toNumber(), delay.byDelayPerUnit?.toNumber()]).toEqual([-30, -0.3]);
  });

  it('counts the delay as a cost when a short sold while the market rose', () => {
    const { delay } = qualityOf([late({ side: 'SELL_TO_OPEN', price: dec('1.10') })]);
    expect([delay.atQuote.total, delay.byDelay].map(Number)).toEqual([10, 30]);
  });

  it('is null when one of the two moments is unknown, and for other venues', () => {
    const half = late({ seen: [market('1.40', '1.60')] });
    const { delay, all } = qualityOf([half, fill()]);
    expect(all).toMatchObject({ fills: 2, measured: 2 });
    expect(delay.atFill).toMatchObject({ fills: 1, measured: 0 });
    expect([delay.byDelay, delay.byDelayPerUnit]).toEqual([null, null]);
  });
});
