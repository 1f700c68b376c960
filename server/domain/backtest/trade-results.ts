import { readUnits } from '../bars/units.ts';
import { amountOf, columnOf, UNIT_DIGITS, type Amounts } from '../columns/amounts.ts';
import { Names } from '../columns/names.ts';
import { dec } from '../decimal.ts';
import type { ResultColumns } from '../statistics/result-columns.ts';
import type { TradeStatus } from '../trade/trade-status.ts';
import type { BacktestTrade } from './backtest-report.ts';

interface Results {
  readonly openedAt: Float64Array;
  readonly closedAt: Float64Array;
  readonly net: Amounts;
  readonly fees: Amounts;
}

/** Only those columns that the figures of closed trades need; a book has more. */
export function resultColumns(
  { openedAt, closedAt, net, fees }: Results,
  reasonOf: (row: number) => TradeStatus,
): ResultColumns {
  const { length: size } = closedAt;
  const names = new Names();
  const codes = {
    CLOSE_REASON: Int32Array.from({ length: size }, (_, row) => names.codeOf(reasonOf(row))),
    verdict: new Int32Array(size).fill(names.codeOf(null)),
  };
  const numbers = { openedAt, closedAt, aiConfidence: new Float64Array(size).fill(NaN) };
  return { rows: { size, numbers, amounts: { net, fees }, codes }, names };
}

export function resultsOf(trades: readonly BacktestTrade[]): ResultColumns {
  const columns = {
    openedAt: Float64Array.from(trades, ({ entryAt }) => entryAt),
    closedAt: Float64Array.from(trades, ({ exitAt }) => exitAt),
    net: amountsOf(trades.map(({ netPnl }) => netPnl)),
    fees: amountsOf(trades.map(({ fees }) => fees)),
  };
  return resultColumns(columns, (row) => trades[row]!.closeReason);
}

function amountsOf(texts: readonly string[]): Amounts {
  return columnOf(texts.map((text) => millionthsOf(text) ?? amountOf(dec(text))));
}

/** Null: too many digits to tell without a decimal. */
function millionthsOf(text: string): number | null {
  const read = readUnits(text);
  if (!read || read.digits > UNIT_DIGITS) return null;
  const millionths = read.units * 10 ** (UNIT_DIGITS - read.digits);
  return Number.isSafeInteger(2 * millionths) ? millionths : null;
}
