import { describeTokenRisk, type TokenRisk } from '../token/token-risks.ts';
import type { ConfidencePart, SourceRefusal } from './judged-price.ts';
import { NEEDED_SOURCES, type PriceSource } from './observation.ts';
import type { PriceReason } from './price-reason.ts';
import type { Evidence } from './score-price.ts';

const NAMES: Readonly<Record<PriceSource, string>> = {
  JUPITER: 'Jupiter’s price',
  DEXSCREENER: 'DexScreener’s pools',
  QUOTE: 'a quote of Jupiter',
  PYTH: 'Pyth’s price',
};

const REFUSED: Readonly<Record<SourceRefusal, string>> = {
  SILENT: 'It did not answer.',
  PUT_OFF: 'It was not asked: our share of its requests is used up.',
  ABSENT: 'It answered and knows no price.',
  MALFORMED: 'Its answer cannot be read.',
  ZERO: 'It reports a price of zero.',
  OLDER_BLOCK: 'Its price is from an older block than one already seen.',
  NO_HARD_POOL: 'No pool holds SOL, USDC or USDT on the other side.',
  UNCONVERTED: 'Its pools hold SOL, and SOL itself has no accepted price.',
  THIN: 'Too little liquidity.',
  IDLE: 'There was no trade within the hour.',
  NO_ROUTE: 'Nothing routes a swap of this size.',
  CONTRADICTS_ITSELF: 'Its own figures contradict each other.',
  UNSURE: 'Its own interval is wider than 2 % of its price to either side.',
  OUTDATED: 'It was published more than a minute from now.',
  STALE: 'Its last price is older than six rounds.',
  OUTLIER: 'It lies more than 3 % from the others, which agree.',
  CONTRADICTED: 'It lies more than 3 % from another, and no third source decides.',
  HELD: 'Its price is not accepted until more rounds confirm it.',
};

/** The facts that a reason's sentence names in addition to its code. */
export interface ReasonFacts {
  readonly missing: readonly PriceSource[];
  readonly risks: readonly TokenRisk[];
  readonly evidence: Evidence;
}

const REASONS: Readonly<Record<PriceReason, (facts: ReasonFacts) => string>> = {
  NO_VOICE: () => 'No source tells a fresh price.',
  CONTRADICTION: ({ evidence }) => `Sources lie ${apart(evidence)} apart, and no third decides.`,
  SUSPECT_STEP: () =>
    'The price stepped by more than 10 % and waits until two more rounds confirm it.',
  FAR_FROM_HOUR: () =>
    'The price left the last hour’s by more than five times and waits until a quote confirms it.',
  TOKEN_RISK: ({ risks }) => `No entry: ${risks.map(describeTokenRisk).join('; ')}.`,
  USDC_OFF: () => 'USDC is more than 1 % off its dollar.',
  MISSING_VOICE: ({ missing }) => `Missing: ${missing.map((source) => NAMES[source]).join(', ')}.`,
  LONE_VOICE: () => 'One source alone tells this price.',
  SOURCES_APART: ({ evidence }) => `Sources lie ${apart(evidence)} apart.`,
  QUOTE_ABOVE: () => 'A quote pays more than the price that would meet the stop.',
  SHORT_HISTORY: ({ evidence }) =>
    `Only ${prices(evidence.accepted, 'earlier price')} to compare with.`,
  DEGRADED: ({ evidence }) => `Sources lie ${apart(evidence)} apart.`,
};

const CAUSES: Readonly<Record<ConfidencePart, (evidence: Evidence) => string>> = {
  agreement: (evidence) =>
    evidence.spread === null
      ? `${voices(evidence.ages.length)}, none to compare`
      : `${voices(evidence.ages.length)}, ${apart(evidence)} apart`,
  freshness: ({ ages }) =>
    ages.length === 0
      ? 'no fresh voice'
      : `oldest voice ${Math.max(...ages.map(({ rounds }) => rounds)).toFixed(1)} rounds old`,
  liquidity: ({ hardLiquidityUsd: usd }) =>
    usd === null
      ? 'depth of its pools unknown'
      : `$${Math.round(usd).toLocaleString('en-US')} of SOL, USDC and USDT`,
  history: ({ accepted, doubted }) =>
    doubted
      ? 'a step that is not confirmed'
      : `${prices(accepted, 'price')} accepted within the hour`,
  coverage: ({ answering }) => `${answering} of ${NEEDED_SOURCES.length} kinds of voice`,
};

export function describeRefusal(code: SourceRefusal): string {
  return REFUSED[code];
}

export function describeReason(code: PriceReason, facts: ReasonFacts): string {
  return REASONS[code](facts);
}

/** Starts in lower case and has no full stop. */
export function describeCause(part: ConfidencePart, evidence: Evidence): string {
  return CAUSES[part](evidence);
}

function apart({ spread }: Evidence): string {
  return `${((spread ?? 0) * 100).toFixed(2)} %`;
}

function voices(count: number): string {
  return count === 1 ? 'one voice' : `${count} voices`;
}

/** `1 price`, `4 prices`. */
function prices(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
