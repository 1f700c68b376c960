import type { StrategyPosition } from '../../domain/strategy/strategy.ts';

interface Held {
  price: number;
  bars: number;
  /** Nothing was told of it at the bar before. */
  away: boolean;
  leaves: boolean;
}

/**
 * For how many bars what is held has been held. At a bar that was missed nothing is told of any position: what has the
 * same price after it is what was held before.
 */
export class HeldBars {
  readonly #all = new Map<string, Held>();

  /** The bars since its entry, this one included; 0: nothing is held, or nothing is told of it. */
  count(symbol: string, position: StrategyPosition | null): number {
    const known = this.#all.get(symbol);
    if (position === null) {
      if (known?.leaves) this.#all.delete(symbol);
      else if (known) Object.assign(known, { bars: known.bars + 1, away: true });
      return 0;
    }
    const { averagePrice: price } = position;
    const goesOn = known && !(known.away && known.price !== price);
    const bars = goesOn ? known.bars + 1 : 1;
    this.#all.set(symbol, { price, bars, away: false, leaves: false });
    return bars;
  }

  /** It is being closed: what comes after it is another. */
  leave(symbol: string): void {
    const known = this.#all.get(symbol);
    if (known) known.leaves = true;
  }
}
