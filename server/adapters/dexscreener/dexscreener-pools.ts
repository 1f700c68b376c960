import type { Mint } from '../../domain/ids.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Told, TokenPool, TokenPools, TokenUrgency } from '../../ports/token-market.ts';
import type { JsonHost } from '../wire/json-host.ts';
import { untold } from '../wire/told.ts';
import { pairRow, pairsReply, type PairRow } from './dexscreener-schema.ts';

const CHAIN = 'solana';
const PAIRS = '/token-pairs/v1';

/**
 * The pools of a token, as DexScreener lists them. It states no times for its prices. It also lists pools
 * with the token on the other side: such a pool's price is that of the other token.
 */
export class DexscreenerPools implements TokenPools {
  constructor(
    private readonly host: JsonHost,
    private readonly clock: Clock,
  ) {}

  async poolsOf(mint: Mint, urgency: TokenUrgency): Promise<Told<readonly TokenPool[]>> {
    try {
      return await this.listed(mint, urgency);
    } catch (error) {
      return untold(error, this.clock.now());
    }
  }

  /** Like `poolsOf`, but throws the host's failure. @throws {HostFailure} */
  async listed(mint: Mint, urgency: TokenUrgency): Promise<Told<readonly TokenPool[]>> {
    const path = `${PAIRS}/${CHAIN}/${encodeURIComponent(mint)}`;
    const { json, receivedAt } = await this.host.get(path, {}, urgency);
    const reply = pairsReply.safeParse(json);
    if (!reply.success) return { value: null, why: 'MALFORMED', receivedAt };
    const { read, unread } = this.host.rows.of(path, pairRow, reply.data ?? []);
    const pools = read.filter(({ chainId }) => chainId === CHAIN).map(poolIn);
    if (pools.length > 0) return { value: pools, receivedAt };
    return { value: null, why: unread.length > 0 ? 'MALFORMED' : 'ABSENT', receivedAt };
  }
}

function poolIn(pair: PairRow): TokenPool {
  const { txns, liquidity, pairCreatedAt } = pair;
  return {
    address: pair.pairAddress,
    dex: pair.dexId,
    baseMint: pair.baseToken.address,
    quoteMint: pair.quoteToken.address,
    priceUsd: pair.priceUsd ?? null,
    priceNative: pair.priceNative ?? null,
    quoteReserve: liquidity?.quote ?? null,
    liquidityUsd: liquidity?.usd ?? null,
    tradesInHour: txns?.h1 ? txns.h1.buys + txns.h1.sells : null,
    createdAt: pairCreatedAt ? new Date(pairCreatedAt) : null,
  };
}
