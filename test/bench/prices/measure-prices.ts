import {
  openDatabase,
  type DatabaseAddress,
} from '../../../server/adapters/database/sql/open-database.ts';
import { migrate } from '../../../server/adapters/database/sql/migrate.ts';
import { sqlPriceStore } from '../../../server/adapters/database/prices/sql-price-store.ts';
import { judgeFrom, readEvidence } from '../../../server/usecases/prices/price-evidence.ts';
import { ADA, mintNumber, ROUND_MS, tokenDesks } from '../../support/desks/price-scene.ts';
import { FakeClock, NOON } from '../../support/fakes/fake-clock.ts';
import { SilentLog } from '../../support/fakes/silent-log.ts';
import { costOf, type Cost } from '../meter.ts';

/** Rounds that are stored before the measurement: some more than a judgement reads. */
const STORED = 40;

export interface PriceCase {
  readonly work: string;
  readonly goal: string;
  readonly costs: readonly Cost[];
}

/** Measures what token prices cost on a desk that watches so many mints. */
export async function measurePrices(
  address: DatabaseAddress,
  { mints: count, rounds }: { readonly mints: number; readonly rounds: number },
): Promise<readonly PriceCase[]> {
  const knex = openDatabase(address);
  try {
    await migrate(knex, 'desk');
    const clock = new FakeClock(NOON);
    const budget = {
      ...{ poolsPerMinute: () => 60_000, quotesPerMinute: () => 1_500 },
      marksPerMinute: () => Infinity,
    };
    const desk = tokenDesks(knex, clock, new SilentLog(), { budget });
    const mints = Array.from({ length: count }, (_, n) => mintNumber(n));
    const store = sqlPriceStore(knex, 'SOLANA');
    for (const [n, mint] of mints.entries()) {
      desk.markets.solana.priceOf.set(mint, `${n + 1}.25`);
      await store.watches.watch(`user${n % 10}`, mint, clock.now());
    }
    await store.watches.watch(ADA.username, mints[0]!, clock.now());
    await desk.rounds(STORED);
    const terms = { now: clock.now(), roundMs: ROUND_MS };
    const evidence = await readEvidence(store, mints, terms);
    const works: readonly (readonly [string, string, () => Promise<unknown>])[] = [
      ['watched `priceInfo`', '≤ 20 ms', () => desk.prices.priceInfo(ADA, mints[0]!)],
      [
        `judging ${count} mints`,
        '≤ 100 ms for 200',
        async () => mints.map(judgeFrom(evidence, terms)),
      ],
      [`reading what judges ${count} mints`, '–', () => readEvidence(store, mints, terms)],
      [`whole round of ${count} mints`, '–', () => desk.rounds(1)],
    ];
    const measured: PriceCase[] = [];
    for (const [work, goal, run] of works) {
      await run();
      const costs: Cost[] = [];
      for (let n = 0; n < rounds; n += 1) costs.push(await costOf(knex, run));
      measured.push({ work, goal, costs });
    }
    return measured;
  } finally {
    await knex.destroy();
  }
}
