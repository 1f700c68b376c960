import type { Username } from '../../domain/ids.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Provider } from '../../ports/provider-probe.ts';
import type { ProviderUsage, ProviderUsages } from '../../ports/provider-usage.ts';
import type { JsonHost } from '../wire/json-host.ts';
import type { UserCredentials } from './user-credentials.ts';

export type MeteredHost = Pick<JsonHost, 'usage' | 'allowance'>;

interface Metered {
  readonly provider: Provider;
  readonly host: MeteredHost;
  readonly serverWide: boolean;
}

/**
 * What the sources of token prices were asked within the last minute: with a user's own key for Jupiter, and for
 * an ADMIN by the whole server, whose prices all users share.
 */
export class HostUsages implements ProviderUsages {
  constructor(
    private readonly credentials: Pick<UserCredentials, 'ownJupiter' | 'seesServers'>,
    private readonly hosts: {
      readonly jupiterOf: (key: string) => MeteredHost;
      readonly servers: readonly Omit<Metered, 'serverWide'>[];
    },
    private readonly clock: Clock,
  ) {}

  async of(username: Username): Promise<readonly ProviderUsage[]> {
    const { jupiterOf, servers } = this.hosts;
    const keys = await this.credentials.ownJupiter(username);
    const own = keys.map((key) => ({ provider: 'JUPITER' as const, host: jupiterOf(key) }));
    const shared = (await this.credentials.seesServers(username)) ? servers : [];
    return [
      ...own.map((each) => this.#usage({ ...each, serverWide: false })),
      ...shared.map((each) => this.#usage({ ...each, serverWide: true })),
    ];
  }

  #usage({ provider, host, serverWide }: Metered): ProviderUsage {
    const { used, putOff, endsInMs } = host.usage();
    const resetsAt = endsInMs === null ? null : new Date(this.clock.now().getTime() + endsInMs);
    const counted = { counted: 'READS', used, allowance: host.allowance, putOff, resetsAt };
    return { provider, serverWide, ...counted };
  }
}
