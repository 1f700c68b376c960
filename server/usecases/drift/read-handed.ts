import { HandedBars } from '../../domain/drift/handed-bars.ts';
import { HandedReads } from '../../domain/drift/handed-reads.ts';
import type { StrategyRun } from '../../domain/strategy/strategy-run.ts';
import type { DriftStore } from '../../ports/drift-store.ts';

export interface HandedDeps {
  readonly store: Pick<DriftStore, 'journal' | 'marks'>;
}

export interface Handed {
  readonly bars: HandedBars;
  readonly reads: HandedReads;
}

/** Lines of a journal read at once; fewer where they hold option chains, so that the event loop is free in between. */
const LINES = 1_000;
const LONG_LINES = 50;
const LONG = 1_000_000;
/** The most bars of one run that are held in memory, as of a backtest. */
const MOST_BARS = 2_000_000;
/** The most bytes that one run read: option chains of some weeks of minute bars, or of years of daily bars. */
const MOST_BYTES = 200_000_000;

/** What a run was handed and read until an instant, or why that is too much. */
export async function readHanded(
  { store }: HandedDeps,
  run: StrategyRun,
  until: Date,
): Promise<Handed | string> {
  const bars = new HandedBars(run.interval, until.getTime());
  const reads = new HandedReads(until.getTime());
  for (let after = 0, page = LINES; ;) {
    const lines = await store.journal(run, after, page);
    const before = reads.size;
    for (const line of lines) bars.add(line);
    reads.add(lines);
    if (bars.size > MOST_BARS) return 'It was handed more bars than a backtest may have.';
    if (reads.size > MOST_BYTES) return 'It read more quotes than are held in memory at once.';
    const last = lines.at(-1);
    if (!last || lines.length < page) return { bars, reads };
    after = last.sequence;
    page = reads.size - before > LONG ? LONG_LINES : LINES;
  }
}
