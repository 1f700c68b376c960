import { describe, expect, it } from 'vitest';
import type { BacktestInput } from '../../../server/domain/backtest/backtest-input.ts';
import type { QuoteText } from '../../support/values/quotes-builder.ts';
import type { StrategyDesk, StrategyEntry } from '../../../server/domain/strategy/strategy.ts';
import { barsOf, kindOf, quotesOf, ran, TEN } from '../../support/values/backtests.ts';

type Touch = readonly [bid: string | null, ask: string | null];

const MINUTE = 60_000;

function quotesAt(touches: readonly Touch[], more: Partial<QuoteText> = {}): QuoteText[] {
  return touches.map(([bid, ask], n) => ({
    symbol: 'SPY',
    at: TEN + n * MINUTE,
    bid,
    ask,
    ...more,
  }));
}

/** A strategy that acts once, at the first quote. */
function first(act: (desk: StrategyDesk) => void) {
  return kindOf(() => {
    let isFirst = true;
    return {
      onQuote: (_, desk) => {
        if (isFirst) act(desk);
        isFirst = false;
      },
    };
  });
}

function entered(
  entry: Partial<StrategyEntry>,
  quotes: readonly QuoteText[],
  input: Partial<BacktestInput> = {},
) {
  const definition = first((desk) =>
    desk.enter({ symbol: 'SPY', side: 'BUY', quantity: '1', ...entry }),
  );
  return ran(definition, { quotes: quotesOf(quotes) }, { interval: null, ...input });
}

const paid = (report: ReturnType<typeof ran>) => report.openPositions[0]?.costBasis ?? null;

describe('an order that meets quotes', () => {
  it.each([
    ['TOUCH', '10.4'],
    ['CROSS', '10.4'],
    ['INSTANT', '10.4'],
    ['MID', '10.2'],
    ['ORATS', '10.3'],
  ] as const)(
    'at the market fills under %s at once on the quote that stands, at %s',
    (fillModel, price) => {
      expect(paid(entered({}, quotesAt([['10', '10.4']]), { fillModel }))).toBe(price);
    },
  );

  it('fills under CALIBRATED by the fit that the run was given, and never without one', () => {
    const input = { fillModel: 'CALIBRATED', fillFit: { buys: 62, sells: 40 } } as const;
    const quotes = quotesAt([
      ['10', '10.4'],
      ['10', '10.3'],
    ]);
    expect(paid(entered({}, quotes, input))).toBe('10.248');
    const limited = { orderType: 'LIMIT', limitPrice: '10.2' } as const;
    expect(paid(entered(limited, quotes, input))).toBe('10.186');
    expect(paid(entered({}, quotes, { fillModel: 'CALIBRATED' }))).toBeNull();
    const { hash } = entered({}, quotes, input);
    expect(entered({}, quotes, input).hash).toBe(hash);
    const other = { ...input, fillFit: { buys: 62, sells: 41 } };
    expect(entered({}, quotes, other).hash).not.toBe(hash);
  });

  it.each([
    ['TOUCH', '10.1'],
    ['CROSS', '10.05'],
    ['MID', '10.2'],
    ['INSTANT', '10.2'],
  ] as const)('with a limit of 10.20 fills under %s at %s', (fillModel, price) => {
    const quotes = quotesAt([
      ['10.1', '10.4'],
      ['10.1', '10.3'],
      ['10', '10.1'],
      ['10', '10.05'],
    ]);
    const limited = { orderType: 'LIMIT', limitPrice: '10.2' } as const;
    const crossed = { orderType: 'LIMIT', limitPrice: '10.1' } as const;
    const entry = fillModel === 'CROSS' ? crossed : limited;
    expect(paid(entered(entry, quotes, { fillModel }))).toBe(price);
  });

  it('asked for at a bar’s end meets the quote of that instant, and no bar', () => {
    const definition = kindOf(() => ({
      onBar: ({ symbol }, desk) => desk.enter({ symbol, side: 'BUY', quantity: '1' }),
    }));
    const bars = [barsOf([[50, 50, 50, 50]])];
    const quotes = quotesOf(
      quotesAt([
        ['10', '10.4'],
        ['11', '11.4'],
      ]),
    );
    const report = ran(definition, { bars, quotes });
    expect(paid(report)).toBe('11.4');
    expect(report.openPositions[0]!.price).toBe('50');
  });

  it.each([
    ['without a bid', [null, '10']],
    ['whose ask is a placeholder', ['1', '10.01']],
  ] as const)('does nothing on a quote %s', (_, touch) => {
    expect(paid(entered({}, quotesAt([touch])))).toBeNull();
    expect(paid(entered({}, quotesAt([touch, ['10', '10.4']])))).toBe('10.4');
  });

  it('takes no more than the size at the touch, and any where none is told', () => {
    const sized = quotesAt(
      [
        ['10', '10.4'],
        ['10', '10.5'],
        ['10', '10.6'],
      ],
      { bidSize: 1, askSize: 4 },
    );
    const some = entered({ quantity: '10' }, sized);
    expect(some.openPositions[0]).toMatchObject({ quantity: '10', costBasis: '104.8' });
    const { openPositions } = entered({ quantity: '10' }, sized.slice(0, 2));
    expect(openPositions[0]!.quantity).toBe('8');
    expect(paid(entered({ quantity: '10' }, quotesAt([['10', '10.4']])))).toBe('104');
  });

  it('ends by its bracket: the stop first, a trail behind the best bid', () => {
    const bracket = { stopLoss: 9, takeProfit: 12 };
    const stopped = entered(
      { bracket },
      quotesAt([
        ['10', '10.4'],
        ['9', '9.2'],
      ]),
    ).trades[0];
    expect(stopped).toMatchObject({ closeReason: 'SL_HIT', exitPrice: '9', exitAt: TEN + MINUTE });
    const won = entered(
      { bracket },
      quotesAt([
        ['10', '10.4'],
        ['12.1', '12.3'],
      ]),
    ).trades[0];
    expect(won).toMatchObject({ closeReason: 'TP_HIT', exitPrice: '12.1' });
    const trail = { bracket: { trailingPct: 10 } };
    const ways = quotesAt([
      ['10', '10'],
      ['20', '20.1'],
      ['18.01', '18.1'],
      ['17.9', '18'],
    ]);
    expect(entered(trail, ways).trades[0]).toMatchObject({
      closeReason: 'SL_HIT',
      exitPrice: '17.9',
    });
  });

  it('closes at the bid, and cancels what waits', () => {
    const closes = kindOf(() => {
      let n = 0;
      return {
        onQuote: ({ symbol }, desk) => {
          n += 1;
          if (n === 1) desk.enter({ symbol, side: 'BUY', quantity: '1' });
          if (n === 2) desk.exit(symbol);
          if (n === 2)
            desk.enter({ symbol, side: 'BUY', quantity: '1', orderType: 'LIMIT', limitPrice: 1 });
          if (n === 3) desk.cancel(symbol);
        },
      };
    });
    const quotes = quotesOf(
      quotesAt([
        ['10', '10.4'],
        ['11', '11.4'],
        ['11', '11.4'],
        ['0.9', '1'],
      ]),
    );
    const { trades, openPositions, warnings } = ran(closes, { quotes }, { interval: null });
    expect(trades).toMatchObject([{ exitPrice: '11', closeReason: 'MANUAL_CLOSE' }]);
    expect(openPositions).toEqual([]);
    expect(warnings.join()).not.toContain('never filled');
  });
});

