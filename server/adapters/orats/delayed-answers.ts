import type { Quote } from '../../domain/market/quote.ts';

interface Answer {
  readonly askedAt: number;
  readonly quote: Quote | null;
}

/** Recent answers, by symbol. An answer is forgotten once its time is over. */
export class DelayedAnswers {
  /** Oldest first. */
  readonly #answers = new Map<string, Answer>();

  /** `lastsMs`: how long an answer is valid. */
  constructor(private readonly lastsMs: number) {}

  get size(): number {
    return this.#answers.size;
  }

  /** Null: ORATS answered that there is no quote. Undefined: no valid answer is known. */
  get(symbol: string, now: number): Quote | null | undefined {
    const answer = this.#answers.get(symbol);
    return answer && this.#stands(answer, now) ? answer.quote : undefined;
  }

  set(symbol: string, quote: Quote | null, now: number): void {
    this.#answers.delete(symbol);
    this.#answers.set(symbol, { askedAt: now, quote });
    for (const [oldest, answer] of this.#answers) {
      if (this.#stands(answer, now)) break;
      this.#answers.delete(oldest);
    }
  }

  #stands({ askedAt }: Answer, now: number): boolean {
    return now - askedAt < this.lastsMs;
  }
}
