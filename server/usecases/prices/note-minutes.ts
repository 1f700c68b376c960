import { Decimal } from '../../domain/decimal.ts';
import type { Mint } from '../../domain/ids.ts';
import type { ConfidencePart, JudgedPrice } from '../../domain/price/judged-price.ts';
import type { PriceMinute, PriceMinutes } from '../../ports/price-rounds.ts';

const MINUTE_MS = 60_000;

/** Adds a round's judgements to the minute of the round. */
export async function noteMinutes(
  minutes: PriceMinutes,
  at: Date,
  judged: readonly JudgedPrice[],
): Promise<void> {
  const begin = new Date(Math.floor(at.getTime() / MINUTE_MS) * MINUTE_MS);
  const mints = judged.map(({ mint }) => mint);
  const before = await minutes.beginning(begin, mints);
  await minutes.put(judged.map((each) => minuteAfter(before, each, { at, begin })));
}

/** Only a price that this very round brought into the history moves the bar. */
export function minuteAfter(
  before: ReadonlyMap<Mint, PriceMinute>,
  { mint, confidence, parts, lastAccepted }: JudgedPrice,
  { at, begin }: { readonly at: Date; readonly begin: Date },
): PriceMinute {
  const bar = before.get(mint)?.bar ?? null;
  const price = lastAccepted?.at.getTime() === at.getTime() ? lastAccepted.price : null;
  const scores = Object.fromEntries(parts.map(({ name, score }) => [name, score]));
  return {
    ...{ mint, at: begin, confidence },
    bar: price ? barAfter(bar, price) : bar,
    parts: scores as Record<ConfidencePart, number>,
  };
}

function barAfter(bar: PriceMinute['bar'], price: Decimal): PriceMinute['bar'] {
  if (!bar) return { open: price, high: price, low: price, close: price };
  const { open, high, low } = bar;
  return { open, high: Decimal.max(high, price), low: Decimal.min(low, price), close: price };
}
