import { z } from 'zod';
import { amount, boundedDecimal } from '../wire/wire-decimal.ts';

const LONGEST_TEXT = 100;
const MOST_DECIMALS = 30;

const decimals = z.number().int().min(0).max(MOST_DECIMALS);
const bps = z.number().int().min(0).max(10_000);
const text = z.string().transform((value) => value.slice(0, LONGEST_TEXT));
/** Raw units, up to 64 bits. */
const rawUnits = z
  .string()
  .regex(/^\d{1,20}$/)
  .transform(BigInt);

/** Prices by mint. A mint without a reliable price has no key. */
export const pricesReply = z.record(z.string(), z.unknown());
export const priceEntry = z.object({
  usdPrice: amount,
  blockId: z.number().int().min(0).nullish(),
  decimals: decimals.nullish(),
  liquidity: amount.nullish(),
});

/** A flag is null when unknown; a value of another shape is unknown. */
const flag = z.boolean().nullish().catch(null);
const audit = z.object({
  /** Present only for flagged tokens. */
  isSus: z.unknown().optional(),
  mintAuthorityDisabled: flag,
  freezeAuthorityDisabled: flag,
  topHoldersPercentage: amount.nullish().catch(null),
});

/** The rows are read one by one: see `readRows`. */
export const tokensReply = z.array(z.unknown());
export const tokenRow = z.object({
  id: z.string().min(1),
  name: text,
  symbol: text,
  decimals,
  tokenProgram: z.string().nullish().catch(null),
  mintAuthority: z.string().nullish().catch(null),
  freezeAuthority: z.string().nullish().catch(null),
  audit: audit.nullish().catch(null),
  organicScore: z.number().min(0).max(100).nullish().catch(null),
  isVerified: flag,
  createdAt: z.iso.datetime({ offset: true }).nullish().catch(null),
});
export type TokenRow = z.output<typeof tokenRow>;

const swap = {
  inputMint: z.string(),
  outputMint: z.string(),
  inAmount: rawUnits,
  outAmount: rawUnits,
  otherAmountThreshold: rawUnits,
  slippageBps: bps,
  platformFee: z.object({ feeBps: bps }).nullish(),
  routePlan: z.array(z.object({ swapInfo: z.object({ label: text.nullish() }) })),
};

/** Reply of `GET /swap/v2/order`. The older `priceImpactPct` is also there, as a ratio of the same sign. */
export const orderReply = z.object({
  ...swap,
  priceImpact: boundedDecimal,
  priceImpactPct: boundedDecimal.nullish(),
  feeBps: bps.nullish(),
});

/** Reply of `GET /swap/v1/quote`. */
export const quoteReply = z.object({ ...swap, priceImpactPct: boundedDecimal });
export type SwapReply = z.output<typeof orderReply> | z.output<typeof quoteReply>;

const height = z.union([rawUnits, z.number().int().min(0).transform(BigInt)]);
const words = text.nullish().catch(null);

/** Reply of `GET /swap/v2/order` with a taker. Its texts are for people; the transaction is what counts. */
export const offerReply = z.object({
  ...swap,
  swapMode: words,
  requestId: z.string().min(1).max(LONGEST_TEXT),
  /** Empty when Jupiter could not build one. */
  transaction: z.string().nullish(),
  router: words,
  taker: words,
  signatureFeePayer: words,
  gasless: flag,
  lastValidBlockHeight: height.nullish().catch(null),
  priceImpact: boundedDecimal.nullish().catch(null),
  priceImpactPct: boundedDecimal.nullish().catch(null),
  feeBps: bps.nullish(),
  errorCode: z.union([z.number(), text]).nullish().catch(null),
  errorMessage: words,
  error: words,
});

/** Reply of `POST /swap/v2/execute`. */
export const executeReply = z.object({
  code: z.number().int(),
  signature: words,
  error: words,
});
