import { ZERO, type Decimal } from '../decimal.ts';
import { downsample } from './downsample.ts';

/** Something that moved cash, as the log has it: a deposit, or a trade as it stood after a fill. */
export type CashMove = { readonly at: Date } & (
  | { readonly kind: 'DEPOSIT'; readonly amount: Decimal }
  | {
      readonly kind: 'TRADE';
      readonly tradeId: string;
      /** All cash that the trade has moved so far. */
      readonly cashFlow: Decimal;
      /** What is held, signed and with its multiplier: what a dollar of price is worth. */
      readonly size: Decimal;
      /** The exit-side price that was known then; null where none was. */
      readonly price: Decimal | null;
    }
);

/** The exit-side price of a trade at an instant. */
export interface PriceTick {
  readonly at: Date;
  readonly tradeId: string;
  readonly price: Decimal;
}

export interface EquityPoint {
  readonly at: Date;
  readonly cash: Decimal;
  /** Cash and positions at their last known prices; null while one of them has none. */
  readonly equity: Decimal | null;
}

export interface CurveSpan {
  readonly from: Date;
  readonly to: Date;
}

const MOST_POINTS = 500;

/**
 * The book over time: a point at every move of cash and every price of what is held, and one at `from`
 * where the book had begun before. `before` has the last price of each trade before `from`.
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
    // What happens at one instant is one point, once all of it is known.
    if (changes[index + 1]?.at.getTime() === change.at.getTime() && 'kind' in change) continue;
    const point = book.at(change.at);
    if (points.at(-1)?.at.getTime() === point.at.getTime()) points.pop();
    points.push(point);
  }
  return downsample(points, MOST_POINTS, ({ equity, cash }) => equity ?? cash);
}

interface Holding {
  readonly cashFlow: Decimal;
  readonly size: Decimal;
  readonly price: Decimal | null;
}

const NOTHING: Holding = { cashFlow: ZERO, size: ZERO, price: null };

/** Sums kept as things happen, so that a long history costs one step a change. */
class RunningBook {
  private cash = ZERO;
  private value = ZERO;
  private unpriced = 0;
  private readonly holdings = new Map<string, Holding>();

  move(move: CashMove): void {
    if (move.kind === 'DEPOSIT') {
      this.cash = this.cash.plus(move.amount);
      return;
    }
    const { tradeId, cashFlow, size, price } = move;
    const known = this.holdings.get(tradeId) ?? NOTHING;
    this.set(tradeId, { cashFlow, size, price: price ?? known.price });
  }

  /** False where nothing of it is held. */
  price(tradeId: string, price: Decimal): boolean {
    const known = this.holdings.get(tradeId);
    if (!known || known.size.isZero()) return false;
    this.set(tradeId, { ...known, price });
    return true;
  }

  at(at: Date): EquityPoint {
    const { cash, value, unpriced } = this;
    return { at, cash, equity: unpriced > 0 ? null : cash.plus(value) };
  }

  private set(tradeId: string, next: Holding): void {
    const known = this.holdings.get(tradeId) ?? NOTHING;
    this.cash = this.cash.plus(next.cashFlow).minus(known.cashFlow);
    this.value = this.value.plus(valueOf(next)).minus(valueOf(known));
    this.unpriced += missing(next) - missing(known);
    this.holdings.set(tradeId, next);
  }
}

function valueOf({ size, price }: Holding): Decimal {
  return price ? price.times(size) : ZERO;
}

function missing({ size, price }: Holding): number {
  return size.isZero() || price ? 0 : 1;
}
