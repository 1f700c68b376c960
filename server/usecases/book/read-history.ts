import type { TradeId } from '../../domain/ids.ts';
import type { Deposited, EquityPoint } from '../../domain/book/cash-move.ts';
import { equityCurve } from '../../domain/book/equity-curve.ts';
import type { Mark } from '../../domain/market/mark.ts';
import { badInput } from '../../domain/refusal.ts';
import type { BookReader } from '../../ports/book.ts';
import type { BookDeps } from '../steps/book-deps.ts';
import type { TradeAsOf } from '../../ports/desk-of-book.ts';
import type { Actor } from '../../ports/trading-system.ts';

/** The book at an earlier time, from its complete log and its snapshots. */
export class ReadHistory {
  constructor(private readonly deps: Pick<BookDeps, 'book' | 'clock'>) {}

  /** The trade as known at an instant; null before its first event. */
  async tradeAsOf(actor: Actor, id: TradeId, at: Date): Promise<TradeAsOf | null> {
    const { event, snapshot } = await this.deps.book.view(actor.username, async (reader) => ({
      event: await reader.eventAt(id, at),
      snapshot: await reader.snapshotAt(id, at),
    }));
    if (!event) return null;
    const mark = newer(snapshot, event.trade.mark);
    return { trade: { ...event.trade, mark }, sequence: event.sequence };
  }

  /** @throws {Refusal} BAD_USER_INPUT for `to`. */
  async equityCurve(
    actor: Actor,
    from: Date | null,
    to: Date | null,
  ): Promise<readonly EquityPoint[]> {
    return this.deps.book.view(actor.username, (reader) => this.#curve(reader, from, to));
  }

  async #curve(
    reader: BookReader,
    from: Date | null,
    to: Date | null,
  ): Promise<readonly EquityPoint[]> {
    const end = to ?? this.deps.clock.now();
    const moves = await reader.cashMoves();
    const start = from ?? moves[0]?.at ?? end;
    if (start > end) throw badInput('to', 'The end lies before the beginning.');
    const span = { from: start, to: end };
    const ids = moves.flatMap((move) => (move.kind === 'TRADE' ? [move.tradeId] : []));
    const ticks = await reader.priceTicks(span);
    const before = await reader.pricesBefore([...new Set(ids)], start);
    return equityCurve(moves, ticks, before, span);
  }
}

/** Oldest first; withdrawals are negative. */
export async function readDeposits(reader: BookReader): Promise<readonly Deposited[]> {
  return (await reader.cashMoves()).filter((move) => move.kind === 'DEPOSIT');
}

function newer(snapshot: Mark | null, mark: Mark | null): Mark | null {
  if (!snapshot?.receivedAt || !mark?.receivedAt) return snapshot ?? mark;
  return snapshot.receivedAt >= mark.receivedAt ? snapshot : mark;
}
