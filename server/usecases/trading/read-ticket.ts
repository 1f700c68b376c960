import type { Mint } from '../../domain/ids.ts';
import type { TokenMarketName } from '../../domain/instrument/instrument.ts';
import { badInput, Refusal } from '../../domain/refusal.ts';
import { ticketMint, type TicketToken } from '../../domain/ticket/parse-instrument.ts';
import { parseTicket } from '../../domain/ticket/parse-ticket.ts';
import type { Ticket, TicketInput } from '../../domain/ticket/ticket.ts';
import { MarketDataUnavailable } from '../../ports/market-data.ts';
import type { TokenMarkets } from '../../ports/token-trading.ts';
import type { Actor } from '../../ports/trading-system.ts';
import type { BookDeps } from '../steps/book-deps.ts';

/**
 * Reads a trader's request. A token's facts come from the directory: the ticket gives only its mint.
 * @throws {Refusal} BAD_USER_INPUT; PRICE_UNTRUSTED while no source gives a token's decimals.
 */
export async function readTicket(
  { book, tokens }: Pick<BookDeps, 'book' | 'tokens'>,
  actor: Actor,
  input: TicketInput,
  now: Date,
): Promise<Ticket> {
  if (input.paperTwin && book.mode !== 'REAL')
    throw badInput('input.paperTwin', 'Only a trade with real money has a twin on paper.');
  const mint = ticketMint(input);
  const market = actor.demo ? 'SIMULATED' : 'SOLANA';
  const token = mint ? await ticketToken(tokens, mint, market) : null;
  return parseTicket(input, now, token);
}

async function ticketToken(
  tokens: TokenMarkets,
  mint: Mint,
  market: TokenMarketName,
): Promise<TicketToken | null> {
  try {
    const facts = await tokens.of(market).factsOf(mint);
    return facts && { facts, market };
  } catch (error) {
    if (!(error instanceof MarketDataUnavailable)) throw error;
    throw new Refusal(
      'PRICE_UNTRUSTED',
      `The decimals of this token cannot be read: ${error.message}`,
    );
  }
}