describe('the desk of a run', () => {
  it('answers with the chain as it stands, in the order of symbols, and nothing unknown', () => {
    const chain: unknown[] = [];
    const looks = kindOf(() => ({
      onBar: (_, desk) => void chain.push(desk.chain('SPY'), desk.quote('QQQ')),
    }));
    const contract = { at: TEN, bid: '2', ask: '2.1' };
    const quotes = quotesOf([
      { ...contract, symbol: 'SPY240315P00500000', delta: -0.5, iv: 0.2 },
      { ...contract, symbol: 'SPY240315C00500000', underlyingPrice: 500 },
      { ...contract, symbol: 'SPY240308C00500000' },
      { ...contract, symbol: 'SPY240322C00500000', at: TEN + 10 * MINUTE },
    ]);
    ran(looks, { bars: [barsOf([[500, 500, 500, 500]])], quotes });
    const known = {
      at: new Date(TEN),
      bid: 2,
      ask: 2.1,
      iv: null,
      delta: null,
      underlyingPrice: null,
    };
    expect(chain).toEqual([
      [
        { ...known, symbol: 'SPY240315C00500000', underlyingPrice: 500 },
        { ...known, symbol: 'SPY240315P00500000', delta: -0.5, iv: 0.2 },
      ],
      null,
    ]);
  });

  it.each([
    ['a symbol that the data lacks', { symbol: 'QQQ' }],
    ['half a share', { quantity: '0.5' }],
    ['a stop order', { orderType: 'STOP' }],
    ['a limit without a price', { orderType: 'LIMIT' }],
    ['a side that closes', { side: 'SELL_TO_CLOSE' }],
    ['a price of nothing', { bracket: { stopLoss: 0 } }],
    ['a trail of all', { bracket: { trailingPct: 100 } }],
  ] as const)('refuses %s, with a warning', (_, entry) => {
    const report = entered(entry, quotesAt([['10', '10.4']]));
    expect(report.warnings.filter((text) => text.includes('is refused'))).toHaveLength(1);
    expect(report.openPositions).toEqual([]);
  });
});
