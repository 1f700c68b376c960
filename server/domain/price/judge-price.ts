import { dec, type Decimal } from '../decimal.ts';
import type { Mint } from '../ids.ts';
import type { TokenRisk } from '../token/token-risks.ts';
import { agreementOf, priceOf, widthOf, type Agreement } from './agreement.ts';
import { describeCause, describeReason } from './describe-price.ts';
import {
  CONFIDENCE_PARTS,
  PRICE_ACTIONS,
  RECENT,
  type AcceptedPrice,
  type JudgedPrice,
} from './judged-price.ts';
import { judgedSources } from './judged-sources.ts';
import type { PriceRound } from './observation.ts';
import { evidenceOf, missingOf } from './price-evidence.ts';
import { doubtOf, historyOf, type PriceHistory } from './price-history.ts';
import type { PriceReason } from './price-reason.ts';
import { rulings, type Case } from './price-verdicts.ts';
import { confidenceOf, scoresOf, type Evidence } from './score-price.ts';
import { freshVoices, type Voice } from './voices.ts';

/** The number of last rounds that a judgement reads; earlier ones change nothing. */
export const JUDGED_ROUNDS = 30;

/** What a price is judged by, in addition to its rounds. */
export interface JudgeTerms {
  readonly now: Date;
  /** `TOKEN_PRICE_SECONDS` in milliseconds. */
  readonly roundMs: number;
  /**
   * Prices accepted before the rounds, oldest first, such as closes of stored bars. With them a price is
   * compared with the last hour; without them, with what the rounds cover.
   */
  readonly earlier?: readonly AcceptedPrice[];
  /** Dollars for one USDC. Null counts as one: when it leaves its dollar, quotes leave the other voices. */
  readonly usdcPrice?: Decimal | null;
  /** What forbids entries of the token, whatever its price: see `forbidding`. */
  readonly risks?: readonly TokenRisk[];
}

const DOLLAR = dec(1);
const USDC_OFF = dec('0.01');

/**
 * A token's price from the rounds of one mint alone: every server that reads the same rows judges the same, in
 * whatever order they come.
 */
export function judgePrice(
  mint: Mint,
  rounds: readonly PriceRound[],
  terms: JudgeTerms,
): JudgedPrice {
  const { now, roundMs, earlier = [], risks = [] } = terms;
  const [last, known] = judgedRounds(rounds, earlier);
  const history = historyOf(last, known, roundMs);
  const { agreement, offered, trouble } = standingOf(history, now, roundMs);
  const { kind, counted } = agreement;
  const price = trouble ? null : offered;
  const missing = missingOf(history.standings, agreement);
  const evidence = evidenceOf(history, agreement, { now, roundMs, missing, trouble });
  const { accepted } = evidence;
  const [quoteAbove, usdcOff] = [paysMore(agreement, price), isOff(terms.usdcPrice ?? null)];
  return {
    ...{ mint, price },
    width: price && widthOf(counted, price),
    ...confidence(evidence),
    sources: judgedSources(history.standings, agreement, trouble),
    verdicts: verdicts(
      { agreement: kind, trouble, missing, quoteAbove, accepted, risks, usdcOff },
      evidence,
    ),
    risks,
    asOf: price ? oldest(counted) : now,
    lastAccepted: history.accepted.at(-1) ?? null,
    recent: history.accepted.slice(-RECENT),
  };
}

/** The last rounds, oldest first, and the prices accepted before them. */
export function judgedRounds(
  rounds: readonly PriceRound[],
  earlier: readonly AcceptedPrice[],
): [last: readonly PriceRound[], known: readonly AcceptedPrice[]] {
  const inOrder = [...rounds].sort((a, b) => a.at.getTime() - b.at.getTime());
  const last = inOrder.slice(-JUDGED_ROUNDS);
  const [first] = last;
  return [last, first ? earlier.filter(({ at }) => at < first.at) : earlier];
}

export interface PriceStanding {
  readonly agreement: Agreement;
  /** The price that the counted voices make; null without any. */
  readonly offered: Decimal | null;
  /** Why the offered price is not believed; null where it is. */
  readonly trouble: PriceReason | null;
}

/** The fresh voices at an instant, compared with each other and with the history before it. */
export function standingOf(history: PriceHistory, now: Date, roundMs: number): PriceStanding {
  const agreement = agreementOf(freshVoices(history.standings, now, roundMs));
  const offered = agreement.counted.length > 0 ? priceOf(agreement.counted) : null;
  const trouble = troubleOf(agreement, offered && doubtOf(history, offered, now));
  return { agreement, offered, trouble };
}

function troubleOf({ kind }: Agreement, doubt: PriceReason | null): PriceReason | null {
  if (kind === 'NONE') return 'NO_VOICE';
  return kind === 'CONFLICT' ? 'CONTRADICTION' : doubt;
}

function paysMore({ outlier }: Agreement, price: Decimal | null): boolean {
  return outlier?.source === 'QUOTE' && price !== null && outlier.price.greaterThan(price);
}

function isOff(usdcPrice: Decimal | null): boolean {
  return usdcPrice !== null && usdcPrice.minus(DOLLAR).abs().greaterThan(USDC_OFF);
}

function confidence(evidence: Evidence): Pick<JudgedPrice, 'confidence' | 'parts'> {
  const scores = scoresOf(evidence);
  const parts = CONFIDENCE_PARTS.map((name) => ({
    ...{ name, score: scores[name], cause: describeCause(name, evidence) },
  }));
  return { confidence: confidenceOf(scores), parts };
}

function verdicts(of: Case, evidence: Evidence): JudgedPrice['verdicts'] {
  const { missing, risks } = of;
  const ruled = rulings(of);
  return PRICE_ACTIONS.map((action) => {
    const { allowed, code } = ruled[action];
    const reason = code && describeReason(code, { missing, risks, evidence });
    return { action, allowed, code, reason };
  });
}

function oldest(voices: readonly Voice[]): Date {
  return new Date(Math.min(...voices.map(({ receivedAt }) => receivedAt.getTime())));
}
