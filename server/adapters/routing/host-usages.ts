import type { Username } from '../../domain/ids.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Provider } from '../../ports/provider-probe.ts';
import type { ProviderUsage, ProviderUsages } from '../../ports/provider-usage.ts';
import type { HostUsage } from '../wire/host-budget.ts';
import type { UserCredentials } from './user-credentials.ts';

/** Requests that are counted together over the last minute. */
export interface Meter {
  readonly provider: Provider;
  /** READS: requests behind prices. CALLS: requests to a chain’s node. SWAPS: swaps that were sent. */
  readonly counted: 'READS' | 'CALLS' | 'SWAPS';
  readonly host: {
    /** Requests a minute; undefined where the desk keeps to no limit. */
    readonly allowance?: number;
    usage(): Pick<HostUsage, 'used' | 'putOff' | 'endsInMs'>;
  };
}

interface Meters {
  /** Meters of the user’s own keys. */
  own(username: Username): Promise<readonly Meter[]>;
  readonly servers: readonly Meter[];
}

/**
 * Requests to token hosts within the last minute: with a user's own key and, for an ADMIN, by the whole
 * server, whose prices and node all users share.
 */
export class HostUsages implements ProviderUsages {
  constructor(
    private readonly credentials: Pick<UserCredentials, 'seesServers'>,
    private readonly meters: Meters,
    private readonly clock: Clock,
  ) {}

  async of(username: Username): Promise<readonly ProviderUsage[]> {
    const own = await this.meters.own(username);
    const shared = (await this.credentials.seesServers(username)) ? this.meters.servers : [];
    return [
      ...own.map((each) => this.#usage(each, false)),
      ...shared.map((each) => this.#usage(each, true)),
    ];
  }

  #usage({ provider, counted, host }: Meter, serverWide: boolean): ProviderUsage {
    const { used, putOff, endsInMs } = host.usage();
    const resetsAt = endsInMs === null ? null : new Date(this.clock.now().getTime() + endsInMs);
    const { allowance = null } = host;
    return { provider, serverWide, counted, used, allowance, putOff, resetsAt };
  }
}
