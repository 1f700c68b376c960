import type { Decimal } from '../../domain/decimal.ts';
import type { JudgedPrice } from '../../domain/price/judged-price.ts';

/** The price at which a quote that fell short would have been enough. */
export interface PriceNeeded {
  readonly price: Decimal;
  readonly orHigher: boolean;
}

interface Asked {
  /** The newest accepted price then. */
  readonly round: number;
  readonly at: number;
  readonly needed: PriceNeeded | null;
}

/** After this time a quote that fell short is asked for again at any price: the pools may have changed. */
const AGAIN_MS = 60_000;
/** The most questions that are remembered; a forgotten question is asked once more. */
const MOST = 10_000;

/**
 * Lets each question be asked once a round of prices, and after a quote that fell short only when the price might
 * meet it. `about`: the trade, and what is asked of it.
 */
export class QuotePace {
  readonly #asked = new Map<string, Asked>();

  mayAsk(about: string, judged: JudgedPrice, now: Date): boolean {
    const last = this.#asked.get(about);
    if (!last) return true;
    if (last.round === roundOf(judged)) return false;
    if (!last.needed || Math.abs(now.getTime() - last.at) >= AGAIN_MS) return true;
    return judged.price !== null && meets(judged.price, last.needed);
  }

  note(about: string, judged: JudgedPrice, now: Date, needed: PriceNeeded | null): void {
    this.#asked.delete(about);
    this.#asked.set(about, { round: roundOf(judged), at: now.getTime(), needed });
    const [oldest] = this.#asked.keys();
    if (this.#asked.size > MOST && oldest !== undefined) this.#asked.delete(oldest);
  }
}

function roundOf({ recent }: JudgedPrice): number {
  return recent.at(-1)?.at.getTime() ?? 0;
}

function meets(price: Decimal, { price: needed, orHigher }: PriceNeeded): boolean {
  return orHigher ? price.greaterThanOrEqualTo(needed) : price.lessThanOrEqualTo(needed);
}
