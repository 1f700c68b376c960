import type { Username } from '../../domain/ids.ts';
import type { Provider } from '../../ports/provider-probe.ts';
import type { ProviderUsage, ProviderUsages } from '../../ports/provider-usage.ts';
import type { TradierCredentials } from './tradier-credentials.ts';

/** The usage of one token. */
export type Meter = (
  token: string,
) => Promise<readonly Omit<ProviderUsage, 'provider' | 'serverWide'>[]>;

/** The usage of the tokens that a user may see. */
export class UserUsages implements ProviderUsages {
  constructor(
    private readonly credentials: Pick<TradierCredentials, 'knownTo'>,
    private readonly meters: Partial<Record<Provider, Meter>>,
  ) {}

  async of(username: Username): Promise<readonly ProviderUsage[]> {
    const known = await this.credentials.knownTo(username);
    const usages = known.map(async ({ provider, token, serverWide }) => {
      const parts = (await this.meters[provider]?.(token)) ?? [];
      return parts.map((part) => ({ provider, serverWide, ...part }));
    });
    return (await Promise.all(usages)).flat();
  }
}
