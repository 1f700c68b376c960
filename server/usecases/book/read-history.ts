import type { TradeId } from '../../domain/ids.ts';
import type { Deposited, EquityPoint } from '../../domain/book/cash-move.ts';
import { equityCurve } from '../../domain/book/equity-curve.ts';
import type { Mark } from '../../domain/market/mark.ts';
import { badInput } from '../../domain/refusal.ts';
import type { BookReader } from '../../ports/book.ts';
import { KeptAnswers } from './kept-answers.ts';
import type { BookDeps } from '../steps/book-deps.ts';
import type { TradeAsOf } from '../../ports/desk-of-book.ts';
import type { Actor } from '../../ports/trading-system.ts';

/** The book at an earlier time, from its complete log and its snapshots. */
export class ReadHistory {
  readonly #curves = new KeptAnswers<readonly EquityPoint[]>();

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
    const end = to ?? this.deps.clock.now();
    const figures = this.deps.book.figures(actor.username);
    const { columns, rows, span, ...prices } = await figures.curve(from, end);
    if (span.from > end) throw badInput('to', 'The end lies before the beginning.');
    const reckon = () => equityCurve(columns, rows, prices, span);
    // Prices beyond the columns arrive without a change of the columns, so such an answer is not kept.
    if (prices.ticks.length > 0 || prices.before.size > 0) return reckon();
    const last = columns.rows.numbers.at.at(-1) ?? 0;
    const asked = [span.from.getTime(), Math.min(end.getTime(), last), rows.length].join();
    return this.#curves.find(columns, asked) ?? this.#curves.keep(columns, asked, reckon());
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
