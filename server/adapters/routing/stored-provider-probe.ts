import type { Clock } from '../../ports/clock.ts';
import type { Provider, ProviderCheck, ProviderProbe } from '../../ports/provider-probe.ts';

/** What a provider answered; null where the user has no credentials for it. */
export type Probe = (username: string) => Promise<{ message: string; delayed: boolean } | null>;

/** Asks providers with what is stored for a user. A failure is an answer, not an error. */
export class StoredProviderProbe implements ProviderProbe {
  constructor(
    private readonly probes: Partial<Record<Provider, Probe>>,
    private readonly clock: Clock,
  ) {}

  get providers(): readonly Provider[] {
    return Object.keys(this.probes) as Provider[];
  }

  async check(username: string, provider: Provider): Promise<ProviderCheck> {
    const started = performance.now();
    const answer = await this.#ask(username, provider);
    const latencyMs = Math.round(performance.now() - started);
    return { provider, latencyMs, checkedAt: this.clock.now(), ...answer };
  }

  async #ask(username: string, provider: Provider) {
    try {
      const reached = await this.probes[provider]?.(username);
      if (reached) return { ok: true, ...reached };
      return { ok: false, message: 'No credentials are stored for it.', delayed: null };
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return { ok: false, message, delayed: null };
    }
  }
}
