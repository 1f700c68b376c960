import { dailyPnl, type DailyPnl } from '../../domain/statistics/daily-pnl.ts';
import { fillQuality, type FillQuality } from '../../domain/statistics/fill-quality.ts';
import type { StatsDimension } from '../../domain/statistics/segment-keys.ts';
import { summariseBy } from '../../domain/statistics/segments.ts';
import type { TradeFilter } from '../../ports/book-page.ts';
import type { BookReader } from '../../ports/book.ts';

export async function readStats(
  reader: BookReader,
  filter: TradeFilter,
  groupBy: readonly StatsDimension[],
) {
  return summariseBy(await reader.closedResults(filter), groupBy);
}

/** Covers the closed trades. */
export async function readFillQuality(
  reader: BookReader,
  filter: TradeFilter,
): Promise<FillQuality> {
  return fillQuality(await reader.fillsSeen(filter));
}

/** Oldest first. */
export async function readDailyPnl(
  reader: BookReader,
  filter: TradeFilter,
): Promise<readonly DailyPnl[]> {
  return dailyPnl(await reader.realisedParts(filter));
}
