import type { ChartedSnapshotFragment, TradePageQuery } from '../gql/graphql.ts';
import { Exact } from '../lib/exact.ts';
import { marketPrice } from '../lib/asset-class.ts';
import { fixed, slimQuantity } from '../lib/format.ts';
import type { ChartMark } from './price-chart.ts';
import type { ChartPoint } from './chart-point.ts';

type Trade = NonNullable<TradePageQuery['trade']>;
type Fills = Trade['orders'][number]['fills'];

const seconds = (time: string) => Math.floor(Date.parse(time) / 1000);
const known = (text: string | null | undefined) => (text == null ? null : Number(text));

/** Known prices over a trade's life, oldest first: each snapshot, the last mark, the exit. */
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

/** Marks of the fills, one per order and minute, and of the snapshots before the open and after the close. */
export function chartMarks(
  trade: Trade,
  snapshots: readonly ChartedSnapshotFragment[],
): ChartMark[] {
  const fills = trade.orders.flatMap(({ side, role, fills: parts }) =>
    byMinute(parts).map((fills) => {
      const filled = fills.reduce((sum, fill) => sum.plus(fill.quantity), new Exact(0));
      const paid = fills.reduce(
        (sum, fill) => sum.plus(new Exact(fill.price).times(fill.quantity)),
        new Exact(0),
      );
      const average = paid.div(filled);
      return {
        at: seconds(fills[0]!.filledAt),
        price: average.toNumber(),
        kind: side.startsWith('BUY') ? ('buy' as const) : ('sell' as const),
        text: `${role === 'ENTRY' ? 'in' : 'out'} ${slimQuantity(filled)} at ${fillPrice(trade, average)}`,
      };
    }),
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

function fillPrice({ assetClass }: Trade, average: Exact): string {
  return assetClass === 'TOKEN' ? marketPrice({ assetClass }, average) : fixed(average, 2);
}

/** Groups fills by minute, because the labels of an order that fills in many parts would overlap. */
function byMinute(fills: Fills): Fills[] {
  const minutes = new Map<number, Fills>();
  for (const fill of fills) {
    const minute = Math.floor(seconds(fill.filledAt) / 60);
    const earlier = minutes.get(minute);
    if (earlier) earlier.push(fill);
    else minutes.set(minute, [fill]);
  }
  return [...minutes.values()];
}
