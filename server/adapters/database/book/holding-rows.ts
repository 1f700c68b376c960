import type { Knex } from 'knex';
import { dec } from '../../../domain/decimal.ts';
import type { Mint } from '../../../domain/ids.ts';
import type { KeptHolding } from '../../../domain/wallet/holding-report.ts';
import type {
  TokenProgram,
  WalletHolding,
  WalletLook,
} from '../../../domain/wallet/wallet-look.ts';
import { chunksOf } from '../sql/chunks.ts';

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

/** Writes changed rows only: a wallet at rest costs one write a reading. */
export async function writeHoldings(trx: Knex.Transaction, look: WalletLook): Promise<void> {
  const { wallet, slot, readAt } = look;
  const before = new Map((await readHoldings(trx, wallet)).map((each) => [each.mint, each]));
  // A token's decimals never change: a reading that lacks them keeps those that are known.
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
  const gone = [...before.keys()].filter((mint) => !there.has(mint));
  for (const part of chunksOf(gone))
    await trx('wallet_holdings').where({ wallet }).whereIn('mint', part).delete();
}

export async function readHoldings(db: Knex, wallet: string): Promise<readonly KeptHolding[]> {
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

export function wholeOf(text: string): bigint {
  return BigInt(dec(text).toFixed());
}
