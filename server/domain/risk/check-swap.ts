import type { Limits } from '../account/settings.ts';
import { dec, Decimal } from '../decimal.ts';
import type { JudgedPrice } from '../price/judged-price.ts';
import type { RiskCheck } from '../refusal.ts';
import type { Purchase } from '../swap/purchase.ts';
import { describeTokenRisk, isLifted, type TokenRisk } from '../token/token-risks.ts';
import { strictest } from './check-entry.ts';

/** Percent points of slippage where the user's limits set none. */
const SLIPPAGE_PCT = dec(1);
/** The most slippage, whatever the limit says: beyond it, a swap that got next to nothing would pass. */
const MOST_SLIPPAGE_PCT = dec(50);
/** An entry takes at most this share of the SOL, USDC and USDT in a token's pools, in percent points. */
const LIQUIDITY_SHARE_PCT = dec(1);
/** The most, in percent points, that buying and selling again at once may lose, fees included. */
const ROUND_TRIP_PCT = dec(10);
const HUNDRED = dec(100);
const LISTED = ' Real money buys it where ALLOWED_MINTS of the server names its mint.';
const SHOWN_DIGITS = 4;

/** A purchase by swap. A field that is left out was not quoted. */
export interface SwapRisk extends Partial<Purchase> {
  readonly judged: JudgedPrice;
  /** Percent points that would be lost by selling at once what the swap buys. */
  readonly roundTripPct?: Decimal | null;
}

/** The slippage that an entry's order gets, in percent points. */
export function entrySlippage(limits: readonly Limits[]): Decimal {
  const limit = strictest(limits, 'maxSlippagePct');
  return limit === null ? SLIPPAGE_PCT : Decimal.min(limit, MOST_SLIPPAGE_PCT);
}

/** Rules that refuse an entry whatever the price is worth, because the swap itself is too dear. */
export const DEAR_SWAP: ReadonlySet<string> = new Set(['MAX_SLIPPAGE', 'MAX_PRICE_IMPACT']);
/** Rules that are checked for a limit order only when its price is met: until then it pays its limit. */
export const WHEN_MET: ReadonlySet<string> = new Set(['MAX_SLIPPAGE', 'MIN_PRICE_CONFIDENCE']);

/** Rules that are not checked again then: another quote would cost a request at each look. */
export const NOT_WHEN_MET: ReadonlySet<string> = new Set(['ROUND_TRIP']);

/** Every rule that holds only for entries by swap. An unknown figure fails, unless no limit needs it. */
export function swapChecks(quoted: SwapRisk, limits: readonly Limits[]): readonly RiskCheck[] {
  const { judged, impactPct = null, roundTripPct = null } = quoted;
  const maxImpact = strictest(limits, 'maxPriceImpactPct');
  const least = strictest(limits, 'minPriceConfidence');
  return [
    atMost('MAX_SLIPPAGE', 'Cost above the price', overPct(quoted), entrySlippage(limits)),
    atMost(
      'MAX_PRICE_IMPACT',
      'Price impact',
      impactPct,
      maxImpact === null ? null : dec(maxImpact),
    ),
    confidenceCheck(judged.confidence, least === null ? null : Number(least)),
    atMost('LIQUIDITY_SHARE', 'Share of the pools', shareOfPools(quoted), LIQUIDITY_SHARE_PCT),
    atMost('ROUND_TRIP', 'Loss of selling at once', roundTripPct, ROUND_TRIP_PCT),
    safetyCheck(judged.risks),
  ];
}

/** Percent points of cost above the price, without impact; null without a price, which refuses by itself. */
function overPct({ judged: { price }, costBeyondImpact }: SwapRisk): Decimal | null {
  if (!price || !costBeyondImpact) return null;
  return costBeyondImpact.div(price).minus(1).times(HUNDRED);
}

function shareOfPools({ judged, pays }: SwapRisk): Decimal | null {
  const pools = judged.sources.find(({ source }) => source === 'DEXSCREENER')?.liquidityUsd;
  return pools?.greaterThan(0) && pays ? pays.div(pools).times(HUNDRED) : null;
}

function atMost(
  rule: string,
  label: string,
  actual: Decimal | null,
  limit: Decimal | null,
): RiskCheck {
  const shown = actual?.toDecimalPlaces(SHOWN_DIGITS).toFixed() ?? null;
  const check = { rule, limit: limit?.toFixed() ?? null, actual: shown };
  if (!limit) return { ...check, passed: true, message: `${label}: no limit is set.` };
  if (!actual) return { ...check, passed: false, message: `${label} is not known.` };
  const passed = actual.lessThanOrEqualTo(limit);
  const relation = passed ? 'of' : 'exceeds';
  return { ...check, passed, message: `${label}: ${shown} % ${relation} ${limit.toFixed()} %.` };
}

function confidenceCheck(confidence: number, least: number | null): RiskCheck {
  const shown = confidence.toFixed(2);
  const check = { rule: 'MIN_PRICE_CONFIDENCE', limit: least?.toString() ?? null, actual: shown };
  if (least === null) return { ...check, passed: true, message: 'Confidence: no limit is set.' };
  const passed = confidence >= least;
  const relation = passed ? 'is at least' : 'is below';
  return { ...check, passed, message: `Confidence: ${shown} ${relation} ${least}.` };
}

function safetyCheck(risks: readonly TokenRisk[]): RiskCheck {
  const passed = risks.length === 0;
  const why = risks.map(describeTokenRisk).join('; ');
  // Where a risk remains that the list cannot lift, the list would not help.
  const hint = risks.every(isLifted) ? LISTED : '';
  const message = passed ? 'No known reason against the token.' : `Not this token: ${why}.${hint}`;
  return { rule: 'TOKEN_SAFETY', passed, limit: null, actual: risks.join(', ') || null, message };
}
