import type { Broker, Brokers } from '../../../server/ports/broker.ts';

/** Brokers for desks with one account that is always open. */
export function alwaysOpen(open: (username: string) => Promise<Broker | null>): Brokers {
  return {
    of: open,
    forEntries: open,
    whyNone: async () => 'the test has none',
  };
}

/** The same brokers, each through a wrapper. */
export function brokersThrough(brokers: Brokers, wrap: (broker: Broker) => Broker): Brokers {
  return {
    of: async (...asked) => {
      const broker = await brokers.of(...asked);
      return broker && wrap(broker);
    },
    forEntries: async (...asked) => {
      const broker = await brokers.forEntries(...asked);
      return broker && wrap(broker);
    },
    whyNone: (...asked) => brokers.whyNone(...asked),
  };
}
