import type { ForecastsQuery, ForecastScoreFragment } from '../gql/graphql.ts';
import { fixed, price, shortMint, UNKNOWN } from '../lib/format.ts';
import { dayAndTime, dayName } from '../lib/times.ts';
import type { IconName } from '../ui/icons.ts';
import type { Ai } from './calibration.ts';

export type ForecastRow = ForecastsQuery['forecasts']['nodes'][number];
export type Score = ForecastScoreFragment;

type Tone = 'dashed' | 'gain' | 'loss' | 'off';

/** A claim that came true is not good by itself, so neither outcome has a tone of money. */
export const LOOKS: Readonly<
  Record<ForecastRow['status'], readonly [icon: IconName, word: string, tone: Tone]>
> = {
  OPEN: ['waiting', 'open', 'dashed'],
  CAME_TRUE: ['dot', 'came true', 'off'],
  CAME_FALSE: ['hollow', 'did not', 'off'],
  VOID: ['barred', 'void', 'off'],
};

export function nameOf({ symbol, assetClass }: Pick<ForecastRow, 'symbol' | 'assetClass'>): string {
  return assetClass === 'TOKEN' ? shortMint(symbol) : symbol;
}

/** What is claimed, without its symbol: `closes at or above 560.00 on 27 Mar 2026`. */
export function claimWords(row: ForecastRow, zone: string): string {
  const { claim, side, level, stop, closeOn, horizon } = row;
  const until = dayAndTime(horizon, zone);
  if (claim === 'TARGET_FIRST')
    return `reaches ${price(level)} before ${stop == null ? UNKNOWN : price(stop)} by ${until}`;
  const where = `${side === 'AT_OR_BELOW' ? 'at or below' : 'at or above'} ${price(level)}`;
  return claim === 'AT_CLOSE'
    ? `closes ${where} on ${closeOn == null ? until : dayName(closeOn)}`
    : `is ${where} at ${until}`;
}

/** What decided the forecast, or why nothing did. */
export function evidenceWords(row: ForecastRow, zone: string): string {
  const { status, decidedPrice, decidedAt, decidedBy, bars, reason } = row;
  if (status === 'OPEN') return 'Not settled yet.';
  if (status === 'VOID') return reason ?? 'Cannot be decided.';
  const at = decidedAt == null ? '' : ` at ${dayAndTime(decidedAt, zone)}`;
  const looked = bars == null ? '' : `, ${bars} looked at`;
  return `${decidedPrice == null ? UNKNOWN : price(decidedPrice)}${at}, by ${decidedBy ?? UNKNOWN}${looked}.`;
}

export function chance(probability: number): string {
  const points = fixed(probability * 100, 1);
  return `${points.replace(/\.0$/, '')}%`;
}

/** The score in the shape that the predictions of trades have. */
export function asAi({ n, brier, baseRate, baseBrier, calibration }: Score): Ai {
  return { n, brier: brier.value, baseRate: baseRate.value, baseBrier, calibration };
}

export function isEmpty({ n, open, voids }: Score): boolean {
  return n + open + voids === 0;
}
