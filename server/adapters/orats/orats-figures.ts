import type { z } from 'zod';
import { exchangeDate } from '../../domain/calendar/market-calendar.ts';
import { joinedTicker } from '../../domain/instrument/share-class.ts';
import type { UnderlyingFigures } from '../../domain/trade/trade-context.ts';
import type { Clock } from '../../ports/clock.ts';
import { MarketDataUnavailable, type FigureSource } from '../../ports/market-data.ts';
import type { OratsClient } from './orats-client.ts';
import { OratsFailure } from './orats-failure.ts';
import { coreRow, rankRow } from './orats-schema.ts';

/** Timeout of a request: an entry waits for the figures. */
const TIMEOUT_MS = 1_400;
/** A failed request is not repeated for this time, so that a series of entries does not wait one by one. */
const AFTER_FAILURE_MS = 60_000;
/** Requests count against the plan's allowance, so only the fields in use are requested. */
const FIELDS = 'ticker,tradeDate,clsHv30d,orHv30d,nextErn';
/** No share's volatility is this low: a smaller percentage must be a fraction by mistake and is discarded. */
const LEAST_PERCENT = 1.5;

interface Answer {
  readonly at: number;
  readonly date: string;
  readonly figures: UnderlyingFigures | null;
  readonly failure: OratsFailure | null;
}

/**
 * IV rank and percentile of the year, historical volatility and the next earnings date. Takes two requests
 * per day and underlying, because the figures are daily. Every plan includes them.
 */
export class OratsFigures implements FigureSource {
  readonly #answers = new Map<string, Promise<Answer>>();

  constructor(
    private readonly client: OratsClient,
    private readonly clock: Clock,
  ) {}

  async figures(underlying: string): Promise<UnderlyingFigures | null> {
    const known = await this.#answers.get(underlying);
    const answer = known && this.#stands(known) ? known : await this.#asked(underlying);
    if (!answer.figures && answer.failure) {
      throw new MarketDataUnavailable(answer.failure.message);
    }
    return answer.figures;
  }

  #stands({ at, date, failure }: Answer): boolean {
    const now = this.clock.now();
    return failure ? now.getTime() - at < AFTER_FAILURE_MS : date === exchangeDate(now);
  }

  #asked(underlying: string): Promise<Answer> {
    const answer = this.#ask(underlying);
    this.#answers.set(underlying, answer);
    answer.catch(() => this.#answers.delete(underlying));
    return answer;
  }

  async #ask(underlying: string): Promise<Answer> {
    const ticker = joinedTicker(underlying);
    const now = this.clock.now();
    const asked = { at: now.getTime(), date: exchangeDate(now) };
    const [ranks, cores] = await Promise.allSettled([
      this.client.rows('/ivrank', { ticker }, TIMEOUT_MS),
      this.client.rows('/cores', { ticker, fields: FIELDS }, TIMEOUT_MS),
    ]);
    const failure = failureOf(ranks) ?? failureOf(cores);
    const { reader } = this.client;
    const [rank] = reader.of(`IV rank of ${ticker}`, rankRow, rowsOf(ranks)).read;
    const [core] = reader.of(`core figures of ${ticker}`, coreRow, rowsOf(cores)).read;
    const figures = rank || core ? figuresOf(rank, core, asked.date) : null;
    return { ...asked, figures, failure };
  }
}

function figuresOf(
  rank: z.infer<typeof rankRow> | undefined,
  core: z.infer<typeof coreRow> | undefined,
  today: string,
): UnderlyingFigures {
  const earnings = core?.nextErn ?? null;
  return {
    ivRank: rank?.ivRank1y ?? null,
    ivPercentile: rank?.ivPct1y ?? null,
    hv30: fractionOf(core?.clsHv30d ?? core?.orHv30d ?? null),
    earningsDate: earnings !== null && earnings >= today ? earnings : null,
    source: 'orats',
  };
}

function rowsOf(result: PromiseSettledResult<readonly unknown[]>): readonly unknown[] {
  return result.status === 'fulfilled' ? result.value : [];
}

/** @throws any error that is not a failure of ORATS. */
function failureOf(result: PromiseSettledResult<unknown>): OratsFailure | null {
  if (result.status === 'fulfilled') return null;
  if (result.reason instanceof OratsFailure) return result.reason;
  throw result.reason;
}

/** Volatilities of `cores` are in percent, unlike those of strikes. */
function fractionOf(percent: number | null): number | null {
  return percent !== null && percent >= LEAST_PERCENT ? percent / 100 : null;
}
