import type { Mint } from '../../domain/ids.ts';
import { judgePrice, JUDGED_ROUNDS } from '../../domain/price/judge-price.ts';
import type { AcceptedPrice, JudgedPrice } from '../../domain/price/judged-price.ts';
import type { PriceRound } from '../../domain/price/observation.ts';
import { USDC_MINT } from '../../domain/token/mint.ts';
import { forbidding, tokenRisks, type TokenRisk } from '../../domain/token/token-risks.ts';
import type { KnownFacts, PriceStore } from '../../ports/price-rounds.ts';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** Stored rows by which prices are judged; USDC's are among them. */
export interface PriceEvidence {
  readonly rounds: ReadonlyMap<Mint, readonly PriceRound[]>;
  readonly closes: ReadonlyMap<Mint, readonly AcceptedPrice[]>;
  readonly facts: ReadonlyMap<Mint, KnownFacts>;
}

/** Reads the rows of any number of mints in three statements. */
export async function readEvidence(
  { rounds, minutes, facts }: PriceStore,
  mints: readonly Mint[],
  { now, roundMs }: { readonly now: Date; readonly roundMs: number },
): Promise<PriceEvidence> {
  const all = [...new Set([...mints, USDC_MINT])];
  // The minute before the oldest round is among them, however long a round lasts.
  const allFrom = new Date(now.getTime() - JUDGED_ROUNDS * roundMs - 3 * MINUTE_MS);
  const from = new Date(Math.min(now.getTime() - HOUR_MS, allFrom.getTime()));
  const [last, closes, known] = await Promise.all([
    rounds.latest(all, JUDGED_ROUNDS),
    minutes.closes(all, { from, allFrom }),
    facts.factsOf(all),
  ]);
  return { rounds: last, closes, facts: known };
}

/** Judges from rows alone. A mint of which nothing is stored has no price, and every action is refused. */
export function judgeFrom(
  evidence: PriceEvidence,
  terms: { readonly now: Date; readonly roundMs: number },
): (mint: Mint) => JudgedPrice {
  const { rounds, closes, facts } = evidence;
  const priceOf = (mint: Mint, more: object) => {
    const earlier = closes.get(mint) ?? [];
    return judgePrice(mint, rounds.get(mint) ?? [], { ...terms, earlier, ...more });
  };
  const usdcPrice = priceOf(USDC_MINT, {}).price;
  return (mint) => {
    const risks = forbidding(risksOf(facts.get(mint)), 'PAPER');
    return priceOf(mint, { usdcPrice, risks });
  };
}

/** The token's risks; for a mint that was never asked for nothing is known. */
export function risksOf(known: KnownFacts | undefined): readonly TokenRisk[] {
  return known ? tokenRisks(known.facts, [known.indexDecimals]) : tokenRisks(null);
}
