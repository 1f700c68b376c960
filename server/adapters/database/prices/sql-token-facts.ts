import { dec, mapDecimal } from '../../../domain/decimal.ts';
import type { Mint } from '../../../domain/ids.ts';
import type { KnownFacts, TokenFactStore } from '../../../ports/price-rounds.ts';
import type { TokenFacts } from '../../../ports/token-market.ts';
import { chunksOf } from '../sql/chunks.ts';
import { tokensAmong, type MarketTables } from './token-ids.ts';

interface FactsRow {
  readonly mint: Mint;
  readonly ticker: string;
  readonly name: string;
  readonly decimals: number;
  readonly token_program: string | null;
  readonly mint_authority: number | null;
  readonly freeze_authority: number | null;
  readonly suspicious: number;
  readonly verified: number | null;
  readonly top_holders_pct: string | null;
  readonly organic_score: number | null;
  readonly created_at: number | null;
  readonly facts_at: number;
}

const COLUMNS = [
  ...['ticker', 'name', 'decimals', 'token_program', 'mint_authority', 'freeze_authority'],
  ...['suspicious', 'verified', 'top_holders_pct', 'organic_score', 'created_at', 'facts_at'],
];

export class SqlTokenFacts implements TokenFactStore {
  constructor(private readonly tables: MarketTables) {}

  async learn(facts: readonly TokenFacts[], at: Date): Promise<void> {
    const { knex, market } = this.tables;
    for (const some of chunksOf(facts))
      await knex('tokens')
        .insert(some.map((each) => ({ market, ...factsToRow(each, at) })))
        .onConflict(['market', 'mint'])
        .merge(COLUMNS);
  }

  async factsOf(mints: readonly Mint[]): Promise<ReadonlyMap<Mint, KnownFacts>> {
    const rows = await tokensAmong(this.tables, mints)
      .whereNotNull('facts_at')
      .select<FactsRow[]>('mint', ...COLUMNS);
    return new Map(rows.map((row) => [row.mint, factsFromRow(row)]));
  }
}

function factsToRow(facts: TokenFacts, at: Date): FactsRow {
  const { mint, ticker, name, decimals } = facts;
  return {
    ...{ mint, ticker, name, decimals },
    token_program: facts.tokenProgram,
    mint_authority: flag(facts.hasMintAuthority),
    freeze_authority: flag(facts.hasFreezeAuthority),
    suspicious: Number(facts.suspicious),
    verified: flag(facts.verified),
    top_holders_pct: mapDecimal(facts.topHoldersPct, (pct) => pct.toFixed()),
    organic_score: facts.organicScore,
    created_at: facts.createdAt?.getTime() ?? null,
    facts_at: at.getTime(),
  };
}

function factsFromRow(row: FactsRow): KnownFacts {
  const { mint, ticker, name, decimals } = row;
  return {
    ...{ mint, ticker, name, decimals },
    tokenProgram: row.token_program,
    hasMintAuthority: said(row.mint_authority),
    hasFreezeAuthority: said(row.freeze_authority),
    suspicious: row.suspicious === 1,
    verified: said(row.verified),
    topHoldersPct: row.top_holders_pct === null ? null : dec(row.top_holders_pct),
    organicScore: row.organic_score,
    createdAt: row.created_at === null ? null : new Date(row.created_at),
    knownAt: new Date(row.facts_at),
  };
}

function flag(value: boolean | null): number | null {
  return value === null ? null : Number(value);
}

function said(value: number | null): boolean | null {
  return value === null ? null : value === 1;
}
