import { readUnits } from '../bars/units.ts';
import { amountOf, columnOf, UNIT_DIGITS, type Amounts } from '../columns/amounts.ts';
import { Names } from '../columns/names.ts';
import { dec } from '../decimal.ts';
import type { ResultColumns } from '../statistics/result-columns.ts';
import type { BacktestTrade } from './backtest-report.ts';

/** Only those columns that the figures of closed trades need; a book has more. */
export function resultsOf(trades: readonly BacktestTrade[]): ResultColumns {
  const names = new Names();
  const rows = {
    size: trades.length,
    numbers: {
      openedAt: Float64Array.from(trades, ({ entryAt }) => entryAt),
      closedAt: Float64Array.from(trades, ({ exitAt }) => exitAt),
      aiConfidence: new Float64Array(trades.length).fill(NaN),
    },
    amounts: {
      net: amountsOf(trades.map(({ netPnl }) => netPnl)),
      fees: amountsOf(trades.map(({ fees }) => fees)),
    },
    codes: {
      CLOSE_REASON: Int32Array.from(trades, ({ closeReason }) => names.codeOf(closeReason)),
      verdict: new Int32Array(trades.length).fill(names.codeOf(null)),
    },
  };
  return { rows, names };
}

function amountsOf(texts: readonly string[]): Amounts {
  return columnOf(texts.map((text) => millionthsOf(text) ?? amountOf(dec(text))));
}

/** An amount in millionths; null: it has too many digits for them. */
function millionthsOf(text: string): number | null {
  const read = readUnits(text);
  if (!read || read.digits > UNIT_DIGITS) return null;
  const millionths = read.units * 10 ** (UNIT_DIGITS - read.digits);
  return Number.isSafeInteger(2 * millionths) ? millionths : null;
}
