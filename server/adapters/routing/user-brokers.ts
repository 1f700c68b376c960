import type { VenueName } from '../../domain/book/mode.ts';
import type { Broker, Brokers } from '../../ports/broker.ts';

/** Makes a user's broker at one venue; null where the user has no account there. */
export type BrokerMaker = (username: string) => Promise<Broker | null>;

/** Picks the broker by the venue that stands on the trade's row; knows only the venues it was given. */
export class UserBrokers implements Brokers {
  constructor(private readonly makers: Partial<Record<VenueName, BrokerMaker>>) {}

  of(username: string, venue: VenueName): Promise<Broker | null> {
    return this.makers[venue]?.(username) ?? Promise.resolve(null);
  }
}
