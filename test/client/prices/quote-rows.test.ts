import { describe, expect, it } from 'vitest';
import { judgedSymbols, quoteRow } from '../../../client/prices/quote-rows.ts';

type Judged = Parameters<typeof quoteRow>[0];
type Source = Judged['sources'][number];

const source = (name: string, price: string | null, reason: string | null = null): Source => ({
  ...{ source: name, bid: price, ask: price, price, receivedAt: '2026-03-10T15:00:00Z' },
  ...{ accepted: reason === null, reason },
});
const judged = (sources: Source[], price: string | null, entry: string | null = null): Judged => ({
  ...{ token: 'SPY260327C00560000', price, confidence: 0.9, asOf: '2026-03-10T15:00:00Z', sources },
  verdicts: [{ action: 'ENTRY', allowed: price !== null, reason: entry }],
});

describe('a quote beside another', () => {
  it('says how far ORATS lies from the venue, and that they agree', () => {
    const row = quoteRow(judged([source('TRADIER', '2'), source('ORATS', '2.02')], '2'));
    expect([row.apartPct?.toFixed(1), row.state, row.words]).toEqual(['1.0', 'agree', 'agree']);
  });

  it('says why a late one is no vote, or why there is no price', () => {
    const late = quoteRow(
      judged([source('TRADIER', '3', 'It is late.'), source('ORATS', '2')], '2', 'It fills late.'),
    );
    expect([late.state, late.words]).toEqual(['counts', 'It fills late.']);
    const none = quoteRow(judged([source('TRADIER', '3', 'It is crossed.')], null));
    expect([none.state, none.words, none.apartPct]).toEqual(['refused', 'It is crossed.', null]);
  });

  it('that nothing is compared with does not agree', () => {
    const row = quoteRow(judged([source('SIMULATED', '2')], '2'));
    expect([row.state, row.words]).toEqual(['counts', 'one source, none to compare']);
  });

  it('is asked for each option and share once, ten at most, and for no token', () => {
    const trades = Array.from({ length: 14 }, (_, n) => ({
      ...{ assetClass: n === 0 ? ('TOKEN' as const) : ('OPTION' as const) },
      symbol: `O${Math.max(2, n)}`,
    }));
    const { symbols, left } = judgedSymbols(trades);
    expect([symbols.length, symbols[0], left]).toEqual([10, 'O2', 2]);
  });
});
