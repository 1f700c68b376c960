import type { Knex } from 'knex';
import { dec, ZERO, type Decimal } from '../../domain/decimal.ts';
import type { Tag } from '../../domain/ids.ts';
import { NO_LOT, type SettledSwap, type SwapHolding } from '../../domain/swap/paper-swap.ts';
import { rawRows } from '../database/sql/dialect.ts';
import { retryTransient } from '../database/sql/retry-transient.ts';
import { ListedSwaps } from './listed-swaps.ts';
import { lotFromRow, lotToRow, swapFromRow, swapToRow } from './swap-row.ts';
import type { HoldingOf, NewSwap, PaperSwap, SwapStore, TradeLot } from './swap-store.ts';

/** Swaps kept in memory: 10 to 20 MB. */
const KEPT_SWAPS = 20_000;

interface Wallet {
  readonly moved: Decimal;
  readonly swaps: number;
}

/** The tables `paper_…`. A wallet is locked while a swap is added to it, on any server. */
export class SqlSwapStore implements SwapStore {
  readonly #listed: ListedSwaps;

  constructor(
    private readonly knex: Knex,
    keptSwaps = KEPT_SWAPS,
  ) {
    this.#listed = new ListedSwaps(knex, keptSwaps);
  }

  add: SwapStore['add'] = (account, of, settle) =>
    retryTransient(() =>
      this.knex.transaction(async (trx) => {
        const wallet = await lock(trx, account);
        const before = await taggedSwap(trx, account, of.tag);
        if (before) return before;
        const holding = await readHolding(trx, account, of);
        const { settled, swap } = settle(holding);
        return write(trx, { account, of, wallet, holding }, settled, swap);
      }),
    );

  tagged(account: string, tag: Tag): Promise<PaperSwap | null> {
    return taggedSwap(this.knex, account, tag);
  }

  async numbered(account: string, number: number): Promise<PaperSwap | null> {
    const row = await this.knex('paper_swaps').where({ account, number }).first<object>();
    return row ? swapFromRow(row) : null;
  }

  endedSince(account: string, since: Date): Promise<readonly PaperSwap[]> {
    return this.#listed.since(account, since);
  }

  holding(account: string, of: HoldingOf): Promise<SwapHolding> {
    return readHolding(this.knex, account, of);
  }

  async lots(account: string): Promise<readonly TradeLot[]> {
    const rows = await this.knex('paper_lots').where({ account }).orderBy(['mint', 'trade_id']);
    return rows.map((row: object) => lotFromRow(row));
  }

  async moved(account: string): Promise<Decimal> {
    const row = await this.knex('paper_wallets').where({ account }).first<{ moved: string }>();
    return row ? dec(row.moved) : ZERO;
  }
}

/** Must be the transaction's first statement; see `LockedAccount.lock`. */
async function lock(trx: Knex.Transaction, account: string): Promise<Wallet> {
  const [row] = await rawRows<{ moved: string; swaps: number }>(
    trx,
    `INSERT INTO paper_wallets (account, moved, swaps) VALUES (?, '0', 0)
     ON CONFLICT (account) DO UPDATE SET swaps = paper_wallets.swaps RETURNING moved, swaps`,
    [account],
  );
  return { moved: dec(row!.moved), swaps: row!.swaps };
}

async function taggedSwap(knex: Knex, account: string, tag: Tag): Promise<PaperSwap | null> {
  const row = await knex('paper_swaps').where({ account, tag }).first<object>();
  return row ? swapFromRow(row) : null;
}

async function readHolding(
  knex: Knex,
  account: string,
  { tradeId, mint }: HoldingOf,
): Promise<SwapHolding> {
  const lot = await knex('paper_lots').where({ account, trade_id: tradeId, mint }).first<object>();
  const opened = await knex('paper_token_accounts').where({ account, mint }).first<object>();
  return { lot: lot ? lotFromRow(lot) : NO_LOT, opened: opened !== undefined };
}

interface Written {
  readonly account: string;
  readonly of: HoldingOf;
  readonly wallet: Wallet;
  readonly holding: SwapHolding;
}

async function write(
  trx: Knex.Transaction,
  { account, of: { tradeId, mint }, wallet, holding }: Written,
  { lot, opened, cashFlow }: SettledSwap,
  swap: NewSwap,
): Promise<PaperSwap> {
  const stored = { ...swap, number: wallet.swaps + 1 };
  await trx('paper_swaps').insert({ account, ...swapToRow(stored) });
  const moved = wallet.moved.plus(cashFlow).toFixed();
  await trx('paper_wallets').where({ account }).update({ moved, swaps: stored.number });
  if (opened && !holding.opened) await trx('paper_token_accounts').insert({ account, mint });
  const key = { account, trade_id: tradeId, mint };
  const lots = trx('paper_lots');
  const row = { ...key, ...lotToRow({ mint, ...lot }) };
  if (lot.quantity.isZero()) await lots.where(key).delete();
  else await lots.insert(row).onConflict(Object.keys(key)).merge(['quantity', 'cost']);
  return stored;
}
