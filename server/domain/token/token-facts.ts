import type { Decimal } from '../decimal.ts';
import type { Mint } from '../ids.ts';

/** What is known of a token apart from its price: Jupiter's `GET /tokens/v2/search`. Null: Jupiter does not say. */
export interface TokenFacts {
  readonly mint: Mint;
  readonly ticker: string;
  readonly name: string;
  readonly decimals: number;
  /** The program that owns the mint account: SPL Token, or Token-2022 with its extensions. */
  readonly tokenProgram: string | null;
  readonly hasMintAuthority: boolean | null;
  readonly hasFreezeAuthority: boolean | null;
  /** Whether Jupiter marks it as suspicious. False is no clearance. */
  readonly suspicious: boolean;
  readonly verified: boolean | null;
  readonly topHoldersPct: Decimal | null;
  readonly organicScore: number | null;
  readonly createdAt: Date | null;
}
