import type { Agreement } from './agreement.ts';
import { isNeeded, NEEDED_SOURCES, type PriceSource } from './observation.ts';
import { withinHour, type PriceHistory } from './price-history.ts';
import type { PriceReason } from './price-reason.ts';
import type { Evidence } from './score-price.ts';
import { ageInRounds, type Standing } from './voices.ts';

/**
 * The needed sources that are missing. One that was asked and did not answer is missing, though its last price
 * still counts while it is fresh. Pyth, which knows few tokens, is never missing.
 */
export function missingOf(
  standings: readonly Standing[],
  { voices }: Agreement,
): readonly PriceSource[] {
  return standings
    .filter(({ source }) => isNeeded(source))
    .filter(({ word, voice }) => !voice || !voices.includes(voice) || word?.refused === 'SILENT')
    .map(({ source }) => source);
}

export interface Found {
  readonly now: Date;
  readonly roundMs: number;
  readonly missing: readonly PriceSource[];
  readonly trouble: PriceReason | null;
}

export function evidenceOf(
  { accepted }: PriceHistory,
  { kind, voices }: Agreement,
  { now, roundMs, missing, trouble }: Found,
): Evidence {
  const [lowest, highest] = [voices[0], voices.at(-1)];
  const compared = voices.length > 1 && lowest && highest;
  const pools = voices.find(({ source }) => source === 'DEXSCREENER');
  return {
    agreement: kind,
    spread: compared ? highest.price.toNumber() / lowest.price.toNumber() - 1 : null,
    ages: voices.map((voice) => ({
      source: voice.source,
      rounds: ageInRounds(voice, now, roundMs),
    })),
    answering: NEEDED_SOURCES.length - missing.length,
    hardLiquidityUsd: pools?.hardLiquidityUsd?.toNumber() ?? null,
    accepted: withinHour(accepted, now).length,
    doubted: trouble === 'SUSPECT_STEP' || trouble === 'FAR_FROM_HOUR',
  };
}
