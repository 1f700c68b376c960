import { FakeClock } from '../support/fakes/fake-clock.ts';
import { SeqIds } from '../support/fakes/seq-ids.ts';
import type { DatabaseAddress } from '../../server/adapters/database/sql/open-database.ts';
import { benchDesk } from './bench-desk.ts';
import { fillBook, type Fill } from './fill/fill-book.ts';
import type { LivedDesk } from './fill/lived-desk.ts';
import { costOf, type Cost } from './meter.ts';
import type { Part } from './parts.ts';
import type { Program } from './program.ts';

export async function prepareBook(
  { migrate, claimBook, openDatabase }: Program,
  address: DatabaseAddress,
  lived: LivedDesk,
  fill: Fill,
): Promise<void> {
  const knex = openDatabase.openDatabase(address);
  try {
    await migrate.migrate(knex, 'book');
    await claimBook.claimBook(knex, 'PAPER');
    await fillBook(knex, lived, fill);
  } finally {
    await knex.destroy();
  }
}

/**
 * The cost of a part for each of these programs on one book, warm. Each round runs every program once, in
 * turn, so that a slow machine slows all of them.
 */
export async function measure(
  programs: readonly Program[],
  part: Part,
  book: { readonly address: DatabaseAddress; readonly now: Date },
  rounds: number,
): Promise<readonly (readonly Cost[])[]> {
  const sides = programs.map((program, at) => {
    const knex = program.openDatabase.openDatabase(book.address);
    const parts = { clock: new FakeClock(book.now), ids: new SeqIds(`m${at}`) };
    return { knex, desk: benchDesk(program, knex, parts), costs: [] as Cost[] };
  });
  try {
    for (const { desk } of sides) await part.run(desk);
    for (let round = 0; round < rounds; round += 1)
      for (const { knex, desk, costs } of sides)
        costs.push(await costOf(knex, () => part.run(desk)));
    return sides.map(({ costs }) => costs);
  } finally {
    await Promise.all(sides.map(({ knex }) => knex.destroy()));
  }
}
