import type { Knex } from 'knex';
import { dec } from '../../../domain/decimal.ts';
import type { SettlementToken } from '../../../domain/instrument/instrument.ts';
import type { Order } from '../../../domain/order/order.ts';
import type { BookedSwap } from '../../../domain/swap/booked-moves.ts';
import type { LandedSwaps } from '../../../ports/landed-swaps.ts';

interface Row {
  readonly symbol: string;
  readonly token_decimals: number;
  readonly token_settlement: SettlementToken;
  readonly side: Order['side'];
  readonly filled_quantity: string;
  readonly filled_value: string;
  readonly named_fees: string | null;
  readonly swap_sol_price: string | null;
}

const TRADE = ['trades.symbol', 'trades.token_decimals', 'trades.token_settlement'];
const ORDER = ['side', 'filled_quantity', 'filled_value', 'named_fees', 'swap_sol_price'];

export class SqlLandedSwaps implements LandedSwaps {
  /** `knex`: a book's database, acting for the desk, because several users may share the wallet. */
  constructor(
    private readonly knex: Knex,
    private readonly wallet: string,
  ) {}

  async lastSlot(): Promise<number | null> {
    const last = await this.#landed().orderBy('swap_slot', 'desc').first<{
      swap_slot: number | string;
    }>('swap_slot');
    return last ? Number(last.swap_slot) : null;
  }

  async between(after: number, upTo: number): Promise<readonly BookedSwap[]> {
    const rows = await this.#landed()
      .where('swap_slot', '>', after)
      .where('swap_slot', '<=', upTo)
      .join('trades', 'trades.id', 'orders.trade_id')
      .select<Row[]>(...TRADE, ...ORDER.map((name) => `orders.${name}`));
    return rows.map(bookedSwap);
  }

  #landed() {
    return this.knex('orders').where('swap_wallet', this.wallet).whereNotNull('swap_slot');
  }
}

function bookedSwap(row: Row): BookedSwap {
  const { symbol, token_decimals: decimals, token_settlement: settlement } = row;
  return {
    ...{ token: { symbol, decimals, settlement }, side: row.side },
    ...{ quantity: dec(row.filled_quantity), value: dec(row.filled_value) },
    fees: dec(row.named_fees ?? 0),
    solPrice: row.swap_sol_price === null ? null : dec(row.swap_sol_price),
  };
}
