import type { Knex } from 'knex';
import type { TradingMode } from '../../../domain/mode.ts';

export class WrongBook extends Error {
  override readonly name = 'WrongBook';
}

/** The first claim fixes a database's mode for good. @throws {WrongBook} it belongs to the other mode. */
export async function claimBook(knex: Knex, mode: TradingMode): Promise<void> {
  await knex('book_meta').insert({ id: 1, mode }).onConflict('id').ignore();
  const claimed = await knex<{ id: number; mode: TradingMode }>('book_meta').where('id', 1).first();
  if (claimed?.mode !== mode)
    throw new WrongBook(`This database is the ${claimed?.mode} book, not the ${mode} book.`);
}
