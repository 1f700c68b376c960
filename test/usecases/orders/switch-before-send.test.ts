import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { databases } from '../../support/databases/databases.ts';
import { TradierDesk } from '../../support/desks/tradier-desk.ts';
import { tripScene } from '../../support/desks/trip-scene.ts';

describe.each(databases())('an entry that is stored and not yet sent, on %s', (_, open) => {
  let t: TradierDesk;
  let scene: ReturnType<typeof tripScene>;
  beforeEach(async () => {
    t = await TradierDesk.start(open, { mode: 'REAL' });
    scene = tripScene(t);
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await t.close();
  });

  /** Another server finds that the venue turns the token away. */
  async function trip(): Promise<void> {
    await t.fresh.book.change('ada', (change) =>
      change.raise(
        {
          ...{ kind: 'TOKEN_REFUSED', severity: 'CRITICAL', message: 'No.', tradeId: null },
          ...{ subject: 'TRADIER_LIVE VA00000001', condition: 'refused' },
        },
        t.clock.now(),
      ),
    );
    await t.desk.watchCauses.execute();
  }

  /** Runs `act` once the entry is stored, before anything else is written. */
  function onceStored(act: () => Promise<void>): void {
    const { book } = t.fresh;
    const change = book.change.bind(book);
    let isStored = false;
    vi.spyOn(book, 'change').mockImplementation(async (username, work) => {
      if (isStored) {
        isStored = false;
        await act();
      }
      return change(username, work);
    });
    t.restart((deps) => ({
      ...deps,
      passFaultPoint: (name) => {
        if (name === 'place: stored') isStored = true;
      },
    }));
  }

  async function expectNotSent(): Promise<void> {
    const { id, status, reason } = await scene.place();
    expect([status, reason]).toEqual(['CANCELED', 'the kill switch is at HALT_ENTRIES']);
    expect(await t.events(id)).not.toContain('ORDER_SUBMITTED');
    expect(t.venue.count('POST /orders')).toBe(0);
  }

  it('is not sent when the switch trips itself meanwhile', async () => {
    onceStored(trip);
    await expectNotSent();
    expect(await scene.causes()).toEqual(['TURNED_AWAY']);
  });

  it('is not sent when a file halts everybody meanwhile', async () => {
    onceStored(async () => void (t.deskHalt = 'HALT_ENTRIES'));
    await expectNotSent();
  });

  it('is sent when nothing happens meanwhile', async () => {
    onceStored(async () => {});
    await scene.place();
    expect(t.venue.count('POST /orders')).toBe(1);
  });

  it('holds no exit back: a close that is stored goes out', async () => {
    const id = await scene.opened();
    await trip();
    const { version: expectedVersion } = (await t.stored(id)).trade;
    const keyed = { id, expectedVersion, idempotencyKey: t.key() };
    await t.desk.trading.executeOrder(
      { username: 'ada', role: 'USER', demo: false },
      { close: { ...keyed, orderType: 'MARKET' } },
    );
    expect(t.venue.count('POST /orders')).toBe(2);
  });
});
