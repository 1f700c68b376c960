import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ThreadPool } from '../../../server/adapters/strategy-host/pool/thread-pool.ts';
import { threadProgram } from '../../../server/compose/threads.ts';
import type { ReadDrift } from '../../../server/usecases/drift/read-drift.ts';
import { openSqlite } from '../../support/databases/databases.ts';
import { driftParts } from '../../support/desks/drift-parts.ts';
import { LiveRunsDesk, type RunServer } from '../../support/desks/live-runs-desk.ts';
import { NOON } from '../../support/fakes/fake-clock.ts';

const MINUTE = 60_000;

const kind = (calls: string) =>
  `export default { title: 'T', description: 'D', assetClasses: ['EQUITY'], create: () => ({ ${calls} }) };`;
/** A strategy that enters when flat and exits when it holds; it looks at a quote in one of the two states. */
const flips = (out: string, held: string) =>
  kind(`onBar({ symbol }, desk) {
    if (desk.position(symbol)) { ${held} desk.exit(symbol); }
    else { ${out} desk.enter({ symbol, side: 'BUY', quantity: '2' }); } }`);
const KINDS = {
  looks: flips('if (!(desk.quote(symbol).ask > 0)) return;', ''),
  peeks: flips('', 'desk.quote(symbol);'),
  told: kind(`onQuote({ symbol }, desk) {
      if (!desk.position(symbol)) desk.enter({ symbol, side: 'BUY', quantity: '2' }); },
    onBar({ symbol }, desk) { if (desk.position(symbol)) desk.exit(symbol); },
    onFill({ symbol }, desk) { if (!(desk.quote(symbol).bid > 0)) throw new Error('blind'); }`),
};

describe('strategies that look at quotes', () => {
  let desk: LiveRunsDesk;
  let one: RunServer;
  let pool: ThreadPool;
  beforeEach(async () => {
    desk = await LiveRunsDesk.open(openSqlite, KINDS);
    one = desk.server();
    const code = async (name: string) => ({
      kind: name,
      module: KINDS[name as keyof typeof KINDS],
    });
    pool = new ThreadPool(threadProgram('strategy-thread'), code, 1);
  });
  afterEach(async () => {
    await pool.close();
    await desk.close();
  });

  const minutes = async (count: number) => {
    for (let n = 0; n < count; n += 1) await desk.nextMinute();
  };
  /** Compares the run with its reference after the exchange's close; returns the rows. */
  const compared = async () => {
    desk.clock.set(new Date(NOON.getTime() + 4 * 3_600_000 + 5 * MINUTE));
    const { reckon, read } = driftParts(desk, one, { pool, version: 'v1' });
    await reckon.execute();
    const actor = { username: 'ada' } as Parameters<ReadDrift['report']>[0];
    const report = await read.report(actor, {});
    return Array.from({ length: report.rows }, (_, n) => report.row(n)).reverse();
  };

  it.each(['looks', 'told'])(
    'are explained by a reference that reads the same: %s',
    async (name) => {
      await desk.start(one.store, { id: 'r1', kind: name });
      await minutes(6);
      const rows = await compared();
      expect(rows.length).toBeGreaterThan(1);
      for (const { problem, tradeId, split } of rows)
        expect([problem, tradeId === null, split.UNEXPLAINED.toFixed()]).toEqual([
          null,
          false,
          '0',
        ]);
    },
  );

  it('are unknown from the first quote on that their reference looks at and they did not', async () => {
    await desk.start(one.store, { id: 'r1', kind: 'peeks' });
    await minutes(3);
    await desk.kill(one);
    // From here on the two are out of step: the reference holds at each bar at which the run is flat.
    desk.clock.advance(3 * MINUTE);
    one = desk.server();
    await minutes(5);
    const rows = await compared();
    const known = rows.filter(({ problem }) => problem === null);
    const blind = rows.filter(({ problem }) => problem !== null);
    expect([known.length > 0, blind.length > 0]).toEqual([true, true]);
    expect(rows.indexOf(blind[0]!)).toBe(known.length);
    for (const { problem, expected, actual, split } of blind) {
      expect(problem).toContain('looked at quotes that the run did not');
      expect([expected.toFixed(), split.UNEXPLAINED.toFixed()]).toEqual(['0', actual.toFixed()]);
    }
  });
});
