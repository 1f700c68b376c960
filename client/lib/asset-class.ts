import type { AssetClass, OrderSide, PlaceTradeInput } from '../gql/graphql.ts';

interface AssetRules {
  readonly units: string;
  /** A contract on an underlying: it expires, has greeks, and its orders open or close. */
  readonly option: boolean;
  /** May be split, and delivered by an option. */
  readonly shares: boolean;
  readonly multiplier: number;
  /** Of the underlying, by one unit; null where its greeks say it. */
  readonly delta: number | null;
  readonly opening: { readonly buy: OrderSide; readonly sell: OrderSide };
  /** What a fresh ticket asks for; null where settings say it. */
  readonly quantity: string | null;
  /** How a ticket names it; null while it cannot be traded. */
  readonly named: ((symbol: string) => Pick<PlaceTradeInput, 'option' | 'equity'>) | null;
}

/** What follows on the screens from the class of what is traded. */
export const ASSETS: Readonly<Record<AssetClass, AssetRules>> = {
  OPTION: {
    ...{ units: 'contracts', option: true, shares: false },
    ...{ multiplier: 100, delta: null, quantity: null },
    opening: { buy: 'BUY_TO_OPEN', sell: 'SELL_TO_OPEN' },
    named: (symbol) => ({ option: { symbol } }),
  },
  EQUITY: {
    ...{ units: 'shares', option: false, shares: true },
    ...{ multiplier: 1, delta: 1, quantity: '100' },
    opening: { buy: 'BUY', sell: 'SELL' },
    named: (symbol) => ({ equity: { symbol } }),
  },
  TOKEN: {
    ...{ units: 'tokens', option: false, shares: false },
    ...{ multiplier: 1, delta: 1, quantity: '1' },
    opening: { buy: 'BUY', sell: 'SELL' },
    named: null,
  },
};

export function isOption({ assetClass }: { readonly assetClass: AssetClass }): boolean {
  return ASSETS[assetClass].option;
}
