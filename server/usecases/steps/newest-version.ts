import type { Trade } from '../../domain/trade/trade.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Book } from '../../ports/book.ts';

/** How often it tries while others change the same trade at the same time. */
const TRIES = 5;

/**
 * Asks for a change of a trade at its newest version, even if others change it meanwhile: an order that was just sent
 * makes another version. @throws {Refusal} also CONFLICT, once the trade has changed too often.
 */
export async function atNewestVersion<T>(
  book: Pick<Book, 'read'>,
  { id, username, version }: Pick<Trade, 'id' | 'username' | 'version'>,
  ask: (expectedVersion: number) => Promise<T>,
): Promise<T> {
  for (let tries = 1, at = version; ; tries += 1) {
    try {
      return await ask(at);
    } catch (error) {
      const isOld = error instanceof Refusal && error.code === 'CONFLICT';
      if (!isOld || tries === TRIES) throw error;
      at = (await book.read(username).trade(id))?.trade.version ?? at;
    }
  }
}
