import type { TokenRisk } from '../token/token-risks.ts';
import type { AgreementKind } from './agreement.ts';
import type { PriceAction } from './judged-price.ts';
import type { PriceSource } from './observation.ts';
import type { PriceReason } from './price-reason.ts';
import { ENOUGH_ACCEPTED } from './score-price.ts';

/** What the verdicts depend on. The confidence is not part of it. */
export interface Case {
  readonly agreement: AgreementKind;
  /** What makes any price unusable; null where there is a usable one. */
  readonly trouble: PriceReason | null;
  /** Sources without a fresh price, or that did not answer when last asked. */
  readonly missing: readonly PriceSource[];
  /** The quote is refused because it pays more than the price. */
  readonly quoteAbove: boolean;
  /** Prices accepted within the hour. */
  readonly accepted: number;
  /** What forbids entries of this token, whatever its price. */
  readonly risks: readonly TokenRisk[];
  readonly usdcOff: boolean;
}

export interface Ruling {
  readonly allowed: boolean;
  readonly code: PriceReason | null;
}

/** The ruling for each action. Unsure means no entry; exits stay possible. */
export function rulings(of: Case): Readonly<Record<PriceAction, Ruling>> {
  const reservation: Ruling = { allowed: true, code: reservationOf(of) };
  const unless = (refused: PriceReason | null): Ruling =>
    refused ? { allowed: false, code: refused } : reservation;
  return {
    VALUATION: unless(of.trouble),
    ENTRY: unless(entryRefusal(of)),
    TAKE_PROFIT: unless(targetRefusal(of)),
    STOP_LOSS: unless(stopRefusal(of)),
  };
}

function reservationOf({ agreement, missing }: Case): PriceReason | null {
  if (agreement === 'LONE') return 'LONE_VOICE';
  if (isApart(agreement)) return 'SOURCES_APART';
  if (missing.length > 0) return 'MISSING_VOICE';
  return agreement === 'DEGRADED' ? 'DEGRADED' : null;
}

function entryRefusal(of: Case): PriceReason | null {
  if (of.risks.length > 0) return 'TOKEN_RISK';
  if (of.trouble) return of.trouble;
  if (of.usdcOff) return 'USDC_OFF';
  if (of.missing.length > 0) return 'MISSING_VOICE';
  if (isApart(of.agreement)) return 'SOURCES_APART';
  return of.accepted < ENOUGH_ACCEPTED ? 'SHORT_HISTORY' : null;
}

/** Why a target may not trigger. Whether a quote of the size meets the target is asked once it is reached. */
function targetRefusal({ trouble, agreement }: Case): PriceReason | null {
  if (trouble) return trouble;
  if (agreement === 'LONE') return 'LONE_VOICE';
  return isApart(agreement) ? 'SOURCES_APART' : null;
}

/** Why a stop may not trigger. A lone voice may stop only as near to a believed price as `trouble` allows. */
function stopRefusal({ trouble, agreement, accepted, quoteAbove }: Case): PriceReason | null {
  if (trouble) return trouble;
  if (quoteAbove) return 'QUOTE_ABOVE';
  return agreement === 'LONE' && accepted === 0 ? 'LONE_VOICE' : null;
}

function isApart(agreement: AgreementKind): boolean {
  return agreement === 'OUTVOTED' || agreement === 'BRIDGED';
}
