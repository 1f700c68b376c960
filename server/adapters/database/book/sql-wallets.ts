import type { Knex } from 'knex';
import { dec, exactTotal } from '../../../domain/decimal.ts';
import type { Mint } from '../../../domain/ids.ts';
import { SOL_MINT, USDC_MINT } from '../../../domain/token/mint.ts';
import type { KeptHolding } from '../../../domain/wallet/holding-report.ts';
import type {
  TokenProgram,
  WalletHolding,
  WalletLook,
} from '../../../domain/wallet/wallet-look.ts';
import type { BooksOfWallet, KeptWallet, WalletStore } from '../../../ports/wallets.ts';
import { atOneMoment } from '../sql/at-one-moment.ts';
import { chunksOf } from '../sql/chunks.ts';
import { rawRows } from '../sql/dialect.ts';
import { retryTransient } from '../sql/retry-transient.ts';
import { adoptedOf, lotsOf, movedOf, movingOf } from './wallet-books.ts';

interface WalletRow {
  readonly wallet: string;
  readonly slot: number;
  readonly lamports: string;
  readonly read_at: number;
}

interface HoldingRow {
  readonly wallet: string;
  readonly mint: Mint;
  readonly program: TokenProgram | null;
  readonly raw: string;
  readonly frozen: string;
  readonly decimals: number | null;
  readonly accounts: number;
  readonly slot: number;
  readonly since: number;
}

/** A reading of the same slot says the same; an older one is of a node that lags. */
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
        // Its row is locked from here on: two servers never write holdings of two readings.
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
      const total = (mint: Mint) =>
        exactTotal(moved.filter((row) => row.mint === mint).map((row) => dec(row.moved)));
      return {
        lots: await lotsOf(db, wallet),
        moving: await movingOf(db, wallet, since),
        moved: { usdc: total(USDC_MINT), sol: total(SOL_MINT) },
        adopted: await adoptedOf(db, wallet),
      };
    });
  }
}

/** Rows that changed alone: a wallet that rests costs one write a reading. */
async function writeHoldings(trx: Knex.Transaction, look: WalletLook): Promise<void> {
  const { wallet, slot, readAt } = look;
  const before = new Map((await readHoldings(trx, wallet)).map((each) => [each.mint, each]));
  // Decimals never change: a reading that was not told them unlearns none.
  const holdings = look.holdings.map((each) => ({
    ...each,
    decimals: each.decimals ?? before.get(each.mint)?.decimals ?? null,
  }));
  const changed = holdings.filter((each) => !isSame(before.get(each.mint), each));
  const rows = changed.map((each): HoldingRow => ({
    ...{ wallet, mint: each.mint, program: each.program },
    ...{ raw: each.raw.toString(), frozen: each.frozen.toString() },
    ...{ decimals: each.decimals, accounts: each.accounts, slot, since: readAt.getTime() },
  }));
  for (const part of chunksOf(rows))
    await trx('wallet_holdings').insert(part).onConflict(['wallet', 'mint']).merge();
  const there = new Set(holdings.map(({ mint }) => mint));
  for (const mint of before.keys())
    if (!there.has(mint)) await trx('wallet_holdings').where({ wallet, mint }).delete();
}

async function readHoldings(db: Knex, wallet: string): Promise<readonly KeptHolding[]> {
  const rows = await db<HoldingRow>('wallet_holdings').where({ wallet }).orderBy('mint');
  return rows.map(({ mint, program, raw, frozen, decimals, accounts, slot, since }) => ({
    ...{ mint, program, decimals, accounts },
    ...{ raw: wholeOf(raw), frozen: wholeOf(frozen), slot: Number(slot), since: new Date(since) },
  }));
}

function isSame(before: WalletHolding | undefined, now: WalletHolding): boolean {
  if (!before) return false;
  const fields = ['raw', 'frozen', 'decimals', 'accounts', 'program'] as const;
  return fields.every((name) => before[name] === now[name]);
}

function wholeOf(text: string): bigint {
  return BigInt(dec(text).toFixed());
}
