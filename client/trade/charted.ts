import type { ChartedSnapshotFragment, TradePageQuery } from '../gql/graphql.ts';
import { fixed, quantity } from '../lib/format.ts';
import type { ChartMark } from './price-chart.ts';
import type { ChartPoint } from './chart-point.ts';

type Trade = NonNullable<TradePageQuery['trade']>;

const seconds = (time: string) => Math.floor(Date.parse(time) / 1000);
const known = (text: string | null | undefined) => (text == null ? null : Number(text));

/** What is known of the price over a trade's life, oldest first: each snapshot, the last mark, the exit. */
export function chartPoints(
  trade: Trade,
  snapshots: readonly ChartedSnapshotFragment[],
): ChartPoint[] {
  const byTime = new Map<number, ChartPoint>();
  const add = (time: string, price?: string | null, underlying?: string | null) => {
    const at = seconds(time);
    byTime.set(at, { at, price: known(price), underlying: known(underlying) });
  };
  for (const s of snapshots) add(s.takenAt, s.price, s.underlyingPrice);
  const now = trade.mark?.sourceTime ?? trade.mark?.receivedAt;
  if (now && trade.phase === 'OPEN') add(now, trade.mark?.price, trade.mark?.underlyingPrice);
  if (trade.closedAt) add(trade.closedAt, trade.exitPrice, trade.settlement?.price);
  return [...byTime.values()].sort((a, b) => a.at - b.at);
}

/** Each fill, and the snapshots before the open and after the close. */
export function chartMarks(
  trade: Trade,
  snapshots: readonly ChartedSnapshotFragment[],
): ChartMark[] {
  const fills = trade.orders.flatMap(({ side, role, fills: parts }) =>
    parts.map((fill) => ({
      at: seconds(fill.filledAt),
      price: Number(fill.price),
      kind: side.startsWith('BUY') ? ('buy' as const) : ('sell' as const),
      text: `${role === 'ENTRY' ? 'in' : 'out'} ${quantity(fill.quantity)} at ${fixed(fill.price, 2)}`,
    })),
  );
  const bookends = snapshots.flatMap(({ kind, takenAt, price }) =>
    kind === 'INTRADAY' || price == null
      ? []
      : [
          {
            at: seconds(takenAt),
            price: Number(price),
            kind: 'bookend' as const,
            text: kind === 'PRE_MARKET' ? 'pre' : 'post',
          },
        ],
  );
  return [...fills, ...bookends].sort((a, b) => a.at - b.at);
}
