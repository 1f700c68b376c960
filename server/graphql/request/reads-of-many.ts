import { blindCauseOf, type BlindCause } from '../../domain/exits/watch-blind.ts';
import type { WatchState } from '../../domain/exits/protection-detail.ts';
import type { Decimal } from '../../domain/decimal.ts';
import { modeOfId, type TradingMode } from '../../domain/mode.ts';
import type { TradeAggregate } from '../../domain/trade/trade.ts';
import type { BookReader } from '../../ports/book.ts';
import { jobOf, type JobReports } from '../../ports/job.ts';
import type { Actor } from '../../ports/trading-system.ts';
import type { Books } from '../books/books.ts';

/** Whether, and how often, the desk watches stops that no venue holds. */
export async function watchOf(
  mode: TradingMode,
  { books, actor, reports }: { books: Books; actor: Actor | null; reports: JobReports },
): Promise<WatchState> {
  const halted = actor !== null && (await books.of(mode).account.halt(actor)) === 'HALT_ALL';
  const job = (await reports()).find(({ name }) => name === jobOf(mode, 'watch-exits'));
  const everySeconds = job && !job.late ? job.everySeconds : null;
  return { everySeconds, lookedAt: job?.lastRun ?? null, halted };
}

export async function blindOf(
  ids: readonly string[],
  reader: (id: string) => BookReader | null,
): Promise<(BlindCause | null)[]> {
  const causes = new Map<string, BlindCause | null>();
  for (const mode of ['PAPER', 'REAL'] as const) {
    const of = reader(ids.find((id) => modeOfId(id) === mode) ?? '');
    for (const { about, condition } of (await of?.standing('WATCH_BLIND')) ?? [])
      causes.set(about, blindCauseOf(condition));
  }
  return ids.map((id) => causes.get(id) ?? null);
}

export async function aggregatesOf(
  ids: readonly string[],
  reader: (id: string) => BookReader | null,
): Promise<readonly (TradeAggregate | null)[]> {
  const found = new Map<string, TradeAggregate>();
  for (const mode of ['PAPER', 'REAL'] as const) {
    const group = ids.filter((id) => modeOfId(id) === mode);
    const aggregates = (await reader(group[0] ?? '')?.tradesById(group)) ?? [];
    for (const aggregate of aggregates) found.set(aggregate.trade.id, aggregate);
  }
  return ids.map((id) => found.get(id) ?? null);
}

export async function firstStopsOf(
  ids: readonly string[],
  reader: (id: string) => BookReader | null,
): Promise<readonly (Decimal | null)[]> {
  const found = new Map<string, Decimal>();
  for (const mode of ['PAPER', 'REAL'] as const) {
    const group = ids.filter((id) => modeOfId(id) === mode);
    const stops = (await reader(group[0] ?? '')?.firstStops(group)) ?? [];
    for (const [id, stop] of stops) found.set(id, stop);
  }
  return ids.map((id) => found.get(id) ?? null);
}
