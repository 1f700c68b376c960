import type { TradingMode } from '../mode.ts';
import type { TokenFacts } from './token-facts.ts';
import { SPL_TOKEN, TOKEN_2022 } from './token-programs.ts';

/** Reasons not to enter a token, whatever its price. None of them ever stops an exit. */
export const TOKEN_RISKS = [
  'DECIMALS_UNKNOWN',
  'DECIMALS_DISAGREE',
  'SUSPICIOUS',
  'UNKNOWN_PROGRAM',
  'TOKEN_2022',
  'MINT_AUTHORITY',
  'FREEZE_AUTHORITY',
  'AUTHORITY_UNKNOWN',
] as const;
export type TokenRisk = (typeof TOKEN_RISKS)[number];

/** Books in which a risk forbids entries; in others it warns. `ALLOWED_MINTS` lifts what REAL alone forbids. */
const FORBIDS: Readonly<Record<TokenRisk, readonly TradingMode[]>> = {
  DECIMALS_UNKNOWN: ['PAPER', 'REAL'],
  DECIMALS_DISAGREE: ['PAPER', 'REAL'],
  SUSPICIOUS: ['PAPER', 'REAL'],
  UNKNOWN_PROGRAM: ['PAPER', 'REAL'],
  TOKEN_2022: ['PAPER', 'REAL'],
  MINT_AUTHORITY: ['REAL'],
  FREEZE_AUTHORITY: ['REAL'],
  AUTHORITY_UNKNOWN: ['REAL'],
};

/** Each starts in lower case and has no full stop, to fit into sentences. */
const WORDS: Readonly<Record<TokenRisk, string>> = {
  DECIMALS_UNKNOWN: 'nobody tells how many decimals it has',
  DECIMALS_DISAGREE: 'sources disagree on how many decimals it has',
  SUSPICIOUS: 'Jupiter marks it as suspicious',
  UNKNOWN_PROGRAM: 'it is not a token of the SPL Token program',
  TOKEN_2022: 'it is a Token-2022 token, whose extensions may take fees, freeze or forbid a sale',
  MINT_AUTHORITY: 'somebody may mint more of it',
  FREEZE_AUTHORITY: 'somebody may freeze it in your wallet',
  AUTHORITY_UNKNOWN: 'nobody tells whether it can be minted or frozen',
};

/**
 * Every risk of a token. `facts` null: the directory does not know it. `saidDecimals`: its decimals by other
 * sources, null for a source that gives none.
 */
export function tokenRisks(
  facts: TokenFacts | null,
  saidDecimals: readonly (number | null)[] = [],
): readonly TokenRisk[] {
  if (!facts) return ['DECIMALS_UNKNOWN', 'UNKNOWN_PROGRAM', 'AUTHORITY_UNKNOWN'];
  const { hasMintAuthority, hasFreezeAuthority } = facts;
  const has: Readonly<Record<TokenRisk, boolean>> = {
    DECIMALS_UNKNOWN: false,
    DECIMALS_DISAGREE: saidDecimals.some((said) => said !== null && said !== facts.decimals),
    SUSPICIOUS: facts.suspicious,
    UNKNOWN_PROGRAM: facts.tokenProgram !== SPL_TOKEN && facts.tokenProgram !== TOKEN_2022,
    TOKEN_2022: facts.tokenProgram === TOKEN_2022,
    MINT_AUTHORITY: hasMintAuthority === true,
    FREEZE_AUTHORITY: hasFreezeAuthority === true,
    AUTHORITY_UNKNOWN: hasMintAuthority === null || hasFreezeAuthority === null,
  };
  return TOKEN_RISKS.filter((risk) => has[risk]);
}

/** The risks that forbid an entry in a book. */
export function forbidding(risks: readonly TokenRisk[], mode: TradingMode): readonly TokenRisk[] {
  return risks.filter((risk) => FORBIDS[risk].includes(mode));
}

/** Whether the list of the desk’s operator lifts a risk: one that forbids entries only in REAL. */
export function isLifted(risk: TokenRisk): boolean {
  return !FORBIDS[risk].includes('PAPER');
}

export function describeTokenRisk(risk: TokenRisk): string {
  return WORDS[risk];
}
