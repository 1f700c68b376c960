import { expect, it } from 'vitest';
import { LiveDesk } from '../../server/adapters/strategy-host/live/live-desk.ts';
import { newReads } from '../../server/adapters/strategy-host/live/new-reads.ts';
import { fillParameters } from '../../server/domain/strategy/parameters.ts';
import type { DeskReads } from '../../server/domain/strategy/strategy-run.ts';
import type { StrategyPosition, StrategyQuote } from '../../server/domain/strategy/strategy.ts';
import { SHIPPED } from '../../server/strategies/index.ts';

const START = Date.parse('2024-03-12T13:30:00Z');
const MINUTE = 60_000;
const CALL = 'SPY240328C00500000';
const OTHER = 'SPY240328C00510000';

/** A kind that runs in a book; each bar returns what the kind asks for. */
class AtWork {
  readonly #desk: LiveDesk;
  readonly #instance;
  #bars = 0;

  constructor(
    kind: string,
    given: object,
    private readonly symbol = 'SPY',
    seed = 7,
  ) {
    this.#desk = new LiveDesk(seed);
    const definition = SHIPPED[kind]!;
    this.#instance = definition.create(fillParameters(definition.parameters, given) as never);
  }

  /** Gives the kind a bar; `known` is null for a missed one. */
  bar(close: number, known: Partial<DeskReads> | null): readonly string[] {
    const at = new Date(START + this.#bars * MINUTE);
    this.#bars += 1;
    const bar = { symbol: this.symbol, at, open: close, high: close, low: close, close, volume: 1 };
    this.#desk.see(bar);
    const reads = known && { ...newReads(), cash: '100000', ...known };
    this.#desk.begin(new Date(at.getTime() + MINUTE), reads);
    this.#instance.onBar!(bar, this.#desk);
    return this.#desk
      .end()
      .asked.map((ask) =>
        ask.action === 'ENTER' ? `ENTER ${ask.entry.symbol}` : `${ask.action} ${ask.symbol}`,
      );
  }

  chain(symbol: string): Partial<DeskReads> {
    const at = new Date(START + this.#bars * MINUTE);
    const greeks = { iv: 0.2, delta: 0.4, underlyingPrice: 500 };
    const quote: StrategyQuote = { symbol, at, bid: 10, ask: 10.1, ...greeks };
    return { chains: { SPY: [quote] } };
  }
}

const held = (symbol: string, averagePrice = 10): Partial<DeskReads> => {
  const position: StrategyPosition = { quantity: '1', averagePrice };
  return { positions: { [symbol]: position } };
};

it('option-momentum closes its contract in time, though a bar was missed meanwhile', () => {
  const given = { lookback: 1, movePct: '1', hold: 4, minDays: 1, maxDays: 30 };
  const kind = new AtWork('option-momentum', given);
  kind.bar(100, {});
  expect(kind.bar(102, kind.chain(CALL))).toEqual([`ENTER ${CALL}`]);
  kind.bar(102, held(CALL));
  kind.bar(102, held(CALL));
  expect(kind.bar(104, null)).toEqual([]);
  // By now another contract would be nearer to the money.
  const meanwhile = kind.bar(107, { ...kind.chain(OTHER), ...held(CALL) });
  expect(meanwhile).toEqual([]);
  expect(kind.bar(107, held(CALL))).toEqual([`EXIT ${CALL}`]);
});

it('option-momentum trades another contract once the first has ended', () => {
  const given = { lookback: 1, movePct: '1', hold: 4, minDays: 1, maxDays: 30 };
  const kind = new AtWork('option-momentum', given);
  kind.bar(100, {});
  kind.bar(102, kind.chain(CALL));
  kind.bar(102, held(CALL));
  expect(kind.bar(105, kind.chain(OTHER))).toEqual([`ENTER ${OTHER}`]);
});

const TOKEN = { lookback: 1, movePct: '5', hold: 4, stopLossPct: '50', takeProfitPct: '100' };

it('token-momentum counts on over a bar that was missed, and sells in time', () => {
  const kind = new AtWork('token-momentum', TOKEN);
  kind.bar(10, {});
  expect(kind.bar(11, {})).toEqual(['ENTER SPY']);
  kind.bar(11, held('SPY', 11));
  kind.bar(11, held('SPY', 11));
  // At a missed bar the kind reads nothing, by which it would enter.
  kind.bar(12, null);
  expect(kind.bar(12, held('SPY', 11))).toEqual(['EXIT SPY']);
});

it('token-momentum counts anew for another trade', () => {
  const kind = new AtWork('token-momentum', TOKEN);
  kind.bar(10, {});
  kind.bar(11, {});
  for (let n = 0; n < 3; n += 1) kind.bar(11, held('SPY', 11));
  expect(kind.bar(12, {})).toEqual(['ENTER SPY']);
  for (let n = 0; n < 3; n += 1) expect(kind.bar(12, held('SPY', 12))).toEqual([]);
  expect(kind.bar(12, held('SPY', 12))).toEqual(['EXIT SPY']);
  // The trade was closed, and the price is the same once more.
  kind.bar(11, {});
  expect(kind.bar(12, {})).toEqual(['ENTER SPY']);
  for (let n = 0; n < 3; n += 1) expect(kind.bar(12, held('SPY', 12))).toEqual([]);
});

it('sma-cross sells after a cross below that fell on a bar that was missed, once', () => {
  const kind = new AtWork('sma-cross', { fast: 1, slow: 2 });
  for (const close of [10, 10]) kind.bar(close, {});
  expect(kind.bar(11, {})).toEqual(['ENTER SPY']);
  expect(kind.bar(12, held('SPY'))).toEqual([]);
  expect(kind.bar(11, null)).toEqual([]);
  expect(kind.bar(10, held('SPY'))).toEqual(['EXIT SPY']);
  expect(kind.bar(9, held('SPY'))).toEqual([]);
});

it.each([
  ['rsi-reversion', { period: 2, minDays: 1, maxDays: 30, stopLossPct: 0 }],
  ['put-premium', { rankDays: 2, minRank: 0, minDays: 1, maxDays: 30 }],
  ['opening-range-breakout', { minutes: 1, maxDays: 30 }],
])('%s asks for no contract at a bar that was missed', (name, given) => {
  const kind = new AtWork(name, given);
  const closes = [500, 501, 502, 503, 480, 470, 510, 530];
  for (const close of closes) expect(kind.bar(close, null)).toEqual([]);
});

it('buy-and-hold enters at the first bar that is not missed, once', () => {
  const kind = new AtWork('buy-and-hold', {});
  expect(kind.bar(10, null)).toEqual([]);
  expect(kind.bar(10, {})).toEqual(['ENTER SPY']);
  expect(kind.bar(10, null)).toEqual([]);
  expect(kind.bar(10, {})).toEqual([]);
});

it('coin-flip sells as soon as it can what was to be sold at a bar that was missed', () => {
  // With this seed each flip buys.
  const kind = new AtWork('coin-flip', { every: 4, hold: 2 }, 'SPY', 10);
  for (let n = 1; n < 4; n += 1) expect(kind.bar(10, {})).toEqual([]);
  expect(kind.bar(10, {})).toEqual(['ENTER SPY']);
  expect(kind.bar(10, held('SPY'))).toEqual([]);
  expect([6, 7, 8].map(() => kind.bar(10, null))).toEqual([[], [], ['ENTER SPY']]);
  expect(kind.bar(10, held('SPY'))).toEqual(['EXIT SPY']);
  for (let n = 10; n < 12; n += 1) expect(kind.bar(10, {})).toEqual([]);
  expect(kind.bar(10, {})).toEqual(['ENTER SPY']);
});

it('buy-and-hold takes an empty purse for no bar that was missed', () => {
  const kind = new AtWork('buy-and-hold', {});
  expect(kind.bar(10, { cash: '0' })).toEqual(['ENTER SPY']);
  expect(kind.bar(10, { cash: '100000' })).toEqual([]);
});

it('coin-flip holds for its time what it bought with the last of its cash', () => {
  const kind = new AtWork('coin-flip', { every: 1, hold: 3 }, 'SPY', 10);
  expect(kind.bar(10, { cash: '0' })).toEqual(['ENTER SPY']);
  const spent = { ...held('SPY'), cash: '0' };
  for (let n = 0; n < 2; n += 1) expect(kind.bar(10, spent)).toEqual([]);
  expect(kind.bar(10, spent)).toEqual(['EXIT SPY']);
});
