import { describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import type { PriceAction, JudgedPrice } from '../../../server/domain/price/judged-price.ts';
import type { PriceRound, PriceSource } from '../../../server/domain/price/observation.ts';
import {
  askedRounds,
  judged,
  roundAt,
  ROUND_MS,
  tokenRound,
  verdictOn,
  type Said,
} from '../../support/values/token-prices.ts';

const HONEST: Said = { JUPITER: '2', DEXSCREENER: '2.004', QUOTE: '1.998' };
const honest = (count: number) => Array.from({ length: count }, (_, n) => tokenRound(n, HONEST));
/** Twelve honest rounds, then one in which some sources have another price. */
const then = (said: Said) => [...honest(12), tokenRound(12, { ...HONEST, ...said })];

const EACH: readonly PriceAction[] = ['VALUATION', 'ENTRY', 'TAKE_PROFIT', 'STOP_LOSS'];
const verdicts = (price: JudgedPrice) => EACH.map((action) => verdictOn(price, action));
const refusals = ({ sources }: JudgedPrice) =>
  Object.fromEntries(sources.map(({ source, refused }) => [source, refused]));

describe('a price that all sources agree on', () => {
  it('is the median of their votes, as old as the oldest of them', () => {
    const price = judged(honest(12));
    expect(price.price?.toFixed()).toBe('2');
    expect(price.width?.toFixed()).toBe('0.002');
    expect(price.asOf).toEqual(new Date(roundAt(11).getTime() + 300));
    expect(refusals(price)).toEqual({ JUPITER: null, DEXSCREENER: null, QUOTE: null });
  });

  it('has a confidence of 0.7 and allows entries within 20 rounds, as the desk asks', () => {
    const price = judged(askedRounds(20, () => HONEST));
    expect(price.confidence).toBeGreaterThanOrEqual(0.7);
    expect(verdicts(price)).toEqual(['allowed', 'allowed', 'allowed', 'allowed']);
  });

  it('allows no entry before five prices were accepted', () => {
    expect(verdictOn(judged(honest(4)), 'ENTRY')).toBe('refused SHORT_HISTORY');
    expect(verdictOn(judged(honest(5)), 'ENTRY')).toBe('allowed');
  });

  it('is degraded where they lie between 1 % and 3 % apart', () => {
    expect(verdicts(judged(then({ JUPITER: '2.01', DEXSCREENER: '2', QUOTE: '1.991' })))).toEqual(
      EACH.map(() => 'allowed'),
    );
    const apart = judged(then({ JUPITER: '2.06', DEXSCREENER: '2', QUOTE: '2' }));
    expect(verdicts(apart)).toEqual(EACH.map(() => 'allowed DEGRADED'));
    expect(apart.confidence).toBeLessThan(judged(honest(13)).confidence);
  });
});

describe('a source that is missing', () => {
  const base = judged(honest(13)).confidence;

  it.each([
    ['JUPITER', 'SILENT'],
    ['JUPITER', 'ABSENT'],
    ['DEXSCREENER', 'SILENT'],
    ['DEXSCREENER', 'MALFORMED'],
    ['DEXSCREENER', 'THIN'],
    ['QUOTE', 'SILENT'],
    ['QUOTE', 'NO_ROUTE'],
  ])('costs more than 0.05 and forbids an entry at once: %s, %s', (source, word) => {
    const price = judged(then({ [source]: word }));
    expect(base - price.confidence).toBeGreaterThan(0.05);
    expect(verdicts(price)).toEqual([
      ...['allowed MISSING_VOICE', 'refused MISSING_VOICE'],
      ...['allowed MISSING_VOICE', 'allowed MISSING_VOICE'],
    ]);
  });

  it.each<PriceSource>(['JUPITER', 'DEXSCREENER', 'QUOTE'])(
    'is stale after six rounds, which costs as much: %s',
    (source) => {
      const { [source]: _, ...others } = HONEST;
      const after = (rounds: number) => [
        ...honest(12),
        ...[...Array(rounds).keys()].map((n) => tokenRound(12 + n, others)),
      ];
      expect(verdictOn(judged(after(5)), 'ENTRY')).toBe('allowed');
      const stale = judged(after(6));
      expect(refusals(stale)[source]).toBe('STALE');
      expect(verdictOn(stale, 'ENTRY')).toBe('refused MISSING_VOICE');
      expect(base - stale.confidence).toBeGreaterThan(0.05);
    },
  );

  it('leaves the price of one that was put off, until that is stale', () => {
    const off = (rounds: number) =>
      [...Array(rounds).keys()].map((n) => tokenRound(12 + n, { ...HONEST, QUOTE: 'PUT_OFF' }));
    expect(verdictOn(judged([...honest(12), ...off(5)]), 'ENTRY')).toBe('allowed');
    expect(refusals(judged([...honest(12), ...off(6)])).QUOTE).toBe('PUT_OFF');
  });

  it('leaves a lone voice that may stop a position near a believed price, and nothing more', () => {
    const lone = (price: string) =>
      then({ JUPITER: price, DEXSCREENER: 'ABSENT', QUOTE: 'NO_ROUTE' });
    expect(verdicts(judged(lone('1.9')))).toEqual([
      ...['allowed LONE_VOICE', 'refused MISSING_VOICE', 'refused LONE_VOICE'],
      'allowed LONE_VOICE',
    ]);
    expect(judged(lone('1.7'))).toMatchObject({ price: null });
    expect(verdictOn(judged(lone('1.7')), 'STOP_LOSS')).toBe('refused SUSPECT_STEP');
    const never = judged([0, 1, 2, 3, 4, 5].map((n) => tokenRound(n, { JUPITER: '2' })));
    expect(never.price?.toFixed()).toBe('2');
    expect(verdictOn(never, 'STOP_LOSS')).toBe('refused LONE_VOICE');
  });

  it('leaves no price where all are', () => {
    const price = judged(then({ JUPITER: 'ZERO', DEXSCREENER: 'IDLE', QUOTE: 'THIN' }));
    expect(price).toMatchObject({ price: null, width: null, confidence: 0 });
    expect(verdicts(price)).toEqual(EACH.map(() => 'refused NO_VOICE'));
    expect(judged([tokenRound(0, {})])).toMatchObject({ price: null, sources: [] });
  });
});

describe('sources that lie more than 3 % apart', () => {
  const base = judged(honest(13)).confidence;

  it.each([
    ['JUPITER', '20'],
    ['DEXSCREENER', '0.2'],
    ['QUOTE', '1.93'],
    ['JUPITER', '2.07'],
  ])('cost 0.15, and the one that is off is refused: %s at %s', (source, price) => {
    const outvoted = judged(then({ [source]: price }));
    expect(Math.abs(Number(outvoted.price) - 2)).toBeLessThan(0.01);
    expect(refusals(outvoted)).toMatchObject({ [source]: 'OUTLIER' });
    expect(base - outvoted.confidence).toBeGreaterThanOrEqual(0.15);
    expect(verdicts(outvoted)).toEqual([
      ...['allowed SOURCES_APART', 'refused SOURCES_APART', 'refused SOURCES_APART'],
      'allowed SOURCES_APART',
    ]);
  });

  it('are no price where no third decides', () => {
    const two = judged(then({ JUPITER: '2', DEXSCREENER: '2.07', QUOTE: 'NO_ROUTE' }));
    expect(two).toMatchObject({ price: null, width: null });
    expect(refusals(two)).toMatchObject({ JUPITER: 'CONTRADICTED', DEXSCREENER: 'CONTRADICTED' });
    expect(base - two.confidence).toBeGreaterThanOrEqual(0.15);
    expect(verdicts(two)).toEqual(EACH.map(() => 'refused CONTRADICTION'));
    const three = judged(then({ JUPITER: '2', DEXSCREENER: '2.1', QUOTE: '2.2' }));
    expect(three.price).toBeNull();
  });

  it('are the middle one’s price where it lies near both', () => {
    const bridged = judged(then({ JUPITER: '2', DEXSCREENER: '2.04', QUOTE: '2.08' }));
    expect(bridged.price?.toFixed()).toBe('2.04');
    expect(verdictOn(bridged, 'ENTRY')).toBe('refused SOURCES_APART');
    expect(verdictOn(bridged, 'TAKE_PROFIT')).toBe('refused SOURCES_APART');
  });

  it('are not decided by a quote that owes its nearness to the impact it states', () => {
    // Swap v2 measures its impact by Jupiter's own price: without it, the quote always agrees with that.
    const echo = { ...tokenRound(12, { JUPITER: '1.9', DEXSCREENER: '2', QUOTE: '1.9' }) };
    const wide: PriceRound = {
      ...echo,
      observations: echo.observations.map((one) =>
        one.source === 'QUOTE' && one.refused === null ? { ...one, width: dec('0.05') } : one,
      ),
    };
    expect(judged([...honest(12), wide]).price).toBeNull();
    expect(judged([...honest(12), echo]).price?.toFixed()).toBe('1.9');
  });

  it('never stop a position against the quote', () => {
    const above = judged(then({ JUPITER: '1.9', DEXSCREENER: '1.9', QUOTE: '2' }));
    expect(verdictOn(above, 'STOP_LOSS')).toBe('refused QUOTE_ABOVE');
    const below = judged(then({ JUPITER: '1.9', DEXSCREENER: '1.9', QUOTE: '1.8' }));
    expect(verdictOn(below, 'STOP_LOSS')).toBe('allowed SOURCES_APART');
  });
});

describe('what forbids entries besides', () => {
  it('is USDC more than 1 % off its dollar, and no exit', () => {
    const at = (usdc: string | null) => judged(honest(12), { usdcPrice: usdc ? dec(usdc) : null });
    expect(verdictOn(at('0.9899'), 'ENTRY')).toBe('refused USDC_OFF');
    expect(verdictOn(at('1.0101'), 'ENTRY')).toBe('refused USDC_OFF');
    expect(verdictOn(at('0.99'), 'ENTRY')).toBe('allowed');
    expect(verdictOn(at(null), 'ENTRY')).toBe('allowed');
    expect(verdictOn(at('0.5'), 'STOP_LOSS')).toBe('allowed');
  });

  it('is a risk of the token itself, told in words', () => {
    const price = judged(honest(12), { risks: ['TOKEN_2022', 'SUSPICIOUS'] });
    expect(verdicts(price)).toEqual(['allowed', 'refused TOKEN_RISK', 'allowed', 'allowed']);
    const reason = price.verdicts[1]?.reason;
    expect(reason).toMatch(/Token-2022/);
    expect(reason).toMatch(/suspicious/);
  });
});

it('takes a clock a little ahead of ours, and not one that is off by six rounds', () => {
  const ahead = (seconds: number) => new Date(roundAt(11).getTime() - seconds * 1_000);
  expect(verdictOn(judged(honest(12), { now: ahead(5) }), 'ENTRY')).toBe('allowed');
  expect(judged(honest(12), { now: ahead(61) }).price).toBeNull();
});

it('judges an order by a quote of its own size, as one more round', () => {
  const rounds = honest(12).map((round) => ({
    ...round,
    observations: round.observations.filter((one) => one.source !== 'QUOTE'),
  }));
  expect(verdictOn(judged(rounds), 'ENTRY')).toBe('refused MISSING_VOICE');
  const own = { ...tokenRound(11, { QUOTE: '2' }), at: new Date(roundAt(11).getTime() + 900) };
  expect(verdictOn(judged([...rounds, own]), 'ENTRY')).toBe('allowed');
});

it('knows no price of a mint that was never asked for', () => {
  const price = judged([], { now: roundAt(0), roundMs: ROUND_MS });
  expect(price).toMatchObject({ price: null, confidence: 0, sources: [], lastAccepted: null });
  expect(price.asOf).toEqual(roundAt(0));
});
