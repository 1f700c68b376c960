import { badInput, Refusal } from '../../domain/refusal.ts';
import { describeTokenRisk, tokenRisks } from '../../domain/token/token-risks.ts';
import { MarketDataUnavailable } from '../../ports/market-data.ts';
import type { FoundToken } from '../../ports/price-reader.ts';
import type { TokenDirectory } from '../../ports/token-market.ts';

/** A mint is 44 characters at most, and no ticker or name that a user types is longer. */
const LONGEST = 44;
const MOST = 20;

/** Finds tokens by what people call them. It never picks one: a price is asked for by mint. */
export class SearchTokens {
  constructor(private readonly directory: TokenDirectory) {}

  /** @throws {Refusal} BAD_USER_INPUT for `text`, VENUE_UNAVAILABLE. */
  async execute(text: string): Promise<readonly FoundToken[]> {
    const typed = text.trim();
    if (typed === '' || typed.length > LONGEST)
      throw badInput('text', `Type 1 to ${LONGEST} characters of a ticker, a name or a mint.`);
    const found = await this.directory.search(typed).catch((error: unknown) => {
      if (!(error instanceof MarketDataUnavailable)) throw error;
      throw new Refusal('VENUE_UNAVAILABLE', error.message);
    });
    return found.slice(0, MOST).map((facts) => ({
      ...{ mint: facts.mint, facts },
      warnings: tokenRisks(facts).map(describeTokenRisk),
    }));
  }
}
