import { setTimeout as wait } from 'node:timers/promises';
import { fetchWithin } from '../live/fetch-within.ts';

export type Answer =
  | { readonly data: Record<string, never>; readonly code: null }
  | { readonly data: null; readonly code: string; readonly message: string };

/** After this time without an answer, the answer counts as lost. */
const PATIENCE_MS = 15_000;
const AGAIN_MS = 300;
const GIVES_UP_MS = 300_000;
/** The code while the desk has not read an account since its start: the request is to be repeated. */
const AGAIN = 'VENUE_UNAVAILABLE';
/** The code of an error that is the server's own fault. */
const UNFORESEEN = 'INTERNAL';

/** Repeats the same request until there is an answer: with a key it may be sent any number of times. */
export class PatientClient {
  asked = 0;
  /** Answers that never came, or were thrown away. */
  lost = 0;
  neverAnswered = 0;
  readonly unforeseen: string[] = [];
  /** Final refusals by their codes. */
  readonly refusals = new Map<string, number>();

  constructor(private readonly url: string) {}

  /** `loseAfterMs`: the first answer is thrown away unless it comes sooner. Null when no answer ever came. */
  async ask(
    token: string,
    query: string,
    variables: object = {},
    loseAfterMs: number | null = null,
  ): Promise<Answer | null> {
    const body = JSON.stringify({ query, variables });
    const givesUp = performance.now() + GIVES_UP_MS;
    let patience = loseAfterMs ?? PATIENCE_MS;
    this.asked += 1;
    while (performance.now() < givesUp) {
      const answer = await this.#once(token, body, patience);
      patience = PATIENCE_MS;
      if (answer && !this.#isProvisional(answer)) {
        if (answer.code) this.refusals.set(answer.code, (this.refusals.get(answer.code) ?? 0) + 1);
        return answer;
      }
      await wait(AGAIN_MS);
    }
    this.neverAnswered += 1;
    return null;
  }

  #isProvisional({ code }: Answer): boolean {
    return code === AGAIN || code === UNFORESEEN;
  }

  async #once(token: string, body: string, patienceMs: number): Promise<Answer | null> {
    try {
      const { text } = await fetchWithin(patienceMs, `${this.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body,
      });
      return this.#read(text);
    } catch {
      this.lost += 1;
      return null;
    }
  }

  #read(text: string): Answer {
    const { data, errors } = JSON.parse(text) as {
      readonly data?: Record<string, never>;
      readonly errors?: readonly { message: string; extensions: { code: string } }[];
    };
    const [error] = errors ?? [];
    if (!error) return { data: data!, code: null };
    const { code } = error.extensions;
    if (code === UNFORESEEN) this.unforeseen.push(text);
    return { data: null, code, message: error.message };
  }
}
