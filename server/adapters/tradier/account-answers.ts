import { z } from 'zod';
import type { TokenAnswer } from '../wire/token-answer.ts';
import type { Clock } from '../../ports/clock.ts';
import type { TradierClient } from './tradier-client.ts';
import { TradierFailure } from './tradier-failure.ts';

/** A refusal is checked again after this time: the venue's gateway errs now and then. */
const REFUSED_FOR_MS = 30_000;
const OPEN: TokenAnswer = { open: true, words: '' };

/**
 * Whether a token has access to an account, according to the account's own answer. A yes is kept until a
 * later answer says otherwise.
 */
export class AccountAnswers {
  readonly #known = new Map<string, { answer: Promise<TokenAnswer>; until: number }>();

  constructor(
    private readonly clientOf: (token: string) => Pick<TradierClient, 'get'>,
    private readonly clock: Clock,
  ) {}

  of(token: string, account: string): Promise<TokenAnswer> {
    const key = `${token} ${account}`;
    const known = this.#known.get(key);
    if (known && this.clock.now().getTime() < known.until) return known.answer;
    const answer = this.#ask(token, account);
    this.#known.set(key, { answer, until: Number.POSITIVE_INFINITY });
    answer.then(
      (found) => this.#keep(key, found),
      () => this.#known.delete(key),
    );
    return answer;
  }

  /** Records that the account itself has refused the token. */
  refused(token: string, account: string, words: string): void {
    this.#keep(`${token} ${account}`, { open: false, words });
  }

  #keep(key: string, found: TokenAnswer): void {
    const answer = Promise.resolve(found);
    const now = this.clock.now().getTime();
    if (found.open === null) this.#known.delete(key);
    else
      this.#known.set(key, {
        answer,
        until: found.open ? Number.POSITIVE_INFINITY : now + REFUSED_FOR_MS,
      });
  }

  /** Sent with EXIT priority, because an exit may wait for it. */
  async #ask(token: string, account: string): Promise<TokenAnswer> {
    try {
      const path = `/accounts/${encodeURIComponent(account)}/balances`;
      await this.clientOf(token).get(path, z.unknown(), {}, 'EXIT');
      return OPEN;
    } catch (error) {
      if (!(error instanceof TradierFailure)) throw error;
      return { open: isTurnedAway(error) ? false : null, words: error.message };
    }
  }
}

/** The refusal concerns the whole account. An invalid token is reported by the request that used it. */
export function isTurnedAway({ kind, status }: TradierFailure): boolean {
  return kind === 'UNKNOWN_ORDER' || status === 403;
}
