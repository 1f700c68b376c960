import type { Knex } from 'knex';
import { sqlPriceStore } from '../../../server/adapters/database/prices/sql-price-store.ts';
import { machineTimers } from '../../../server/adapters/system/machine-timers.ts';
import type { Mint } from '../../../server/domain/ids.ts';
import type { Log } from '../../../server/ports/log.ts';
import type { PriceDeps } from '../../../server/usecases/prices/price-deps.ts';
import { PriceDesk, TokenPrices } from '../../../server/usecases/prices/token-prices.ts';
import { openSqlite, type OpenTestDatabase } from '../databases/databases.ts';
import { FakeClock } from '../fakes/fake-clock.ts';
import { RecordingLog } from '../fakes/recording-log.ts';
import { ScriptedTokens } from '../fakes/scripted-tokens.ts';

export const ROUND_MS = 10_000;
export const ADA = { username: 'ada', role: 'USER', demo: false } as const;
export const DEMO = { username: 'demo-1', role: 'USER', demo: true } as const;

const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** The n-th of a thousand mints of the right form. */
export function mintNumber(n: number): Mint {
  const letters = `${LETTERS[Math.floor(n / 32)]}${LETTERS[n % 32]}`;
  return `DezXAZ8z7PnrnRJjz3wXBoRgixCa6xjnB7YaB1pPB2${letters}`;
}

/** The price desks of both markets over one database, with sources and a clock that the test sets. */
export function tokenDesks(
  knex: Knex,
  clock: FakeClock,
  log: Log,
  parts: Partial<PriceDeps> = {},
  markets = { solana: new ScriptedTokens(clock), simulated: new ScriptedTokens(clock) },
) {
  const deskOf = (market: ScriptedTokens, name: 'SOLANA' | 'SIMULATED') =>
    new PriceDesk({
      ...{ market, clock, log, roundMs: ROUND_MS, timers: machineTimers },
      store: sqlPriceStore(knex, name),
      budget: {
        ...{ poolsPerMinute: () => 200, quotesPerMinute: () => 30 },
        marksPerMinute: () => 7.5,
      },
      starters: [],
      held: async () => [],
      ...parts,
    });
  const solana = deskOf(markets.solana, 'SOLANA');
  const simulated = deskOf(markets.simulated, 'SIMULATED');
  return {
    ...{ solana, simulated, markets, prices: new TokenPrices(solana, simulated) },
    /** Runs `count` rounds of both markets, each after its interval has passed. */
    rounds: async (count: number) => {
      for (let n = 0; n < count; n += 1) {
        clock.advance(ROUND_MS);
        await Promise.all([solana.poll.execute(), simulated.poll.execute()]);
      }
    },
  };
}

export async function priceScene(
  parts: Partial<PriceDeps> = {},
  open: OpenTestDatabase = openSqlite,
) {
  const database = await open('desk');
  const clock = new FakeClock();
  const log = new RecordingLog();
  const desks = tokenDesks(database.knex, clock, log, parts);
  return {
    ...{ database, clock, log, ...desks },
    /** A second server on this database, with the same sources. */
    another: () => tokenDesks(database.another(), clock, log, parts, desks.markets),
    market: desks.markets.solana,
    store: sqlPriceStore(database.knex, 'SOLANA'),
    close: () => database.close(),
  };
}

export type PriceScene = Awaited<ReturnType<typeof priceScene>>;
