import { setTimeout as pause } from 'node:timers/promises';
import {
  TradierBroker,
  type TradierBrokerOptions,
} from '../../../server/adapters/tradier/tradier-broker.ts';
import { TradierClient } from '../../../server/adapters/tradier/tradier-client.ts';
import { TradierMarketData } from '../../../server/adapters/tradier/tradier-market-data.ts';
import { TradierEmulator } from '../../venues/tradier-emulator.ts';
import { MemoryLog } from '../fakes/memory-log.ts';
import { ELEVEN } from '../fakes/option-market.ts';
import { HandClock } from './venue-account.ts';

/** The adapters of one sandbox account, and the venue that they connect to. */
export class SandboxAccount {
  readonly log = new MemoryLog();
  readonly clock = new HandClock();
  readonly client: TradierClient;

  private constructor(readonly venue: TradierEmulator) {
    this.client = this.clientOf(venue.token);
  }

  static async open(): Promise<SandboxAccount> {
    return new SandboxAccount(await TradierEmulator.start({ now: ELEVEN }));
  }

  clientOf(token: string): TradierClient {
    const timeouts = { read: 4_000, post: 1_500 };
    const { log, clock, venue } = this;
    // Retries come without a wait.
    const time = { now: () => performance.now(), sleep: () => pause(1) };
    return new TradierClient({ baseUrl: venue.url, token, clock, log, timeouts, time });
  }

  broker(options: Partial<TradierBrokerOptions> = {}, client = this.client): TradierBroker {
    const { accountId: account } = this.venue;
    const own = { account, venue: 'TRADIER_SANDBOX', clock: this.clock } as const;
    return new TradierBroker(client, { ...own, ...options });
  }

  marketData(delayed = true): TradierMarketData {
    return new TradierMarketData(this.client, { delayed, clock: this.clock });
  }
}
