import type { Knex } from 'knex';
import { dec, ZERO, type Decimal } from '../../../domain/decimal.ts';
import type { Mint, Username } from '../../../domain/ids.ts';
import type { Order } from '../../../domain/order/order.ts';
import { SOL_MINT, USDC_MINT } from '../../../domain/token/mint.ts';
import type { Adoption } from '../../../domain/wallet/adoption.ts';
import type { Coins } from '../../../domain/wallet/wallet-money.ts';
import { AdoptedMeanwhile } from '../../../ports/wallets.ts';
import { exactSum } from '../sql/exact-sum.ts';
import { toColumns, type Shape } from '../sql/record-shape.ts';

const ADOPTION: Shape<Adoption> = {
  username: 'text',
  wallet: 'text',
  mint: 'text',
  number: 'number',
  quantity: 'decimal',
  cost: 'decimal',
  note: 'text',
  tradeId: 'text',
  slot: 'number',
  adoptedAt: 'time',
};

/** The key decides between users who adopt at once: on Postgres neither transaction sees the other’s row. */
export async function writeAdoption(trx: Knex.Transaction, adoption: Adoption): Promise<void> {
  const stored = await trx('wallet_adoptions')
    .insert(toColumns(adoption, ADOPTION))
    .onConflict(['wallet', 'mint', 'number'])
    .ignore()
    .returning<object[]>('number');
  if (stored.length === 0)
    throw new AdoptedMeanwhile(`Number ${adoption.number} of ${adoption.mint} is taken.`);
}

/** The caller holds the lock on the user’s account, so no other change adds at the same moment. */
export async function addMoves(
  trx: Knex.Transaction,
  { username, wallet }: { readonly username: Username; readonly wallet: string },
  { usdc, sol }: Coins,
): Promise<void> {
  const moves: readonly [Mint, Decimal][] = [
    [USDC_MINT, usdc],
    [SOL_MINT, sol],
  ];
  for (const [mint, more] of moves) {
    if (more.isZero()) continue;
    const key = { username, wallet, mint };
    const row = await trx('wallet_moves').where(key).first<{ moved: string } | undefined>();
    const moved = exactSum(row ? dec(row.moved) : ZERO, more).toFixed();
    await trx('wallet_moves')
      .insert({ ...key, moved })
      .onConflict(['username', 'wallet', 'mint'])
      .merge();
  }
}

/** Adds what landings have newly moved between `before` and `after`, each in the wallet that signed it. */
export async function moveByOrders(
  trx: Knex.Transaction,
  username: Username,
  before: readonly Order[],
  after: readonly Order[],
): Promise<void> {
  const stood = new Map(before.map(({ id, swap }) => [id, swap]));
  for (const { id, swap } of after) {
    if (!swap) continue;
    const then = stood.get(id) ?? null;
    const usdc = (swap.usdcMoved ?? ZERO).minus(then?.usdcMoved ?? ZERO);
    const sol = (swap.solMoved ?? ZERO).minus(then?.solMoved ?? ZERO);
    await addMoves(trx, { username, wallet: swap.wallet }, { usdc, sol });
  }
}
