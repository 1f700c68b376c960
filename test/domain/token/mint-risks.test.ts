import { describe, expect, it } from 'vitest';
import type { MintAccount } from '../../../server/domain/token/mint-account.ts';
import { mintRisks } from '../../../server/domain/token/mint-risks.ts';
import type { TokenFacts } from '../../../server/domain/token/token-facts.ts';
import { SPL_TOKEN, TOKEN_2022 } from '../../../server/domain/token/token-programs.ts';

const ACCOUNT: MintAccount = {
  ...{ mint: 'mint', tokenProgram: SPL_TOKEN, decimals: 6, supply: 1n, slot: 1n },
  ...{ mintAuthority: null, freezeAuthority: null, extensions: null },
};
const FACTS: TokenFacts = {
  ...{ mint: 'mint', ticker: 'T', name: 'Token', decimals: 6, tokenProgram: SPL_TOKEN },
  ...{ hasMintAuthority: false, hasFreezeAuthority: false, suspicious: false, verified: true },
  ...{ topHoldersPct: null, organicScore: null, createdAt: null },
};

describe('a token’s risks by its mint on the chain', () => {
  it('are none where nobody may mint or freeze', () => {
    expect(mintRisks(ACCOUNT, FACTS)).toEqual([]);
    expect(mintRisks(ACCOUNT, null)).toEqual([]);
  });

  it('are its authorities, whatever a directory says', () => {
    const held = { ...ACCOUNT, mintAuthority: 'somebody', freezeAuthority: 'somebody' };
    expect(mintRisks(held, FACTS)).toEqual(['MINT_AUTHORITY', 'FREEZE_AUTHORITY']);
  });

  it.for([
    ['of other decimals than the directory has', { decimals: 9 }, ['DECIMALS_DISAGREE']],
    ['of the newer program', { tokenProgram: TOKEN_2022 }, ['TOKEN_2022']],
  ] as const)('%s are named', ([, changed, risks]) => {
    expect(mintRisks({ ...ACCOUNT, ...changed }, FACTS)).toEqual(risks);
  });

  it('are the directory’s suspicion too', () => {
    expect(mintRisks(ACCOUNT, { ...FACTS, suspicious: true })).toEqual(['SUSPICIOUS']);
  });

  it('of what is no mint are all that nobody knows', () => {
    expect(mintRisks(null, FACTS)).toContain('AUTHORITY_UNKNOWN');
  });
});
