import type { AssetClass, OrderSide, PlaceTradeInput } from '../gql/graphql.ts';

interface AssetRules {
  readonly units: string;
  /** A contract on an underlying: it expires, has greeks, and its orders say open or close. */
  readonly option: boolean;
  /** May split, and may be delivered by an option. */
  readonly shares: boolean;
  readonly multiplier: number;
  /** Delta of one unit to its underlying; null when the greeks give it. */
  readonly delta: number | null;
  readonly opening: { readonly buy: OrderSide; readonly sell: OrderSide };
  /** The quantity of a new ticket; null when the user's settings give it. */
  readonly quantity: string | null;
  /** The order input that names it; null for a class that cannot be traded yet. */
  readonly named: ((symbol: string) => Pick<PlaceTradeInput, 'option' | 'equity'>) | null;
}

/** What the screens derive from the asset class. */
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
