import { z } from 'zod';
import { amount } from '../wire/wire-decimal.ts';

const LONGEST_TEXT = 100;

const text = z.string().transform((value) => value.slice(0, LONGEST_TEXT));
const side = z.object({ address: z.string().min(1) });
const count = z.number().int().min(0);

/** A bare list; null where the token is unknown. Its rows are read one by one. */
export const pairsReply = z.array(z.unknown()).nullable();
/** A missing field means unknown, not zero. */
export const pairRow = z.object({
  chainId: z.string(),
  dexId: text,
  pairAddress: z.string().min(1),
  baseToken: side,
  quoteToken: side,
  priceUsd: amount.nullish(),
  priceNative: amount.nullish(),
  txns: z
    .object({ h1: z.object({ buys: count, sells: count }).nullish() })
    .nullish()
    .catch(null),
  liquidity: z.object({ usd: amount.nullish(), quote: amount.nullish() }).nullish(),
  pairCreatedAt: z.number().int().positive().nullish().catch(null),
});
export type PairRow = z.output<typeof pairRow>;
