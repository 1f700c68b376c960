import type { ColumnarForm } from '../strategy/definition.ts';
import type { Market } from './market.ts';
import type { Run } from './run.ts';

/** Carries out what signals ask for, at the open of the next bar. */
export interface Book {
  /** It has reached what it can hold exactly. */
  readonly isFull: boolean;
  /** Closes what is held, else enters. */
  ask(end: number, isHeld: boolean): void;
  fill(at: number, open: number): void;
  /** The book that goes on, with all that this one holds. */
  handOver(): Book;
}

/** By the orders and the account of every run: any costs, any sums. */
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
