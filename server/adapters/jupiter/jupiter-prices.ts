import type { Mint } from '../../domain/ids.ts';
import type { Clock } from '../../ports/clock.ts';
import type { IndexedPrice, Told, TokenIndex, TokenUrgency } from '../../ports/token-market.ts';
import type { JsonHost } from '../wire/json-host.ts';
import { untold } from '../wire/told.ts';
import { priceEntry, pricesReply } from './jupiter-schema.ts';

/** The most mints that one request takes. */
const BATCH = 50;

export const PRICES = '/price/v3';

/** Jupiter's price of a token: that of its last swaps, without what its heuristics treat as outliers. */
export class JupiterPrices implements TokenIndex {
  constructor(
    private readonly host: JsonHost,
    private readonly clock: Clock,
  ) {}

  async prices(
    mints: readonly Mint[],
    urgency: TokenUrgency,
  ): Promise<ReadonlyMap<Mint, Told<IndexedPrice>>> {
    // Sorted, so that equal sets of mints make the same request.
    const asked = [...new Set(mints)].sort();
    const batches = Array.from({ length: Math.ceil(asked.length / BATCH) }, (_, n) =>
      asked.slice(n * BATCH, (n + 1) * BATCH),
    );
    const told = await Promise.all(batches.map((batch) => this.#batch(batch, urgency)));
    return new Map(told.flat());
  }

  async #batch(mints: readonly Mint[], urgency: TokenUrgency) {
    try {
      const { json, receivedAt } = await this.host.get(PRICES, { ids: mints.join(',') }, urgency);
      return mints.map((mint) => [mint, readPrice(mint, mints, json, receivedAt)] as const);
    } catch (error) {
      const none = untold(error, this.clock.now());
      return mints.map((mint) => [mint, none] as const);
    }
  }
}

/** Reads what an answer about `asked` says about one mint. */
export function readPrice(
  mint: Mint,
  asked: readonly Mint[],
  json: unknown,
  receivedAt: Date,
): Told<IndexedPrice> {
  const malformed = { value: null, why: 'MALFORMED', receivedAt } as const;
  const reply = pricesReply.safeParse(json);
  if (!reply.success) return malformed;
  const entry = Object.hasOwn(reply.data, mint) ? reply.data[mint] : null;
  if (entry === null) {
    // An answer with other keys than mints has another shape, so it does not prove that a mint is absent.
    const known = new Set<string>(asked);
    const isKnownShape = Object.keys(reply.data).every((key) => known.has(key));
    return isKnownShape ? { value: null, why: 'ABSENT', receivedAt } : malformed;
  }
  const read = priceEntry.safeParse(entry);
  if (!read.success) return malformed;
  const { usdPrice, blockId = null, decimals = null, liquidity = null } = read.data;
  return { value: { price: usdPrice, blockId, decimals, liquidityUsd: liquidity }, receivedAt };
}
