import { describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import type { JudgedPrice } from '../../../server/domain/price/judged-price.ts';
import type { PriceRound } from '../../../server/domain/price/observation.ts';
import {
  askedRounds,
  judged,
  roundAt,
  tokenRound,
  verdictOn,
  type Said,
} from '../../support/values/token-prices.ts';

const all = (price: string): Said => ({ JUPITER: price, DEXSCREENER: price, QUOTE: price });
/** Rounds with each of these prices, after twelve rounds at 2. */
function after(...said: readonly (string | Said)[]): PriceRound[] {
  const words = [...Array.from({ length: 12 }, () => '2'), ...said];
  return words.map((word, n) => tokenRound(n, typeof word === 'string' ? all(word) : word));
}
const priceOf = ({ price }: JudgedPrice) => price?.toFixed() ?? null;

describe('a step of more than 10 %', () => {
  it.each(['2.21', '1.79', '2.9', '1'])(
    'is no price until two more rounds confirm it: %s',
    (to) => {
      const first = judged(after(to));
      expect(first.price).toBeNull();
      expect(first.verdicts.map(({ allowed, code }) => [allowed, code])).toEqual(
        Array(4).fill([false, 'SUSPECT_STEP']),
      );
      expect(first.sources.map(({ refused }) => refused)).toEqual(Array(3).fill('HELD'));
      expect(first.confidence).toBeLessThan(judged(after('2')).confidence - 0.05);
      expect(priceOf(judged(after(to, to)))).toBeNull();
      expect(priceOf(judged(after(to, to, to)))).toBe(to);
      expect(verdictOn(judged(after(to, to, to)), 'ENTRY')).toBe('allowed');
    },
  );

  it('is none at 10 %', () => {
    expect(priceOf(judged(after('2.2')))).toBe('2.2');
    expect(priceOf(judged(after('1.8')))).toBe('1.8');
  });

  it('that goes back was a flash, and never enters the history', () => {
    const back = judged(after('3', '2'));
    expect(priceOf(back)).toBe('2');
    expect(judged(after('3')).lastAccepted?.price.toFixed()).toBe('2');
    // Each interruption restarts the confirmation.
    expect(priceOf(judged(after('3', '3', '2', '3', '3')))).toBeNull();
  });

  it('that goes on stepping is confirmed once it rests', () => {
    expect(priceOf(judged(after('1.5', '1', '0.7', '0.7')))).toBeNull();
    expect(priceOf(judged(after('1.5', '1', '0.7', '0.7', '0.7')))).toBe('0.7');
  });

  it('is not confirmed by what was heard before', () => {
    const silent: Said = { JUPITER: 'SILENT', DEXSCREENER: 'SILENT', QUOTE: 'PUT_OFF' };
    expect(priceOf(judged(after('3', silent, silent, silent)))).toBeNull();
    const other = { JUPITER: '2' };
    expect(priceOf(judged(after('3', other, other, other)))).toBeNull();
  });

  it('is followed within ten rounds, as the desk asks', () => {
    for (let from = 12; from < 32; from++) {
      const rounds = askedRounds(from + 10, (n) => all(n < from ? '2' : '2.6'));
      expect([from, priceOf(judged(rounds))]).toEqual([from, '2.6']);
    }
  });

  it('of a lone voice is never followed', () => {
    const lone = { JUPITER: '3', DEXSCREENER: 'ABSENT', QUOTE: 'NO_ROUTE' };
    expect(priceOf(judged(after(...Array<Said>(8).fill(lone))))).toBeNull();
  });
});

describe('a price above five times the last hour’s', () => {
  const without: Said = { JUPITER: '11', DEXSCREENER: '11' };

  it('is refused until a quote confirms it', () => {
    const five = judged(after(...Array<Said>(10).fill({ JUPITER: '10', DEXSCREENER: '10' })));
    expect(priceOf(five)).toBe('10');
    const more = Array<Said>(10).fill(without);
    const refused = judged(after(...more));
    expect(refused.price).toBeNull();
    expect(verdictOn(refused, 'STOP_LOSS')).toBe('refused FAR_FROM_HOUR');
    const confirmed = judged(after(...more, { ...without, QUOTE: '11' }));
    expect(priceOf(confirmed)).toBe('11');
    expect(verdictOn(confirmed, 'ENTRY')).toBe('refused SHORT_HISTORY');
    expect(priceOf(judged(after(...more, { ...without, QUOTE: '11' }, without)))).toBe('11');
  });

  it('is refused below a fifth, too', () => {
    const low = { JUPITER: '0.39', DEXSCREENER: '0.39' };
    expect(verdictOn(judged(after(...Array<Said>(9).fill(low))), 'VALUATION')).toMatch(/FAR_FROM/);
  });

  it('is not followed because its rounds push out all before them, where stored prices reach further', () => {
    const rounds = after(...Array<Said>(60).fill(without));
    const earlier = [10, 8, 6, 4].map((n) => ({ price: dec(2), at: roundAt(-6 * n) }));
    expect(priceOf(judged(rounds))).toBe('11');
    expect(priceOf(judged(rounds, { earlier }))).toBeNull();
    expect(judged(rounds, { earlier }).lastAccepted?.price.toFixed()).toBe('2');
  });
});

it('compares with nothing older than an hour', () => {
  const old = Array.from({ length: 6 }, (_, n) => tokenRound(n, all('2')));
  const back = (n: number) => judged([...old, tokenRound(n, all('3'))]);
  expect(back(359).price).toBeNull();
  expect(priceOf(back(5 + 361))).toBe('3');
});
