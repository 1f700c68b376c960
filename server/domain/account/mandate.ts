import type { Decimal } from '../decimal.ts';
import { listedOf } from '../instrument/listed-symbol.ts';
import { deskSymbol } from '../instrument/symbol-forms.ts';
import { parseMint } from '../token/mint.ts';
import { badInput } from '../refusal.ts';

/** What an API token may do within its scopes. Null is no bound; a mandate has one at least. Books count apart. */
export interface Mandate {
  /** Tickers and mints that it may trade and change trades of; an option counts by its underlying. */
  readonly symbols: readonly string[] | null;
  /** Dollars that one entry may tie up, as the limit of that name counts: cost and fees, or collateral. */
  readonly maxOrderCost: Decimal | null;
  /** Dollars that all its waiting and open trades together may tie up. */
  readonly maxExposure: Decimal | null;
  /** Entries on one exchange day, including those that the venue refused. */
  readonly maxTradesPerDay: number | null;
}

const MOST_SYMBOLS = 50;

/** The mandate in the desk's own form. @throws {Refusal} BAD_USER_INPUT with the field under `mandate`. */
export function checkedMandate(typed: Mandate): Mandate {
  const { maxOrderCost, maxExposure, maxTradesPerDay } = typed;
  const symbols = typed.symbols === null ? null : checkedSymbols(typed.symbols);
  const mandate = { symbols, maxOrderCost, maxExposure, maxTradesPerDay };
  if (Object.values(mandate).every((bound) => bound === null))
    throw badInput('mandate', 'A mandate bounds something; without one leave it out.');
  for (const [name, dollars] of Object.entries({ maxOrderCost, maxExposure }))
    if (dollars?.lessThan(0)) throw badInput(`mandate.${name}`, 'A bound is not negative.');
  if (maxTradesPerDay !== null && maxTradesPerDay < 0)
    throw badInput('mandate.maxTradesPerDay', 'A bound is not negative.');
  return mandate;
}

function checkedSymbols(typed: readonly string[]): readonly string[] {
  const field = 'mandate.symbols';
  if (typed.length < 1 || typed.length > MOST_SYMBOLS)
    throw badInput(field, `A mandate names 1 to ${MOST_SYMBOLS} symbols; null is every one.`);
  const symbols = typed.map((each) => {
    const symbol = deskSymbol(each);
    if (parseMint(symbol) === null && listedOf(symbol)?.assetClass !== 'EQUITY')
      throw badInput(field, 'A symbol is a ticker or a mint; options go by their underlying.');
    return symbol;
  });
  return [...new Set(symbols)];
}
