import type { AccountReportsQuery } from '../gql/graphql.ts';

export type AccountReport = AccountReportsQuery['accountReports'][number];

/** Four day trades in five trading days make a margin account a pattern day trader’s (FINRA rule 4210). */
const PATTERN = 4;
const PATTERN_EQUITY = '25,000';

export interface AccountFact {
  readonly name: string;
  readonly amount: string | null;
  /** Why there is no amount. */
  readonly why: string;
}

const SILENT = 'the venue does not say';

/** The money of an account in dollars, as its venue reports it, without figures that its kind does not have. */
export function accountFacts(report: AccountReport): readonly AccountFact[] {
  const { type } = report;
  const cashOnly = type === 'CASH';
  return [
    ['Equity', report.equity, true],
    ['Cash', report.cash, true],
    ['Unsettled cash', report.unsettledCash, cashOnly],
    ['Buying power, options', report.buyingPower, true],
    ['Buying power, shares', report.shareBuyingPower, true],
    ['Buying power within the day', report.dayTradeBuyingPower, type === 'PATTERN_DAY_TRADER'],
    ['Margin call', report.marginCall, !cashOnly],
    ['Deposited, in the book', report.deposited, true],
  ].flatMap(([name, amount, holds]) =>
    holds ? [{ name: name as string, amount: (amount as string | null) ?? null, why: SILENT }] : [],
  );
}

/** What the account's day trades mean under the rule for day traders; null when the rule does not apply. */
export function dayTradeRule({ type, dayTrades }: AccountReport): string | null {
  if (type !== 'MARGIN') return null;
  const left = PATTERN - 1 - dayTrades;
  if (left > 0) return `The rule for day traders allows ${left} more within five days.`;
  return left === 0
    ? `One more within five days makes it a pattern day trader’s account, which needs ${PATTERN_EQUITY} of equity.`
    : `It may be treated as a pattern day trader’s account, which needs ${PATTERN_EQUITY} of equity.`;
}
