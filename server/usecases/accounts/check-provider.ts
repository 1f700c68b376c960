import type { User } from '../../domain/account/user.ts';
import { badInput, Refusal } from '../../domain/refusal.ts';
import type { Provider, ProviderCheck, ProviderProbe } from '../../ports/provider-probe.ts';

/** Asks a provider whether it accepts the user's stored credentials. */
export class CheckProvider {
  constructor(private readonly probe: ProviderProbe) {}

  /** @throws {Refusal} BAD_USER_INPUT for a provider that this server does not use; FORBIDDEN for a demo. */
  async execute(user: User, provider: Provider): Promise<ProviderCheck> {
    if (user.demo) throw new Refusal('FORBIDDEN', 'A demo uses simulated venues only');
    if (!this.probe.providers.includes(provider)) {
      throw badInput('provider', `This server does not use ${provider}`);
    }
    return this.probe.check(user.username, provider);
  }
}
