import { saidPrice } from '../decimal.ts';
import type { Forecast } from './forecast.ts';

type Said = Pick<
  Forecast,
  'symbol' | 'claim' | 'side' | 'level' | 'stop' | 'closeOn' | 'horizon' | 'permille'
>;

/** The claim in words, with its probability: `SPY closes at or above 560 on 2026-03-27, 65 %`. */
export function describeClaim(forecast: Said): string {
  return `${claimOf(forecast)}, ${forecast.permille / 10} %`;
}

function claimOf({ symbol, claim, side, level, stop, closeOn, horizon }: Said): string {
  const price = saidPrice(level);
  const until = horizon.toISOString();
  if (claim === 'TARGET_FIRST')
    return `${symbol} reaches ${price} before ${stop ? saidPrice(stop) : ''} by ${until}`;
  const where = side === 'AT_OR_ABOVE' ? 'at or above' : 'at or below';
  return claim === 'AT_CLOSE'
    ? `${symbol} closes ${where} ${price} on ${closeOn}`
    : `${symbol} is ${where} ${price} at ${until}`;
}
