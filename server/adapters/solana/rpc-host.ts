import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import type { ProviderPulse } from '../../ports/provider-pulse.ts';
import { ChainUnknown, type ChainTrouble } from '../../ports/solana-chain.ts';
import type { TokenUrgency } from '../../ports/token-market.ts';
import { refusedForMs } from '../wire/host-answer.ts';
import { HostBudget, type HostUsage } from '../wire/host-budget.ts';
import { HostFailure } from '../wire/host-failure.ts';
import { postJson, type PostAnswer } from '../wire/json-post.ts';
import { realTime, type RealTime } from '../wire/real-time.ts';
import { inQueue } from '../wire/waiting.ts';
import { rpcReply } from './rpc-schema.ts';
import { parseJson } from '../wire/parse-json.ts';

export interface RpcHostOptions {
  /** `SOLANA_RPC_URL`. It may hold a key, so no message, log line or figure shows it. */
  readonly url: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly pulse?: ProviderPulse;
  readonly timeoutMs?: number;
  /** Requests a minute. */
  readonly allowance?: number;
  readonly time?: RealTime;
}

const NAME = 'Solana RPC';
const TIMEOUT_MS = 5_000;
/** Requests a minute at the public endpoints, which allow 100 in ten seconds. */
const ALLOWANCE = 600;
const LOGGED_EVERY_MS = 60_000;
/** JSON-RPC codes by which a node says that it is behind, or has not reached the slot. */
const BEHIND: ReadonlySet<number> = new Set([-32004, -32005, -32014, -32016]);
const TOO_MANY: ReadonlySet<number> = new Set([429, -32429]);

/**
 * JSON-RPC at one address, within an allowance. Only a call that a 429 refused is repeated, once. Messages
 * are in our own words: those of the host may repeat its address.
 */
export class RpcHost {
  readonly #url: string;
  readonly #options: Omit<RpcHostOptions, 'url'>;
  readonly #budget: HostBudget;
  readonly #time: RealTime;
  readonly #loggedAt = new Map<ChainTrouble, number>();
  #lastId = 0;

  constructor({ url, ...options }: RpcHostOptions) {
    this.#url = url;
    this.#options = options;
    this.#time = options.time ?? realTime;
    this.#budget = new HostBudget(NAME, options.allowance ?? ALLOWANCE, this.#time);
  }

  /** The answer’s `result`, in any shape. @throws {ChainUnknown} */
  async call(method: string, params: readonly unknown[], urgency: TokenUrgency): Promise<unknown> {
    const until = this.#budget.deadline(urgency);
    for (let again = true; ; again = false) {
      try {
        await inQueue(() => this.#budget.take(urgency, until));
        return await this.#attempt(method, params);
      } catch (error) {
        const unknown = asUnknown(error);
        this.#note(method, unknown);
        const refused = unknown.trouble === 'BUSY' && !(error instanceof HostFailure);
        if (!refused || !again) throw unknown;
      }
    }
  }

  /** Requests a minute that the desk keeps to; nodes do not state theirs. */
  get allowance(): number {
    return this.#budget.allowance;
  }

  usage(): HostUsage {
    return this.#budget.usage();
  }

  async #attempt(method: string, params: readonly unknown[]): Promise<unknown> {
    const { timeoutMs = TIMEOUT_MS, clock } = this.#options;
    this.#lastId += 1;
    const body = { jsonrpc: '2.0', id: this.#lastId, method, params };
    let answer = null as PostAnswer | null;
    try {
      answer = await postJson({ url: this.#url, body, timeoutMs });
      const result = resultOf(answer, body.id, method);
      this.#options.pulse?.answered();
      return result;
    } catch (error) {
      if (error instanceof ChainUnknown && error.trouble === 'BUSY') {
        const headers = answer?.headers ?? new Headers();
        this.#budget.exhausted(refusedForMs(headers, clock.now().getTime()));
      }
      throw error;
    } finally {
      this.#budget.answered(null);
    }
  }

  #note(method: string, { trouble, message }: ChainUnknown): void {
    if (trouble === 'SILENT' || trouble === 'UNREADABLE') this.#options.pulse?.failed();
    else this.#options.pulse?.answered();
    const now = this.#time.now();
    if (now - (this.#loggedAt.get(trouble) ?? -Infinity) < LOGGED_EVERY_MS) return;
    this.#loggedAt.set(trouble, now);
    this.#options.log.warn(NAME, { trouble, asked: method, reason: message });
  }
}

function resultOf({ status, text }: PostAnswer, id: number, method: string): unknown {
  if (status === 429) throw chainUnknown('BUSY', `refuses ${method} for now: 429`);
  const reply = rpcReply.safeParse(parseJson(text));
  const code = reply.data?.error?.code;
  if (code !== undefined && code !== null) {
    if (TOO_MANY.has(code)) throw chainUnknown('BUSY', `refuses ${method} for now`);
    if (BEHIND.has(code)) throw chainUnknown('LAGS', `is behind, by its own word: ${code}`);
    throw chainUnknown('REFUSED', `refuses ${method}: ${code}`);
  }
  if (status >= 500) throw chainUnknown('SILENT', `answers ${status}`);
  if (status < 200 || status >= 300) throw chainUnknown('REFUSED', `refuses ${method}: ${status}`);
  if (!reply.success || reply.data.result === undefined || reply.data.id !== id) {
    throw chainUnknown('UNREADABLE', `answers ${method} with something else`);
  }
  return reply.data.result;
}

function asUnknown(error: unknown): ChainUnknown {
  if (error instanceof ChainUnknown) return error;
  if (!(error instanceof HostFailure)) throw error;
  if (error.isPutOff) return chainUnknown('BUSY', 'put off, our allowance is used up for now');
  return chainUnknown('SILENT', error.message);
}

export function chainUnknown(trouble: ChainTrouble, what: string): ChainUnknown {
  return new ChainUnknown(trouble, `${NAME}: ${what}`);
}
