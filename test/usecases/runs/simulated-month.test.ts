import { expect, it } from 'vitest';
import { ThreadPool } from '../../../server/adapters/strategy-host/pool/thread-pool.ts';
import { threadProgram } from '../../../server/compose/threads.ts';
import type { DriftTrade } from '../../../server/domain/drift/drift-trade.ts';
import { ZERO } from '../../../server/domain/decimal.ts';
import type { RunDeps } from '../../../server/usecases/runs/run-deps.ts';
import { openSqlite } from '../../support/databases/databases.ts';
import { driftParts } from '../../support/desks/drift-parts.ts';
import { LiveRunsDesk } from '../../support/desks/live-runs-desk.ts';

const ADA = { username: 'ada', role: 'USER', demo: false } as const;
const HOUR_MS = 3_600_000;
const FROM = Date.parse('2026-03-02T05:00:00Z');
const TO = Date.parse('2026-04-01T04:00:00Z');
/** Two hours after the exchange's close, in winter and in summer. */
const EVENING = 22;
/** The bar of the month after which the first server dies. */
const DIES_AFTER = 131;
/** The entry during which the second server dies: it is stored, but gets no answer. */
const DIES_WITHIN = 30;

/** A server that dies right after its nth entry was stored. */
function dying(nth: number) {
  let entries = 0;
  const fate = { isDead: false };
  const parts = ({ door }: RunDeps): Partial<RunDeps> => ({
    door: {
      ...{ close: door.close.bind(door), cancel: door.cancel.bind(door) },
      enter: async (...asked) => {
        const answer = await door.enter(...asked);
        entries += 1;
        if (entries !== nth) return answer;
        fate.isDead = true;
        throw new Error('The server was killed');
      },
    },
  });
  return { fate, parts };
}

it('decides for a month as its backtest over the same bars, to the cent, though two servers die', async () => {
  const desk = await LiveRunsDesk.open(openSqlite, {});
  const pool = new ThreadPool(
    threadProgram('strategy-thread'),
    async (kind) => ({ shipped: kind }),
    1,
  );
  try {
    desk.clock.set(new Date(FROM - HOUR_MS / 2));
    const { fate, parts: dies } = dying(DIES_WITHIN);
    let server = desk.server();
    const run = await desk.start(server.store, {
      ...{ id: 'r1', kind: 'sma-cross', interval: 'ONE_HOUR' },
      parameters: { fast: 2, slow: 5, quantity: '3' },
    });
    const parts = () => driftParts(desk, server, { pool, version: run.codeVersion });
    const holds = async () => (await server.store.activeTrades('ada', run.strategyId)).length > 0;
    let bars = 0;
    let deaths = 0;
    for (let end = FROM; end <= TO; end += HOUR_MS) {
      bars += 1;
      desk.clock.set(new Date(end + 500));
      if (await holds()) await server.desk.takeSnapshots.execute();
      desk.clock.set(new Date(end + 1_000));
      await desk.step();
      // Placed orders fill a moment later.
      desk.clock.advance(2_000);
      if (await holds()) await desk.step();
      if (bars === DIES_AFTER || (fate.isDead && deaths === 1)) {
        deaths += 1;
        await desk.kill(server);
        server = desk.server(deaths === 1 ? dies : undefined);
        await desk.step();
      }
      if (new Date(end).getUTCHours() === EVENING) await parts().reckon.execute();
    }
    expect(deaths).toBe(2);

    const { trades } = await parts().should(run, desk.clock.now());
    const page = { first: 500, after: null };
    const { items } = await server.book.read('ada').trades(null, {}, page, 'PLACED');
    const ended = items.filter(({ item }) => item.closedAt !== null).reverse();
    expect(ended.length).toBeGreaterThan(50);
    // The order of the last bar fills at a bar that the backtest does not have.
    expect(trades.length).toBeGreaterThanOrEqual(ended.length - 1);
    const decided = ({ decidedAt, result }: DriftTrade) =>
      [decidedAt, result?.leg.at].map((at) => new Date(at!).toISOString().slice(0, 13));
    const made = ended.map(({ item: { placedAt, closedAt } }) =>
      [placedAt, closedAt!].map((at) => at.toISOString().slice(0, 13)),
    );
    expect(made.slice(0, trades.length)).toEqual(trades.map(decided).slice(0, made.length));

    const report = await parts().read.report(ADA, {});
    const compared = Array.from({ length: report.rows }, (_, n) => report.row(n)).filter(
      ({ awaiting }) => !awaiting,
    );
    expect(compared.length).toBeGreaterThanOrEqual(ended.length - 2);
    for (const { split, tradeId } of compared) {
      expect([split.UNEXPLAINED, split.MISSED, split.SIZE], tradeId!).toEqual([ZERO, ZERO, ZERO]);
    }
  } finally {
    await pool.close();
    await desk.close();
  }
}, 240_000);
