import type { Decimal } from '../decimal.ts';
import { badInput } from '../refusal.ts';
import type { ForecastInput, ForecastSubject } from './forecast-input.ts';
import type { Claim } from './forecast.ts';
import { absent, closing, horizonOf, type ForecastMoment } from './read-horizon.ts';

/** The claim that a forecast makes. @throws {Refusal} BAD_USER_INPUT with the path of the wrong field. */
export function readClaim(
  input: ForecastInput,
  subject: ForecastSubject,
  moment: ForecastMoment,
): Claim {
  const { claim, level } = input;
  checkPrice('input.level', level);
  if (claim === 'TARGET_FIRST') return targetFirst(input, horizonOf(input, subject, moment));
  const side = input.side ?? null;
  if (side === null) throw badInput('input.side', `${claim} names a side of its level.`);
  absent('input.stop', input.stop, claim);
  if (claim === 'AT_CLOSE')
    return { claim, side, level, stop: null, ...closing(input, subject, moment) };
  absent('input.closeOn', input.closeOn, claim);
  return {
    claim,
    side,
    level,
    stop: null,
    closeOn: null,
    horizon: horizonOf(input, subject, moment),
  };
}

function targetFirst(input: ForecastInput, horizon: Date): Claim {
  const { level } = input;
  const claim = 'TARGET_FIRST';
  const stop = input.stop ?? null;
  if (stop === null) throw badInput('input.stop', 'TARGET_FIRST names a stop.');
  checkPrice('input.stop', stop);
  if (stop.equals(level)) throw badInput('input.stop', 'A stop is not the target.');
  absent('input.side', input.side, claim);
  absent('input.closeOn', input.closeOn, claim);
  return { claim, side: null, level, stop, closeOn: null, horizon };
}

function checkPrice(field: string, price: Decimal): void {
  if (!price.greaterThan(0)) throw badInput(field, 'A price is above 0.');
}

/**
 * Refuses a target or a stop that is already reached: that is no forecast.
 * @throws {Refusal} BAD_USER_INPUT for `input.level` or `input.stop`.
 */
export function checkUndecided({ level, stop }: Claim, price: Decimal): void {
  if (!stop) return;
  const up = level.greaterThan(stop);
  const reached = up ? price.greaterThanOrEqualTo(level) : price.lessThanOrEqualTo(level);
  const stopped = up ? price.lessThanOrEqualTo(stop) : price.greaterThanOrEqualTo(stop);
  if (reached)
    throw badInput('input.level', `The price is ${price.toFixed()}: the target is reached.`);
  if (stopped)
    throw badInput('input.stop', `The price is ${price.toFixed()}: the stop is reached.`);
}
