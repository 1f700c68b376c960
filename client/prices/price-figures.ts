import type { PricePartsFragment, PriceAction } from '../gql/graphql.ts';
import { exact } from '../lib/exact.ts';

export type Source = PricePartsFragment['sources'][number];

const LETTERS: Readonly<Record<PriceAction, readonly [letter: string, name: string]>> = {
  VALUATION: ['V', 'Valuation'],
  ENTRY: ['E', 'Entry'],
  TAKE_PROFIT: ['T', 'Take profit'],
  STOP_LOSS: ['S', 'Stop loss'],
};

export interface VerdictLetter {
  readonly letter: string;
  readonly name: string;
  readonly allowed: boolean;
  /** Empty when allowed without a reservation. */
  readonly reason: string;
}

export function verdictLetters(info: PricePartsFragment): readonly VerdictLetter[] {
  return info.verdicts.map(({ action, allowed, reason }) => {
    const [letter, name] = LETTERS[action];
    return { letter, name, allowed, reason: reason ?? '' };
  });
}

export type Standing = 'TRUSTED' | 'DEGRADED' | 'REFUSED';

/** The verdicts in one word: every action is allowed, some are, or none is. */
export function standingOf({ price, verdicts }: PricePartsFragment): Standing {
  if (!price || verdicts.every(({ allowed }) => !allowed)) return 'REFUSED';
  return verdicts.every(({ allowed }) => allowed) ? 'TRUSTED' : 'DEGRADED';
}

const SOURCES: Readonly<Record<string, readonly [name: string, kind: string]>> = {
  JUPITER: ['Jupiter price', 'index'],
  DEXSCREENER: ['DexScreener pools', 'median of pools'],
  QUOTE: ['Jupiter quote', 'what a swap would get'],
  PYTH: ['Pyth price', 'what exchanges publish'],
};

export function sourceName(source: string): readonly [name: string, kind: string] {
  return SOURCES[source] ?? [source, ''];
}

/** Percent points between a source's price and the price that is believed; null where either is unknown. */
export function awayPct(source: Source, { price }: PricePartsFragment): number | null {
  const [told, believed] = [exact(source.price), exact(price)];
  return told && believed ? told.div(believed).minus(1).times(100).toNumber() : null;
}

/** Beyond this many percent points from the price a source is drawn at the axis' end. */
const WIDEST_PCT = 8;
const NARROWEST_PCT = 4;

/** Half the width of the axis in percent points: all sources near the price, and the bands of agreement. */
export function axisReach(info: PricePartsFragment): number {
  const near = info.sources.flatMap((source) => {
    const away = awayPct(source, info);
    return away !== null && Math.abs(away) <= WIDEST_PCT ? [Math.abs(away) * 1.15] : [];
  });
  return Math.max(NARROWEST_PCT, ...near);
}

/** Names by mint of the hard money that a pool must hold next to the token to count: only these three. */
const HARD: ReadonlyMap<string, string> = new Map([
  ['So11111111111111111111111111111111111111112', 'SOL'],
  ['EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v', 'USDC'],
  ['Es9vMFrzaCERmJfrF4H2FYD4KCoNkY11McCe8BenwNYB', 'USDT'],
]);

/** The name of hard money by its mint; null for any other mint. */
export function hardName(mint: string): string | null {
  return HARD.get(mint) ?? null;
}
