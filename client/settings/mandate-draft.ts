import type { ApiTokensQuery, MandateInput, MandatePartsFragment, Scope } from '../gql/graphql.ts';
import { exact, type Exact } from '../lib/exact.ts';
import { counted, money, shortMint } from '../lib/format.ts';

/** The bounds of a token as they are typed; an empty text is no bound. */
export interface MandateDraft {
  symbols: string;
  maxOrderCost: string;
  maxExposure: string;
  maxTradesPerDay: string;
}

export function draftOf(mandate: MandatePartsFragment | null | undefined): MandateDraft {
  return {
    symbols: mandate?.symbols?.join(' ') ?? '',
    maxOrderCost: mandate?.maxOrderCost ?? '',
    maxExposure: mandate?.maxExposure ?? '',
    maxTradesPerDay: mandate?.maxTradesPerDay?.toString() ?? '',
  };
}

/** The input for the server; null when no bound is typed. */
export function inputOf(draft: MandateDraft): MandateInput | null {
  const symbols = draft.symbols.split(/[\s,;]+/).filter((each) => each !== '');
  const text = (typed: string) => typed.trim() || null;
  const perDay = text(draft.maxTradesPerDay);
  const input = {
    symbols: symbols.length > 0 ? symbols : null,
    maxOrderCost: text(draft.maxOrderCost),
    maxExposure: text(draft.maxExposure),
    maxTradesPerDay: perDay === null ? null : Number(perDay),
  };
  return Object.values(input).every((bound) => bound === null) ? null : input;
}

const WHOLE = /^\d{1,9}$/;
const DOLLARS = /^\d{1,30}(\.\d{1,30})?$/;

/** What is wrong with what is typed, by field; the desk judges the symbols. */
export function faultsOf(draft: MandateDraft): Partial<Record<keyof MandateDraft, string>> {
  const not = (typed: string, form: RegExp) => typed.trim() !== '' && !form.test(typed.trim());
  return {
    ...(not(draft.maxOrderCost, DOLLARS) && { maxOrderCost: 'Dollars, such as 500 or 99.50' }),
    ...(not(draft.maxExposure, DOLLARS) && { maxExposure: 'Dollars, such as 500 or 99.50' }),
    ...(not(draft.maxTradesPerDay, WHOLE) && { maxTradesPerDay: 'A whole number' }),
  };
}

/** The mandate in words, for a line beneath the token. */
export function describeMandate(mandate: MandatePartsFragment): string {
  const { symbols, maxOrderCost, maxExposure, maxTradesPerDay } = mandate;
  return [
    symbols && `only ${symbols.map(slimSymbol).join(', ')}`,
    maxOrderCost != null && `$${money(maxOrderCost)} an order`,
    maxExposure != null && `$${money(maxExposure)} at work`,
    maxTradesPerDay != null && `${counted(maxTradesPerDay, 'trade')} a day`,
  ]
    .filter(Boolean)
    .join(' · ');
}

type Used = ApiTokensQuery['apiTokens'][number];

/** How much of a mandate is used and left, in each book that the token may trade or has traded. */
export function describeUse({ mandate, mandateUse, scopes }: Used): readonly string[] {
  if (!mandate) return [];
  const { maxExposure, maxTradesPerDay } = mandate;
  return mandateUse.flatMap(({ mode, exposure, placedToday }) => {
    const used = exact(exposure);
    const trades = scopes.includes(`TRADE_${mode}`) || used?.gt(0) || placedToday > 0;
    const bound = exact(maxExposure);
    const said = [
      used && bound && `$${money(used)} of $${money(bound)} at work, ${leftOf(bound.minus(used))}`,
      maxTradesPerDay != null && `${placedToday} of ${counted(maxTradesPerDay, 'trade')} today`,
    ].filter(Boolean);
    return trades && said.length > 0 ? [`${mode}: ${said.join(' · ')}`] : [];
  });
}

function leftOf(left: Exact): string {
  return left.lt(0) ? `$${money(left.abs())} over` : `$${money(left)} left`;
}

/** A ticker whole, a mint by its ends. */
function slimSymbol(symbol: string): string {
  return symbol.length < MINT_LETTERS ? symbol : shortMint(symbol);
}

/** The least number of letters of a mint; a ticker has far fewer. */
const MINT_LETTERS = 32;

export function mayTrade(scopes: readonly Scope[]): boolean {
  return scopes.some((scope) => scope === 'TRADE_PAPER' || scope === 'TRADE_REAL');
}
