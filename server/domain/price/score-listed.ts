import { CONFIDENCE_PARTS, type ConfidencePart, type ScoredPart } from './judged-price.ts';
import type { ComparedQuotes, QuoteAgreement } from './compare-quotes.ts';
import type { QuoteVoice } from './gate-listed.ts';
import { confidenceOf } from './score-price.ts';

interface Part {
  readonly score: number;
  readonly cause: string;
}

/** The score by agreement: 0.6 for a lone quote, with none to compare; next to nothing for a contradicted one. */
const AGREEMENT: Readonly<Record<QuoteAgreement, number>> = {
  NONE: 0,
  LONE: 0.6,
  AGREE: 1,
  DEGRADED: 0.6,
  CONFLICT: 0.05,
};
const LATE = 0.5;
/** A spread up to this fraction of the price costs nothing; each further percent point costs two hundredths. */
const TIGHT = 0.01;
const LEAST_LIQUIDITY = 0.3;
/** The largest distance from the last trade, as a fraction; an option that trades seldom may be further. */
const NEAR_LAST = 0.1;
const UNPROVEN = 0.6;
const ONE_MISSING = 0.5;

/** The confidence in a quote, from the same five parts and weights as a token's. */
export function scoreListed(
  { kind, compared }: ComparedQuotes,
  priced: QuoteVoice | null,
  needed: number,
): { readonly confidence: number; readonly parts: readonly ScoredPart[] } {
  const seen = priced ?? compared[0] ?? null;
  const found: Readonly<Record<ConfidencePart, Part>> = {
    agreement: { score: AGREEMENT[kind], cause: agreementCause(compared) },
    freshness: freshness(seen),
    liquidity: liquidity(seen),
    history: history(seen),
    coverage: {
      score: compared.length === 0 ? 0 : compared.length < needed ? ONE_MISSING : 1,
      cause: `${compared.length} of ${needed} sources`,
    },
  };
  const parts = CONFIDENCE_PARTS.map((name) => ({ name, ...found[name] }));
  const scores = {
    ...{ agreement: found.agreement.score, freshness: found.freshness.score },
    ...{ liquidity: found.liquidity.score, history: found.history.score },
    coverage: found.coverage.score,
  };
  return { parts, confidence: confidenceOf(scores) };
}

/** How far the higher mid lies above the lower, in words. */
export function apartInWords(compared: readonly QuoteVoice[]): string {
  const mids = compared.map(({ mid }) => mid.toNumber());
  return `${((Math.max(...mids) / Math.min(...mids) - 1) * 100).toFixed(1)} %`;
}

function agreementCause(compared: readonly QuoteVoice[]): string {
  if (compared.length === 0) return 'no quote counts';
  return compared.length === 1
    ? 'one quote, none to compare'
    : `two quotes, ${apartInWords(compared)} apart`;
}

function freshness(voice: QuoteVoice | null): Part {
  if (!voice) return { score: 0, cause: 'no quote' };
  return voice.delayed
    ? { score: LATE, cause: 'of 15 minutes ago' }
    : { score: 1, cause: 'of now' };
}

function liquidity(voice: QuoteVoice | null): Part {
  if (!voice) return { score: 0, cause: 'no quote' };
  const spread = voice.ask.minus(voice.bid).div(voice.mid).toNumber();
  const score = Math.max(LEAST_LIQUIDITY, 1 - 2 * Math.max(0, spread - TIGHT));
  return {
    score: Math.round(score * 1_000) / 1_000,
    cause: `${(spread * 100).toFixed(1)} % from bid to ask`,
  };
}

function history(voice: QuoteVoice | null): Part {
  if (!voice?.last || voice.last.isZero())
    return { score: voice ? UNPROVEN : 0, cause: 'no last trade to compare with' };
  const away = voice.mid.div(voice.last).minus(1).toNumber();
  const cause = `${(away * 100).toFixed(1)} % from the last trade`;
  return { score: Math.abs(away) <= NEAR_LAST ? 1 : UNPROVEN, cause };
}
