import type { Decimal } from '../decimal.ts';
import { directionOf } from '../order/order.ts';
import type { AcceptedPrice, JudgedPrice, PriceAction } from '../price/judged-price.ts';
import type { PriceSource } from '../price/observation.ts';
import type { Bracket, Trade, TradeAggregate } from '../trade/trade.ts';
import { isTighter, stopInForce } from '../trade/trail-stop.ts';
import { isWatched, type ExitSignal } from './exit-signal.ts';

/** The quote of a sale of the whole position now. */
export type SaleLook =
  | {
      readonly kind: 'QUOTED';
      readonly quantity: Decimal;
      /** Dollars that one token fetches, after the route's fees and the sale's own impact. */
      readonly price: Decimal;
      /** Dollars that the network takes for the sale; null where unknown. */
      readonly swapFee: Decimal | null;
    }
  /** SILENT: the source did not answer in time, or our share of the requests is used up. */
  | { readonly kind: 'NO_ROUTE' | 'SILENT' };

export type ExitRuling =
  /** `limitPrice`: the least that one token must fetch, else nothing is sold; null: no least. */
  | { readonly kind: 'SELL'; readonly role: ExitSignal; readonly limitPrice: Decimal | null }
  /** The exit is not reached, or this is unknown. */
  | { readonly kind: 'HOLD' }
  /** The price is beyond the stop, but the sale pays more: the stop is not reached. */
  | { readonly kind: 'CONTRADICTED'; readonly pays: Decimal; readonly stop: Decimal }
  /** The price has reached the target; the sale would bring `pays` per token, after all fees; null: unknown. */
  | { readonly kind: 'SHORT_OF_TARGET'; readonly pays: Decimal | null; readonly target: Decimal }
  | { readonly kind: 'NO_ROUTE'; readonly role: ExitSignal };

const HOLD: ExitRuling = { kind: 'HOLD' };
/** A stop is reached when this many accepted prices in a row are beyond it. */
const LOOKS = 2;
/** These sources count without a quote when both are beyond the stop. */
const INDEXERS: readonly PriceSource[] = ['JUPITER', 'DEXSCREENER'];

/** The exit that a token's price has reached, for which a quote is worth its request. Only longs are held. */
export function nearExit(aggregate: TradeAggregate, judged: JudgedPrice): ExitSignal | null {
  const { trade } = aggregate;
  if (!isWatched(aggregate) || directionOf(trade.side) < 0) return null;
  const { price } = judged;
  const stop = stopInForce(trade);
  if (stop && isStopReached(trade, stop, judged)) return 'STOP_LOSS';
  const { takeProfit } = trade.bracket;
  if (!price || !takeProfit || trade.status !== 'OPEN' || price.lessThan(takeProfit)) return null;
  return isAllowed(judged, 'TAKE_PROFIT') ? 'TAKE_PROFIT' : null;
}

/**
 * Decides about a reached exit by the quote of its sale. A stop is never sold against the quote: when the
 * quote, after all its costs, pays more than the stop, the stop is not reached. A target is sold only where the
 * quote, also after the network's fee, meets it.
 */
export function ruleExit(
  aggregate: TradeAggregate,
  judged: JudgedPrice,
  sale: SaleLook,
): ExitRuling {
  const role = nearExit(aggregate, judged);
  const { trade } = aggregate;
  if (role === null) return HOLD;
  if (sale.kind === 'NO_ROUTE') return { kind: 'NO_ROUTE', role };
  if (sale.kind === 'QUOTED' && !sale.quantity.equals(trade.openQuantity)) return HOLD;
  if (role === 'TAKE_PROFIT') return ruleTarget(trade.bracket, sale);
  const stop = stopInForce(trade);
  if (!stop) return HOLD;
  if (sale.kind !== 'QUOTED') return areBeyond(judged, stop) ? sell(role) : HOLD;
  return sale.price.greaterThan(stop)
    ? { kind: 'CONTRADICTED', pays: sale.price, stop }
    : sell(role);
}

/** The best price that the trail has reached among those accepted since the entry; null when it is not a new one. */
export function newBestOf(trade: Trade, { recent }: Pick<JudgedPrice, 'recent'>): Decimal | null {
  const { trail, side, openedAt, openQuantity } = trade;
  if (!trail || !openedAt || openQuantity.isZero()) return null;
  let best = trail.best;
  for (const { price, at } of recent)
    if (at >= openedAt && isTighter(side, price, best)) best = price;
  return best === trail.best ? null : best;
}

function ruleTarget({ takeProfit: target }: Bracket, sale: SaleLook): ExitRuling {
  if (!target || sale.kind !== 'QUOTED') return HOLD;
  const pays = sale.swapFee && sale.price.minus(sale.swapFee.div(sale.quantity));
  if (pays?.greaterThanOrEqualTo(target)) return sell('TAKE_PROFIT', target);
  return { kind: 'SHORT_OF_TARGET', pays, target };
}

function sell(role: ExitSignal, limitPrice: Decimal | null = null): ExitRuling {
  return { kind: 'SELL', role, limitPrice };
}

/** Whether the price now and the last two looks, of different rounds since the entry, are beyond the stop. */
function isStopReached({ openedAt }: Trade, stop: Decimal, judged: JudgedPrice): boolean {
  const { price, recent } = judged;
  if (!price || price.greaterThan(stop) || !isAllowed(judged, 'STOP_LOSS')) return false;
  const looks = recent.slice(-LOOKS);
  const isBeyond = (look: AcceptedPrice) =>
    openedAt !== null && look.at >= openedAt && look.price.lessThanOrEqualTo(stop);
  return looks.length === LOOKS && looks.every(isBeyond);
}

function areBeyond({ sources }: JudgedPrice, stop: Decimal): boolean {
  return INDEXERS.every((name) => {
    const told = sources.find(({ source }) => source === name);
    return told?.accepted === true && told.price !== null && told.price.lessThanOrEqualTo(stop);
  });
}

export function isAllowed({ verdicts }: JudgedPrice, action: PriceAction): boolean {
  return verdicts.some((verdict) => verdict.action === action && verdict.allowed);
}
