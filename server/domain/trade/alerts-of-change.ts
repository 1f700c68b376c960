import type { AlertKind, NewAlert } from '../account/alert.ts';
import type { Decimal } from '../decimal.ts';
import { type Instrument, isOption } from '../instrument/instrument.ts';
import { isHeld } from './hold-adjusted.ts';
import { netPnlOf } from './trade-figures.ts';
import { exitPriceOf, type Trade, type TradeAggregate } from './trade.ts';
import { directionOf } from '../order/order.ts';

interface AlertsOfChange {
  readonly raised: readonly NewAlert[];
  /** Kinds of this trade's alerts whose cause is gone. */
  readonly over: readonly AlertKind[];
}

/** Alerts whose cause ends with the trade. */
const OF_A_LIVE_TRADE: readonly AlertKind[] = [
  'UNPROTECTED',
  'WATCH_BLIND',
  'UNCOVERED',
  'EXIT_REFUSED',
  'ORDER_UNKNOWN',
  'PRICE_CONFLICT',
  'FAR_FROM_MARK',
];

/** The alerts that a trade's new state raises and ends, whatever caused the change. */
export function alertsOfChange(
  before: TradeAggregate | null,
  after: TradeAggregate,
): AlertsOfChange {
  const over: AlertKind[] = [];
  if (before && isUnknown(before) && !isUnknown(after)) over.push('ORDER_UNKNOWN');
  if (before && after.trade.status !== 'NEEDS_REVIEW') over.push(...judged(before, after));
  if (!hasEnded(after) || (before && hasEnded(before))) return { raised: [], over };
  const end = isDenied(before, after) ? null : endOf(after.trade);
  return { raised: end ? [end] : [], over: [...over, ...OF_A_LIVE_TRADE] };
}

/** Alerts that asked a person for a decision that is no longer needed. */
function judged(before: TradeAggregate, after: TradeAggregate): readonly AlertKind[] {
  if (before.trade.status === 'NEEDS_REVIEW') return ['NEEDS_REVIEW', 'FOREIGN_CHANGE'];
  return isHeld(before) && !isHeld(after) ? ['FOREIGN_CHANGE'] : [];
}

/** Whether a rule stopped the trade at once: only a strategy's is then kept, as it asks again and again. */
function isDenied(before: TradeAggregate | null, { orders }: TradeAggregate): boolean {
  return before === null && orders.some(({ status }) => status === 'DENIED');
}

function isUnknown({ orders }: TradeAggregate): boolean {
  return orders.some(({ status }) => status === 'UNKNOWN');
}

function hasEnded({ trade }: TradeAggregate): boolean {
  return trade.phase === 'CLOSED' && trade.status !== 'NEEDS_REVIEW';
}

/** The alert about a trade's end; null when a person ended it and so knows of it. */
function endOf(trade: Trade): NewAlert | null {
  const about = { tradeId: trade.id };
  switch (trade.status) {
    case 'REJECTED': {
      const message = `${nameOf(trade.instrument)}: “${trade.reason ?? 'no reason given'}” Nothing was traded.`;
      return { ...about, kind: 'ENTRY_REJECTED', severity: 'CRITICAL', message };
    }
    case 'TP_HIT':
      return { ...about, kind: 'TARGET_FILLED', severity: 'INFO', message: describeSold(trade) };
    case 'SL_HIT':
      return { ...about, kind: 'STOP_FILLED', severity: 'INFO', message: describeSold(trade) };
    case 'EXPIRED_ITM':
    case 'EXPIRED_OTM':
      return { ...about, kind: 'SETTLED', severity: 'INFO', message: describeSettled(trade) };
    case 'MANUAL_CLOSE':
    case 'CANCELED':
    case 'PENDING':
    case 'OPEN':
    case 'CLOSING':
    case 'NEEDS_REVIEW':
      return null;
  }
}

/** The instrument's name, e.g. `SPY 560 C`. */
function nameOf(instrument: Instrument): string {
  if (!isOption(instrument)) return instrument.symbol;
  const { underlying, strike, right } = instrument;
  return `${underlying} ${strike.toFixed()} ${right === 'CALL' ? 'C' : 'P'}`;
}

function describeSold(trade: Trade): string {
  const verb = directionOf(trade.side) > 0 ? 'sold' : 'bought back';
  const size = trade.exitedQuantity.toFixed();
  return `${nameOf(trade.instrument)}: ${verb} ${size} at ${describePrice(trade)}, ${describeNet(trade)}`;
}

function describeSettled(trade: Trade): string {
  const money = trade.status === 'EXPIRED_ITM' ? 'in the money' : 'out of the money';
  return `${nameOf(trade.instrument)}: ${money} at ${describePrice(trade)}, ${describeNet(trade)}`;
}

function describePrice(trade: Trade): string {
  return cents(exitPriceOf(trade));
}

function describeNet(trade: Trade): string {
  const net = netPnlOf(trade);
  return `${net?.greaterThan(0) ? '+' : ''}${cents(net)} net`;
}

/** An amount with two decimals; more where it has them. */
function cents(amount: Decimal | null): string {
  const exact = amount?.toDecimalPlaces(4);
  return exact?.toFixed(Math.max(2, exact.decimalPlaces())) ?? '—';
}
