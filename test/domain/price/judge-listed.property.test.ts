import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import type { Quote } from '../../../server/domain/market/quote.ts';
import { untrustedReason } from '../../../server/domain/market/mark-rules.ts';
import { judgeListed } from '../../../server/domain/price/judge-listed.ts';
import type { ToldQuote } from '../../../server/domain/price/judged-quote.ts';
import { CALL, ELEVEN, optionQuote } from '../../support/fakes/option-market.ts';

const cents = fc.integer({ min: 0, max: 600 }).map((n) => (n / 100).toFixed(2));
const quote: fc.Arbitrary<Quote> = fc
  .record({
    bid: cents,
    ask: cents,
    delayed: fc.boolean(),
    age: fc.constantFrom(0, 5, 59, 61, 1_700, 2_000),
    symbol: fc.constantFrom(CALL.symbol, CALL.symbol, CALL.symbol, 'SPY260327P00560000'),
  })
  .map(({ bid, ask, delayed, age, symbol }) => {
    const at = new Date(ELEVEN.getTime() - age * 1_000);
    return { ...optionQuote(bid, ask, at, symbol), delayed };
  });
const word = (source: ToldQuote['source']): fc.Arbitrary<ToldQuote> =>
  fc.tuple(fc.option(quote), fc.constantFrom('SILENT', 'PUT_OFF', null)).map(([told, unasked]) => ({
    ...{ source, isVenue: source === 'TRADIER', quote: told },
    unasked: told ? null : unasked,
  }));
const both = fc.tuple(word('TRADIER'), word('ORATS'));
const judge = (told: readonly ToldQuote[]) => judgeListed(CALL, told, ELEVEN);

describe('a judged quote', () => {
  it('is the same in whatever order its sources are heard', () => {
    fc.assert(
      fc.property(both, ([one, other]) => {
        const [a, b] = [judge([one, other]), judge([other, one])];
        expect({ ...b, sources: [...b.sources].reverse() }).toEqual(a);
      }),
      { numRuns: 500 },
    );
  });

  it('is the mid of a quote that counts, and never a mean of two', () => {
    fc.assert(
      fc.property(both, (told) => {
        const { price, sources, confidence } = judge(told);
        const counted = sources.filter(({ accepted }) => accepted);
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
        if (price === null) expect(counted).toEqual([]);
        else expect(counted.map((each) => each.price?.toFixed())).toContain(price.toFixed());
      }),
    );
  });

  it('never counts what could neither fill nor trigger anything', () => {
    fc.assert(
      fc.property(both, (told) => {
        for (const source of judge(told).sources) {
          const of = told.find((each) => each.source === source.source)?.quote ?? null;
          const bad = !of || of.symbol !== CALL.symbol || untrustedReason(of, ELEVEN) !== null;
          if (bad) expect([source.accepted, source.reason]).toEqual([false, expect.any(String)]);
        }
      }),
    );
  });

  it('of another instant is no vote: a late source changes nothing beside one of now', () => {
    const fine = fc
      .integer({ min: 100, max: 500 })
      .map((n) => optionQuote(`${n / 100}`, `${(n + 4) / 100}`));
    fc.assert(
      fc.property(fine, fine, (now, before) => {
        const venue = { source: 'TRADIER', isVenue: true, unasked: null } as const;
        const orats = { source: 'ORATS', isVenue: false, unasked: null, quote: now } as const;
        const judged = judge([{ ...venue, quote: { ...before, delayed: true } }, orats]);
        expect(judged.price?.toFixed()).toBe(now.bid!.plus(dec('0.02')).toFixed());
        expect(judged.sources.map(({ refused }) => refused)).toEqual(['LATE', null]);
        expect(judged.verdicts.map(({ allowed, code }) => [allowed, code])).toEqual(
          Array(4).fill([true, 'VENUE_LATE']),
        );
      }),
    );
  });

  it('allows no trade where the venue’s own quote is no good, or two of one instant contradict each other', () => {
    fc.assert(
      fc.property(both, (told) => {
        const { price, sources, verdicts } = judge(told);
        const venue = sources.find(({ source }) => source === 'TRADIER');
        const usable = venue?.accepted === true || venue?.refused === 'LATE';
        const allowed = verdicts.filter((each) => each.allowed).map(({ action }) => action);
        const trades = ['ENTRY', 'TAKE_PROFIT', 'STOP_LOSS'];
        expect(allowed).toEqual(
          price === null ? [] : usable ? ['VALUATION', ...trades] : ['VALUATION'],
        );
        for (const each of verdicts) if (!each.allowed) expect(each.reason).not.toBeNull();
      }),
    );
  });
});
