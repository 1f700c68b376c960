import type { Username } from '../../domain/ids.ts';
import type { Token } from '../../domain/instrument/instrument.ts';
import type { JudgedPrice } from '../../domain/price/judged-price.ts';
import type { TokenFacts } from '../../domain/token/token-facts.ts';
import { ALLOWED_MINTS } from '../../domain/token/allowed-mints.ts';
import { forbidding, TOKEN_RISKS, tokenRisks } from '../../domain/token/token-risks.ts';
import { MarketDataUnavailable } from '../../ports/market-data.ts';
import type { BookDeps } from '../steps/book-deps.ts';

type RiskDeps = Pick<BookDeps, 'book' | 'tokens' | 'allowedMints'>;

/**
 * A price with all risks that forbid entries into its token in this book. Both books share the rounds; risks that
 * forbid entries in REAL alone are added here, from the mint itself. They bind entries only.
 */
export async function withBookRisks(
  { book, tokens, allowedMints = ALLOWED_MINTS }: RiskDeps,
  { market, symbol }: Pick<Token, 'market' | 'symbol'>,
  username: Username,
  judged: JudgedPrice,
): Promise<JudgedPrice> {
  if (book.mode !== 'REAL') return judged;
  const facts = await factsOrNone(tokens.of(market, username).factsOf(symbol));
  const isAllowed = allowedMints.has(symbol);
  const own = forbidding(tokenRisks(facts), isAllowed ? 'PAPER' : 'REAL');
  const all = new Set([...judged.risks, ...own]);
  return { ...judged, risks: TOKEN_RISKS.filter((risk) => all.has(risk)) };
}

/** Null while the directory does not answer: an entry then waits for its answer. */
async function factsOrNone(asked: Promise<TokenFacts | null>): Promise<TokenFacts | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof MarketDataUnavailable) return null;
    throw error;
  }
}
