import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import { Refusal } from '../../../server/domain/refusal.ts';
import type { TicketInput } from '../../../server/domain/ticket/ticket.ts';
import { BrokerUnreachable } from '../../../server/ports/broker.ts';
import { replayAll } from '../../support/databases/replays-itself.ts';
import { ADA, TradierDesk } from '../../support/desks/tradier-desk.ts';
import { checkAlways, checkSettled } from '../../support/desks/trade-invariants.ts';
import { VenueAdversary, type VenueEvent } from '../../support/desks/venue-adversary.ts';

interface UserAction {
  readonly by: 'user';
  readonly kind: 'closeAtMarket' | 'closeOne' | 'closeAtLimit' | 'cancelEntry' | 'adjust';
  readonly stopLoss: string | null;
  readonly takeProfit: string | null;
}
interface DeskAction {
  readonly by: 'desk';
  readonly kind: 'sync' | 'reconcile' | 'watch' | 'minute' | 'restart';
}
type Step = UserAction | DeskAction | { readonly by: 'venue'; readonly event: VenueEvent };

const desk = fc.record<DeskAction>({
  by: fc.constant('desk'),
  kind: fc.constantFrom('sync', 'sync', 'sync', 'reconcile', 'watch', 'minute', 'restart'),
});
const user = fc.record<UserAction>({
  by: fc.constant('user'),
  kind: fc.constantFrom('closeAtMarket', 'closeOne', 'closeAtLimit', 'cancelEntry', 'adjust'),
  stopLoss: fc.constantFrom('1.20', '1.10', null),
  takeProfit: fc.constantFrom('2.00', '2.80', null),
});
const part = fc.constantFrom('entry', 'target', 'stop', 'close');
const quantity = fc.constantFrom(1, 2, 3);
const venueEvent: fc.Arbitrary<VenueEvent> = fc.oneof(
  fc.record({ kind: fc.constant('fill'), part, quantity }),
  fc.constant<VenueEvent>({ kind: 'fill', part: 'entry', quantity: 3 }),
  fc.record({ kind: fc.constantFrom('cancel', 'reject', 'fillWhenCanceled', 'oddWord'), part }),
  fc.constant<VenueEvent>({ kind: 'fillBothExits' }),
  fc.record({
    kind: fc.constant('trouble'),
    trouble: fc.constantFrom(
      ...(['rejectNext', 'refuseNext', 'loseAnswer', 'losePost'] as const),
      ...(['loseCancel', 'slowCancel', 'down', 'endDay'] as const),
    ),
  }),
  fc.record({ kind: fc.constant('priceless'), reads: fc.constantFrom(0, 1, 2, 5) }),
  fc.constantFrom<VenueEvent>(
    { kind: 'quote', bid: 0.9, ask: 1 },
    { kind: 'quote', bid: 1.45, ask: 1.55 },
    { kind: 'quote', bid: 2, ask: 2.1 },
    { kind: 'quote', bid: 2.6, ask: 2.7 },
    { kind: 'quote', bid: 0, ask: 0.5 },
  ),
);
const venue = venueEvent.map<Step>((event) => ({ by: 'venue', event }));
const step = fc.oneof(
  { weight: 5, arbitrary: venue },
  { weight: 3, arbitrary: desk },
  { weight: 2, arbitrary: user },
);

const TICKETS: Partial<TicketInput>[] = [
  {},
  { orderType: 'MARKET', limitPrice: null },
  { bracket: { stopLoss: dec('1.00') } },
  { timeInForce: 'GTC', bracket: { stopLoss: dec('1.48'), takeProfit: dec('1.52') } },
  { bracket: { stopLoss: dec('1.00'), takeProfit: dec('2.80'), trailingPct: dec(10) } },
  { bracket: { trailingPct: dec(5) } },
];
const RUNS = { numRuns: 25, interruptAfterTimeLimit: 100_000 };

