import { AT_TOUCH } from '../../../server/domain/matching/fill-model.ts';
import { SimulatedBroker } from '../../../server/adapters/simulated/simulated-broker.ts';
import { dec, ZERO } from '../../../server/domain/decimal.ts';
import type { Broker } from '../../../server/ports/broker.ts';
import { MemoryVenueStore } from '../fakes/memory-venue-store.ts';
import { CALL } from '../fakes/option-market.ts';
import { ScriptedMarket } from '../fakes/scripted-market.ts';
import { SandboxAccount } from './sandbox-account.ts';
import { HandClock } from './venue-account.ts';

/** A venue with one instrument, whose orders fill by themselves against its quote. */
export interface RestingVenue {
  readonly broker: Broker;
  readonly quote: (bid: string, ask: string) => void;
  readonly pass: (days: number) => void;
  readonly end: () => Promise<void>;
}

async function simulated(): Promise<RestingVenue> {
  const clock = new HandClock();
  const market = new ScriptedMarket(clock);
  const terms = {
    fillRule: async () => AT_TOUCH,
    deposits: async () => dec(100_000),
    movedElsewhere: async () => ZERO,
  };
  return {
    broker: new SimulatedBroker('ann', new MemoryVenueStore(), market, clock, terms),
    quote: (bid, ask) => {
      clock.pass(2);
      market.say(bid, ask);
    },
    pass: (days) => clock.pass(days * 86_400),
    end: async () => undefined,
  };
}

async function tradier(): Promise<RestingVenue> {
  const account = await SandboxAccount.open();
  const { venue } = account;
  venue.quirks.statement = 'kept';
  const pass = (days: number) => {
    account.clock.pass(days * 86_400);
    venue.now = account.clock.now();
  };
  const quote = (bid: string, ask: string) => venue.setQuote(CALL.symbol, { bid, ask });
  quote('2.00', '2.10');
  venue.matching = true;
  return { broker: account.broker(), quote, pass, end: () => venue.close() };
}

/** Venues at which orders rest. */
export const RESTING_VENUES: readonly [string, () => Promise<RestingVenue>][] = [
  ['the simulated venue', simulated],
  ['Tradier', tradier],
];
