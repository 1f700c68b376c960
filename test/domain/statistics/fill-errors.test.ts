import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everyRow } from '../../../server/domain/columns/columns.ts';
import { dec } from '../../../server/domain/decimal.ts';
import { tickSize } from '../../../server/domain/instrument/tick-size.ts';
import { fillPrice } from '../../../server/domain/matching/fill-price.ts';
import { venueInstrument } from '../../../server/domain/matching/venue-state.ts';
import { calibrate, calibratedError } from '../../../server/domain/statistics/calibration.ts';
import { fillErrors } from '../../../server/domain/statistics/fill-errors.ts';
import type { FillSeen, MarketSeen } from '../../../server/domain/statistics/fill-seen.ts';
import { PLAIN_MODELS } from '../../../server/domain/statistics/shadow-columns.ts';
import { NOON } from '../../support/fakes/fake-clock.ts';
import { aVenueFill, CALL, shadowsOf, tradesGiving } from '../../support/values/venue-fills.ts';

const market = (bid: string, ask: string, seconds = 0): MarketSeen => {
  const at = new Date(NOON.getTime() + seconds * 1000);
  return { bid: dec(bid), ask: dec(ask), sourceTime: at, stoodAt: at };
};

function errorsOf(fills: readonly FillSeen[]) {
  const columns = shadowsOf(fills);
  return fillErrors(columns, everyRow(columns), calibrate(columns));
}

const rounded = (value: number | null) => value && Math.round(value * 1e6) / 1e6;

/** For all fills, by model: cents, the share of the spread, the number priced, and the number refused. */
function all(fills: readonly FillSeen[]) {
  const rows = errorsOf(fills).filter(({ dimension }) => dimension === null);
  return Object.fromEntries(
    rows.map(({ model, cents, ofSpread, refused }) => [
      model,
      [rounded(cents.value), rounded(ofSpread.value), cents.n, refused],
    ]),
  );
}

describe('the error of a fill model', () => {
  it('is the distance of its fill from the venue’s, whichever side is better', () => {
    const bought = aVenueFill({ price: dec('1.55') });
    const sold = aVenueFill({ role: 'CLOSE', side: 'SELL_TO_CLOSE', price: dec('1.55') });
    expect(all([bought])).toMatchObject({
      TOUCH: [5, 0.25, 1, 0],
      MID: [5, 0.25, 1, 0],
      ORATS: [0, 0, 1, 0],
    });
    expect(all([sold])).toMatchObject({ TOUCH: [15, 0.75, 1, 0], MID: [5, 0.25, 1, 0] });
  });

  it('is unknown where the model would not have filled, which is counted', () => {
    const limited = aVenueFill({ price: dec('1.52'), limitPrice: dec('1.52') });
    expect(all([limited])).toMatchObject({
      TOUCH: [null, null, 0, 1],
      CROSS: [null, null, 0, 1],
      ORATS: [null, null, 0, 1],
      MID: [2, 0.1, 1, 0],
      INSTANT: [0, 0, 1, 0],
    });
  });

  it('is unknown, and not a refusal, in a market that nobody saw or that fills nothing', () => {
    const seen = [[], [market('1.60', '1.40')], [market('0.10', '1.50')], [market('1.5', '1.5')]];
    expect(all(seen.map((each) => aVenueFill({ seen: each })))).toMatchObject({
      TOUCH: [null, null, 0, 0],
      INSTANT: [null, null, 0, 0],
    });
  });

  it('is measured in the market of 15 minutes earlier at the sandbox, which fills on it', () => {
    const seen = [market('1.40', '1.60'), market('1.10', '1.30', -900)];
    const late = aVenueFill({ venue: 'TRADIER_SANDBOX', price: dec('1.30'), seen });
    expect(all([late])).toMatchObject({ TOUCH: [0, 0, 1, 0], MID: [10, 0.5, 1, 0] });
    expect(all([{ ...late, venue: 'TRADIER_LIVE' }])).toMatchObject({ TOUCH: [30, 1.5, 1, 0] });
  });

  it('has parts by hour and days to expiry, and of all fills by the width of the market', () => {
    const later = new Date(NOON.getTime() + 3_600_000);
    const wide = {
      filledAt: later,
      seen: [{ ...market('1.00', '2.00'), sourceTime: later, stoodAt: later }],
    };
    const rows = errorsOf([aVenueFill(), aVenueFill({ ...wide, price: dec('1.55') })]);
    const touch = rows.filter(({ model }) => model === 'TOUCH');
    const named = touch.map(({ dimension, key, cents }) => [dimension, key, cents.n]);
    expect(named).toEqual([
      [null, null, 2],
      ['HOUR', '12:00–13:00', 1],
      ['HOUR', '13:00–14:00', 1],
      ['DTE', '8–30 days', 2],
    ]);
    const bySpread = touch[0]!.bySpread.map(({ spread, cents }) => [
      spread,
      Math.round(cents.value!),
    ]);
    expect(bySpread).toEqual([
      ['10–20%', 5],
      ['20% and over', 45],
    ]);
    expect(touch.slice(1).flatMap((row) => row.bySpread)).toEqual([]);
  });

  it('has an interval that never goes below 0', () => {
    const two = [aVenueFill({ price: dec('1.60') }), aVenueFill({ price: dec('1.50') })];
    const touch = errorsOf(two).find(({ model }) => model === 'TOUCH')!;
    expect(touch.cents).toMatchObject({ low: 0, n: 2 });
    expect(touch.cents.high).toBeGreaterThan(60);
  });

  it('is of CALIBRATED only in fills later than those that it is fitted to', () => {
    const rows = errorsOf(tradesGiving(90, { buys: 62, sells: 40 }));
    const of = (model: string) =>
      rows.find((row) => row.model === model && row.dimension === null)!;
    expect(of('TOUCH').cents.n).toBe(180);
    expect(of('CALIBRATED')).toMatchObject({ version: 'CALIBRATED v1 buys 62% sells 40%' });
    expect(of('CALIBRATED').cents.n).toBe(60);
    expect(of('CALIBRATED').cents.value).toBeCloseTo(0);
    const [few] = errorsOf(tradesGiving(5, { buys: 62, sells: 40 })).filter(
      ({ model }) => model === 'CALIBRATED',
    );
    expect(few).toMatchObject({ version: 'CALIBRATED v1', cents: { value: null, n: 0 } });
  });
});

