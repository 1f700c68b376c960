import { instrumentOf } from '../bars/instrument-of.ts';
import { Decimal } from '../decimal.ts';
import type { Instrument } from '../instrument/instrument.ts';
import { isSameCompany } from '../instrument/share-class.ts';
import { Refusal, type RiskCheck } from '../refusal.ts';
import type { Mandate } from './mandate.ts';

/** Whether the mandate allows trades in an underlying or mint. */
export function coversSymbol({ symbols }: Mandate, underlying: string): boolean {
  return symbols === null || symbols.some((each) => isSameCompany(each, underlying));
}

/** What a token has placed in one book. */
export interface MandateUse {
  /** Dollars that its waiting and open trades tie up, including shares that its options brought. */
  readonly exposure: Decimal;
  readonly placedToday: number;
}

export interface MandatedEntry {
  readonly instrument: Pick<Instrument, 'underlying'>;
  /** Dollars that the entry would tie up; null: no price is known. */
  readonly capital: Decimal | null;
}

/** The result of every bound that the mandate sets. `actual` is null where no price is known. */
export function mandateChecks(
  mandate: Mandate,
  { instrument, capital }: MandatedEntry,
  { exposure, placedToday }: MandateUse,
): readonly RiskCheck[] {
  const { maxOrderCost, maxExposure, maxTradesPerDay } = mandate;
  const today = placedToday + 1;
  return [
    ...symbolChecks(mandate, [instrument.underlying]),
    ...atMost('MANDATE_TRADES_PER_DAY', 'trades today', today, maxTradesPerDay),
    ...atMost('MANDATE_ORDER_COST', 'order cost', capital, maxOrderCost),
    ...atMost('MANDATE_EXPOSURE', 'exposure', capital && exposure.plus(capital), maxExposure),
  ];
}

/** The checks of a strategy: the mandate allows each of its symbols, and its budget is within the exposure. */
export function mandatedStrategy(
  mandate: Mandate,
  { symbols, budget }: { readonly symbols: readonly string[]; readonly budget: Decimal | null },
): readonly RiskCheck[] {
  return [
    ...symbolsOfStrategy(mandate, symbols),
    ...atMost('MANDATE_EXPOSURE', 'budget', budget, mandate.maxExposure, 'none is set'),
  ];
}

/** The checks of a strategy's symbols, which may be option contracts. */
export function symbolsOfStrategy(
  mandate: Mandate,
  symbols: readonly string[],
): readonly RiskCheck[] {
  return symbolChecks(
    mandate,
    symbols.map((symbol) => instrumentOf(symbol).underlying),
  );
}

/** Checks a figure against its limit. Fails without a figure, for the reason given. */
function atMost(
  rule: string,
  label: string,
  actual: Decimal | number | null,
  limit: Decimal | number | null,
  why = 'no price is known',
): readonly RiskCheck[] {
  if (limit === null) return [];
  const shown = { rule, limit: limit.toString(), actual: actual?.toString() ?? null };
  if (actual === null)
    return [
      {
        ...shown,
        passed: false,
        message: `Mandate: ${label} of at most ${shown.limit}, and ${why}.`,
      },
    ];
  const passed = new Decimal(actual).lessThanOrEqualTo(limit);
  const relation = passed ? 'of' : 'exceeds';
  return [
    { ...shown, passed, message: `Mandate: ${label}: ${shown.actual} ${relation} ${shown.limit}.` },
  ];
}

/** One check for each of these underlyings. */
export function symbolChecks(
  mandate: Mandate,
  underlyings: readonly string[],
): readonly RiskCheck[] {
  if (!mandate.symbols) return [];
  const limit = mandate.symbols.join(' ');
  return underlyings.map((actual) => {
    const passed = coversSymbol(mandate, actual);
    const message = `Mandate: ${actual} is ${passed ? '' : 'not '}among its symbols.`;
    return { rule: 'MANDATE_SYMBOL', passed, limit, actual, message };
  });
}

/** A refusal with FORBIDDEN for the first check that failed; null when all passed. */
export function refusedBy(checks: readonly RiskCheck[]): Refusal | null {
  const failed = checks.find(({ passed }) => !passed);
  if (!failed) return null;
  const { rule, limit, actual, message } = failed;
  return new Refusal('FORBIDDEN', message, { rule, limit, actual, checks });
}
