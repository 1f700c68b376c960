import { describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import type { JudgedPrice, PriceAction } from '../../../server/domain/price/judged-price.ts';
import { judged, tokenRound, verdictOn, type Said } from '../../support/values/token-prices.ts';

const HONEST: Said = { JUPITER: '2', DEXSCREENER: '2.004', QUOTE: '1.998' };
const honest = (count: number) => Array.from({ length: count }, (_, n) => tokenRound(n, HONEST));
/** Twelve honest rounds without Pyth, then one in which some sources have another price. */
const then = (said: Said) => [...honest(12), tokenRound(12, { ...HONEST, ...said })];

const EACH: readonly PriceAction[] = ['VALUATION', 'ENTRY', 'TAKE_PROFIT', 'STOP_LOSS'];
const verdicts = (price: JudgedPrice) => EACH.map((action) => verdictOn(price, action));
const refusals = ({ sources }: JudgedPrice) =>
  Object.fromEntries(sources.map(({ source, refused }) => [source, refused]));

describe('Pyth', () => {
  const alike = (pyth: string): Said => ({ ...HONEST, PYTH: pyth });

  it('votes as a fourth voice', () => {
    const price = judged(then(alike('2.003')));
    expect(refusals(price)).toMatchObject({ PYTH: null });
    // Between the sixth and the seventh of twelve votes.
    expect(price.price?.toFixed()).toBe('2.0014965');
    expect(verdicts(price)).toEqual(EACH.map(() => 'allowed'));
    expect(price.confidence).toBe(judged(honest(13)).confidence);
  });

  it('makes entries wait where it contradicts the others, and costs 0.15', () => {
    const price = judged(then(alike('2.2')));
    expect(refusals(price)).toMatchObject({ PYTH: 'OUTLIER' });
    expect(verdicts(price)[1]).toBe('refused SOURCES_APART');
    expect(judged(honest(13)).confidence - price.confidence).toBeGreaterThanOrEqual(0.15);
  });

  it('does not let a token in for which another voice is missing', () => {
    const price = judged(then({ ...alike('2'), QUOTE: 'SILENT' }));
    expect(verdicts(price)[1]).toBe('refused MISSING_VOICE');
    const base = judged(then(alike('2'))).confidence;
    for (const source of ['JUPITER', 'DEXSCREENER', 'QUOTE'])
      expect(base - judged(then({ ...alike('2'), [source]: 'ABSENT' })).confidence).toBeGreaterThan(
        0.05,
      );
  });

  it('costs nothing as it grows old, and nothing when it is gone', () => {
    const confidences = [0, 3, 6].map((rounds) => {
      const later = [...Array(rounds).keys()].map((n) => tokenRound(13 + n, HONEST));
      return judged([...then(alike('2')), ...later]).confidence;
    });
    expect(new Set(confidences).size).toBe(1);
  });

  it('decides nothing by an interval in which both may lie', () => {
    const unsure = tokenRound(12, {
      JUPITER: '1.9',
      DEXSCREENER: '2',
      QUOTE: 'NO_ROUTE',
      PYTH: '1.94',
    });
    const observations = unsure.observations.map((one) =>
      one.source === 'PYTH' && one.refused === null ? { ...one, width: dec('0.02') } : one,
    );
    expect(judged([...honest(12), { ...unsure, observations }]).price).toBeNull();
  });

  it('alone is shown, and stops no position that had no believed price', () => {
    const alone = judged([0, 1, 2].map((n) => tokenRound(n, { PYTH: '2' })));
    expect(alone.price?.toFixed()).toBe('2');
    expect(verdicts(alone)).toEqual([
      ...['allowed LONE_VOICE', 'refused MISSING_VOICE', 'refused LONE_VOICE'],
      'refused LONE_VOICE',
    ]);
  });
});
