import type { RiskCheck } from '../../refusal.ts';

/** Each rule of the inspection, in the order in which the rules are judged. */
export const INSPECTION_RULES = [
  ...['OFFER_MINTS', 'OFFER_AMOUNT', 'OFFER_FLOOR', 'OFFER_SLIPPAGE', 'OFFER_WALLET'],
  ...['OFFER_VALIDITY', 'OFFER_AGE', 'OFFER_IMPACT'],
  ...['TRANSACTION', 'SOLE_SIGNER', 'FEE_PAYER', 'LOOKUP_TABLES', 'PROGRAMS', 'NONCE'],
  ...['SOL_TRANSFERS', 'TOKEN_TRANSFERS', 'APPROVALS', 'AUTHORITIES', 'CLOSED_ACCOUNTS'],
  ...['OPENED_ACCOUNTS', 'CREATED_ACCOUNTS', 'INSTRUCTIONS', 'NETWORK_FEE'],
  ...['SWAP_ROUTE', 'SWAP_WALLET', 'SWAP_MINTS', 'SWAP_AMOUNT', 'SWAP_FLOOR', 'SWAP_SLIPPAGE'],
  ...['SIMULATION', 'SIMULATED_INPUT', 'SIMULATED_OUTPUT', 'SIMULATED_HOLDINGS'],
  ...['SIMULATED_SOL', 'SIMULATED_RENT', 'SOL_RESERVE', 'WRAPPED_SOL'],
] as const;

export type InspectionRule = (typeof INSPECTION_RULES)[number];

/** The result of a rule. `limit` and `actual` are for people; null: there is none, or it is not known. */
export interface Outcome {
  readonly passed: boolean;
  readonly limit?: string | bigint | null;
  readonly actual?: string | bigint | null;
  /** Two sentences: one for a rule that passed, one for a rule that failed. */
  readonly good: string;
  readonly bad: string;
}

export function check(rule: InspectionRule, outcome: Outcome): RiskCheck {
  const { passed, limit = null, actual = null, good, bad } = outcome;
  return {
    ...{ rule, passed, limit: limit?.toString() ?? null, actual: actual?.toString() ?? null },
    message: passed ? good : bad,
  };
}
