import type { BarColumns } from '../../../server/domain/bars/bar-columns.ts';
import { exactText } from '../../../server/domain/backtest/exact.ts';

/** Decimal places of money, as many as this run needs: prices in cents, a fee in mills. */
const DIGITS = 4;
const UNIT = 100;

export interface LoopResult {
  readonly trades: number;
  readonly endEquity: string;
  readonly maxDrawdown: string;
}

interface LoopTrade {
  readonly entryAt: number;
  readonly entryPrice: string;
  readonly exitAt: number;
  readonly exitPrice: string;
  readonly netPnl: string;
}

/** A strategy written for one purpose: two running sums over a typed column. */
class Cross {
  #fast = 0;
  #slow = 0;
  #before = Number.NaN;

  constructor(
    private readonly close: Float64Array,
    private readonly fast: number,
    private readonly slow: number,
  ) {}

  /** The signal at a bar: 1 buys if flat, -1 sells if held. */
  at(i: number): number {
    const { close, fast, slow } = this;
    this.#fast += close[i]! - (i >= fast ? close[i - fast]! : 0);
    this.#slow += close[i]! - (i >= slow ? close[i - slow]! : 0);
    if (i + 1 < slow) return 0;
    const now = this.#fast * slow - this.#slow * fast;
    const before = this.#before;
    this.#before = now;
    if (now > 0 && before <= 0) return 1;
    return now < 0 && before >= 0 ? -1 : 0;
  }
}

/** A broker written for one purpose: one share, fills at the next open, exact money in doubles that hold it. */
class Broker {
  cash: number;
  held = 0;
  waits = 0;
  peak: number;
  draw = 0;
  lowest: number;
  readonly trades: LoopTrade[] = [];
  readonly curve: { at: number; equity: number }[] = [];
  #entryAt = 0;
  #entryPrice = 0;

  constructor(
    cash: number,
    private readonly fee: number,
  ) {
    this.cash = cash;
    this.peak = cash;
    this.lowest = cash;
  }

  open(at: number, price: number): void {
    this.cash -= this.waits * price * UNIT + this.fee;
    if (this.waits > 0) {
      [this.#entryAt, this.#entryPrice] = [at, price];
    } else {
      const net = (price - this.#entryPrice) * UNIT - 2 * this.fee;
      this.trades.push({
        entryAt: this.#entryAt,
        entryPrice: exactText(BigInt(this.#entryPrice), 2),
        exitAt: at,
        exitPrice: exactText(BigInt(price), 2),
        netPnl: exactText(BigInt(net), DIGITS),
      });
    }
    this.held += this.waits;
    this.waits = 0;
  }

  end(at: number, close: number, isPoint: boolean): void {
    const equity = this.cash + this.held * close * UNIT;
    if (equity > this.peak) this.peak = equity;
    else if (this.peak - equity > this.draw) this.draw = this.peak - equity;
    if (equity < this.lowest) this.lowest = equity;
    if (isPoint) this.curve.push({ at, equity });
  }
}

/** The bench's run as a loop written for it alone: the speed that a general engine is compared with. */
export function typedLoop({ at, open, close }: BarColumns, fast: number, slow: number): LoopResult {
  const strategy = new Cross(close, fast, slow);
  const broker = new Broker(100_000 * 10 ** DIGITS, 50);
  const every = Math.ceil(at.length / 1_990);
  for (let i = 0; i < at.length; i += 1) {
    if (broker.waits !== 0) broker.open(at[i]!, open[i]!);
    broker.end(at[i]! + 60_000, close[i]!, i % every === 0);
    const signal = strategy.at(i);
    if (signal > 0 && broker.held === 0) broker.waits = 1;
    else if (signal < 0 && broker.held > 0) broker.waits = -1;
  }
  const equity = broker.cash + broker.held * close.at(-1)! * UNIT;
  return {
    trades: broker.trades.length,
    endEquity: exactText(BigInt(equity), DIGITS),
    maxDrawdown: exactText(BigInt(broker.draw), DIGITS),
  };
}