describe('whatever the venue does', () => {
  it.each([1, 2, 3, 4])(
    'no order goes out to close what is not held (seed %i)',
    async (seed) => {
      const steps = fc.array(step, { minLength: 6, maxLength: 30, size: 'max' });
      const run = fc.asyncProperty(fc.constantFrom(...TICKETS), fc.boolean(), steps, story);
      await fc.assert(run, { seed, ...RUNS });
    },
    120_000,
  );
});

async function story(
  ticket: Partial<TicketInput>,
  opposes: boolean,
  steps: readonly Step[],
): Promise<void> {
  const opposingOrders = opposes ? 'refused' : 'accepted';
  const t = await TradierDesk.start(undefined, { quirks: { opposingOrders } });
  try {
    const adversary = new VenueAdversary(t);
    const { id } = await t.place(ticket);
    for (const each of steps) {
      await perform(t, adversary, id, each).catch((error: unknown) => {
        if (!isReported(error)) throw error;
      });
      // An act of the venue alone changes nothing at the desk, and the desk sends nothing.
      if (each.by !== 'venue') await checkAlways(t, adversary, id);
    }
    adversary.behave();
    for (let round = 0; round < 5; round += 1) {
      t.pass(61);
      await t.desk.reconcile.execute();
      await checkAlways(t, adversary, id);
    }
    await checkSettled(t, adversary, id);
    expect((await replayAll(t.fresh.knex)).differing).toEqual([]);
  } finally {
    await t.close();
  }
}

async function perform(t: TradierDesk, adversary: VenueAdversary, id: string, step: Step) {
  if (step.by === 'venue') adversary.act(step.event);
  else if (step.by === 'desk') await deskActs(t, step.kind);
  else await userActs(t, id, step);
}

async function deskActs(t: TradierDesk, kind: DeskAction['kind']): Promise<void> {
  switch (kind) {
    case 'sync':
      return t.sync();
    case 'reconcile':
      return t.desk.reconcile.execute();
    case 'watch':
      return t.desk.watchExits.execute();
    case 'minute':
      return t.pass(61);
    case 'restart':
      t.restart();
  }
}

async function userActs(t: TradierDesk, id: string, { kind, ...prices }: UserAction) {
  const { version: expectedVersion } = (await t.stored(id)).trade;
  const keyed = { id, expectedVersion, idempotencyKey: t.key() };
  const price = (text: string | null) => (text === null ? null : dec(text));
  const market = { ...keyed, orderType: 'MARKET' } as const;
  switch (kind) {
    case 'closeAtMarket':
      return t.desk.trading.executeOrder(ADA, { close: market });
    case 'closeOne':
      return t.desk.trading.executeOrder(ADA, { close: { ...market, quantity: dec(1) } });
    case 'closeAtLimit':
      return t.desk.trading.executeOrder(ADA, {
        close: { ...keyed, orderType: 'LIMIT', limitPrice: dec('1.70') },
      });
    case 'cancelEntry':
      return t.desk.trading.executeOrder(ADA, { cancel: keyed });
    case 'adjust': {
      const [stopLoss, takeProfit] = [price(prices.stopLoss), price(prices.takeProfit)];
      return t.desk.trading.updatePosition(ADA, { bracket: { ...keyed, stopLoss, takeProfit } });
    }
  }
}

/** Whether an error is a refusal or a venue without an answer, which the caller gets as an error. */
function isReported(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.every(isReported);
  return error instanceof Refusal || error instanceof BrokerUnreachable;
}

it('the adversary detects an uncovered close when there is one', async () => {
  const t = await TradierDesk.start();
  const adversary = new VenueAdversary(t);
  const terms = { class: 'option', symbol: 'SPY', option_symbol: 'SPY260327C00560000' };
  const sale = { side: 'sell_to_close', type: 'market', duration: 'day', quantity: '1' };
  await fetch(`${t.venue.url}/accounts/${t.venue.accountId}/orders`, {
    method: 'POST',
    headers: { authorization: `Bearer ${t.venue.token}` },
    body: new URLSearchParams({ ...terms, ...sale, tag: 'naked' }),
  });
  expect(adversary.uncoveredCloses).toEqual(['option market 1 while 0 held, 0 claimed']);
  await t.close();
});
