import type { Decimal } from '../decimal.ts';
import type { CalendarDate } from '../ids.ts';
import { isOption, type AssetClass } from '../instrument/instrument.ts';
import { lastTradingInstant } from '../instrument/last-trading.ts';
import { listedOf } from '../instrument/listed-symbol.ts';
import { badInput } from '../refusal.ts';
import { parseMint } from '../token/mint.ts';
import type { AiVerdict } from '../trade/trade-context.ts';
import type { ForecastClaim, ForecastSide } from './forecast.ts';

/** A forecast as requested. */
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

/** The instrument that a forecast is about. */
export interface ForecastSubject {
  readonly symbol: string;
  readonly assetClass: AssetClass;
  /** When the instrument stops trading for good; null: never. */
  readonly lastTrading: Date | null;
}

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
