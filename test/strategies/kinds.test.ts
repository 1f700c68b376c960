import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { shippedSource } from '../../server/adapters/strategy-host/kinds/shipped-source.ts';
import { describeKind } from '../../server/adapters/strategy-host/kinds/describe-kind.ts';
import { dec, sum } from '../../server/domain/decimal.ts';
import { fillParameters } from '../../server/domain/strategy/parameters.ts';
import type { StrategyDefinition } from '../../server/domain/strategy/definition.ts';
import { SHIPPED } from '../../server/strategies/index.ts';
import { barsOf, quotesOf, ran, TEN, type Row } from '../support/values/backtests.ts';

const MINUTE = 60_000;
const FOLDER = path.resolve(import.meta.dirname, '../../server/strategies');

const parametersOf = (kind: string, given: object = {}) =>
  fillParameters(SHIPPED[kind]!.parameters, given);

/** A walk of prices in cents, the same for the same seed. */
function walk(count: number, seed: number): Row[] {
  let [state, price] = [seed, 10_000];
  const next = () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
  return Array.from({ length: count }, () => {
    const open = price;
    price = Math.max(100, price + Math.round((next() - 0.5) * 120));
    const cents = [open, Math.max(open, price) + 10, Math.min(open, price) - 10, price];
    return cents.map((each) => (each / 100).toFixed(2));
  });
}

describe('the shipped kinds', () => {
  it('are three yardsticks and at least six more, each with its idea, its parameters and when it fails', () => {
    const kinds = Object.keys(SHIPPED);
    expect(kinds).toEqual(expect.arrayContaining(['buy-and-hold', 'sma-cross', 'coin-flip']));
    expect(kinds.length).toBeGreaterThanOrEqual(9);
    for (const kind of kinds) {
      const { description, parameters } = describeKind(SHIPPED[kind]);
      expect([kind, description]).toEqual([kind, expect.stringMatching(/fails/i)]);
      expect(Object.keys(parameters).length).toBeGreaterThan(0);
    }
  });

  it('have the defaults of the contract', () => {
    expect(parametersOf('buy-and-hold')).toEqual({ quantity: '1', side: 'BUY' });
    expect(parametersOf('sma-cross')).toEqual({ fast: 20, slow: 50, quantity: '1' });
    expect(parametersOf('coin-flip')).toEqual({ every: 10, hold: 5, quantity: '1' });
  });

  it('are digested with all that they import of ours', () => {
    const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' });
    const helpers = files.filter((name) => name.startsWith('helpers/'));
    expect(helpers.length).toBeGreaterThan(3);
    for (const kind of Object.keys(SHIPPED)) {
      const text = shippedSource(FOLDER, kind);
      expect(text.startsWith(readFileSync(path.join(FOLDER, `${kind}.ts`), 'utf8'))).toBe(true);
      for (const name of helpers) {
        const imported = text.includes(`/${path.basename(name)}'`);
        const helper = readFileSync(path.join(FOLDER, name), 'utf8');
        expect([kind, name, text.includes(helper)]).toEqual([kind, name, imported]);
      }
    }
  });
});

describe('a start in the middle', () => {
  const rows = walk(1_200, 7);
  const FIRST = 700;
  const last = (kind: string, from: number, parameters: object) => {
    const bars = [barsOf(rows)];
    const input = { from: TEN + from * MINUTE, parameters: parametersOf(kind, parameters) };
    const { decisions } = ran(SHIPPED[kind]!, { bars }, input);
    return decisions;
  };

  it.each([
    ['sma-cross', { fast: 5, slow: 21 }],
    ['token-momentum', { lookback: 10, movePct: '0.5', hold: 3 }],
    ['token-reversion', { period: 5, width: '0.3', trailingPct: '0.4' }],
  ])(
    '%s decides at its first bars as one from the beginning that is as flat',
    (kind, parameters) => {
      // The holdings by then differ, so only the decisions without a holding are compared.
      const flat: StrategyDefinition = {
        ...SHIPPED[kind]!,
        columnar: undefined,
        create: (p: never) => {
          const instance = SHIPPED[kind]!.create(p);
          return {
            onBar: (bar, desk) => {
              const enters = (symbol: string) => desk.log(`${bar.at.toISOString()} ${symbol}`);
              const seen = {
                ...desk,
                ...{ now: desk.now, position: () => null, random: () => desk.random() },
                ...{ history: (s: string, n: number) => desk.history(s, n), quote: () => null },
                enter: ({ symbol }: { symbol: string }) => enters(symbol),
              };
              instance.onBar?.(bar, seen);
            },
          };
        },
      };
      const signalsFrom = (from: number) => {
        const input = { from: TEN + from * MINUTE, parameters: parametersOf(kind, parameters) };
        return ran(flat, { bars: [barsOf(rows)] }, input).log.map(({ text }) => text);
      };
      const middle = signalsFrom(FIRST);
      const begun = new Date(TEN + FIRST * MINUTE).toISOString();
      const whole = signalsFrom(0).filter((text) => text >= begun);
      expect(middle.length).toBeGreaterThan(3);
      expect(middle).toEqual(whole);
      expect(last(kind, FIRST, parameters).length).toBeGreaterThan(0);
    },
  );
});

