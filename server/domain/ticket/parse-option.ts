import { isTradingDay } from '../calendar/market-calendar.ts';
import type { OptionContract } from '../instrument/instrument.ts';
import { lastTradingInstant } from '../instrument/last-trading.ts';
import { optionContract, parseOccSymbol } from '../instrument/occ-symbol.ts';
import { isAdjusted } from '../instrument/option-product.ts';
import { classTicker, isSameCompany } from '../instrument/share-class.ts';
import { badInput } from '../refusal.ts';
import { TICKER } from './ticker.ts';
import type { TicketInput } from './ticket.ts';

type OptionInput = NonNullable<TicketInput['option']>;

/** The contract of a ticket. @throws {Refusal} BAD_USER_INPUT for no contract, or one that no longer trades. */
export function parseOption(option: OptionInput, now: Date): OptionContract {
  const contract = option.symbol ? fromSymbol(option) : fromTerms(option);
  if (!isTradingDay(contract.expiration)) {
    throw badInput('input.option.expiration', `${contract.expiration} is no trading day.`);
  }
  if (lastTradingInstant(contract) <= now) {
    throw badInput('input.option.expiration', `${contract.symbol} no longer trades.`);
  }
  if (isAdjusted(contract)) {
    const what =
      'an adjusted contract: it does not deliver 100 shares, and no source here says what it delivers';
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
