import type { Refusal } from '../../domain/refusal.ts';
import { type RefusalCode } from '../../domain/refusal.ts';
import type { NoTrade, NoTradeCode } from '../../domain/strategy/run-decision.ts';
import { waitsForLog } from '../trading/strategy-entry.ts';

export function noTrade(code: NoTradeCode, message: string, actNeeded = false): NoTrade {
  return { code, message, actNeeded };
}

/** Rules that stop an entry, the one that says most first, each with whether a person has to act. */
const BY_RULE: readonly (readonly [rule: string, code: NoTradeCode, actNeeded: boolean])[] = [
  ['STRATEGY_RUN', 'RUN_STOPPED', false],
  ['KILL_SWITCH', 'KILL_SWITCH', true],
  ['PROMOTION', 'PROMOTION', true],
  ['STRATEGY_BUDGET', 'STRATEGY_BUDGET', false],
];

const BY_CODE: Readonly<Partial<Record<RefusalCode, readonly [NoTradeCode, boolean]>>> = {
  BAD_USER_INPUT: ['BAD_ORDER', true],
  MARKET_CLOSED: ['MARKET_CLOSED', false],
  PRICE_UNTRUSTED: ['PRICE_UNTRUSTED', false],
  REAL_MODE_DISABLED: ['REAL_NOT_ARMED', true],
  VENUE_REJECTED: ['VENUE_REJECTED', false],
  VENUE_UNAVAILABLE: ['FAILED', true],
};

/** Why what a strategy asked for became nothing. */
export function noTradeOf(refusal: Refusal): NoTrade {
  const { code, message, detail } = refusal;
  if (code === 'RISK_DENIED') {
    const failed = new Set((detail.checks ?? []).filter((each) => !each.passed).map((c) => c.rule));
    const found = BY_RULE.find(([rule]) => failed.has(rule));
    return noTrade(found?.[1] ?? 'RISK_DENIED', message, found?.[2] ?? false);
  }
  const [kind, actNeeded] = BY_CODE[code] ?? (['FAILED', true] as const);
  return noTrade(kind, message, actNeeded);
}

const MAY_PASS: ReadonlySet<RefusalCode> = new Set([
  'MARKET_CLOSED',
  'PRICE_UNTRUSTED',
  'VENUE_UNAVAILABLE',
  'RATE_LIMITED',
]);

/** Whether the same request may succeed in a moment. */
export function mayPass(refusal: Refusal): boolean {
  return MAY_PASS.has(refusal.code) || waitsForLog(refusal);
}
