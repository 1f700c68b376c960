import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import { forecastStats } from '../../../server/domain/forecast/forecast-stats.ts';
import { tallyOf } from '../../../server/domain/forecast/forecast-tally.ts';
import { ForecastDesk } from '../../support/desks/forecast-desk.ts';
import { minutes } from '../../support/values/forecasts.ts';

const ACT = fc.oneof(
  fc.record({
    kind: fc.constant('record' as const),
    permille: fc.integer({ min: 0, max: 1000 }),
    verdict: fc.constantFrom('BUY' as const, 'AVOID' as const),
    model: fc.constantFrom('m1', 'm2'),
    server: fc.constantFrom(0, 1),
  }),
  fc.record({ kind: fc.constant('settle' as const), together: fc.boolean() }),
  fc.record({
    kind: fc.constant('wait' as const),
    minutes: fc.constantFrom(1, 30, 70, 1440, 4 * 1440),
    path: fc.constantFrom('up', 'down', 'none', 'silent'),
  }),
);
type Act = typeof ACT extends fc.Arbitrary<infer T> ? T : never;

const PATHS = { up: [105, 100], down: [100, 95], none: [101, 99], silent: null } as const;

async function run(desk: ForecastDesk, act: Act): Promise<void> {
  const { market, clock } = desk;
  if (act.kind === 'record') {
    const { permille, verdict, model, server } = act;
    await desk.record({ probability: permille / 1000, verdict, model }, 'ada', server);
  } else if (act.kind === 'settle') {
    await (act.together ? desk.settle() : desk.servers[1]!.settle.execute());
  } else {
    const bar = PATHS[act.path];
    market.silent = false;
    const past = Math.floor((clock.now().getTime() - NOON_MS) / 60_000);
    const told = bar
      ? minutes(past, ...Array.from({ length: Math.min(act.minutes, 130) }, () => bar))
      : [];
    market.bars = [...market.bars, ...told];
    clock.advance(act.minutes * 60_000);
  }
}
const NOON_MS = Date.parse('2026-03-10T16:00:00.000Z');

it('whatever happens when, each forecast is settled at most once, and scores are those of what is stored', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(ACT, { minLength: 4, maxLength: 20 }), async (acts) => {
      const desk = await ForecastDesk.start();
      try {
        for (const act of acts) await run(desk, act);
        const { items } = await desk.store.page('ada', {}, { first: 500, after: null });
        const all = items.map(({ item }) => item);
        const over = all.filter(({ status }) => status !== 'OPEN');
        const lines = await desk.lines();
        const settled = lines.filter(({ action }) => action === 'FORECAST_SETTLED');
        const idOf = ({ detail }: (typeof lines)[number]) => (detail as { id: string }).id;
        expect(settled.map(idOf).sort()).toEqual(over.map(({ id }) => id).sort());
        expect(lines.length - settled.length).toBe(all.length);
        const stored = forecastStats(
          await desk.store.tallies('ada', { simulated: true, model: null }),
        );
        expect(stored).toEqual(forecastStats(over.map(tallyOf)));
        expect((await desk.fresh.book.read('ada').account()).cash).toEqual(dec(100_000));
        expect((await desk.fresh.book.proveLog('ada')).fault).toBeNull();
      } finally {
        await desk.close();
      }
    }),
    { numRuns: 25 },
  );
});
