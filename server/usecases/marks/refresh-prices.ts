import type { Username } from '../../domain/ids.ts';
import type { Trade } from '../../domain/trade/trade.ts';
import type { BookDeps } from '../steps/book-deps.ts';
import type { TakeSnapshots } from './take-snapshots.ts';

/** Marks the caller's open trades now and returns them. */
export async function refreshPrices(
  { book }: Pick<BookDeps, 'book'>,
  takeSnapshots: TakeSnapshots,
  username: Username,
): Promise<readonly Trade[]> {
  const open = async () =>
    (await book.read(username).activeTrades())
      .map(({ trade }) => trade)
      .filter((trade) => trade.phase === 'OPEN');
  await takeSnapshots.refresh(await open());
  return open();
}
