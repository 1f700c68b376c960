import { isCalendarDate } from '../calendar/calendar-date.ts';
import { exchangeDate, sessionHours } from '../calendar/market-calendar.ts';
import type { Decimal } from '../decimal.ts';
import type { CalendarDate } from '../ids.ts';
import { isOption, type AssetClass } from '../instrument/instrument.ts';
import { lastTradingInstant } from '../instrument/last-trading.ts';
import { listedOf } from '../instrument/listed-symbol.ts';
import { badInput } from '../refusal.ts';
import { parseMint } from '../token/mint.ts';
import type { AiVerdict } from '../trade/trade-context.ts';
import type { Claim, ForecastClaim, ForecastSide, Judgement } from './forecast.ts';

/** As it is asked for. */
export interface ForecastInput {
  readonly symbol: string;
  readonly claim: ForecastClaim;
  readonly side?: ForecastSide | null;
  readonly level: Decimal;
  readonly stop?: Decimal | null;
  readonly closeOn?: CalendarDate | null;
  readonly horizon?: Date | null;
  /** 0 to 1. */
  readonly probability: number;
  readonly verdict: AiVerdict;
  readonly model: string;
  readonly promptVersion?: string | null;
  readonly rationale?: string | null;
  readonly idempotencyKey: string;
}

