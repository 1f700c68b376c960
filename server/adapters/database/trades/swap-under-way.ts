import { SwapUnderWay } from '../../../ports/swap-under-way.ts';

const INDEX = 'orders_swap_under_way';

/** Reports a refusal by the unique index of swaps under way. @throws {SwapUnderWay} */
export async function oneSwapAMint(write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (!isRefusedByIndex(error)) throw error;
    throw new SwapUnderWay('another swap of this token from this wallet is under way');
  }
}

/** Postgres names the index, SQLite its columns or the index. */
function isRefusedByIndex(error: unknown): boolean {
  const { code, constraint, message } = error as Record<string, unknown>;
  if (code === '23505') return constraint === INDEX;
  const words = String(message);
  return (
    code === 'SQLITE_CONSTRAINT' && (words.includes(INDEX) || words.includes('orders.swap_wallet'))
  );
}
