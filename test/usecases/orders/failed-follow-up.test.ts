import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BookChange } from '../../../server/ports/book.ts';
import { databases } from '../../support/databases/databases.ts';
import { TradierDesk } from '../../support/desks/tradier-desk.ts';
import { REFUSED, tripScene } from '../../support/desks/trip-scene.ts';
import { LOST_RESPONSE } from '../../venues/wire-server.ts';

describe.each(databases())('what the venue answered, on %s', (_, open) => {
  let t: TradierDesk;
  let scene: ReturnType<typeof tripScene>;
  let fails: boolean;
  beforeEach(async () => {
    fails = false;
    t = await TradierDesk.start(open, { mode: 'REAL' });
    scene = tripScene(t);
    const { book } = t.fresh;
    const change = book.change.bind(book);
    Object.assign(book, {
      change: <T>(username: string, work: (change: BookChange) => Promise<T>) =>
        change(username, (inside) => {
          const tripRecord = inside.tripRecord.bind(inside);
          Object.assign(inside, {
            tripRecord: (...asked: Parameters<typeof tripRecord>) => {
              if (fails) throw new Error('the evidence cannot be read');
              return tripRecord(...asked);
            },
          });
          return work(inside);
        }),
    });
    t.restart((deps) => ({
      ...deps,
      passFaultPoint: (point) => {
        if (point === 'send: submitted') fails = true;
      },
    }));
  });
  afterEach(() => t.close());

  it.each([
    ['a refusal', REFUSED, 'REJECTED'],
    ['a lost answer', LOST_RESPONSE, 'UNKNOWN'],
  ] as const)(
    'as %s is kept, though what it trips cannot be looked at',
    async (_how, answer, status) => {
      t.venue.fail('POST /orders', answer, 1);
      const { id } = await scene.place();
      expect((await t.stored(id)).orders[0]).toMatchObject({ status });
      const detail = { username: 'ada', reason: 'the evidence cannot be read' };
      expect(t.log.lines).toContainEqual(expect.objectContaining({ level: 'error', detail }));
    },
  );

  it('is looked at by the next round', async () => {
    for (let n = 0; n < 5; n += 1) {
      t.venue.fail('POST /orders', REFUSED, 1);
      await scene.place();
      fails = false;
      t.pass(1);
    }
    expect(await scene.level()).toBe('OFF');
    await t.desk.watchCauses.execute();
    expect(await scene.level()).toBe('HALT_ENTRIES');
  });
});
