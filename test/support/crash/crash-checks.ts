import { dec, sum, ZERO } from '../../../server/domain/decimal.ts';
import { isFinal, tradedSymbol } from '../../venues/tradier/emulated-order.ts';
import type { Scene } from './crash-desk.ts';
import type { Flow } from './crash-flow.ts';
import { bothSidesOf, type WireTrade } from '../servers/trader.ts';

const STANDING = new Set(['ACCEPTED', 'PARTIALLY_FILLED']);
const IN_FLIGHT = new Set(['INTENT', 'SUBMITTED', 'UNKNOWN']);

const partsOf = ({ account }: Scene) =>
  [...account.orders.values()].flatMap((order) => (order.legs.length > 0 ? order.legs : [order]));

const heldAtVenue = ({ account, symbol }: Scene) => account.positions.get(symbol)?.quantity ?? ZERO;

function isSettled({ orders }: WireTrade): boolean {
  return !orders.some(({ status }) => IN_FLIGHT.has(status));
}

/** Why neither the venue nor, by what people see, the desk protects the position; null when one does. */
export function unprotectedReason(scene: Scene, trade: WireTrade | undefined): string | null {
  const held = heldAtVenue(scene);
  if (held.isZero()) return null;
  const guards = partsOf(scene).filter(
    (order) =>
      order.side === 'sell_to_close' &&
      (order.stop !== null || order.type === 'market') &&
      order.status === 'open',
  );
  const covered = guards.reduce(
    (total, each) => total.plus(each.quantity.minus(each.filled)),
    ZERO,
  );
  if (covered.greaterThanOrEqualTo(held) || trade?.protection === 'WATCHED') return null;
  const state = trade ? `${trade.status}, protection ${trade.protection}` : 'no trade';
  return `unprotected: ${held.toFixed()} held, stops for ${covered.toFixed()}, ${state}`;
}

/** Everything that is wrong once the desk has had its time to recover. */
export async function faultsOf(scene: Scene, { ends, delivers }: Flow): Promise<string[]> {
  const { trader, username, account, desk, symbol } = scene;
  const all = await trader.trades();
  const [trade, ...doubles] = all.filter((each) => each.symbol === symbol);
  if (!trade || doubles.length > 0)
    return [`${doubles.length + (trade ? 1 : 0)} trades of one key`];
  const others = all.length - 1;
  const book = await trader.book();
  const [left, right] = bothSidesOf(book);
  const { cash, fees } = book.portfolio;
  const paid = dec(cash).plus(fees);
  const faults: (string | null)[] = [
    others === (delivers ? 1 : 0) ? null : `${others} trades beside it`,
    ends.includes(trade.status) ? null : `ends ${trade.status}`,
    isSettled(trade) ? null : `orders for ever ${trade.orders.map((o) => o.status).join(' ')}`,
    ...ordersAtVenue(scene, trade),
    ...holdings(scene, all),
    unprotectedReason(scene, trade),
    await desk.brokenChain(username),
    left === right ? null : `promise 7: ${left} ≠ ${right}`,
    paid.equals(account.cash) ? null : `cash ${paid.toFixed()} ≠ ${account.cash.toFixed()}`,
  ];
  return faults.filter((fault) => fault !== null);
}

/** The book's holding of each symbol must equal the account's. */
function holdings({ account }: Scene, trades: readonly WireTrade[]): string[] {
  const symbols = new Set([...account.positions.keys(), ...trades.map(({ symbol }) => symbol)]);
  return [...symbols].flatMap((symbol) => {
    const theirs = account.positions.get(symbol)?.quantity ?? ZERO;
    const ours = sum(
      trades.filter((each) => each.symbol === symbol).map((each) => dec(each.openQuantity)),
    );
    if (theirs.equals(ours)) return [];
    return [`the venue holds ${theirs.toFixed()} ${symbol}, we ${ours.toFixed()}`];
  });
}

/** One order for each intent, and none that the desk does not know. */
function ordersAtVenue(scene: Scene, { orders }: WireTrade): string[] {
  const sent = [...scene.account.orders.values()].map(({ tag }) => tag ?? '');
  const known = new Set(orders.map(({ tag }) => tag));
  const working = new Set(
    orders.filter(({ status }) => STANDING.has(status)).map(({ venueOrderId }) => venueOrderId),
  );
  const doubled = sent.filter((tag, index) => sent.indexOf(tag) !== index);
  const orphans = partsOf(scene).filter(
    (order) => !isFinal(order) && !working.has(String(order.id)),
  );
  return [
    ...doubled.map((tag) => `doubled: ${tag}`),
    ...sent.filter((tag) => !known.has(tag)).map((tag) => `nobody's: ${tag}`),
    ...orphans.map((order) => `orphan: ${order.side} ${tradedSymbol(order)} ${order.status}`),
  ];
}
