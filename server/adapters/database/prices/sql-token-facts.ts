import { dec } from '../../../domain/decimal.ts';
import type { Mint } from '../../../domain/ids.ts';
import type { KnownFacts, TokenFactStore } from '../../../ports/price-rounds.ts';
import type { TokenFacts } from '../../../ports/token-market.ts';
import { chunksOf } from '../sql/chunks.ts';
import { tokensAmong, type MarketTables } from './token-ids.ts';

interface FactsRow {
  readonly mint: Mint;
  readonly ticker: string | null;
  readonly name: string | null;
  /** Null: the directory does not know the mint. */
  readonly decimals: number | null;
  readonly token_program: string | null;
  readonly mint_authority: number | null;
  readonly freeze_authority: number | null;
  readonly suspicious: number | null;
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

  async learn(asked: readonly Mint[], told: readonly TokenFacts[], at: Date): Promise<void> {
    const { knex, market } = this.tables;
    const byMint = new Map(told.map((facts) => [facts.mint, facts]));
    const rows = asked.map((mint) => factsToRow(mint, byMint.get(mint) ?? null, at));
    for (const some of chunksOf(rows))
      await knex('tokens')
        .insert(some.map((row) => ({ market, ...row })))
        .onConflict(['market', 'mint'])
        .merge(COLUMNS);
  }

  async noteDecimals(said: ReadonlyMap<Mint, number>): Promise<void> {
    for (const [mint, index_decimals] of said)
      await tokensAmong(this.tables, [mint]).update({ index_decimals });
  }

  async factsOf(mints: readonly Mint[]): Promise<ReadonlyMap<Mint, KnownFacts>> {
    const rows = await tokensAmong(this.tables, mints)
      .whereNotNull('facts_at')
      .select<(FactsRow & { index_decimals: number | null })[]>(
        'mint',
        'index_decimals',
        ...COLUMNS,
      );
    return new Map(
      rows.map((row) => [row.mint, { ...knownFromRow(row), indexDecimals: row.index_decimals }]),
    );
  }
}

const NOTHING_KNOWN = {
  ...{ ticker: null, name: null, decimals: null, token_program: null, mint_authority: null },
  ...{ freeze_authority: null, suspicious: null, verified: null, top_holders_pct: null },
  ...{ organic_score: null, created_at: null },
};

function factsToRow(mint: Mint, facts: TokenFacts | null, at: Date): FactsRow {
  const facts_at = at.getTime();
  if (!facts) return { mint, ...NOTHING_KNOWN, facts_at };
  const { ticker, name, decimals } = facts;
  return {
    ...{ mint, ticker, name, decimals, facts_at },
    token_program: facts.tokenProgram,
    mint_authority: flag(facts.hasMintAuthority),
    freeze_authority: flag(facts.hasFreezeAuthority),
    suspicious: flag(facts.suspicious),
    verified: flag(facts.verified),
    top_holders_pct: mapNull(facts.topHoldersPct, (pct) => pct.toFixed()),
    organic_score: facts.organicScore,
    created_at: mapNull(facts.createdAt, (created) => created.getTime()),
  };
}

function knownFromRow(row: FactsRow): Omit<KnownFacts, 'indexDecimals'> {
  const { mint, ticker, name, decimals } = row;
  const knownAt = new Date(row.facts_at);
  if (decimals === null) return { facts: null, knownAt };
  const facts = {
    ...{ mint, ticker: ticker ?? '', name: name ?? '', decimals },
    tokenProgram: row.token_program,
    hasMintAuthority: said(row.mint_authority),
    hasFreezeAuthority: said(row.freeze_authority),
    suspicious: row.suspicious === 1,
    verified: said(row.verified),
    topHoldersPct: mapNull(row.top_holders_pct, dec),
    organicScore: row.organic_score,
    createdAt: mapNull(row.created_at, (at) => new Date(at)),
  };
  return { facts, knownAt };
}

function mapNull<T, U>(value: T | null, then: (value: T) => U): U | null {
  return value === null ? null : then(value);
}

function flag(value: boolean | null): number | null {
  return mapNull(value, Number);
}

function said(value: number | null): boolean | null {
  return mapNull(value, Boolean);
}
