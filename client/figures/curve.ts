import { fixed } from '../lib/format.ts';

/** The day to which a key moves, from the last day when none is selected yet; null: no move. */
export function moved(key: string, from: number | null, end: number): number | null {
  const here = from ?? end;
  const steps: Readonly<Record<string, number>> = {
    ...{ ArrowLeft: here - 1, ArrowRight: here + 1, PageUp: here - 10, PageDown: here + 10 },
    ...{ Home: 0, End: end },
  };
  const next = steps[key];
  return next === undefined ? null : Math.max(0, Math.min(end, next));
}

/** Index of the point on a line that is nearest to an instant; 0 for an empty line. */
export function nearestTo(line: readonly { readonly at: number }[], at: number): number {
  const away = (place: number) => Math.abs((line[place]?.at ?? 0) - at);
  return line.reduce((best, _, place) => (away(place) < away(best) ? place : best), 0);
}

/** An axis label in dollars: thousands as `12.5k`, with a decimal where the axis spans less than 4,000. */
export function axisMoney(value: number, span: number): string {
  if (Math.abs(value) < 1000) return fixed(value, 0);
  return `${fixed(value / 1000, span < 4000 ? 1 : 0)}k`;
}
