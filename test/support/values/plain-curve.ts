import { dec, ZERO, type Decimal } from '../../../server/domain/decimal.ts';
import type { CashMove, EquityPoint } from '../../../server/domain/book/cash-move.ts';
import type { CurvePrices, CurveSpan } from '../../../server/domain/book/curve-prices.ts';

/** A short curve, computed the plain way: each point from everything before it. */
export function plainCurve(
  moves: readonly CashMove[],
  { before, ticks }: CurvePrices,
  { from, to }: CurveSpan,
): readonly EquityPoint[] {
  const inOrder = [...moves].sort((a, b) => a.at.getTime() - b.at.getTime());
  const started = inOrder.some(({ at }) => at < from);
  const within = (at: Date) => at >= from && at <= to;
  const held = ticks.filter(({ at, tradeId }) => !last(inOrder, tradeId, at)?.size.isZero());
  const instants = [...inOrder, ...held.filter(({ at, tradeId }) => last(inOrder, tradeId, at))]
    .map(({ at }) => at)
    .filter(within);
  const times = new Set([...(started ? [from] : []), ...instants].map((at) => at.getTime()));
  return [...times]
    .sort((a, b) => a - b)
    .map((time) => pointAt(inOrder, { before, ticks }, { from, to: new Date(time) }));
}

type Moved = Extract<CashMove, { kind: 'TRADE' }>;

function last(moves: readonly CashMove[], tradeId: string, at: Date): Moved | undefined {
  return moves.filter((move): move is Moved => isOf(move, tradeId) && move.at <= at).at(-1);
}

function isOf(move: CashMove, tradeId: string): boolean {
  return move.kind === 'TRADE' && move.tradeId === tradeId;
}

function pointAt(
  moves: readonly CashMove[],
  prices: CurvePrices,
  { from, to: at }: CurveSpan,
): EquityPoint {
  const done = moves.filter((move) => move.at <= at);
  const ids = new Set(done.flatMap((move) => (move.kind === 'TRADE' ? [move.tradeId] : [])));
  let cash = ZERO;
  for (const move of done) if (move.kind === 'DEPOSIT') cash = cash.plus(move.amount);
  let value: Decimal | null = ZERO;
  for (const id of ids) {
    const { cashFlow, size } = last(moves, id, at)!;
    cash = cash.plus(cashFlow);
    if (size.isZero()) continue;
    const price = priceAt(done, id, prices, { from, to: at });
    value = price && value && value.plus(price.times(size));
  }
  return { at, cash, equity: value && cash.plus(value) };
}

/** The last price received while the trade was held. */
function priceAt(
  done: readonly CashMove[],
  id: string,
  { before, ticks }: CurvePrices,
  { from, to }: CurveSpan,
): Decimal | null {
  let price: Decimal | null = null;
  const own = done.filter((move): move is Moved => isOf(move, id));
  const hear = (moves: readonly Moved[]) => {
    for (const move of moves) price = move.price ?? price;
  };
  hear(own.filter(({ at }) => at < from));
  const start = own.filter(({ at }) => at < from).at(-1);
  if (start && !start.size.isZero()) price = before.get(id) ?? price;
  const heard = [
    ...own.filter(({ at }) => at >= from),
    ...ticks.filter(({ tradeId, at }) => tradeId === id && at <= to),
  ].sort((a, b) => a.at.getTime() - b.at.getTime());
  for (const each of heard) {
    if ('kind' in each) hear([each]);
    else if (!(last(own, id, each.at)?.size ?? dec(0)).isZero()) price = each.price;
  }
  return price;
}
