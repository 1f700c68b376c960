import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { fillTried } from '../../migrations/desk/0009_promotion.ts';
import { SqlBacktestEvidence } from '../../server/adapters/database/strategies/sql-backtest-evidence.ts';
import { SqlBacktestQueue } from '../../server/adapters/database/strategies/sql-backtest-queue.ts';
import { triedOf } from '../../server/usecases/strategies/tried-of.ts';
import { databases } from '../support/databases/databases.ts';
import { NOON } from '../support/fakes/fake-clock.ts';
import { aBacktest, aResult, TRIED } from '../support/values/strategies.ts';

const digest = (text: string) => createHash('sha256').update(text).digest('hex');
const INPUT = { kind: 'sma-cross', symbols: ['SPY'], interval: 'ONE_DAY' as const };
const IMPORTED = { ...INPUT, dataSet: 'days', dataHash: 'h1', parameters: { slow: 9, fast: 3 } };
const OWN = { ...INPUT, dataSet: null, dataHash: 'h2', parameters: { fast: 3, slow: 9 } };

describe.each(databases())('what was tried before promotion was there, on %s', (_, open) => {
  it('counts as what is tried after, and only what is done', async () => {
    const db = await open('desk');
    const queue = new SqlBacktestQueue(db.knex, 'one');
    for (const [id, input] of Object.entries({ b1: IMPORTED, b2: OWN })) {
      const work = { kind: 'backtest', id, username: 'ada' } as const;
      await queue.addBacktest(aBacktest({ id }));
      await queue.claim(work, NOON);
      await queue.finishBacktest(work, { ...aResult(1), input, tried: TRIED }, NOON);
    }
    await queue.addBacktest(aBacktest({ id: 'waits', input: IMPORTED }));
    await db.knex('backtests').update({ tried_data: null, tried_parameters: null });
    await fillTried(db.knex);
    const evidence = new SqlBacktestEvidence(db.knex);
    for (const input of [IMPORTED, OWN]) {
      const { data, parameters } = triedOf(digest, input);
      expect(await evidence.triedOn('ada', data)).toBe(1);
      const found = await db
        .knex('backtests')
        .where({ tried_data: data })
        .pluck('tried_parameters');
      expect(found).toEqual([parameters]);
    }
    expect(triedOf(digest, IMPORTED).parameters).toBe(triedOf(digest, OWN).parameters);
    await db.close();
  });
});
