import type { Decimal } from '../decimal.ts';
import { badInput } from '../refusal.ts';
import type { Bracket } from '../trade/trade.ts';

/**
 * A long's stop must be below its entry and its target above it; for a short the other way round. `entry` is
 * the price to compare with, null when none is known yet.
 * @throws {Refusal} BAD_USER_INPUT with the field under `path`.
 */
export function checkBracketSides(
  { stopLoss, takeProfit, stopLimit }: Bracket,
  direction: 1 | -1,
  entry: Decimal | null,
  path: string,
): void {
  const below = (a: Decimal, b: Decimal) => (direction === 1 ? a.lessThan(b) : a.greaterThan(b));
  const [under, over]: [string, string] = direction === 1 ? ['below', 'above'] : ['above', 'below'];
  if (stopLimit && !stopLoss) throw badInput(`${path}stopLimit`, 'It goes with a stop.');
  if (stopLoss && stopLimit && below(stopLoss, stopLimit)) {
    throw badInput(`${path}stopLimit`, `It must be at or ${under} the stop.`);
  }
  if (stopLoss && takeProfit && !below(stopLoss, takeProfit)) {
    throw badInput(`${path}stopLoss`, `The stop must be ${under} the target.`);
  }
  if (entry) checkAgainstEntry({ stopLoss, takeProfit }, entry, { below, path, under, over });
}

function checkAgainstEntry(
  { stopLoss, takeProfit }: Pick<Bracket, 'stopLoss' | 'takeProfit'>,
  entry: Decimal,
  {
    below,
    path,
    under,
    over,
  }: {
    below: (a: Decimal, b: Decimal) => boolean;
    path: string;
    under: string;
    over: string;
  },
): void {
  if (stopLoss && !below(stopLoss, entry)) {
    throw badInput(`${path}stopLoss`, `The stop must be ${under} the entry at ${entry.toFixed()}.`);
  }
  if (takeProfit && !below(entry, takeProfit)) {
    throw badInput(
      `${path}takeProfit`,
      `The target must be ${over} the entry at ${entry.toFixed()}.`,
    );
  }
}
