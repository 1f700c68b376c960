import { expect, it } from 'vitest';
import { BrokerUnreachable, type PreparingBroker } from '../../../server/ports/broker.ts';
import { lookUpSwaps } from '../../../server/usecases/orders/look-up-swaps.ts';
import { NOON } from '../../support/fakes/fake-clock.ts';
import { anOpenTrade, anOrder } from '../../support/values/builders.ts';
import { aPreparedSwap } from '../../support/values/prepared-swap.ts';

const NAMES = ['one', 'two', 'three', 'four', 'five'];

it('comes to each swap in turn, also behind some of which nothing can be known', async () => {
  const asked: string[] = [];
  const broker = {
    orders: async () => ({ listed: [], complete: false, unread: [] }),
    fateOf: async ({ orders: [order] }: { orders: readonly { venueOrderId: string }[] }) => {
      asked.push(order!.venueOrderId);
      throw new BrokerUnreachable('it contradicts itself');
    },
  } as unknown as PreparingBroker;
  const trades = NAMES.map((name) => ({
    trade: anOpenTrade({ id: `real_${name}` }),
    orders: [anOrder({ status: 'SUBMITTED', venueOrderId: name, swap: aPreparedSwap() })],
  }));
  const perMinute: string[][] = [];
  for (let minute = 0; minute < NAMES.length; minute += 1) {
    await lookUpSwaps(broker, trades, new Date(NOON.getTime() + minute * 60_000));
    perMinute.push(asked.splice(0));
  }
  // A chain that is silent three times in a row is not asked more in that minute.
  expect(perMinute.map((each) => each.length)).toEqual([3, 3, 3, 3, 3]);
  expect(new Set(perMinute.map(([first]) => first))).toEqual(new Set(NAMES));
});
