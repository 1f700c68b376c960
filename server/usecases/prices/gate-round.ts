import type { Mint } from '../../domain/ids.ts';
import { gateOracle } from '../../domain/price/gate-oracle.ts';
import { gateIndex, type SeenBlocks } from '../../domain/price/gate-index.ts';
import { gatePools } from '../../domain/price/gate-pools.ts';
import { gateQuote, type NoQuote } from '../../domain/price/gate-quote.ts';
import type { AcceptedPrice } from '../../domain/price/judged-price.ts';
import { QUOTE_ROUNDS, type Observation, type PriceRound } from '../../domain/price/observation.ts';
import { SOL_MINT } from '../../domain/token/mint.ts';
import type {
  IndexedPrice,
  OraclePrice,
  SwapQuote,
  Told,
  TokenPool,
} from '../../ports/token-market.ts';
import { judgeFrom, type PriceEvidence } from './price-evidence.ts';

/** What the sources answered about some mints in one round. */
export interface ToldRound {
  readonly at: Date;
  readonly mints: readonly Mint[];
  readonly index: ReadonlyMap<Mint, Told<IndexedPrice>>;
  readonly pools: ReadonlyMap<Mint, Told<readonly TokenPool[]>>;
  readonly quotes: ReadonlyMap<Mint, SwapQuote | NoQuote>;
  readonly oracle: ReadonlyMap<Mint, Told<OraclePrice>>;
}

/**
 * The round's rows, each answer through its source's gates. SOL comes first, because the pools of other mints are
 * converted by its price.
 */
export function gateRound(
  told: ToldRound,
  evidence: PriceEvidence,
  roundMs: number,
): readonly PriceRound[] {
  const terms = { now: told.at, roundMs };
  const highest = highestBlock(evidence);
  const gate = (mint: Mint, sol: AcceptedPrice | null): PriceRound => {
    const seen = { ofMint: lastBlock(evidence.rounds.get(mint) ?? []), highest };
    const staleMs = QUOTE_ROUNDS.stale * roundMs;
    const decimals = decimalsOf(evidence.facts, mint);
    return roundOf(mint, told, { seen, decimals, sol: { accepted: sol, staleMs } });
  };
  const solNow = told.mints.includes(SOL_MINT) ? gate(SOL_MINT, null) : null;
  const known = solNow ? withRounds(evidence, [solNow]) : evidence;
  const sol = judgeFrom(known, terms)(SOL_MINT).lastAccepted;
  return told.mints.map((mint) => (mint === SOL_MINT && solNow ? solNow : gate(mint, sol)));
}

/** The evidence after these rounds. */
export function withRounds(evidence: PriceEvidence, rounds: readonly PriceRound[]): PriceEvidence {
  const all = new Map(evidence.rounds);
  for (const round of rounds) all.set(round.mint, [...(all.get(round.mint) ?? []), round]);
  return { ...evidence, rounds: all };
}

interface Gates {
  readonly seen: SeenBlocks;
  readonly decimals: number | null;
  readonly sol: { readonly accepted: AcceptedPrice | null; readonly staleMs: number };
}

function roundOf(mint: Mint, told: ToldRound, { seen, decimals, sol }: Gates): PriceRound {
  const [index, pools, quote] = [told.index.get(mint), told.pools.get(mint), told.quotes.get(mint)];
  const oracle = told.oracle.get(mint);
  const observations: Observation[] = [];
  if (index) observations.push(gateIndex(index, seen));
  if (pools) observations.push(gatePools(mint, pools, sol));
  const gated = quote && decimals !== null ? gateQuote(mint, decimals, quote) : null;
  if (gated) observations.push(gated.observation);
  if (oracle) observations.push(gateOracle(oracle));
  return { mint, at: told.at, observations, quoteSize: gated?.size ?? null };
}

/** The decimals by the directory's word; they are never guessed from a price. */
export function decimalsOf(facts: PriceEvidence['facts'], mint: Mint): number | null {
  return facts.get(mint)?.facts?.decimals ?? null;
}

function lastBlock(rounds: readonly PriceRound[]): number | null {
  return blocksIn(rounds).at(-1) ?? null;
}

function highestBlock({ rounds }: PriceEvidence): number | null {
  let highest: number | null = null;
  for (const own of rounds.values())
    for (const block of blocksIn(own)) highest = Math.max(highest ?? block, block);
  return highest;
}

function blocksIn(rounds: readonly PriceRound[]): readonly number[] {
  return rounds.flatMap(({ observations }) =>
    observations.flatMap((each) =>
      each.refused === null && each.blockId !== null ? [each.blockId] : [],
    ),
  );
}