describe('sma-cross', () => {
  const CROSS = SHIPPED['sma-cross']!;

  it('buys and closes exactly where averages in decimals cross, and is the same by columns', () => {
    const cents = fc.integer({ min: 1, max: 6 });
    const row = cents.map((each): Row => Array<string>(4).fill((1 + each / 100).toFixed(2)));
    let traded = 0;
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 12, maxLength: 60 }),
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 5 }),
        (rows, fast, slow) => {
          const parameters = { fast, slow, quantity: '1' };
          const data = { bars: [barsOf(rows)] };
          const byBar = ran({ ...CROSS, columnar: undefined }, data, { parameters });
          expect(ran(CROSS, data, { parameters })).toEqual(byBar);
          const closes = rows.map(([, , , close]) => dec(String(close)));
          const average = (end: number, n: number) => sum(closes.slice(end - n, end)).div(n);
          const sign = (end: number) =>
            end < Math.max(fast, slow) ? null : average(end, fast).comparedTo(average(end, slow));
          const wanted: number[] = [];
          let held = false;
          for (let end = 1; end < rows.length; end += 1) {
            const [before, now] = [sign(end - 1), sign(end)];
            if (before === null || now === null) continue;
            const asks = held ? now < 0 && before >= 0 : now > 0 && before <= 0;
            if (!asks) continue;
            wanted.push(end);
            held = !held;
          }
          const all = [...byBar.trades.flatMap(({ entryAt, exitAt }) => [entryAt, exitAt])];
          const open = byBar.openPositions.length;
          expect(all.map((at) => (at - TEN) / MINUTE).sort((a, b) => a - b)).toEqual(
            wanted.slice(0, wanted.length - open),
          );
          traded += byBar.trades.length;
        },
      ),
      { numRuns: 200 },
    );
    expect(traded).toBeGreaterThan(50);
  });
});

describe('coin-flip', () => {
  it('flips at every n-th bar while flat, and closes so many bars later', () => {
    const { trades, openPositions } = ran(
      SHIPPED['coin-flip']!,
      { bars: [barsOf(walk(400, 3))] },
      { parameters: parametersOf('coin-flip', { every: 7, hold: 3 }), seed: 5 },
    );
    const bar = (at: number) => (at - TEN) / MINUTE;
    expect(trades.length + openPositions.length).toBeGreaterThan(10);
    expect(trades.length).toBeLessThan(50);
    // Decided at a bar's end, it fills at the next bar's open.
    for (const { entryAt, exitAt } of trades) {
      expect(bar(entryAt) % 7).toBe(0);
      expect(bar(exitAt) - bar(entryAt)).toBe(3);
    }
  });
});

describe('buy-and-hold', () => {
  it.each(['BUY', 'SELL'])('enters %s at the first bar and holds to the end', (side) => {
    const parameters = parametersOf('buy-and-hold', { side, quantity: '3' });
    const rows = walk(20, 1);
    const { trades, openPositions } = ran(
      SHIPPED['buy-and-hold']!,
      { bars: [barsOf(rows)] },
      { parameters },
    );
    expect(trades).toEqual([]);
    const quantity = side === 'BUY' ? '3' : '-3';
    expect(openPositions).toMatchObject([{ symbol: 'SPY', quantity }]);
  });

  it('enters each symbol once, at its first bar or at its first quote', () => {
    const quotes = quotesOf(
      [1, 2, 3].map((n) => ({ symbol: 'QQQ', at: TEN + n * MINUTE + 500, bid: '9', ask: '9.1' })),
    );
    const late = barsOf(walk(5, 2), { symbol: 'IWM', start: TEN + 4 * MINUTE });
    const { decisions, openPositions } = ran(
      SHIPPED['buy-and-hold']!,
      { bars: [barsOf(walk(20, 1)), late], quotes },
      { parameters: parametersOf('buy-and-hold'), symbols: ['SPY', 'QQQ', 'IWM'] },
    );
    const seconds = ({ at }: { at: number }) => (at - TEN) / 1000;
    expect(decisions.map((each) => [each.asked.split(' ')[1], seconds(each)])).toEqual([
      ['SPY', 60],
      ['QQQ', 60.5],
      ['IWM', 300],
    ]);
    expect(openPositions.map(({ symbol }) => symbol).sort()).toEqual(['IWM', 'QQQ', 'SPY']);
  });
});
