import { amountAt, decimalOf } from '../../../server/domain/columns/amounts.ts';
import { everyRow } from '../../../server/domain/columns/columns.ts';
import { Names } from '../../../server/domain/columns/names.ts';
import { RowSet } from '../../../server/domain/columns/row-set.ts';
import {
  CLOSED,
  closedRow,
  type ClosedColumns,
} from '../../../server/domain/statistics/closed-columns.ts';
import { dailyPnl, type DailyPnl } from '../../../server/domain/statistics/daily-pnl.ts';
import { FILLS, fillRow } from '../../../server/domain/statistics/fill-columns.ts';
import { fillQuality, type FillQuality } from '../../../server/domain/statistics/fill-quality.ts';
import type { FillSeen } from '../../../server/domain/statistics/fill-seen.ts';
import { REALISED, realisedRow } from '../../../server/domain/statistics/realised-columns.ts';
import type { RealisedPart } from '../../../server/domain/statistics/realised-part.ts';
import type { StatsDimension } from '../../../server/domain/statistics/segment-keys.ts';
import { summariseBy } from '../../../server/domain/statistics/segments.ts';
import type { TradeFacts } from '../../../server/domain/statistics/trade-facts.ts';
import type { TradeStats } from '../../../server/domain/statistics/trade-stats.ts';
import { netPnlOf } from '../../../server/domain/trade/trade-figures.ts';
import type { Trade } from '../../../server/domain/trade/trade.ts';
import type { FiguresReader } from '../../../server/ports/figures.ts';
import { aClosedTrade } from './builders.ts';

/** Statistics of the trades that filled. */
export function statsOf(
  trades: readonly Trade[],
  dimensions: readonly StatsDimension[] = [],
): TradeStats {
  const columns = closedColumns(trades);
  return summariseBy(columns, everyRow(columns), dimensions);
}

export function closedColumns(trades: readonly Trade[]): ClosedColumns {
  const names = new Names();
  const filled = trades.filter(({ filledQuantity }) => !filledQuantity.isZero());
  const rows = filled.map((trade) => closedRow(factsOfTrade(trade), trade, names));
  return { rows: RowSet.of(CLOSED, rows), names };
}

export function factsOfTrade(trade: Trade): TradeFacts {
  const { symbol, underlying, assetClass } = trade.instrument;
  const { strategy, aiModel } = trade.context;
  const outcome = trade.phase === 'CLOSED' ? netPnlOf(trade).comparedTo(0) : null;
  return { ...trade, symbol, underlying, assetClass, strategy, aiModel, outcome };
}

/** The quality of fills of one trade. */
export function qualityOf(fills: readonly FillSeen[]): FillQuality {
  const names = new Names();
  const facts = factsOfTrade(aClosedTrade('150', '0'));
  const rows = RowSet.of(
    FILLS,
    fills.map((fill) => fillRow(facts, fill, names)),
  );
  return fillQuality({ rows, names }, everyRow({ rows }));
}

export function daysOf(parts: readonly RealisedPart[]): readonly DailyPnl[] {
  const names = new Names();
  const facts = factsOfTrade(aClosedTrade('150', '0'));
  const rows = RowSet.of(
    REALISED,
    parts.map((part) => realisedRow({ ...facts, id: part.tradeId }, part, names)),
  );
  return dailyPnl({ rows, names }, everyRow({ rows }));
}

/** What a user's trades realised, in the parts from which figures are computed. */
export async function realisedParts(reader: FiguresReader): Promise<readonly RealisedPart[]> {
  const { rows, names } = (await reader.columns('realised')).columns;
  return Array.from(everyRow({ rows }), (row) => {
    const [net, fees] = [
      decimalOf(amountAt(rows.amounts.net, row)),
      decimalOf(amountAt(rows.amounts.fees, row)),
    ];
    const ended = rows.numbers.ended[row]!;
    return {
      tradeId: rows.ids[row]!,
      date: names.textOf(rows.codes.date[row]!)!,
      lastAt: new Date(rows.numbers.lastAt[row]!),
      ...{ realizedPnl: net.plus(fees), fees },
      ended: Number.isNaN(ended) ? null : (ended as RealisedPart['ended']),
    };
  });
}
