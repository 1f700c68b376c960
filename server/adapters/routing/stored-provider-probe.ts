import type { Username } from '../../domain/ids.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Provider, ProviderCheck, ProviderProbe } from '../../ports/provider-probe.ts';

/** A provider's answer; null when the user has no credentials for it. */
export type Probe = (
  username: Username,
) => Promise<Pick<ProviderCheck, 'ok' | 'message' | 'delayed' | 'steps'> | null>;

/** Checks providers with a user's stored credentials. A failure is a result, not an error. */
export class StoredProviderProbe implements ProviderProbe {
  constructor(
    private readonly probes: Partial<Record<Provider, Probe>>,
    private readonly clock: Clock,
  ) {}

  get providers(): readonly Provider[] {
    return Object.keys(this.probes) as Provider[];
  }

  async check(username: Username, provider: Provider): Promise<ProviderCheck> {
    const started = performance.now();
    const answer = await this.#ask(username, provider);
    const latencyMs = Math.round(performance.now() - started);
    return { provider, latencyMs, checkedAt: this.clock.now(), ...answer };
  }

  async #ask(username: Username, provider: Provider) {
    try {
      const reached = await this.probes[provider]?.(username);
      return reached ?? failed('No credentials are stored for it.');
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return failed(message);
    }
  }
}

function failed(message: string) {
  return { ok: false, message, delayed: null, steps: [{ text: message, ok: false }] };
}
