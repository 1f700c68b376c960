import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as claimBook from '../../server/adapters/database/book/claim-book.ts';
import type * as book from '../../server/adapters/database/book/sql-book.ts';
import type * as leases from '../../server/adapters/database/desk/sql-leases.ts';
import type * as migrate from '../../server/adapters/database/sql/migrate.ts';
import type * as openDatabase from '../../server/adapters/database/sql/open-database.ts';
import type * as broker from '../../server/adapters/simulated/simulated-broker.ts';
import type * as market from '../../server/adapters/simulated/simulated-market.ts';
import type * as venue from '../../server/adapters/simulated/simulated-venue.ts';
import type * as venueStore from '../../server/adapters/simulated/sql-venue-store.ts';
import type * as turns from '../../server/adapters/turns/account-turns.ts';
import type * as desk from '../../server/usecases/book-desk.ts';

/** The parts of the program that a bench runs. */
export interface Program {
  readonly claimBook: typeof claimBook;
  readonly book: typeof book;
  readonly leases: typeof leases;
  readonly migrate: typeof migrate;
  readonly openDatabase: typeof openDatabase;
  readonly broker: typeof broker;
  readonly market: typeof market;
  readonly venue: typeof venue;
  readonly venueStore: typeof venueStore;
  readonly turns: typeof turns;
  readonly desk: typeof desk;
}

const FILES: Readonly<Record<keyof Program, string>> = {
  claimBook: 'adapters/database/book/claim-book.ts',
  book: 'adapters/database/book/sql-book.ts',
  leases: 'adapters/database/desk/sql-leases.ts',
  migrate: 'adapters/database/sql/migrate.ts',
  openDatabase: 'adapters/database/sql/open-database.ts',
  broker: 'adapters/simulated/simulated-broker.ts',
  market: 'adapters/simulated/simulated-market.ts',
  venue: 'adapters/simulated/simulated-venue.ts',
  venueStore: 'adapters/simulated/sql-venue-store.ts',
  turns: 'adapters/turns/account-turns.ts',
  desk: 'usecases/book-desk.ts',
};

const HERE = path.resolve(import.meta.dirname, '..', '..');

/** Loads the program of a checkout, by default of this one; two programs can run in one process. */
export async function programAt(root = HERE): Promise<Program> {
  const loaded = Object.entries(FILES).map(async ([name, file]) => {
    const url = pathToFileURL(path.join(root, 'server', file)).href;
    return [name, (await import(url)) as object] as const;
  });
  return Object.fromEntries(await Promise.all(loaded)) as unknown as Program;
}
