import type { Client } from '@urql/svelte';
import { SvelteMap } from 'svelte/reactivity';
import { ChainVolatilityDocument, type ChainVolatilityQueryVariables } from '../gql/graphql.ts';
import { deskError, type DeskError } from '../lib/errors.ts';
import { termPoint, type TermPoint } from './term.ts';

/** Answers are reused for this long: each one costs a request of the provider's budget. */
const KEPT_MS = 5 * 60_000;

interface Kept {
  readonly point: TermPoint;
  readonly askedAt: number;
}

/** At-the-money volatilities of one underlying, read one expiration at a time. */
export class TermReader {
  readonly #kept = new SvelteMap<string, Kept>();
  #turn = 0;
  /** The expiration being read. */
  asking = $state<string | null>(null);
  /** Why the reading stopped early. */
  error = $state.raw<DeskError | null>(null);

  constructor(
    private readonly client: Client,
    /** The book whose venue is asked, and the underlying. */
    private readonly of: Pick<ChainVolatilityQueryVariables, 'mode' | 'underlying'>,
    private readonly now: () => number,
  ) {}

  /** The known points of these expirations, in their order. */
  known(expirations: readonly string[]): readonly TermPoint[] {
    return expirations.flatMap((date) => this.#kept.get(date)?.point ?? []);
  }

  /** Reads unknown and old points in order; stops at the first failure. */
  async read(expirations: readonly string[]): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    this.error = null;
    for (const expiration of expirations) {
      const kept = this.#kept.get(expiration);
      if (kept && this.now() - kept.askedAt < KEPT_MS) continue;
      this.asking = expiration;
      const variables = { ...this.of, expiration };
      const { data, error } = await this.client
        .query(ChainVolatilityDocument, variables, { requestPolicy: 'network-only' })
        .toPromise();
      if (turn !== this.#turn) return;
      if (error || !data) {
        this.error = error ? deskError(error) : null;
        break;
      }
      const askedAt = this.now();
      this.#kept.set(expiration, { point: termPoint(data.optionChain, askedAt), askedAt });
    }
    this.asking = null;
  }

  /** Ends the reading; known points stay. */
  stop(): void {
    this.#turn += 1;
    this.asking = null;
  }
}
