import type { MintAccount } from './mint-account.ts';
import type { TokenFacts } from './token-facts.ts';
import { tokenRisks, type TokenRisk } from './token-risks.ts';

/**
 * Every risk of a token by the chain’s own word, where that is stricter than a directory’s. `account` null: it
 * is no mint.
 */
export function mintRisks(
  account: MintAccount | null,
  facts: TokenFacts | null,
): readonly TokenRisk[] {
  if (!account) return tokenRisks(null);
  const onChain: TokenFacts = {
    ...{ mint: account.mint, ticker: '', name: '', verified: null, topHoldersPct: null },
    ...{ organicScore: null, createdAt: null, suspicious: facts?.suspicious ?? false },
    ...{ decimals: account.decimals, tokenProgram: account.tokenProgram },
    hasMintAuthority: account.mintAuthority !== null,
    hasFreezeAuthority: account.freezeAuthority !== null,
  };
  return tokenRisks(onChain, [facts?.decimals ?? null]);
}
