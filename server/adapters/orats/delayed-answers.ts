import type { Quote } from '../../domain/market/quote.ts';

interface Answer {
  readonly askedAt: number;
  readonly quote: Quote | null;
}

/** What was answered of late, by symbol. What has lasted its time is forgotten. */
export class DelayedAnswers {
  /** Oldest first. */
  readonly #answers = new Map<string, Answer>();

  /** `lastsMs`: how long an answer stands. */
  constructor(private readonly lastsMs: number) {}

  get size(): number {
    return this.#answers.size;
  }

  /** Null: the answer was that there is no quote. Undefined: nothing that still stands was answered. */
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
