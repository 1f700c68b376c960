import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import { fillVersion } from '../../../server/domain/matching/fill-model.ts';
import { randomOf } from '../../../server/domain/backtest/random.ts';
import { alwaysMean } from '../../../server/domain/statistics/always-mean.ts';
import { calibrate, looksAt } from '../../../server/domain/statistics/calibration.ts';
import { meanEstimate } from '../../../server/domain/statistics/estimate.ts';
import { describeDoubt } from '../../../server/domain/statistics/describe-calibration.ts';
import type { FillSeen } from '../../../server/domain/statistics/fill-seen.ts';
import { aVenueFill, shadowsOf, tradesGiving } from '../../support/values/venue-fills.ts';

const found = (fills: readonly (FillSeen & { readonly tradeId?: string })[]) =>
  calibrate(shadowsOf(fills));

describe('CALIBRATED', () => {
  it('is offered where it is surely closer to later fills than every other model', () => {
    const calibration = found(tradesGiving(90, { buys: 62, sells: 40, wobble: 3 }));
    expect(calibration).toMatchObject({
      ...{ doubt: null, earlier: 120, later: 60, laterFills: 60 },
    });
    expect(calibration.fit!.buys / 62).toBeCloseTo(1, 1);
    expect(calibration.fit!.sells / 40).toBeCloseTo(1, 1);
    expect(
      calibration.rivals.map(({ model, beaten, closer }) => [model, beaten, closer.n]),
    ).toEqual([...['TOUCH', 'MID', 'CROSS', 'ORATS', 'INSTANT'].map((model) => [model, true, 60])]);
    expect(describeDoubt(calibration)).toBeNull();
  });

  it('is not offered where another model is as close, and says which', () => {
    const calibration = found(tradesGiving(90, { buys: 75, sells: 75, wobble: 3 }));
    expect(calibration.doubt).toBe('NOT_BETTER');
    expect(describeDoubt(calibration)).toBe(
      'On 60 later orders it is not surely closer to the venue than ORATS.',
    );
  });

  it('is hardly ever offered by luck, though it is looked at after each fill and fitted anew', () => {
    // The gain of the fit is a coin flip: in a third of all runs one 95 % interval is above 0 at some look.
    const random = randomOf(20_261_130);
    const isEverOffered = (proven: (values: Float64Array, split: number) => boolean) => {
      const coins = Float64Array.from({ length: 1_200 }, () => (random() < 0.5 ? 1 : -1));
      for (let count = 90; count <= coins.length; count += 1) {
        const split = Math.floor((count * 2) / 3 / 20) * 20;
        if (proven(coins.subarray(split, count), split)) return true;
      }
      return false;
    };
    const share = (proven: Parameters<typeof isEverOffered>[0]) =>
      Array.from({ length: 200 }, () => isEverOffered(proven)).filter(Boolean).length / 200;
    expect(share((values) => meanEstimate(values).low! > 0)).toBeGreaterThan(0.3);
    const always = (values: Float64Array, split: number) =>
      alwaysMean(values, looksAt(split)).low! > 0;
    expect(share(always)).toBeLessThan(0.05);
  });

  it('is not offered where later fills are not like the earlier ones', () => {
    const [first, then] = [
      tradesGiving(60, { buys: 62, sells: 40 }),
      tradesGiving(90, { buys: 100, sells: 100 }).slice(120),
    ];
    const calibration = found([...first, ...then]);
    expect(calibration).toMatchObject({ fit: { buys: 62, sells: 40 }, doubt: 'NOT_BETTER' });
    expect(describeDoubt(calibration)).toContain('than TOUCH, MID, CROSS');
  });

  it('needs enough of both sides, and enough later ones', () => {
    expect(found([])).toMatchObject({ fit: null, doubt: 'FEW_EARLIER', earlier: 0, from: null });
    expect(describeDoubt(found(tradesGiving(10, { buys: 60, sells: 60 })))).toMatch(
      /^Not enough data: a fit needs 30 earlier buys and as many sells .* of both together there are 0\.$/,
    );
    const buys = tradesGiving(200, { buys: 62, sells: 40 }).filter(({ role }) => role === 'ENTRY');
    expect(found(buys)).toMatchObject({ fit: null, doubt: 'FEW_EARLIER', earlier: 120 });
    const short = found(tradesGiving(44, { buys: 62, sells: 40 }));
    expect(short).toMatchObject({ earlier: 40, doubt: 'FEW_EARLIER' });
  });

  it('counts the fills of one entry once, in however many parts it filled', () => {
    const parts = tradesGiving(3, { buys: 62, sells: 40 }).flatMap((fill) =>
      Array.from({ length: 60 }, () => fill),
    );
    expect(found(parts)).toMatchObject({ fit: null, earlier: 0, doubt: 'FEW_EARLIER' });
    const whole = tradesGiving(90, { buys: 62, sells: 40 });
    const twice = found(whole.flatMap((fill) => [fill, fill]));
    expect(twice).toMatchObject({ earlier: 120, later: 60, laterFills: 120, doubt: null });
  });

  it('is not offered where it would refuse most of the later fills', () => {
    const fills = tradesGiving(90, { buys: 62, sells: 40 });
    const limited = fills.map((fill, at) =>
      at < 120
        ? fill
        : {
            ...fill,
            price: dec('1.50'),
            limitPrice: fill.role === 'ENTRY' ? dec('1.41') : dec('1.59'),
          },
    );
    const calibration = found(limited);
    expect(calibration).toMatchObject({ later: 0, doubt: 'REFUSES' });
    expect(describeDoubt(calibration)).toContain('would not have filled half');
  });

  it('need not beat a model that would have refused most of them', () => {
    const fills = tradesGiving(90, { buys: 62, sells: 40, wobble: 3 }).map((fill) => {
      const limit = fill.role === 'ENTRY' ? '1.56' : '1.49';
      return { ...fill, limitPrice: dec(limit) };
    });
    const rivals = found(fills).rivals;
    expect(rivals.filter(({ refuses }) => refuses).map(({ model }) => model)).toEqual([
      'TOUCH',
      'CROSS',
    ]);
    expect(rivals.find(({ model }) => model === 'INSTANT')).toMatchObject({ refuses: false });
  });

  it('never knows later fills: they change no fit', () => {
    const any = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 60, maxLength: 60 });
    const earlier = tradesGiving(60, { buys: 62, sells: 40, wobble: 5 });
    const { fit } = found([...earlier, ...tradesGiving(90, { buys: 62, sells: 40 }).slice(120)]);
    fc.assert(
      fc.property(any, (shares) => {
        const later = tradesGiving(90, { buys: 0, sells: 0 })
          .slice(120)
          .map((fill, at) => ({
            ...fill,
            price: dec('1.40').plus(dec(shares[at]!).times('0.002')),
          }));
        const changed = found([...earlier, ...later]);
        expect(changed.fit).toEqual(fit);
        expect(changed.from).toEqual(later[0]!.filledAt);
      }),
      { numRuns: 50 },
    );
  });

  it('has one version for one rule', () => {
    const version = (buys: number) =>
      fillVersion({ fillModel: 'CALIBRATED', fillFit: { buys, sells: 40 } });
    expect(version(62)).toBe('CALIBRATED v1 buys 62% sells 40%');
    expect(version(62)).not.toBe(version(63));
  });

  it('stays within the spread, whatever the venue gave', () => {
    const { fit } = found(tradesGiving(90, { buys: 130, sells: -20 }));
    expect(fit).toEqual({ buys: 100, sells: 0 });
    expect(found([aVenueFill()]).fit).toBeNull();
  });
});
