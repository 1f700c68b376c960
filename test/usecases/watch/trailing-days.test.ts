import { describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import { PAIR, TrailingScene } from '../../support/desks/trailing-scene.ts';

/** Moves of the stop in one quarter. A statement with all of a trade's orders took at most 249 moves of a pair. */
const QUARTER = 64;

describe('a stop that trails for two exchange days', () => {
  it('is at the venue with its target at the end, after more moves than one statement can hold orders', async () => {
    const s = await TrailingScene.start();
    const id = await s.opened({ ...PAIR, takeProfit: dec(100) });
    const logged = async (): Promise<number> => {
      const [row] = await s.t.fresh
        .knex('events')
        .sum({ bytes: s.t.fresh.knex.raw('length(payload)') });
      return Number(row?.bytes);
    };
    const grown: number[] = [];
    let bid = 1.5;
    for (const open of ['2026-03-11T13:31:00Z', '2026-03-12T13:31:00Z']) {
      s.t.clock.set(new Date(open));
      for (let half = 0; half < 2; half += 1) {
        const before = await logged();
        for (let move = 0; move < QUARTER; move += 1) {
          s.t.pass(180);
          bid += 0.1;
          s.t.quote(Number(bid.toFixed(2)), Number((bid + 0.1).toFixed(2)));
          await s.t.desk.watchExits.execute();
        }
        grown.push((await logged()) - before);
      }
    }
    const moves = (await s.t.fresh.knex('events').where({ trade_id: id, type: 'STOP_TRAILED' }))
      .length;
    expect(moves).toBe(4 * QUARTER);
    expect(s.atVenue()).toEqual([`limit 100 x3`, `stop ${Number(await s.stopOf(id))} x3`]);
    expect(Math.max(...grown)).toBeLessThan(Math.min(...grown) * 1.02);
    expect(await s.t.fresh.book.proveLog('ada')).toMatchObject({ fault: null });
    await s.t.close();
  }, 120_000);
});
