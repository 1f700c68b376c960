import type { TradeId } from '../ids.ts';
import type { Decimal } from '../decimal.ts';
import { downsample } from './downsample.ts';
import { RunningBook } from './running-book.ts';
import type { CashMove, EquityPoint } from './cash-move.ts';

/** The exit-side price of a trade at an instant. */
export interface PriceTick {
  readonly at: Date;
  readonly tradeId: TradeId;
  readonly price: Decimal;
}

export interface CurveSpan {
  readonly from: Date;
  readonly to: Date;
}

const MOST_POINTS = 500;

/**
 * The book over time: a point at every cash move and at every price of a holding, and one at `from` when the
 * book had begun before. `before` has the last price of each trade before `from`.
 */
export function equityCurve(
  moves: readonly CashMove[],
  ticks: readonly PriceTick[],
  before: ReadonlyMap<string, Decimal>,
  { from, to }: CurveSpan,
): readonly EquityPoint[] {
  const book = new RunningBook();
  const sorted = [...moves].sort((a, b) => a.at.getTime() - b.at.getTime());
  const earlier = sorted.filter(({ at }) => at < from);
  for (const move of earlier) book.move(move);
  for (const [tradeId, price] of before) book.price(tradeId, price);

  const points: EquityPoint[] = earlier.length > 0 ? [book.at(from)] : [];
  const changes = [...sorted.slice(earlier.length), ...ticks]
    .filter(({ at }) => at >= from && at <= to)
    .sort((a, b) => a.at.getTime() - b.at.getTime());
  for (const [index, change] of changes.entries()) {
    if ('kind' in change) book.move(change);
    else if (!book.price(change.tradeId, change.price)) continue;
    // All changes at one instant make one point, after the last of them.
    if (changes[index + 1]?.at.getTime() === change.at.getTime() && 'kind' in change) continue;
    const point = book.at(change.at);
    if (points.at(-1)?.at.getTime() === point.at.getTime()) points.pop();
    points.push(point);
  }
  return downsample(points, MOST_POINTS, ({ equity, cash }) => equity ?? cash);
}
