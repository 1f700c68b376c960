import {
  ascending,
  CANDLE_MS,
  type Candle,
  type CandleInterval,
  type CandleRange,
} from '../../domain/market/candle.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import type { BarsKey, SeenBars, SeenSpan } from '../../ports/seen-bars.ts';

const DAY_MS = 86_400_000;
/** How long a source may still correct a bar, in milliseconds. */
const SETTLED_MS = DAY_MS;
/** Days of a span by interval, so that a span has some hundred to some thousand bars. */
const SPAN_DAYS: Readonly<Record<CandleInterval, number>> = {
  ...{ ONE_MINUTE: 1, FIVE_MINUTES: 5, FIFTEEN_MINUTES: 15, ONE_HOUR: 60, ONE_DAY: 1_000 },
};

/** Asks a source for candles through those that it gave before, and keeps what it gives. */
export class ReadThrough {
  constructor(
    private readonly seen: SeenBars,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** The candles of the range: what was kept, and what `ask` answers for the part that may have more. */
  async candles(
    source: string,
    range: CandleRange,
    ask: (range: CandleRange) => Promise<readonly Candle[]>,
  ): Promise<readonly Candle[]> {
    const { symbol, interval, from, to } = range;
    const key: BarsKey = { source, symbol, interval };
    const length = SPAN_DAYS[interval] * DAY_MS;
    const first = Math.floor(from.getTime() / length) * length;
    const stored = await this.seen.of(key, new Date(first), to);
    const whole = new Set(stored.filter((span) => span.whole).map((span) => span.from.getTime()));
    const open: number[] = [];
    for (let at = first; at < to.getTime(); at += length) if (!whole.has(at)) open.push(at);
    const kept = stored.flatMap(({ bars }) => bars);
    if (open.length === 0) return within(kept, range);
    const asked = {
      ...range,
      from: new Date(Math.max(from.getTime(), open[0]!)),
      to: new Date(Math.min(to.getTime(), open.at(-1)! + length)),
    };
    const given = await ask(asked);
    const now = this.clock.now().getTime();
    const spans = open.map((at) => spanOf({ at, length, now }, stored, asked, given));
    await this.#keep(
      key,
      spans.filter((span) => isNews(span, stored)),
    );
    return within([...kept, ...given], range);
  }

  /** Keeps what it can: a chart is served even when nothing can be kept. */
  async #keep(key: BarsKey, spans: readonly SeenSpan[]): Promise<void> {
    try {
      await this.seen.put(key, spans);
    } catch (error) {
      this.log.warn('Bars that a source gave were not kept', { ...key, error });
    }
  }
}

interface Span {
  readonly at: number;
  readonly length: number;
  readonly now: number;
}

function spanOf(
  { at, length, now }: Span,
  stored: readonly SeenSpan[],
  asked: CandleRange,
  given: readonly Candle[],
): SeenSpan {
  const end = at + length;
  const known = stored.find((span) => span.from.getTime() === at)?.bars ?? [];
  const complete = given.filter((bar) => {
    const start = bar.at.getTime();
    return start >= at && start < end && start + CANDLE_MS[asked.interval] <= now;
  });
  const covered = asked.from.getTime() <= at && asked.to.getTime() >= end;
  const whole = covered && end + SETTLED_MS <= now;
  return { from: new Date(at), whole, bars: ascending([...known, ...complete]) };
}

function isNews(span: SeenSpan, stored: readonly SeenSpan[]): boolean {
  const before = stored.find(({ from }) => from.getTime() === span.from.getTime());
  if (!before) return span.whole || span.bars.length > 0;
  return before.whole !== span.whole || JSON.stringify(before.bars) !== JSON.stringify(span.bars);
}

function within(bars: readonly Candle[], { from, to }: CandleRange): readonly Candle[] {
  return ascending(bars).filter(({ at }) => at >= from && at < to);
}
