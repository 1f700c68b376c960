import type { Mint } from '../../domain/ids.ts';
import type { TokenDirectory, TokenFacts, TokenUrgency } from '../../ports/token-market.ts';
import { HostFailure } from '../wire/host-failure.ts';
import type { JsonHost } from '../wire/json-host.ts';
import { unavailable } from '../wire/told.ts';
import { tokenRow, tokensReply, type TokenRow } from './jupiter-schema.ts';

const SEARCH = '/tokens/v2/search';
/** The most mints that one request takes. */
const BATCH = 100;
const LONGEST_SEARCH = 100;

/** Jupiter's list of tokens. A token's issuer chooses its name and ticker. */
export class JupiterDirectory implements TokenDirectory {
  constructor(private readonly host: JsonHost) {}

  async factsOf(mints: readonly Mint[]): Promise<ReadonlyMap<Mint, TokenFacts>> {
    const asked = [...new Set(mints)].sort();
    const batches = Array.from({ length: Math.ceil(asked.length / BATCH) }, (_, n) =>
      asked.slice(n * BATCH, (n + 1) * BATCH),
    );
    const found = await Promise.all(batches.map((batch) => this.#find(batch.join(','), 'MARK')));
    const known = new Set(asked);
    return new Map(
      found
        .flat()
        .filter(({ mint }) => known.has(mint))
        .map((facts) => [facts.mint, facts]),
    );
  }

  async search(text: string): Promise<readonly TokenFacts[]> {
    const query = text.trim().slice(0, LONGEST_SEARCH);
    // A user's search must not use up requests that marks and orders need.
    return query === '' ? [] : this.#find(query, 'POLL');
  }

  async #find(query: string, urgency: TokenUrgency): Promise<readonly TokenFacts[]> {
    try {
      const { json } = await this.host.get(SEARCH, { query }, urgency);
      const reply = tokensReply.safeParse(json);
      if (!reply.success) throw new HostFailure('UNREADABLE', 'Jupiter: the tokens are no list');
      return this.host.rows.of(SEARCH, tokenRow, reply.data).read.map(factsIn);
    } catch (error) {
      return unavailable(error);
    }
  }
}

function factsIn(row: TokenRow): TokenFacts {
  const { audit, createdAt } = row;
  return {
    mint: row.id,
    ticker: row.symbol,
    name: row.name,
    decimals: row.decimals,
    tokenProgram: row.tokenProgram ?? null,
    hasMintAuthority: authority(row.mintAuthority, audit?.mintAuthorityDisabled),
    hasFreezeAuthority: authority(row.freezeAuthority, audit?.freezeAuthorityDisabled),
    suspicious: audit?.isSus !== undefined,
    verified: row.isVerified ?? null,
    topHoldersPct: audit?.topHoldersPercentage ?? null,
    organicScore: row.organicScore ?? null,
    createdAt: createdAt ? new Date(createdAt) : null,
  };
}

/** An authority's address decides, whatever the audit says; without either the answer is unknown. */
function authority(address?: string | null, disabled?: boolean | null): boolean | null {
  if (address) return true;
  return disabled === undefined || disabled === null ? null : !disabled;
}
