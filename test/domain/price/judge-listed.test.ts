import { describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import { listedOf } from '../../../server/domain/instrument/listed-symbol.ts';
import type { OptionQuote } from '../../../server/domain/market/quote.ts';
import { judgeListed } from '../../../server/domain/price/judge-listed.ts';
import type { JudgedQuote, ToldQuote } from '../../../server/domain/price/judged-quote.ts';
import { CALL, ELEVEN, optionQuote } from '../../support/fakes/option-market.ts';
import { BONK } from '../../support/values/price-rounds.ts';

type Side = readonly [bid: string, ask: string, some?: Partial<OptionQuote>];
const told = (source: ToldQuote['source'], side: Side | null): ToldQuote => ({
  ...{ source, isVenue: source === 'TRADIER', unasked: null },
  quote: side && { ...optionQuote(side[0], side[1]), ...side[2] },
});
const judge = (venue: Side | null, orats: Side | null): JudgedQuote =>
  judgeListed(CALL, [told('TRADIER', venue), told('ORATS', orats)], ELEVEN);
const outcome = ({ price, sources, verdicts }: JudgedQuote) => [
  price?.toFixed() ?? null,
  sources.map(({ refused }) => refused),
  verdicts[1]?.code,
];
const part = (judged: JudgedQuote, name: string) =>
  judged.parts.find((each) => each.name === name)?.score;

describe('quotes of an option side by side', () => {
  it('agree within 1 %, and within their own spreads', () => {
    expect(outcome(judge(['4.00', '4.04'], ['4.02', '4.06']))).toEqual([
      '4.02',
      [null, null],
      null,
    ]);
    // A tick of a cheap option is many percent.
    expect(outcome(judge(['0.05', '0.10'], ['0.05', '0.09']))).toEqual([
      '0.075',
      [null, null],
      null,
    ]);
  });

  it('are degraded up to 3 %, or while their spreads overlap', () => {
    expect(outcome(judge(['4.00', '4.04'], ['4.10', '4.14']))).toEqual([
      ...['4.02', [null, null]],
      'DEGRADED',
    ]);
    expect(outcome(judge(['1.00', '1.20'], ['1.18', '1.40']))).toEqual([
      ...['1.1', [null, null]],
      'DEGRADED',
    ]);
  });

  it('are no price where they contradict each other: never a mean, never the first', () => {
    const judged = judge(['4.00', '4.04'], ['4.20', '4.24']);
    expect(outcome(judged)).toEqual([null, ['CONTRADICTED', 'CONTRADICTED'], 'CONTRADICTION']);
    expect(judged.verdicts.some(({ allowed }) => allowed)).toBe(false);
    expect(judged.verdicts[0]?.reason).toContain('5.0 % apart');
    expect(judged.confidence).toBeLessThan(judge(['4.00', '4.04'], null).confidence - 0.15);
  });

  it('are compared where both are of 15 minutes ago', () => {
    const late = { delayed: true };
    const judged = judge(['4.00', '4.04', late], ['4.20', '4.24', late]);
    expect(outcome(judged)).toEqual([null, ['CONTRADICTED', 'CONTRADICTED'], 'CONTRADICTION']);
  });

  it('cost confidence where one is missing, wide, late, or far from the last trade', () => {
    const best = judge(['4.00', '4.04', { last: dec('4.01') }], ['4.00', '4.04']).confidence;
    const worse = [
      judge(['4.00', '4.04', { last: dec('4.01') }], null),
      judge(['3.00', '5.00', { last: dec('4.01') }], ['4.00', '4.04']),
      judge(['4.00', '4.04', { last: dec('4.01'), delayed: true }], null),
      judge(['4.00', '4.04', { last: dec('2') }], ['4.00', '4.04']),
    ];
    expect(best).toBe(1);
    for (const { confidence } of worse) expect(confidence).toBeLessThan(best - 0.05);
    expect(part(worse[2]!, 'freshness')).toBe(0.5);
  });

  it('contradict themselves where a call is dearer than its share', () => {
    const judged = judge(['4.00', '4.04', { underlyingPrice: dec('3') }], ['4.00', '4.04']);
    expect(outcome(judged)).toEqual(['4.02', ['CONTRADICTS_ITSELF', null], 'VENUE_QUOTE']);
  });
});

describe('a symbol of an exchange', () => {
  it.each(['SPY', ' SPY ', 'BRK.B', CALL.symbol])('is %s', (text) => {
    expect(listedOf(text)?.symbol.length).toBeGreaterThan(0);
  });

  it.each(['', 'spy', 'TOOLONG', 'A1', BONK, BONK.slice(0, 5), 'SPY; DROP'])(
    'is not %j',
    (text) => {
      expect(listedOf(text)).toBeNull();
    },
  );
});
