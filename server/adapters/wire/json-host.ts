import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import type { ProviderPulse } from '../../ports/provider-pulse.ts';
import type { TokenUrgency } from '../../ports/token-market.ts';
import { noticeIn, readHostAnswer, refusedForMs } from './host-answer.ts';
import { HostBudget, type HostUsage } from './host-budget.ts';
import { HostFailure, type HostFailureKind } from './host-failure.ts';
import { realTime, type RealTime } from './real-time.ts';
import { RowReader } from './row-reader.ts';
import { SharedFlights } from './shared-flights.ts';
import { atVenue, inQueue } from './waiting.ts';

export interface JsonHostOptions {
  /** The name in log lines and messages: `Jupiter`. */
  readonly name: string;
  readonly baseUrl: string;
  /** Headers that are sent with each request. */
  readonly headers: Readonly<Record<string, string>>;
  /** The key; no log line or message shows it. */
  readonly secret: string | null;
  /** Requests a minute until the host states its own limit. */
  readonly allowance: number;
  readonly clock: Clock;
  readonly log: Log;
  readonly pulse?: ProviderPulse;
  readonly timeoutMs?: number;
  /** How long a 429 lasts that does not say until when; ten seconds when left out. */
  readonly holdMs?: number;
  readonly time?: RealTime;
}

/** Parameters by name, or as an ordered list when a name recurs. */
export type HostQuery = Readonly<Record<string, string>> | readonly [name: string, value: string][];

export interface HostAnswer {
  readonly json: unknown;
  /** When this answer arrived. */
  readonly receivedAt: Date;
}

const TIMEOUT_MS = 3_000;
/** Each kind of failure is logged once within this time, and not in every round. */
const LOGGED_EVERY_MS = 60_000;
const LONGEST_LOGGED = 200;
const NO_ANSWER: ReadonlySet<HostFailureKind> = new Set(['LATE', 'UNREACHABLE', 'UNREADABLE']);

/**
 * Reads with one key at one host, within its allowance. Equal requests under way share one answer. Only a
 * request that a 429 refused is repeated, once, after its reset.
 */
export class JsonHost {
  /** Reads the rows of this host's answers. */
  readonly rows: RowReader;
  readonly #budget: HostBudget;
  readonly #flights = new SharedFlights<HostAnswer>();
  readonly #loggedAt = new Map<HostFailureKind, number>();
  readonly #time: RealTime;

  constructor(private readonly options: JsonHostOptions) {
    this.#time = options.time ?? realTime;
    this.#budget = new HostBudget(options.name, options.allowance, this.#time);
    this.rows = new RowReader(options.name, options.log);
  }

  /** @throws {HostFailure} */
  get(path: string, query: HostQuery, urgency: TokenUrgency): Promise<HostAnswer> {
    const asked = new URLSearchParams(query).toString();
    const address = `${path}${asked && `?${asked}`}`;
    return this.#flights.join(address, urgency, (leaves) => this.#ask(address, urgency, leaves));
  }

  /** Like `get`, but never shares the answer, because it can be used only once. @throws {HostFailure} */
  getAlone(path: string, query: HostQuery, urgency: TokenUrgency): Promise<HostAnswer> {
    const address = `${path}?${new URLSearchParams(query).toString()}`;
    return this.#ask(address, urgency, () => undefined);
  }

  /** Requests a minute, as known so far. */
  get allowance(): number {
    return this.#budget.allowance;
  }

  usage(): HostUsage {
    return this.#budget.usage();
  }

  async #ask(address: string, urgency: TokenUrgency, leaves: () => void): Promise<HostAnswer> {
    const until = this.#budget.deadline(urgency);
    for (let again = true; ; again = false) {
      await inQueue(() => this.#budget.take(urgency, until));
      leaves();
      try {
        return await this.#attempt(address);
      } catch (error) {
        const failure = this.#failure(address, error);
        if (failure.kind !== 'OVER_QUOTA' || !again) throw failure;
      }
    }
  }

  async #attempt(address: string): Promise<HostAnswer> {
    const { baseUrl, headers, timeoutMs, holdMs, clock, pulse } = this.options;
    let response = null as Response | null;
    try {
      const { status, body } = await atVenue(async () => {
        response = await fetch(`${baseUrl}${address}`, {
          headers: { accept: 'application/json', ...headers },
          redirect: 'manual',
          signal: AbortSignal.timeout(timeoutMs ?? TIMEOUT_MS),
        });
        return { status: response.status, body: await response.text() };
      });
      const receivedAt = clock.now();
      const json = readHostAnswer(status, body);
      pulse?.answered();
      return { json, receivedAt };
    } finally {
      if (response?.status === 429) {
        this.#budget.exhausted(refusedForMs(response.headers, clock.now().getTime(), holdMs));
      }
      this.#budget.answered(response && noticeIn(response.headers));
    }
  }

  #failure(address: string, error: unknown): HostFailure {
    const failure = this.#named(error);
    if (NO_ANSWER.has(failure.kind)) this.options.pulse?.failed();
    else this.options.pulse?.answered();
    const now = this.#time.now();
    if (now - (this.#loggedAt.get(failure.kind) ?? -Infinity) >= LOGGED_EVERY_MS) {
      this.#loggedAt.set(failure.kind, now);
      const what = { asked: address.slice(0, LONGEST_LOGGED), reason: failure.message };
      this.options.log.warn(this.options.name, { kind: failure.kind, ...what });
    }
    return failure;
  }

  #named(error: unknown): HostFailure {
    const { name, secret } = this.options;
    const said = (text: string) => `${name}: ${secret ? text.replaceAll(secret, '[key]') : text}`;
    if (error instanceof HostFailure) {
      return new HostFailure(error.kind, said(error.message), error.code);
    }
    if (!(error instanceof Error)) throw error;
    if (error.name === 'TimeoutError') return new HostFailure('LATE', said('no answer in time'));
    const { cause } = error;
    const why = cause instanceof Error ? `${error.message}: ${cause.message}` : error.message;
    return new HostFailure('UNREACHABLE', said(why));
  }
}
