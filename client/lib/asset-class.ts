import type { AssetClass, OrderSide, PlaceTradeInput, SettlementToken } from '../gql/graphql.ts';
import type { Decimal } from 'decimal.js';
import { price, tokenPrice, UNKNOWN, type Signing } from './format.ts';

type InputName = Pick<PlaceTradeInput, 'option' | 'equity' | 'token'>;

/** The words of an asset class; `price` and `mid` name the two prices of a mark. */
interface AssetWords {
  readonly price: string;
  readonly mid: string;
  /** Explains both prices while the pointer is on them. */
  readonly title?: string;
  /** How long a DAY and a GTC entry wait. */
  readonly day: string;
  readonly gtc: string;
  /** The best price of the exit side, which a stop trails. */
  readonly best: { readonly long: string; readonly short: string };
  /** How exits come to be fills. */
  readonly exits: string;
}

interface AssetRules {
  readonly units: string;
  /** A contract on an underlying: it expires, has greeks, and its orders say open or close. */
  readonly option: boolean;
  /** The instrument may split, and an option may deliver it. */
  readonly shares: boolean;
  readonly multiplier: number;
  /** Delta of one unit to its underlying; null when the greeks give it. */
  readonly delta: number | null;
  readonly opening: { readonly buy: OrderSide; readonly sell: OrderSide };
  /** The quantity of a new ticket; null when the user's settings give it. */
  readonly quantity: string | null;
  /** The part of the order input that names the instrument. */
  readonly named: (symbol: string, settlement: SettlementToken) => InputName;
  /** The step of the prices that the page works out; null where any price can be had. */
  readonly tick: string | null;
  /** Writes a price of its market in as many digits as its sources give. */
  readonly price: (amount: string | Decimal, signing?: Signing) => string;
  readonly words: AssetWords;
}

const TWO_SIDED: AssetWords = {
  ...{ price: 'Price, exit side', mid: 'mid' },
  ...{ day: 'DAY, to the close', gtc: 'good till canceled' },
  best: { long: 'bid', short: 'ask' },
  exits:
    'After fees both ways. A stop becomes a market order: the fill can be worse. Exits cover the filled quantity.',
};

/** What the screens derive from the asset class. */
export const ASSETS: Readonly<Record<AssetClass, AssetRules>> = {
  OPTION: {
    ...{ units: 'contracts', option: true, shares: false },
    ...{ multiplier: 100, delta: null, quantity: null },
    opening: { buy: 'BUY_TO_OPEN', sell: 'SELL_TO_OPEN' },
    named: (symbol) => ({ option: { symbol } }),
    ...{ tick: '0.01', price, words: TWO_SIDED },
  },
  EQUITY: {
    ...{ units: 'shares', option: false, shares: true },
    ...{ multiplier: 1, delta: 1, quantity: '100' },
    opening: { buy: 'BUY', sell: 'SELL' },
    named: (symbol) => ({ equity: { symbol } }),
    ...{ tick: '0.01', price, words: TWO_SIDED },
  },
  TOKEN: {
    ...{ units: 'tokens', option: false, shares: false },
    ...{ multiplier: 1, delta: 1, quantity: '1' },
    opening: { buy: 'BUY', sell: 'SELL' },
    named: (mint, settlement) => ({ token: { mint, settlement } }),
    ...{ tick: null, price: tokenPrice },
    words: {
      ...{ price: 'Sale quote', mid: 'price' },
      title:
        'Above: the price of each if you sold all of it. Below: the price judged from all sources.',
      ...{ day: 'DAY, at the desk', gtc: 'GTC, at the desk' },
      best: { long: 'price', short: 'price' },
      exits:
        'After fees both ways. The desk holds both and sells all that is held: at the stop once two checks confirm it, at the target when a sale brings it after fees. The fill can be worse than the stop.',
    },
  },
};

export function isOption({ assetClass }: { readonly assetClass: AssetClass }): boolean {
  return ASSETS[assetClass].option;
}

export function isToken({ assetClass }: { readonly assetClass: AssetClass }): boolean {
  return assetClass === 'TOKEN';
}

/** A price of an instrument's market, such as a mark; `—` where there is none. */
export function marketPrice(
  { assetClass }: { readonly assetClass: AssetClass },
  amount: Decimal | string | null | undefined,
): string {
  return amount == null ? UNKNOWN : ASSETS[assetClass].price(amount);
}
