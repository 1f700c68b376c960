import type { ChangedSeries } from '../../../ports/data-sets.ts';
import { keyOf } from './series-row.ts';

/** Limits of one transaction, in characters and in rows: other writers wait for it. */
const MOST_TEXT = 256 * 1024;
const MOST_ROWS = 50;

/** What one step of an import writes. */
export interface StageTurn {
  readonly chunks: readonly (ReturnType<typeof keyOf> & {
    readonly part: number;
    readonly body: string;
  })[];
  /** Series whose chunks are all written once this step is done. */
  readonly series: readonly ChangedSeries[];
}

/** The steps of an import whose new chunks have numbers from `first` on. */
export function* stageTurns(
  changed: readonly ChangedSeries[],
  first: number,
): Generator<StageTurn> {
  let [chunks, series]: [StageTurn['chunks'][number][], ChangedSeries[]] = [[], []];
  let text = 0;
  for (const each of changed) {
    for (const [at, body] of each.chunks.slice(each.kept).entries()) {
      if (chunks.length === MOST_ROWS || (chunks.length > 0 && text + body.length > MOST_TEXT)) {
        yield { chunks, series };
        [chunks, series, text] = [[], [], 0];
      }
      chunks.push({ ...keyOf(each.series), part: first + at, body });
      text += body.length;
    }
    series.push(each);
    if (series.length < MOST_ROWS) continue;
    yield { chunks, series };
    [chunks, series, text] = [[], [], 0];
  }
  if (chunks.length + series.length > 0) yield { chunks, series };
}
