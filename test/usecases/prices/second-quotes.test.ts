import { beforeEach, describe, expect, it } from 'vitest';
import { MarketDataUnavailable } from '../../../server/ports/market-data.ts';
import { SecondQuotes } from '../../../server/usecases/prices/second-quotes.ts';
import { FakeClock } from '../../support/fakes/fake-clock.ts';
import { CALL, optionQuote } from '../../support/fakes/option-market.ts';

describe('a source beside the venue', () => {
  let clock: FakeClock;
  let seconds: SecondQuotes;
  let asked: string[][];
  let silent: boolean;
  beforeEach(() => {
    clock = new FakeClock();
    seconds = new SecondQuotes(clock);
    asked = [];
    silent = false;
  });
  const source = {
    quotes: async (symbols: readonly string[]) => {
      asked.push([...symbols]);
      if (silent) throw new MarketDataUnavailable('ORATS: no answer');
      return new Map([[CALL.symbol, optionQuote('4.00', '4.04', clock.now())]]);
    },
  };
  const of = (symbols: readonly string[], username = 'ada') =>
    seconds.of(source, symbols, { username, venue: 'TRADIER_LIVE' });

  it('is asked anew once its answer is 15 seconds old, and for nothing that it just told', async () => {
    await of([CALL.symbol]);
    clock.advance(14_000);
    const told = await of([CALL.symbol, 'SPY', 'SPY']);
    expect(asked).toEqual([[CALL.symbol], ['SPY']]);
    expect(told.get(CALL.symbol)?.quote?.bid?.toFixed()).toBe('4');
    expect(told.get('SPY')).toEqual({ quote: null, unasked: null });
    clock.advance(1_000);
    await of([CALL.symbol]);
    expect(asked).toHaveLength(3);
  });

  it('is asked by a user ten times in ten minutes, whoever else asks', async () => {
    for (let n = 0; n < 12; n += 1) await of([`A${n}`]);
    expect(asked).toHaveLength(10);
    expect((await of(['B'])).get('B')).toEqual({ quote: null, unasked: 'PUT_OFF' });
    expect((await of(['B'], 'bob')).get('B')?.unasked).toBeNull();
    clock.advance(10 * 60_000);
    expect((await of(['B'])).get('B')?.unasked).toBeNull();
  });

  it('that does not answer is silent, and not asked again at once', async () => {
    silent = true;
    expect((await of(['SPY'])).get('SPY')).toEqual({ quote: null, unasked: 'SILENT' });
    await of(['SPY']);
    expect(asked).toHaveLength(1);
  });

  it('tells nobody what another user was told', async () => {
    await of([CALL.symbol]);
    await of([CALL.symbol], 'bob');
    expect(asked).toHaveLength(2);
  });
});
