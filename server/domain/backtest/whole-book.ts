import type { ColumnarForm } from '../strategy/definition.ts';
import type { Market } from './market.ts';
import type { Run } from './run.ts';

/** Carries out signals' requests, at the open of the next bar. */
export interface Book {
  /** Whether the book has reached the most that it can hold exactly. */
  readonly isFull: boolean;
  /** Closes the holding if there is one, else enters. */
  ask(end: number, isHeld: boolean): void;
  fill(at: number, open: number): void;
  /** The book that continues, with all that this one holds. */
  handOver(): Book;
}

/** Uses the orders and the account of every run: for any costs and any sums. */
export class WholeBook implements Book {
  readonly isFull = false;

  constructor(
    private readonly run: Run,
    private readonly market: Market,
    private readonly entry: ColumnarForm['entry'],
  ) {}

  ask(end: number, isHeld: boolean): void {
    const { run, market } = this;
    if (isHeld) run.desk.exit(market.symbol);
    else run.desk.enter({ symbol: market.symbol, ...this.entry });
    run.carryOut(end);
  }

  fill(at: number, open: number): void {
    const { run, market } = this;
    market.opened = run.count();
    run.barFills.atOpen(market, { at, open, high: open, low: open });
    run.account.notices = [];
  }

  handOver(): Book {
    return this;
  }
}
