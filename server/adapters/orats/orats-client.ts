import { z } from 'zod';
import { exchangeDate } from '../../domain/calendar/market-calendar.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import type { ProviderPulse } from '../../ports/provider-pulse.ts';
import { RowReader } from '../wire/row-reader.ts';
import { atVenue } from '../wire/waiting.ts';
import { OratsFailure, type OratsFailureKind } from './orats-failure.ts';
import { parseJson } from '../wire/parse-json.ts';

export interface OratsClientOptions {
  /** `https://api.orats.io/datav2`. */
  readonly baseUrl: string;
  readonly token: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly timeoutMs?: number;
  readonly pulse?: ProviderPulse;
  /** Called for each request, with the month of its exchange date. */
  readonly onRequest?: (month: string) => void;
}

const TIMEOUT_MS = 30_000;
const NO_DATA = 404;
const KIND: Readonly<Record<number, OratsFailureKind>> = {
  400: 'BAD_REQUEST',
  401: 'UNAUTHORIZED',
  403: 'DENIED',
  405: 'BAD_REQUEST',
  422: 'BAD_REQUEST',
  429: 'OVER_QUOTA',
};

const dataReply = z.object({ data: z.array(z.unknown()) });
const words = z.object({ message: z.string().optional(), error: z.string().optional() });

/** One ORATS token. Every request is reported, because plans limit requests per month; none is repeated. */
export class OratsClient {
  /** Reads the rows of the answers to this token. */
  readonly reader: RowReader;

  constructor(private readonly options: OratsClientOptions) {
    this.reader = new RowReader('ORATS', options.log);
  }

  /** The rows of an answer; none when ORATS has no data for the request. @throws {OratsFailure} */
  async rows(
    path: string,
    query: Readonly<Record<string, string>>,
    timeoutMs = this.options.timeoutMs ?? TIMEOUT_MS,
  ): Promise<readonly unknown[]> {
    const { baseUrl, token, clock, onRequest } = this.options;
    onRequest?.(exchangeDate(clock.now()).slice(0, 7));
    try {
      const address = new URLSearchParams({ ...query, token }).toString();
      const [status, body] = await atVenue(async () => {
        const response = await fetch(`${baseUrl}${path}?${address}`, {
          headers: { accept: 'application/json' },
          redirect: 'manual',
          signal: AbortSignal.timeout(timeoutMs),
        });
        return [response.status, await response.text()] as const;
      });
      const rows = rowsIn(status, body);
      this.options.pulse?.answered();
      return rows;
    } catch (error) {
      throw this.#failure(path, error);
    }
  }

  #failure(path: string, error: unknown): OratsFailure {
    if (!(error instanceof Error)) throw error;
    const kind = error instanceof OratsFailure ? error.kind : 'UNREACHABLE';
    if (kind === 'UNREACHABLE' || kind === 'UNREADABLE') this.options.pulse?.failed();
    else this.options.pulse?.answered();
    const why =
      error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
    const said = `${path}: ${why}`.replaceAll(this.options.token, '[token]');
    this.options.log.warn('ORATS', { kind, reason: said });
    return new OratsFailure(kind, said);
  }
}

function rowsIn(status: number, text: string): readonly unknown[] {
  if (status === NO_DATA) return [];
  const json = parseJson(text);
  const reply = dataReply.safeParse(json);
  if (status === 200 && reply.success) return reply.data.data;
  const said = words.safeParse(json);
  const message = (said.data?.message ?? said.data?.error ?? text.slice(0, 200)) || 'empty answer';
  const kind = KIND[status] ?? (status === 200 ? 'UNREADABLE' : 'UNREACHABLE');
  throw new OratsFailure(kind, `${status} ${message}`);
}
