import type { DoubtCause } from '../../domain/trade/doubt.ts';
import { describedEnum } from './described.ts';

export const DoubtCauseEnum = describedEnum<DoubtCause>(
  'DoubtCause',
  'What most likely made an account, or its exits, differ from the book.',
  {
    SPLIT: 'A split: size and price went by reciprocal ratios.',
    DIVIDEND: 'A dividend: prices are a little lower, and nothing else changed.',
    SYMBOL_CHANGE: 'A change of the symbol: the account holds as many shares of another symbol.',
    SUCCESSOR: 'A merger or the like: the account holds shares of another symbol at the same cost.',
    ADJUSTED_CONTRACT: 'An option that a corporate action gave another root.',
    ASSIGNMENT: 'An early assignment: just its shares came or went.',
    SOMEBODY: 'Somebody else, as far as the account shows.',
  },
);
