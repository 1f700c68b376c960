import { dec } from '../../../server/domain/decimal.ts';
import type { Mint } from '../../../server/domain/ids.ts';
import { judgePrice, type JudgeTerms } from '../../../server/domain/price/judge-price.ts';
import type { JudgedPrice, PriceAction } from '../../../server/domain/price/judged-price.ts';
import type {
  Observation,
  PricedObservation,
  PriceRound,
  PriceSource,
  Unpriced,
} from '../../../server/domain/price/observation.ts';
import { USDC_MINT } from '../../../server/domain/token/mint.ts';
import type { TokenPool } from '../../../server/domain/price/told.ts';

export const BONK: Mint = 'DezXAZ8z7PnrnRJjz3wXBoRgixCa6xjnB7YaB1pPB263';
export const ROUND_MS = 10_000;
const BEGIN = Date.parse('2026-11-18T15:00:00Z');

/** What each source answers in a round: a price or an `Unpriced`; a source left out is not asked. */
export type Said = Partial<Record<PriceSource, string>>;

export function roundAt(number: number): Date {
  return new Date(BEGIN + number * ROUND_MS);
}

export function tokenRound(number: number, said: Said): PriceRound {
  const receivedAt = new Date(roundAt(number).getTime() + 300);
  const observations = Object.entries(said).map(([source, word]) =>
    observed(source as PriceSource, word, receivedAt),
  );
  return { mint: BONK, at: roundAt(number), observations, quoteSize: null };
}

function observed(source: PriceSource, word: string, receivedAt: Date): Observation {
  const base = { source, receivedAt };
  if (!/^\d/.test(word))
    return { ...base, price: null, hardLiquidityUsd: null, refused: word as Unpriced };
  return priced({ ...base, price: dec(word) });
}

function priced(
  some: Pick<PricedObservation, 'source' | 'receivedAt' | 'price'>,
): PricedObservation {
  const hardLiquidityUsd = some.source === 'DEXSCREENER' ? dec(500_000) : null;
  return { ...some, width: dec('0.001'), hardLiquidityUsd, blockId: null, refused: null };
}

/** Rounds as the desk asks: Jupiter in each, pools in every fourth, a quote in every fifth. */
export function askedRounds(count: number, saidAt: (number: number) => Said): PriceRound[] {
  return Array.from({ length: count }, (_, number) => {
    const { JUPITER, DEXSCREENER, QUOTE } = saidAt(number);
    return tokenRound(number, {
      ...(JUPITER ? { JUPITER } : {}),
      ...(DEXSCREENER && number % 4 === 0 ? { DEXSCREENER } : {}),
      ...(QUOTE && number % 5 === 0 ? { QUOTE } : {}),
    });
  });
}

export function tokenPool(some: Partial<TokenPool> = {}): TokenPool {
  return {
    ...{ address: 'pool', dex: 'orca', baseMint: BONK, quoteMint: USDC_MINT },
    ...{ priceUsd: null, priceNative: dec('0.002'), quoteReserve: dec(100_000) },
    ...{ liquidityUsd: null, tradesInHour: 12, createdAt: null },
    ...some,
  };
}

/** The judgement of rounds a moment after the last of them. */
export function judged(
  rounds: readonly PriceRound[],
  terms: Partial<JudgeTerms> = {},
): JudgedPrice {
  const last = Math.max(...rounds.map(({ at }) => at.getTime()));
  const now = new Date(last + 1_000);
  return judgePrice(BONK, rounds, { now, roundMs: ROUND_MS, ...terms });
}

/** Whether an action is allowed, and the code of its reason: `allowed`, `refused MISSING_VOICE`. */
export function verdictOn(price: JudgedPrice, action: PriceAction): string {
  const verdict = price.verdicts.find((one) => one.action === action);
  return [verdict?.allowed ? 'allowed' : 'refused', verdict?.code ?? ''].join(' ').trim();
}