/** What a forecast is of. */
export interface ForecastSubject {
  readonly symbol: string;
  readonly assetClass: AssetClass;
  /** When it stops trading for good; null: never. */
  readonly lastTrading: Date | null;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** Sooner, the minute that decides may have begun. */
const SOONEST_MS = 2 * MINUTE_MS;
/** How far ahead a horizon may lie: sources keep minutes of listed prices for 20 days, and nobody watches a mint longer than a day. */
const LONGEST = {
  close: { ms: 366 * DAY_MS, words: '366 days' },
  listed: { ms: 14 * DAY_MS, words: '14 days' },
  token: { ms: 23 * HOUR_MS, words: '23 hours' },
} as const;
const LONGEST_NAME = 64;
const LONGEST_TEXT = 10_000;

/** @throws {Refusal} BAD_USER_INPUT for `input.symbol`. */
export function forecastSubject(typed: string): ForecastSubject {
  const text = typed.trim();
  const mint = parseMint(text);
  if (mint) return { symbol: mint, assetClass: 'TOKEN', lastTrading: null };
  const listed = listedOf(text);
  if (!listed) throw badInput('input.symbol', 'A symbol is a ticker, an OCC symbol or a mint.');
  const { symbol, assetClass } = listed;
  return { symbol, assetClass, lastTrading: isOption(listed) ? lastTradingInstant(listed) : null };
}

export interface ForecastMoment {
  readonly now: Date;
  /** Whether its prices come at any hour. */
  readonly alwaysOpen: boolean;
}

/** @throws {Refusal} BAD_USER_INPUT with the path of the wrong field. */
export function readClaim(
  input: ForecastInput,
  subject: ForecastSubject,
  moment: ForecastMoment,
): Claim {
  const { claim, level } = input;
  checkPrice('input.level', level);
  if (claim === 'TARGET_FIRST') return targetFirst(input, horizonOf(input, subject, moment));
  const side = input.side ?? null;
  if (side === null) throw badInput('input.side', `${claim} names a side of its level.`);
  absent('input.stop', input.stop, claim);
  if (claim === 'AT_CLOSE')
    return { claim, side, level, stop: null, ...closing(input, subject, moment) };
  absent('input.closeOn', input.closeOn, claim);
  return {
    claim,
    side,
    level,
    stop: null,
    closeOn: null,
    horizon: horizonOf(input, subject, moment),
  };
}

function targetFirst(input: ForecastInput, horizon: Date): Claim {
  const { level } = input;
  const claim = 'TARGET_FIRST';
  const stop = input.stop ?? null;
  if (stop === null) throw badInput('input.stop', 'TARGET_FIRST names a stop.');
  checkPrice('input.stop', stop);
  if (stop.equals(level)) throw badInput('input.stop', 'A stop is not the target.');
  absent('input.side', input.side, claim);
  absent('input.closeOn', input.closeOn, claim);
  return { claim, side: null, level, stop, closeOn: null, horizon };
}

function closing(
  input: ForecastInput,
  { assetClass }: ForecastSubject,
  { now }: ForecastMoment,
): Pick<Claim, 'closeOn' | 'horizon'> {
  absent('input.horizon', input.horizon, 'AT_CLOSE');
  if (assetClass !== 'EQUITY')
    throw badInput('input.claim', 'Only shares and funds have an official close.');
  const closeOn = input.closeOn ?? null;
  if (closeOn === null || !isCalendarDate(closeOn))
    throw badInput('input.closeOn', 'AT_CLOSE names an exchange date.');
  const hours = sessionHours(closeOn);
  if (!hours) throw badInput('input.closeOn', `The exchange is closed on ${closeOn}.`);
  checkAhead('input.closeOn', hours.close, now, LONGEST.close);
  return { closeOn, horizon: hours.close };
}

function horizonOf(
  { horizon, claim }: ForecastInput,
  { assetClass, lastTrading }: ForecastSubject,
  { now, alwaysOpen }: ForecastMoment,
): Date {
  if (horizon == null) throw badInput('input.horizon', `${claim} names a horizon.`);
  checkAhead('input.horizon', horizon, now, LONGEST[assetClass === 'TOKEN' ? 'token' : 'listed']);
  if (lastTrading && horizon > lastTrading)
    throw badInput('input.horizon', `It trades until ${lastTrading.toISOString()}.`);
  if (claim === 'AT_INSTANT' && !alwaysOpen && !isInSession(horizon))
    throw badInput(
      'input.horizon',
      'The instant lies outside regular hours, where no price is known.',
    );
  return horizon;
}

function isInSession(instant: Date): boolean {
  const hours = sessionHours(exchangeDate(instant));
  return hours !== null && instant > hours.open && instant <= hours.close;
}

function checkAhead(
  field: string,
  horizon: Date,
  now: Date,
  { ms, words }: { readonly ms: number; readonly words: string },
): void {
  const ahead = horizon.getTime() - now.getTime();
  if (ahead < SOONEST_MS) throw badInput(field, 'It lies at least two minutes ahead.');
  if (ahead > ms) throw badInput(field, `It lies at most ${words} ahead.`);
}

function checkPrice(field: string, price: Decimal): void {
  if (!price.greaterThan(0)) throw badInput(field, 'A price is above 0.');
}

function absent(field: string, value: unknown, claim: ForecastClaim): void {
  if (value != null) throw badInput(field, `${claim} has none.`);
}

/** @throws {Refusal} BAD_USER_INPUT with the path of the wrong field. */
export function readJudgement(input: ForecastInput): Judgement {
  const { probability, verdict } = input;
  // 0.29 × 1000 is 290.00000000000006… of a fraction that JSON carries exactly enough.
  const permille = Math.round(probability * 1000);
  if (!(probability >= 0 && probability <= 1))
    throw badInput('input.probability', 'A probability is 0 to 1.');
  if (Math.abs(probability * 1000 - permille) > 1e-9)
    throw badInput('input.probability', 'A probability has at most three decimals.');
  return {
    ...{ permille, verdict },
    model: textOf('input.model', input.model, LONGEST_NAME) ?? missing('input.model'),
    promptVersion: textOf('input.promptVersion', input.promptVersion, LONGEST_NAME),
    rationale: textOf('input.rationale', input.rationale, LONGEST_TEXT),
  };
}

function textOf(field: string, typed: string | null | undefined, longest: number): string | null {
  const text = typed?.trim() ?? '';
  if ([...text].length > longest) throw badInput(field, `It has at most ${longest} characters.`);
  return text === '' ? null : text;
}

function missing(field: string): never {
  throw badInput(field, 'A forecast says who judged.');
}

/**
 * A target or a stop that is reached already is no forecast.
 * @throws {Refusal} BAD_USER_INPUT for `input.level` or `input.stop`.
 */
export function checkUndecided({ level, stop }: Claim, price: Decimal): void {
  if (!stop) return;
  const up = level.greaterThan(stop);
  const reached = up ? price.greaterThanOrEqualTo(level) : price.lessThanOrEqualTo(level);
  const stopped = up ? price.lessThanOrEqualTo(stop) : price.greaterThanOrEqualTo(stop);
  if (reached)
    throw badInput('input.level', `The price is ${price.toFixed()}: the target is reached.`);
  if (stopped)
    throw badInput('input.stop', `The price is ${price.toFixed()}: the stop is reached.`);
}
