import { expect } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import type { AdjustInput, CloseInput, TicketInput } from '../../../server/domain/ticket/ticket.ts';
import type { Trade } from '../../../server/domain/trade/trade.ts';
import { CrashAt } from './crash-at.ts';
import { checkAlways, checkCovered, checkSettled } from './trade-invariants.ts';
import { ADA, type TradierDesk } from './tradier-desk.ts';
import { VenueAdversary } from './venue-adversary.ts';

/** A person's requests, in either mode. */
interface Hand {
  place(ticket?: Partial<TicketInput>): Promise<Trade>;
  close(close: CloseInput): Promise<Trade>;
  adjust(bracket: AdjustInput): Promise<Trade>;
}

/** A desk that may be killed. */
export interface CrashStage {
  readonly t: TradierDesk;
  readonly hand: Hand;
  /** Starts to count steps; the desk is killed at the step of `crash`. */
  begin(crash: CrashAt): void;
  /** Starts a new process, with everything that a start does. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

interface Scene extends Pick<CrashStage, 't' | 'hand'> {
  readonly venue: VenueAdversary;
  /** Marks where the kill may first come; earlier steps are not counted. */
  readonly begin: () => void;
}

export interface CrashStory {
  readonly name: string;
  readonly play: (scene: Scene) => Promise<unknown>;
  /** The statuses that the trade may end in, whenever the desk was killed. */
  readonly ends: readonly string[];
}

const entryFills = ({ venue }: Scene) => venue.act({ kind: 'fill', part: 'entry', quantity: 3 });

async function opened(scene: Scene, ticket: Partial<TicketInput> = {}) {
  const { id } = await scene.hand.place(ticket);
  entryFills(scene);
  await scene.t.sync();
  const { version: expectedVersion } = (await scene.t.stored(id)).trade;
  scene.begin();
  return { id, expectedVersion, idempotencyKey: scene.t.key() };
}

export const CRASH_STORIES: readonly CrashStory[] = [
  {
    name: 'placing a bracket',
    play: async (scene) => {
      scene.begin();
      await scene.hand.place();
      entryFills(scene);
      await scene.t.sync();
    },
    ends: ['OPEN', 'CANCELED'],
  },
  {
    name: 'placing exits after a market entry',
    play: async (scene) => {
      scene.begin();
      await scene.hand.place({ orderType: 'MARKET', limitPrice: null });
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
      await scene.hand.adjust({ ...keyed, stopLoss: dec('1.20') });
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
      await scene.hand.close({ ...keyed, orderType: 'MARKET' });
      scene.venue.act({ kind: 'fill', part: 'close', quantity: 3 });
      await scene.t.sync();
    },
    ends: ['OPEN', 'CLOSING', 'MANUAL_CLOSE'],
  },
  {
    name: 'closing in part',
    play: async (scene) => {
      const keyed = await opened(scene);
      await scene.hand.close({ ...keyed, orderType: 'MARKET', quantity: dec(1) });
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
      const { id, version: expectedVersion } = await scene.hand.place();
      scene.begin();
      await scene.t.desk.trading.executeOrder(ADA, {
        cancel: { id, expectedVersion, idempotencyKey: scene.t.key() },
      });
    },
    ends: ['OPEN', 'CANCELED'],
  },
];

/** Plays a story again and again, killed one step later each time; returns how many steps it has. */
export async function killAtEachStep(
  story: CrashStory,
  start: () => Promise<CrashStage>,
  every = 1,
): Promise<number> {
  for (let step = 1; ; step += every) {
    if (!(await live(story, step, await start()))) return step;
  }
}

/** Plays the story with a kill at a step, and the recovery. False when the story ends before that step. */
async function live({ play, ends }: CrashStory, step: number, stage: CrashStage): Promise<boolean> {
  const { t, hand } = stage;
  try {
    const venue = new VenueAdversary(t);
    const crash = new CrashAt(step, () => outside(t));
    const begin = () => stage.begin(crash);
    await play({ t, hand, venue, begin }).catch((error: unknown) => {
      if (!crash.happened) throw error;
    });
    await stage.restart();
    const page = await t.fresh.book.read('ada').trades(null, {}, { first: 10, after: null });
    const id = page.items[0]?.item.id;
    if (page.items.length > 1) throw new Error('The crash doubled the trade');
    if (!id) expect(t.venue.orders).toEqual([]);
    else await recover(t, venue, id);
    if (id) expect(ends, `killed at step ${step}`).toContain((await t.stored(id)).trade.status);
    return crash.happened;
  } finally {
    await stage.stop();
  }
}

/** What a start meets in addition to the book: the venue, its quote and the time. */
function outside({ venue, clock, quoted }: TradierDesk): string {
  const { cash, positions } = venue.account;
  const all = [clock.now(), quoted, cash, [...positions], venue.orders];
  // A leg names its parent, and the parent lists the leg: JSON allows no such circle.
  return JSON.stringify(all, (key, value: unknown) => (key === 'parent' ? undefined : value));
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
