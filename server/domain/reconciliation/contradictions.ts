import { exactTotal, ZERO, type Decimal } from '../decimal.ts';
import { heldOf } from '../trade/held-of.ts';
import { type TradeAggregate } from '../trade/trade.ts';
import { directionOf } from '../order/order.ts';
import type { Account, Position } from '../account/account.ts';
import type { Finding, InvariantName, TradeSums } from './invariant.ts';

/** One book, read in a single moment. */
export interface Ledger {
  readonly account: Account;
  readonly positions: readonly Position[];
  readonly active: readonly TradeAggregate[];
  readonly sums: readonly TradeSums[];
}

type Sides = readonly [ours: Decimal, theirs: Decimal, evidence: string];

/**
 * Finds where a book contradicts itself: its positions, account and trades are stored separately and must agree
 * to the last digit. `ours` comes from account and positions, `theirs` from trades.
 */
export function contradictions(ledger: Ledger): readonly Finding[] {
  const found: [InvariantName, Sides | null][] = [
    ['QUANTITY', quantity(ledger)],
    ['AVERAGE_PRICE', cost(ledger)],
    ['CASH', cash(ledger)],
    ['PNL', pnl(ledger)],
  ];
  return found.flatMap(([invariant, sides]) => {
    if (!sides || sides[0].equals(sides[1])) return [];
    const [ours, theirs, evidence] = sides;
    const finding = { invariant, ours, theirs, evidence, tolerance: ZERO };
    return [{ ...finding, state: 'DIFFERS', within: true } as const];
  });
}

function quantity({ positions, active }: Ledger): Sides | null {
  const symbols = new Set([
    ...positions.map(({ symbol }) => symbol),
    ...active.map(({ trade }) => trade.instrument.symbol),
  ]);
  for (const symbol of symbols) {
    const booked = positions.find((position) => position.symbol === symbol)?.quantity ?? ZERO;
    // Within the book, a position has the symbol as stored.
    const ofSymbol = active.filter(({ trade }) => trade.instrument.symbol === symbol);
    const held = heldOf(ofSymbol, symbol);
    if (!booked.equals(held))
      return [booked, held, `The book’s position in ${symbol} is not the sum of its trades.`];
  }
  return null;
}

/** Compares the cost of positions with what each open trade paid by its entry’s fills. */
function cost({ positions, active }: Ledger): Sides | null {
  for (const { trade, orders } of active) {
    if (trade.deliveredFrom || trade.adoptedAt) continue;
    const entries = orders.filter(({ role }) => role === 'ENTRY');
    const size = trade.instrument.multiplier;
    const paid = exactTotal(entries.map(({ filledValue }) => filledValue))
      .times(size)
      .times(directionOf(trade.side));
    if (!paid.equals(trade.entryCost))
      return [trade.entryCost, paid, `Trade ${trade.id} cost not what its entry’s fills say.`];
  }
  const booked = exactTotal(positions.map(({ costBasis }) => costBasis));
  const held = exactTotal(active.map(({ trade }) => trade.openCost));
  return [booked, held, 'The book’s positions at cost are not the sum of its open trades.'];
}

/** Checks that cash + positions at cost = deposits + realised P&L − fees, and cash = deposits + trades' cash flow. */
function cash({ account, positions, sums }: Ledger): Sides {
  const moved = exactTotal([account.deposits, ...sums.map(({ cashFlow }) => cashFlow)]);
  if (!moved.equals(account.cash))
    return [account.cash, moved, 'Cash is not deposits and what the trades moved.'];
  const left = exactTotal([account.cash, ...positions.map(({ costBasis }) => costBasis)]);
  const right = exactTotal([account.deposits, account.realizedPnl, account.fees.negated()]);
  return [left, right, 'Cash and positions at cost are not deposits, realised P&L and fees.'];
}

function pnl({ account, sums }: Ledger): Sides {
  const booked = account.realizedPnl.minus(account.fees);
  const earned = sums.flatMap(({ realizedPnl, fees }) => [realizedPnl, fees.negated()]);
  return [booked, exactTotal(earned), 'Realised P&L less fees is not the sum of the trades.'];
}
