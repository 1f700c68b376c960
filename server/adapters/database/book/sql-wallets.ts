import type { Knex } from 'knex';
import { dec, exactTotal } from '../../../domain/decimal.ts';
import type { Mint, Username } from '../../../domain/ids.ts';
import { SOL_MINT, USDC_MINT } from '../../../domain/token/mint.ts';
import type { WalletLook } from '../../../domain/wallet/wallet-look.ts';
import type { BooksOfWallet, KeptWallet, WalletStore } from '../../../ports/wallets.ts';
import { readHoldings, wholeOf, writeHoldings } from './holding-rows.ts';
import { atOneMoment } from '../sql/at-one-moment.ts';
import { rawRows } from '../sql/dialect.ts';
import { retryTransient } from '../sql/retry-transient.ts';
import type { Coins } from '../../../domain/wallet/wallet-money.ts';
import { adoptedOf, lotsOf, movedOf, movingOf, type MovedRow } from './wallet-books.ts';

interface WalletRow {
  readonly wallet: string;
  readonly slot: number;
  readonly lamports: string;
  readonly read_at: number;
}

/** Readings of the same slot are equal; a reading of an older slot comes from a node that lags. */
const TAKE = `INSERT INTO wallets (wallet, slot, lamports, read_at) VALUES (?, ?, ?, ?)
  ON CONFLICT (wallet) DO UPDATE
  SET slot = excluded.slot, lamports = excluded.lamports, read_at = excluded.read_at
  WHERE wallets.slot <= excluded.slot RETURNING wallet`;

/** The tables `wallet…`, which belong to the desk: `knex` acts for it. */
export class SqlWallets implements WalletStore {
  constructor(private readonly knex: Knex) {}

  keep(look: WalletLook): Promise<boolean> {
    return retryTransient(() =>
      this.knex.transaction(async (trx) => {
        const { wallet, slot, lamports, readAt } = look;
        const values = [wallet, slot, lamports.toString(), readAt.getTime()];
        // The wallet's row is locked from here on: two servers never mix the holdings of two readings.
        if ((await rawRows(trx, TAKE, values)).length === 0) return false;
        await writeHoldings(trx, look);
        return true;
      }),
    );
  }

  kept(wallet: string): Promise<KeptWallet | null> {
    return atOneMoment(this.knex, async (db) => {
      const row = await db<WalletRow>('wallets').where({ wallet }).first();
      if (!row) return null;
      const holdings = await readHoldings(db, wallet);
      const { slot, lamports, read_at: readAt } = row;
      const read = { wallet, slot: Number(slot), readAt: new Date(readAt) };
      return { ...read, lamports: wholeOf(lamports), holdings };
    });
  }

  books(wallet: string, since: Date): Promise<BooksOfWallet> {
    return atOneMoment(this.knex, async (db) => {
      const moved = await movedOf(db, wallet);
      const users = new Set(moved.map(({ username }) => username));
      const ofUser = (name: Username) => moved.filter(({ username }) => username === name);
      return {
        lots: await lotsOf(db, wallet),
        moving: await movingOf(db, wallet, since),
        moved: coinsIn(moved),
        movedBy: new Map([...users].map((name) => [name, coinsIn(ofUser(name))])),
        adopted: await adoptedOf(db, wallet),
      };
    });
  }
}

function coinsIn(rows: readonly MovedRow[]): Coins {
  const total = (mint: Mint) =>
    exactTotal(rows.filter((row) => row.mint === mint).map(({ moved }) => dec(moved)));
  return { usdc: total(USDC_MINT), sol: total(SOL_MINT) };
}
