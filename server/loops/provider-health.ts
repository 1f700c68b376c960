import type { Clock } from '../ports/clock.ts';
import type { ProviderPulse } from '../ports/provider-pulse.ts';

/** A provider that the server has not called for this time is not in use, so its health does not matter. */
const IN_USE_MS = 15 * 60_000;

/**
 * Whether a provider answers, over all users and tokens of this server. It names no account and no token, and
 * a refusal counts as an answer.
 */
export class ProviderHealth implements ProviderPulse {
  #failingSince: Date | null = null;
  #askedAt: Date | null = null;

  constructor(
    readonly name: string,
    private readonly clock: Clock,
  ) {}

  answered(): void {
    this.#askedAt = this.clock.now();
    this.#failingSince = null;
  }

  failed(): void {
    this.#askedAt = this.clock.now();
    this.#failingSince ??= this.#askedAt;
  }

  /** Null when it answers or is not in use. */
  problem(): string | null {
    const now = this.clock.now().getTime();
    if (!this.#failingSince || !this.#askedAt) return null;
    if (now - this.#askedAt.getTime() > IN_USE_MS) return null;
    return `does not answer since ${this.#failingSince.toISOString()}`;
  }
}
