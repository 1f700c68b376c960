import type { TradeId } from '../ids.ts';
import { ZERO, type Decimal } from '../decimal.ts';
import type { CashMove, EquityPoint } from './cash-move.ts';

interface Holding {
  readonly cashFlow: Decimal;
  readonly size: Decimal;
  readonly price: Decimal | null;
}

const NOTHING: Holding = { cashFlow: ZERO, size: ZERO, price: null };

/** Sums updated with each change, so a long history costs one step per change. */
export class RunningBook {
  #cash = ZERO;
  #value = ZERO;
  #unpriced = 0;
  readonly #holdings = new Map<string, Holding>();

  move(move: CashMove): void {
    if (move.kind === 'DEPOSIT') {
      this.#cash = this.#cash.plus(move.amount);
      return;
    }
    const { tradeId, cashFlow, size, price } = move;
    const known = this.#holdings.get(tradeId) ?? NOTHING;
    this.#set(tradeId, { cashFlow, size, price: price ?? known.price });
  }

  /** False when the trade holds nothing. */
  price(tradeId: TradeId, price: Decimal): boolean {
    const known = this.#holdings.get(tradeId);
    if (!known || known.size.isZero()) return false;
    this.#set(tradeId, { ...known, price });
    return true;
  }

  at(at: Date): EquityPoint {
    const [cash, value, unpriced] = [this.#cash, this.#value, this.#unpriced];
    return { at, cash, equity: unpriced > 0 ? null : cash.plus(value) };
  }

  #set(tradeId: TradeId, next: Holding): void {
    const known = this.#holdings.get(tradeId) ?? NOTHING;
    this.#cash = this.#cash.plus(next.cashFlow).minus(known.cashFlow);
    this.#value = this.#value.plus(valueOf(next)).minus(valueOf(known));
    this.#unpriced += missing(next) - missing(known);
    this.#holdings.set(tradeId, next);
  }
}

function valueOf({ size, price }: Holding): Decimal {
  return price ? price.times(size) : ZERO;
}

function missing({ size, price }: Holding): number {
  return size.isZero() || price ? 0 : 1;
}
