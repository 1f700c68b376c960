import { describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import type { TicketInput } from '../../../server/domain/ticket/ticket.ts';
import { Crash, CrashAt } from '../../support/desks/crash-at.ts';
import { checkAlways, checkSettled, checkCovered } from '../../support/desks/trade-invariants.ts';
import { ADA, TradierDesk } from '../../support/desks/tradier-desk.ts';
import { VenueAdversary } from '../../support/desks/venue-adversary.ts';

interface Scene {
  readonly t: TradierDesk;
  readonly venue: VenueAdversary;
  /** Arms the kill at this run's step; earlier steps are not counted. */
  readonly arm: () => void;
}

interface Story {
  readonly name: string;
  readonly ticket?: Partial<TicketInput>;
  readonly play: (scene: Scene) => Promise<unknown>;
  /** The statuses that the trade may end in, whenever the desk was killed. */
  readonly ends: readonly string[];
}

const entryFills = ({ venue }: Scene) => venue.act({ kind: 'fill', part: 'entry', quantity: 3 });

async function opened(scene: Scene, ticket: Partial<TicketInput> = {}) {
  const { id } = await scene.t.place(ticket);
  entryFills(scene);
  await scene.t.sync();
  const { version: expectedVersion } = (await scene.t.stored(id)).trade;
  scene.arm();
  return { id, expectedVersion, idempotencyKey: scene.t.key() };
}

const STORIES: readonly Story[] = [
  {
    name: 'placing a bracket',
    play: async (scene) => {
      scene.arm();
      await scene.t.place();
      entryFills(scene);
      await scene.t.sync();
    },
    ends: ['OPEN', 'CANCELED'],
  },
  {
    name: 'placing exits after a market entry',
    play: async (scene) => {
      scene.arm();
      await scene.t.place({ orderType: 'MARKET', limitPrice: null });
      entryFills(scene);
      await scene.t.sync();
    },
    ends: ['OPEN', 'CANCELED'],
  },
  {
    name: 'recording a filled target',
    play: async (scene) => {
      await opened(scene);
      scene.venue.act({ kind: 'fill', part: 'target', quantity: 3 });
      await scene.t.sync();
    },
    ends: ['TP_HIT'],
  },
  {
    name: 'moving the stop',
    play: async (scene) => {
      const keyed = await opened(scene);
      await scene.t.desk.trading.updatePosition(ADA, {
        bracket: { ...keyed, stopLoss: dec('1.20') },
      });
    },
    ends: ['OPEN'],
  },
  {
    name: 'moving a trailing stop',
    play: async (scene) => {
      const bracket = { stopLoss: dec('1.00'), takeProfit: dec('4.00'), trailingPct: dec(20) };
      await opened(scene, { bracket });
      scene.t.quote(2.5, 2.6);
      await scene.t.desk.watchExits.execute();
    },
    ends: ['OPEN'],
  },
  {
    name: 'moving a single trailing stop',
    play: async (scene) => {
      await opened(scene, { bracket: { stopLoss: dec('1.00'), trailingPct: dec(20) } });
      scene.t.quote(2.5, 2.6);
      await scene.t.desk.watchExits.execute();
    },
    ends: ['OPEN'],
  },
  {
    name: 'closing at a trailing stop that the venue does not have yet',
    play: async (scene) => {
      await opened(scene, { bracket: { stopLoss: dec('1.00'), trailingPct: dec(20) } });
      for (const bid of [2.5, 3, 2.3]) {
        scene.t.quote(bid, bid + 0.1);
        await scene.t.desk.watchExits.execute();
      }
      scene.venue.act({ kind: 'fill', part: 'close', quantity: 3 });
      await scene.t.sync();
    },
    ends: ['OPEN', 'CLOSING', 'SL_HIT'],
  },
  {
    name: 'closing by hand',
    play: async (scene) => {
      const keyed = await opened(scene);
      await scene.t.desk.trading.executeOrder(ADA, { close: { ...keyed, orderType: 'MARKET' } });
      scene.venue.act({ kind: 'fill', part: 'close', quantity: 3 });
      await scene.t.sync();
    },
    ends: ['OPEN', 'CLOSING', 'MANUAL_CLOSE'],
  },
  {
    name: 'closing in part',
    play: async (scene) => {
      const keyed = await opened(scene);
      await scene.t.desk.trading.executeOrder(ADA, {
        close: { ...keyed, orderType: 'MARKET', quantity: dec(1) },
      });
      scene.venue.act({ kind: 'fill', part: 'close', quantity: 1 });
      await scene.t.sync();
    },
    ends: ['OPEN', 'CLOSING'],
  },
  {
    name: 'being stopped out by the watch',
    play: async (scene) => {
      await opened(scene, { bracket: { stopLoss: dec('1.48'), takeProfit: dec('1.52') } });
      scene.t.quote(0.9, 1);
      await scene.t.desk.watchExits.execute();
      scene.venue.act({ kind: 'fill', part: 'close', quantity: 3 });
      await scene.t.sync();
    },
    ends: ['OPEN', 'CLOSING', 'SL_HIT'],
  },
  {
    name: 'canceling the entry',
    play: async (scene) => {
      const { id, version: expectedVersion } = await scene.t.place();
      scene.arm();
      await scene.t.desk.trading.executeOrder(ADA, {
        cancel: { id, expectedVersion, idempotencyKey: scene.t.key() },
      });
    },
    ends: ['OPEN', 'CANCELED'],
  },
];

describe.each(STORIES)('killed while $name', (story) => {
  it('leaves no orphan, no double and nothing unprotected, at any step', async () => {
    let step = 0;
    for (let crashed = true; crashed;) {
      step += 1;
      crashed = await live(story, step);
    }
    expect(step, 'the story has steps to be killed at').toBeGreaterThan(4);
  }, 120_000);
});

/** Plays the story, killed at a step, and what follows. False when the story ends before that step. */
async function live({ play, ends }: Story, step: number): Promise<boolean> {
  const t = await TradierDesk.start();
  try {
    const venue = new VenueAdversary(t);
    const crash = new CrashAt(step);
    await play({ t, venue, arm: () => void t.restart(crash.through) }).catch((error: unknown) => {
      if (!crash.happened) throw error;
    });
    t.restart();
    const page = await t.fresh.book.read('ada').trades(null, {}, { first: 10, after: null });
    const id = page.items[0]?.item.id;
    if (page.items.length > 1) throw new Error('The crash doubled the trade');
    if (!id) expect(t.venue.orders).toEqual([]);
    else await recover(t, venue, id);
    if (id) expect(ends, `killed at step ${step}`).toContain((await t.stored(id)).trade.status);
    return crash.happened;
  } finally {
    await t.close();
  }
}

async function recover(t: TradierDesk, venue: VenueAdversary, id: string): Promise<void> {
  venue.act({ kind: 'fill', part: 'entry', quantity: 3 });
  await t.desk.reconcile.execute();
  await checkAlways(t, venue, id);
  await checkCovered(t, venue, id);
  venue.act({ kind: 'fill', part: 'close', quantity: 3 });
  for (let round = 0; round < 4; round += 1) {
    t.pass(61);
    await t.desk.reconcile.execute();
    await t.sync();
    await checkAlways(t, venue, id);
  }
  await checkSettled(t, venue, id);
}

it('a killed desk does nothing more', async () => {
  const t = await TradierDesk.start();
  const crash = new CrashAt(2);
  t.restart(crash.through);
  await expect(t.place()).rejects.toThrow(Crash);
  await expect(t.sync()).rejects.toThrow();
  expect(t.venue.orders).toEqual([]);
  await t.close();
});