const cents = (max: number) => fc.integer({ min: 1, max }).map((n) => dec(n).div(100));

it('shadow fills are those of the rule that fills paper orders, in any market', () => {
  let priced = 0;
  const any = fc.record({
    symbol: fc.constantFrom('SPY260327C00560000', 'SPY'),
    ...{ bid: cents(400), width: fc.integer({ min: 0, max: 60 }), price: cents(400) },
    limit: fc.option(cents(400)),
    role: fc.constantFrom('ENTRY', 'STOP_LOSS', 'TAKE_PROFIT', 'CLOSE'),
    buys: fc.boolean(),
    fit: fc.record({ buys: fc.nat(100), sells: fc.nat(100) }),
  } as const);
  fc.assert(
    fc.property(any, ({ symbol, bid, width, price, limit, role, buys, fit }) => {
      const instrument = venueInstrument(symbol);
      const ask = bid.plus(dec(width).div(100));
      const seen = [market(bid.toFixed(), ask.toFixed())];
      const side = buys ? 'BUY_TO_OPEN' : 'SELL_TO_CLOSE';
      const { rows } = shadowsOf(
        [aVenueFill({ role, side, price, limitPrice: limit, seen })],
        instrument,
      );
      const fills = ask.lte(bid.times(10)) && !(width === 0 && instrument.assetClass === 'OPTION');
      const rests = role === 'STOP_LOSS' || role === 'TAKE_PROFIT';
      const tick = tickSize(instrument, limit ?? bid);
      for (const model of [...PLAIN_MODELS, 'CALIBRATED'] as const) {
        const rule = fillPrice(model, { buys, limit, rests, fit }, { bid, ask, tick });
        const found =
          model === 'CALIBRATED' ? calibratedError(rows, 0, fit) : rows.numbers[model][0]!;
        if (!fills || !rule.price) expect(found).toBeNaN();
        else {
          priced += 1;
          expect(found).toBeCloseTo(rule.price.minus(price).abs().toNumber(), 9);
        }
      }
    }),
    { numRuns: 2_000 },
  );
  expect(priced).toBeGreaterThan(4_000);
  expect(CALL.assetClass).toBe('OPTION');
});
