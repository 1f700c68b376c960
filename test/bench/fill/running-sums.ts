import { dec, ZERO, type Decimal } from '../../../server/domain/decimal.ts';
import { directionOf, type OrderSide } from '../../../server/domain/order/order.ts';
import type { Row } from './lived-desk.ts';

interface Held {
  readonly row: Row;
  readonly quantity: Decimal;
  readonly costBasis: Decimal;
}

/** The sums of a user's account and positions over the written trades. */
export class RunningSums {
  cashFlow = ZERO;
  realizedPnl = ZERO;
  fees = ZERO;
  readonly #held = new Map<string, Held>();

  add(trade: Row): void {
    this.cashFlow = this.cashFlow.plus(trade.cash_flow!);
    this.realizedPnl = this.realizedPnl.plus(trade.realized_pnl!);
    this.fees = this.fees.plus(trade.fees!);
    const quantity = dec(trade.open_quantity!).times(directionOf(trade.side as OrderSide));
    if (quantity.isZero()) return;
    const symbol = String(trade.symbol);
    const held = this.#held.get(symbol) ?? { row: trade, quantity: ZERO, costBasis: ZERO };
    this.#held.set(symbol, {
      row: held.row,
      quantity: held.quantity.plus(quantity),
      costBasis: held.costBasis.plus(trade.open_cost!),
    });
  }

  positions(username: string): readonly Row[] {
    return [...this.#held].map(([symbol, { row, quantity, costBasis }]) => ({
      ...{ username, symbol, underlying: row.underlying!, asset_class: row.asset_class! },
      ...{ quantity: quantity.toFixed(), cost_basis: costBasis.toFixed() },
    }));
  }

  /** The positions as the venue stores them. */
  get atVenue() {
    return [...this.#held].map(([symbol, { quantity, costBasis }]) => ({
      ...{ symbol, quantity, costBasis },
    }));
  }
}
