export interface DayPoint {
  readonly at: string;
  readonly price?: string | null;
  readonly confidence: number;
}

export interface Scored {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly score: number;
}

export interface DrawnDay {
  readonly from: number;
  readonly to: number;
  /** The lines end where nothing was recorded: a line across a gap would invent confidence. */
  readonly lines: readonly (readonly Scored[])[];
  readonly last: Scored;
}

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** The server thins a day to some hundred points; a longer time than this between two is a gap. */
const LONGEST_STEP_MS = 20 * MINUTE_MS;

export function drawnDay(points: readonly DayPoint[], now: number): DrawnDay {
  const scored = points.map(({ at, confidence: score }) => ({ at: Date.parse(at), score }));
  const lines: Scored[][] = [];
  for (const [at, point] of scored.entries()) {
    const before = scored[at - 1];
    const goesOn = before && point.at - before.at <= LONGEST_STEP_MS;
    if (goesOn) lines.at(-1)?.push(point);
    else lines.push([point]);
  }
  return { from: now - DAY_MS, to: now, lines, last: scored.at(-1) ?? { at: now, score: 0 } };
}

/** Spans in which no price was believed, in milliseconds since 1970. */
export function silences(points: readonly DayPoint[]) {
  const spans: { from: number; to: number }[] = [];
  for (const [index, { at, price }] of points.entries()) {
    if (price) continue;
    const from = Date.parse(at);
    const next = points[index + 1];
    const to = next ? Math.min(Date.parse(next.at), from + LONGEST_STEP_MS) : from + MINUTE_MS;
    const last = spans.at(-1);
    if (last && last.to >= from) last.to = to;
    else spans.push({ from, to });
  }
  return spans;
}
