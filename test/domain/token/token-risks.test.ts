import { describe, expect, it } from 'vitest';
import { USDC_MINT } from '../../../server/domain/token/mint.ts';
import type { TokenFacts } from '../../../server/domain/token/token-facts.ts';
import {
  describeTokenRisk,
  forbidding,
  TOKEN_RISKS,
  tokenRisks,
} from '../../../server/domain/token/token-risks.ts';

const SPL = 'TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA';
const SPL_2022 = 'TokenzQdBNbLqP5VEhdkAS6EPFLC1PHnBqCXEpPxuEb';
const SAFE: TokenFacts = {
  ...{ mint: USDC_MINT, ticker: 'X', name: 'X', decimals: 6, tokenProgram: SPL },
  ...{ hasMintAuthority: false, hasFreezeAuthority: false, suspicious: false, verified: true },
  ...{ topHoldersPct: null, organicScore: null, createdAt: null },
};

describe('what speaks against entering a token', () => {
  it('is nothing where its facts are plain', () => {
    expect(tokenRisks(SAFE, [6, null])).toEqual([]);
  });

  it.each([
    ['suspicion', { suspicious: true }, 'SUSPICIOUS'],
    ['Token-2022', { tokenProgram: SPL_2022 }, 'TOKEN_2022'],
    ['another program', { tokenProgram: USDC_MINT }, 'UNKNOWN_PROGRAM'],
    ['no known program', { tokenProgram: null }, 'UNKNOWN_PROGRAM'],
  ])('is %s, in either book', (_, facts, risk) => {
    const risks = tokenRisks({ ...SAFE, ...facts });
    expect(risks).toEqual([risk]);
    expect(forbidding(risks, 'PAPER')).toEqual([risk]);
    expect(forbidding(risks, 'REAL')).toEqual([risk]);
  });

  it.each([
    ['a mint authority', { hasMintAuthority: true }, 'MINT_AUTHORITY'],
    ['a freeze authority', { hasFreezeAuthority: true }, 'FREEZE_AUTHORITY'],
    ['an unknown authority', { hasMintAuthority: null }, 'AUTHORITY_UNKNOWN'],
  ])('is %s in REAL, and a warning in PAPER', (_, facts, risk) => {
    const risks = tokenRisks({ ...SAFE, ...facts });
    expect(risks).toEqual([risk]);
    expect(forbidding(risks, 'PAPER')).toEqual([]);
    expect(forbidding(risks, 'REAL')).toEqual([risk]);
  });

  it('is decimals that sources disagree on', () => {
    expect(forbidding(tokenRisks(SAFE, [null, 9]), 'PAPER')).toEqual(['DECIMALS_DISAGREE']);
  });

  it('is that nobody knows the token', () => {
    expect(forbidding(tokenRisks(null), 'PAPER')).toEqual(['DECIMALS_UNKNOWN', 'UNKNOWN_PROGRAM']);
  });

  it('is told in a sentence of its own for each', () => {
    const words = TOKEN_RISKS.map(describeTokenRisk);
    expect(new Set(words).size).toBe(TOKEN_RISKS.length);
    expect(words.filter((text) => !/^[^.]{10,}$/.test(text))).toEqual([]);
  });
});
