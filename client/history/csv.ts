import { neverFilled, rOf, type ClosedTrade } from './days.ts';

type Cell = string | number | boolean | null | undefined;
interface Column {
  name: string;
  of: (trade: ClosedTrade) => Cell;
  /** Free text, which a spreadsheet must not run as a formula. */
  text?: boolean;
}

/** Money and quantities as the API gives them, to the last digit; times in UTC, ISO 8601. */
const COLUMNS: readonly Column[] = [
  { name: 'id', of: (t) => t.id },
  { name: 'book', of: (t) => t.mode },
  { name: 'symbol', of: (t) => t.symbol, text: true },
  { name: 'ticker', of: (t) => t.ticker, text: true },
  { name: 'paid_in', of: (t) => t.settlementToken },
  { name: 'underlying', of: (t) => t.underlying, text: true },
  { name: 'kind', of: (t) => t.assetClass },
  { name: 'expiration', of: (t) => t.expiration },
  { name: 'strike', of: (t) => t.strike },
  { name: 'right', of: (t) => t.right },
  { name: 'side', of: (t) => t.side },
  { name: 'quantity', of: (t) => t.quantity },
  { name: 'filled_quantity', of: (t) => t.filledQuantity },
  { name: 'multiplier', of: (t) => t.multiplier },
  { name: 'order_type', of: (t) => t.orderType },
  { name: 'limit_price', of: (t) => t.limitPrice },
  { name: 'entry_price', of: (t) => t.entryPrice },
  { name: 'exit_price', of: (t) => t.exitPrice },
  { name: 'initial_stop', of: (t) => t.initialStopLoss },
  { name: 'stop_loss', of: (t) => t.stopLoss },
  { name: 'take_profit', of: (t) => t.takeProfit },
  { name: 'cost_basis', of: (t) => t.costBasis },
  { name: 'realized_pnl', of: (t) => t.realizedPnl },
  { name: 'fees', of: (t) => t.fees },
  { name: 'net_pnl', of: (t) => t.netPnl },
  { name: 'return_pct', of: (t) => t.returnPct },
  { name: 'r', of: (t) => rOf(t)?.toDecimalPlaces(6).toFixed() },
  { name: 'best_excursion', of: (t) => t.maxFavorableExcursion },
  { name: 'worst_excursion', of: (t) => t.maxAdverseExcursion },
  { name: 'excursions_complete', of: (t) => (neverFilled(t) ? null : t.excursionsComplete) },
  { name: 'status', of: (t) => t.status },
  { name: 'reason', of: (t) => t.reason, text: true },
  { name: 'placed_at', of: (t) => t.placedAt },
  { name: 'opened_at', of: (t) => t.openedAt },
  { name: 'closed_at', of: (t) => t.closedAt },
  { name: 'hold_minutes', of: (t) => t.holdMinutes },
  { name: 'seconds_without_stop', of: (t) => t.unprotectedSeconds },
  { name: 'venue', of: (t) => t.venue },
  { name: 'fill_model', of: (t) => t.fillModel },
  { name: 'fill_model_version', of: (t) => t.fillModelVersion, text: true },
  { name: 'fee_schedule', of: (t) => t.feeSchedule, text: true },
  { name: 'strategy', of: (t) => t.context.strategy, text: true },
  { name: 'ai_verdict', of: (t) => t.context.aiVerdict },
  { name: 'ai_confidence', of: (t) => t.context.aiConfidence },
  { name: 'ai_model', of: (t) => t.context.aiModel, text: true },
  { name: 'tags', of: (t) => t.tags.join(' '), text: true },
  { name: 'notes', of: (t) => t.notes, text: true },
];

/** RFC 4180: CRLF, quotes doubled. */
export function csvHead(): string {
  return `${COLUMNS.map(({ name }) => name).join(',')}\r\n`;
}

export function csvRows(trades: readonly ClosedTrade[]): string {
  return trades
    .map((trade) => `${COLUMNS.map((column) => cell(column, column.of(trade))).join(',')}\r\n`)
    .join('');
}

function cell({ text = false }: Column, value: Cell): string {
  if (value === null || value === undefined) return '';
  const plain = String(value);
  // A spreadsheet runs text that begins like this, even after blanks; the apostrophe makes it plain text.
  const safe = text && /^(\s*[=+\-@]|[\t\r\n])/.test(plain) ? `'${plain}` : plain;
  return /[",\r\n']/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}
