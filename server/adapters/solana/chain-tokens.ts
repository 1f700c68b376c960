import type { Mint } from '../../domain/ids.ts';
import type { TokenFacts } from '../../domain/token/token-facts.ts';
import { MarketDataUnavailable } from '../../ports/market-data.ts';
import { ChainUnknown, type MintAccount, type SolanaChain } from '../../ports/solana-chain.ts';
import type { TokenMarkets, TokenTrading } from '../../ports/token-trading.ts';

/** How long a mint account that was read is used: an authority can be given up, but never taken back. */
const READ_FOR_MS = 60_000;
const MOST_READ = 1_000;

interface Read {
  readonly at: number;
  readonly account: MintAccount | null;
}

/**
 * The shared market of tokens, with decimals, program and authorities from the mint account itself. The
 * directory only adds names and warnings.
 */
export class ChainTokens implements TokenMarkets {
  readonly #read = new Map<Mint, Read>();

  constructor(
    private readonly shared: TokenMarkets,
    private readonly chain: Pick<SolanaChain, 'mint'>,
    private readonly now: () => number = () => performance.now(),
  ) {}

  of(...asked: Parameters<TokenMarkets['of']>): TokenTrading {
    const [market] = asked;
    const trading = this.shared.of(...asked);
    return {
      quote: (...quoted) => trading.quote(...quoted),
      watch: (...watched) => trading.watch(...watched),
      judged: (mints) => trading.judged(mints),
      judgedWith: (mint, quote) => trading.judgedWith(mint, quote),
      factsOf: async (mint) => {
        const told = await trading.factsOf(mint);
        return told && market === 'SOLANA' ? this.#ofChain(told) : told;
      },
    };
  }

  async #ofChain(told: TokenFacts): Promise<TokenFacts | null> {
    const account = await this.#account(told.mint);
    if (!account) return null;
    const { decimals, tokenProgram, mintAuthority, freezeAuthority } = account;
    if (decimals !== told.decimals)
      throw new MarketDataUnavailable(
        `the mint has ${decimals} decimals, and Jupiter says ${told.decimals}`,
      );
    return {
      ...{ ...told, decimals, tokenProgram },
      ...{ hasMintAuthority: mintAuthority !== null, hasFreezeAuthority: freezeAuthority !== null },
    };
  }

  async #account(mint: Mint): Promise<MintAccount | null> {
    const known = this.#read.get(mint);
    if (known && this.now() - known.at < READ_FOR_MS) return known.account;
    try {
      const account = await this.chain.mint(mint, 'ENTRY');
      if (this.#read.size >= MOST_READ) this.#read.clear();
      this.#read.set(mint, { at: this.now(), account });
      return account;
    } catch (error) {
      if (error instanceof ChainUnknown) throw new MarketDataUnavailable(error.message);
      throw error;
    }
  }
}
