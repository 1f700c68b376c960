import { isTradingDay } from '../calendar/market-calendar.ts';
import type { Mint } from '../ids.ts';
import type {
  Instrument,
  OptionContract,
  Token,
  TokenMarketName,
} from '../instrument/instrument.ts';
import { lastTradingInstant } from '../instrument/last-trading.ts';
import { classTicker, isSameCompany } from '../instrument/share-class.ts';
import { optionContract, parseOccSymbol } from '../instrument/occ-symbol.ts';
import { isAdjusted } from '../instrument/option-product.ts';
import { badInput } from '../refusal.ts';
import { parseMint, SOL_MINT, USDC_MINT } from '../token/mint.ts';
import type { TokenFacts } from '../token/token-facts.ts';
import type { TicketInput } from './ticket.ts';

type OptionInput = NonNullable<TicketInput['option']>;

const TICKER = /^[A-Z][A-Z0-9./-]{0,9}$/;

/** What is known of a ticket's token, and in which market it trades. */
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
 * Null when no token is given. A wallet pays every fee and rent with its SOL, so a lot of it would be eaten by what
 * other trades cost: for real money SOL is cash alone.
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
  if (!known) throw badInput('input.token.mint', 'Nobody knows this token or its decimals.');
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

function parseOption(option: OptionInput, now: Date): OptionContract {
  const contract = option.symbol ? fromSymbol(option) : fromTerms(option);
  if (!isTradingDay(contract.expiration)) {
    throw badInput('input.option.expiration', `${contract.expiration} is no trading day.`);
  }
  if (lastTradingInstant(contract) <= now) {
    throw badInput('input.option.expiration', `${contract.symbol} trades no longer.`);
  }
  if (isAdjusted(contract)) {
    const what =
      'an adjusted contract: what it delivers is not 100 shares, and no source here tells what';
    throw badInput('input.option.symbol', `${contract.symbol} is ${what}.`);
  }
  return contract;
}

function fromSymbol(option: OptionInput): OptionContract {
  const contract = parseOccSymbol(option.symbol ?? '');
  if (!contract) {
    throw badInput('input.option.symbol', 'An OCC symbol, such as SPY260327C00560000.');
  }
  const terms = ['underlying', 'expiration', 'right'] as const;
  for (const term of terms) {
    const said = option[term];
    const same = term === 'underlying' ? isSameCompany : isSameWord;
    if (said && !same(said, contract[term])) {
      throw badInput(`input.option.${term}`, `It contradicts the symbol ${contract.symbol}.`);
    }
  }
  if (option.strike && !option.strike.equals(contract.strike)) {
    throw badInput('input.option.strike', `It contradicts the symbol ${contract.symbol}.`);
  }
  return contract;
}

function isSameWord(one: string, other: string): boolean {
  return one.toUpperCase() === other;
}

function fromTerms({ underlying, expiration, strike, right }: OptionInput): OptionContract {
  if (!underlying) throw badInput('input.option.underlying', 'The symbol, or all four terms.');
  if (!expiration) throw badInput('input.option.expiration', 'The symbol, or all four terms.');
  if (!strike) throw badInput('input.option.strike', 'The symbol, or all four terms.');
  if (!right) throw badInput('input.option.right', 'The symbol, or all four terms.');
  const name = classTicker(underlying);
  if (!TICKER.test(name)) throw badInput('input.option.underlying', 'A ticker, such as SPY.');
  try {
    return optionContract({ underlying: name, expiration, strike, right });
  } catch (error) {
    if (error instanceof RangeError) throw badInput('input.option.strike', error.message);
    throw error;
  }
}
