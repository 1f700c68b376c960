import type { UserSettings } from '../../domain/account/settings.ts';
import type { Decimal } from '../../domain/decimal.ts';
import type { Username } from '../../domain/ids.ts';
import { limitsOf } from '../../domain/risk/limits-of.ts';
import type { ClosedColumns } from '../../domain/statistics/closed-columns.ts';
import { currentDrawdown } from '../../domain/statistics/current-drawdown.ts';
import type { BookDeps } from '../steps/book-deps.ts';

/** Drawdowns by the columns they were reckoned from; they leave memory with them. */
const KNOWN = new WeakMap<ClosedColumns, Decimal>();

/**
 * Dollars below the highest running net result; null without such a limit, which costs nothing. It is read before
 * a transaction, whose connection it would wait for.
 */
export async function readDrawdown(
  { book }: Pick<BookDeps, 'book'>,
  username: Username,
  settings: UserSettings,
): Promise<Decimal | null> {
  if (limitsOf(book.mode, settings).every(({ maxDrawdown }) => maxDrawdown === null)) return null;
  const { columns } = await book.figures(username).columns('closed');
  const drawdown = KNOWN.get(columns) ?? currentDrawdown(columns);
  KNOWN.set(columns, drawdown);
  return drawdown;
}
