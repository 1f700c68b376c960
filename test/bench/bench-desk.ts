import type { Knex } from 'knex';
import { machineTimers } from '../../server/adapters/system/machine-timers.ts';
import { ZERO } from '../../server/domain/decimal.ts';
import type { Clock } from '../../server/ports/clock.ts';
import type { Ids } from '../../server/ports/ids.ts';
import { MemorySettings } from '../support/fakes/memory-settings.ts';
import { RecordingFeed } from '../support/fakes/recording-feed.ts';
import { SilentLog } from '../support/fakes/silent-log.ts';
import type { Program } from './program.ts';
import { NO_TOKENS } from '../../server/ports/token-trading.ts';

const SEED = 20_260_105;
/** A round waits for each turn to its end, so that its cost is that of all its work. */
const PATIENT = { patienceMs: 3_600_000, mostMs: 3_600_000 };

/** A PAPER desk on the simulated market at the clock's instant, with turns as a server takes them. */
export function benchDesk(
  { book: books, leases, turns, venueStore, broker, market: markets, venue, desk }: Program,
  knex: Knex,
  { clock, ids }: { readonly clock: Clock; readonly ids: Ids },
) {
  const log = new SilentLog();
  const settings = new MemorySettings();
  const book = new books.SqlBook(knex, 'PAPER', { feed: new RecordingFeed(), ids });
  const market = new markets.SimulatedMarket(clock, SEED);
  const store = new venueStore.SqlVenueStore(knex, clock);
  const open = async (username: string) =>
    new broker.SimulatedBroker(username, store, market, clock, {
      fillRule: () => settings.of(username),
      deposits: async () => (await book.read(username).account()).deposits,
      movedElsewhere: async () => ZERO,
    });
  const nothing = async (): Promise<void> => undefined;
  const deps = {
    tokens: NO_TOKENS,
    ...{ book, settings, clock, ids, log, timers: machineTimers, mayTrade: true },
    deskHalt: () => 'OFF' as const,
    brokers: { of: open, forEntries: open, whyNone: async () => 'it has one' },
    sources: { of: async () => market, snapshotsFor: async () => market },
    turns: new turns.AccountTurns({
      leases: new leases.SqlLeases(knex, 'bench'),
      ...{ log, onLate: nothing, onAnswered: nothing, limits: PATIENT },
    }),
  };
  return {
    ...{ book, clock, market, store, log },
    venue: new venue.SimulatedVenue(store, market, clock),
    desk: new desk.BookDesk(deps, { version: 'bench', testClock: true }),
  };
}

export type BenchDesk = ReturnType<typeof benchDesk>;
