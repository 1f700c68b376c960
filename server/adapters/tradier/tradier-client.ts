import type { z } from 'zod';
import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import type { ProviderPulse } from '../../ports/provider-pulse.ts';
import { atVenue, inQueue } from '../wire/waiting.ts';
import { unreadReason } from '../wire/read-rows.ts';
import { RowReader } from '../wire/row-reader.ts';
import type { VenueDates } from '../wire/venue-dates.ts';
import { readAnswer } from './tradier-answer.ts';
import { TradierBudget, type Bucket, type BucketUsage, type Priority } from './tradier-budget.ts';
import { TradierFailure, type TradierFailureKind } from './tradier-failure.ts';
import type { RateNotice } from './rate-window.ts';
import { realTime, type RealTime } from '../wire/real-time.ts';

export interface TradierClientOptions {
  /** Includes the version: `https://sandbox.tradier.com/v1`. */
  readonly baseUrl: string;
  readonly token: string;
  readonly clock: Clock;
  readonly log: Log;
  /** Milliseconds. The sandbox's chains may take more than 15 seconds. */
  readonly timeouts?: { readonly read?: number; readonly post?: number };
  readonly time?: RealTime;
  readonly pulse?: ProviderPulse;
  /** Receives the Date header of each answer. */
  readonly dates?: VenueDates;
}

export type Fields = Readonly<Record<string, string>>;

export interface Call {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly query?: Fields;
  readonly form?: Fields;
  readonly priority?: Priority;
}

const READ_MS = 30_000;
const POST_MS = 15_000;
/** Waits before the second and third attempts of a GET, in milliseconds. */
const BACK_OFF_MS = [250, 1_000];
const QUOTA_RETRIES = 1;
const NO_ANSWER: ReadonlySet<TradierFailureKind> = new Set(['LATE', 'UNREACHABLE', 'UNREADABLE']);

/**
 * One token at one of Tradier's hosts.
 *
 * GETs are repeated after a temporary failure. Nothing else is ever repeated: there is no idempotency key, so
 * a repeated POST may be a second order.
 */
export class TradierClient {
  /** Reads the rows of the answers to this token. */
  readonly rows: RowReader;
  readonly #budget: TradierBudget;
  readonly #time: RealTime;

  constructor(private readonly options: TradierClientOptions) {
    this.#time = options.time ?? realTime;
    this.#budget = new TradierBudget(this.#time);
    this.rows = new RowReader('TRADIER', options.log);
  }

  /** @throws {TradierFailure} */
  async get<Shape extends z.ZodType>(
    path: string,
    shape: Shape,
    query: Fields = {},
    priority: Priority = 'POLL',
  ) {
    const call: Call = { method: 'GET', path, query, priority };
    let quotaRetries = QUOTA_RETRIES;
    for (let attempt = 0; ;) {
      try {
        return await this.send(call, shape);
      } catch (error) {
        if (!(error instanceof TradierFailure)) throw error;
        if (error.kind === 'OVER_QUOTA' && quotaRetries-- > 0) continue;
        const wait = error.kind === 'UNREACHABLE' ? BACK_OFF_MS[attempt++] : undefined;
        if (wait === undefined) throw error;
        this.options.log.warn('Tradier: asking again', { path, reason: error.message });
        await this.#time.sleep(wait);
      }
    }
  }

  /** Sends once, whatever the outcome. @throws {TradierFailure} */
  async send<Shape extends z.ZodType>(call: Call, shape: Shape) {
    return this.#shaped(shape, call, await this.#attempt(call));
  }

  usage(): readonly BucketUsage[] {
    return this.#budget.usage();
  }

  async #attempt(call: Call): Promise<unknown> {
    const bucket = bucketOf(call);
    await inQueue(() => this.#budget.take(bucket, call.priority ?? 'POLL'));
    let response = null as Response | null;
    try {
      const { status, body } = await atVenue(async () => {
        response = await this.#fetch(call);
        this.options.dates?.heard(response.headers.get('date'));
        return { status: response.status, body: await response.text() };
      });
      const answer = readAnswer(status, body);
      this.options.pulse?.answered();
      return answer;
    } catch (error) {
      const failure = this.#failure(error);
      if (NO_ANSWER.has(failure.kind)) this.options.pulse?.failed();
      else this.options.pulse?.answered();
      if (failure.kind === 'OVER_QUOTA') this.#waitOut(bucket, failure, response);
      throw failure;
    } finally {
      this.#budget.answered(bucket, noticeIn(response), this.#left(response));
    }
  }

  #fetch(call: Call): Promise<Response> {
    const { method, path, query, form } = call;
    const { baseUrl, token, timeouts } = this.options;
    const asked = new URLSearchParams(query).toString();
    return fetch(`${baseUrl}${path}${asked && `?${asked}`}`, {
      method,
      // Tradier answers in XML by default.
      headers: { authorization: `Bearer ${token}`, accept: 'application/json' },
      body: form ? new URLSearchParams(form) : undefined,
      redirect: 'manual',
      signal: AbortSignal.timeout(
        bucketOf(call) === 'TRADING' ? (timeouts?.post ?? POST_MS) : (timeouts?.read ?? READ_MS),
      ),
    });
  }

  #shaped<Shape extends z.ZodType>(shape: Shape, call: Call, json: unknown): z.output<Shape> {
    const read = shape.safeParse(json);
    if (read.success) return read.data;
    const why = `${call.method} ${call.path} ${unreadReason(read.error)}`;
    throw new TradierFailure('UNREADABLE', why);
  }

  #failure(error: unknown): TradierFailure {
    if (error instanceof TradierFailure) {
      return new TradierFailure(
        error.kind,
        this.#redacted(error.message),
        error.status,
        error.resetAt,
      );
    }
    if (!(error instanceof Error)) throw error;
    if (error.name === 'TimeoutError') return new TradierFailure('LATE', error.message);
    const { cause } = error;
    const why = cause instanceof Error ? `${error.message}: ${cause.message}` : error.message;
    return new TradierFailure('UNREACHABLE', this.#redacted(why));
  }

  #redacted(text: string): string {
    return text.replaceAll(this.options.token, '[token]');
  }

  #waitOut(bucket: Bucket, { resetAt }: TradierFailure, response: Response | null): void {
    this.options.log.warn('Tradier: quota violation', { bucket });
    this.#budget.exhausted(bucket, resetAt === null ? null : resetAt - this.#venueNow(response));
  }

  #left(response: Response | null): number | null {
    const notice = noticeIn(response);
    return notice ? notice.expiry - this.#venueNow(response) : null;
  }

  /** The venue's epoch milliseconds from its Date header, which drops the fraction of a second. */
  #venueNow(response: Response | null): number {
    const date = Date.parse(response?.headers.get('date') ?? '');
    return Number.isNaN(date) ? this.options.clock.now().getTime() : date;
  }
}

function bucketOf({ method, path }: Call): Bucket {
  if (path.startsWith('/markets/')) return 'MARKET';
  return method === 'GET' ? 'STANDARD' : 'TRADING';
}

function noticeIn(response: Response | null): RateNotice | null {
  const [allowed, used, expiry] = ['Allowed', 'Used', 'Expiry'].map((name) =>
    Number(response?.headers.get(`x-ratelimit-${name}`) ?? Number.NaN),
  );
  if (!allowed || used === undefined || !expiry || Number.isNaN(used)) return null;
  return { allowed, used, expiry };
}
