import type { Mint } from '../ids.ts';
import type { Instrument, Token, TokenMarketName } from '../instrument/instrument.ts';
import { classTicker } from '../instrument/share-class.ts';
import { badInput } from '../refusal.ts';
import { parseMint, SOL_MINT, USDC_MINT } from '../token/mint.ts';
import type { TokenFacts } from '../token/token-facts.ts';
import { parseOption } from './parse-option.ts';
import { TICKER } from './ticker.ts';
import type { TicketInput } from './ticket.ts';

/** The known facts of a ticket's token, and the market in which it trades. */
export interface TicketToken {
  readonly facts: TokenFacts;
  readonly market: TokenMarketName;
}

/**
 * `known`: the ticket's token, where it has one.
 * @throws {Refusal} BAD_USER_INPUT unless exactly one valid instrument is given.
 */
export function parseInstrument(
  input: TicketInput,
  now: Date,
  known: TicketToken | null,
): Instrument {
  const { option, equity, token } = input;
  const given = [option, equity, token].filter((each) => each !== null && each !== undefined);
  if (given.length !== 1) {
    throw badInput('input.option', 'Exactly one of option, equity and token is traded.');
  }
  if (token) return parseToken(token, known);
  if (option) return parseOption(option, now);
  return parseEquity(equity?.symbol ?? '');
}

/**
 * The mint of a ticket; null when no token is given. A wallet pays every fee and rent with its SOL, so the
 * costs of other trades would use up a position in SOL: for real money SOL is only cash.
 * @throws {Refusal} BAD_USER_INPUT
 */
export function ticketMint({ mode, token }: TicketInput): Mint | null {
  if (!token) return null;
  const mint = parseMint(token.mint.trim());
  if (!mint) throw badInput('input.token.mint', 'A mint: 32 bytes in base58, in its own case.');
  if (mint === USDC_MINT) throw badInput('input.token.mint', 'USDC is what tokens are paid with.');
  if (mode === 'REAL' && mint === SOL_MINT)
    throw badInput(
      'input.token.mint',
      'SOL is what a wallet pays its fees with: for real money it is cash, and no position.',
    );
  return mint;
}

function parseToken(token: NonNullable<TicketInput['token']>, known: TicketToken | null): Token {
  if (!known) throw badInput('input.token.mint', 'No source knows this token or its decimals.');
  const { facts, market } = known;
  const { mint, ticker, decimals } = facts;
  const settlement = token.settlement ?? 'USDC';
  if (settlement === 'SOL' && mint === SOL_MINT)
    throw badInput('input.token.settlement', 'SOL is not bought with SOL.');
  const names = { symbol: mint, underlying: mint, ticker };
  return { assetClass: 'TOKEN', ...names, multiplier: 1, decimals, settlement, market };
}

function parseEquity(text: string): Instrument {
  const symbol = classTicker(text);
  if (!TICKER.test(symbol)) throw badInput('input.equity.symbol', 'A ticker, such as SPY.');
  return { assetClass: 'EQUITY', symbol, underlying: symbol, multiplier: 1 };
}
