import { expect, it } from 'vitest';
import { openSqlite } from '../../support/databases/databases.ts';
import { LiveRunsDesk } from '../../support/desks/live-runs-desk.ts';
import { NOON } from '../../support/fakes/fake-clock.ts';

const SEES = `export default { title: 'T', description: 'D', assetClasses: ['EQUITY'],
  create: () => ({ onBar(bar, desk) { desk.log(desk.now.toISOString()); } }) };`;
/** How long after a bar's end the source returns the bar. */
const LATE_MS = 2_500;

it('a bar that its source tells late is handed over with the next beat', async () => {
  const desk = await LiveRunsDesk.open(openSqlite, { sees: SEES });
  try {
    const server = desk.server(({ market }) => ({
      market: {
        ...market,
        candles: async (user, range, mode) => {
          const told = desk.clock.now().getTime() - LATE_MS;
          const all = await market.candles(user, range, mode);
          return all.filter(({ at }) => at.getTime() + 60_000 <= told);
        },
      },
    }));
    const run = await desk.start(server.store, { id: 'r1', kind: 'sees' });
    for (let second = 1; second <= 70; second += 1) {
      desk.clock.set(new Date(NOON.getTime() + second * 1_000));
      await server.beat();
    }
    const lines = await server.store.lines(run, 0, 9);
    expect(lines.flatMap(({ logged }) => logged)).toEqual([
      new Date(NOON.getTime() + 63_000).toISOString(),
    ]);
  } finally {
    await desk.close();
  }
});
