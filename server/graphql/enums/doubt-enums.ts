import type { DoubtCause } from '../../domain/trade/doubt.ts';
import { describedEnum } from './described.ts';

export const DoubtCauseEnum = describedEnum<DoubtCause>(
  'DoubtCause',
  'What most likely made an account, or its exits, differ from the book.',
  {
    SPLIT: 'A split: size and price went by reciprocal ratios.',
    DIVIDEND: 'A dividend: prices are a little lower, and nothing else changed.',
    SYMBOL_CHANGE: 'A change of the symbol: as many shares of another stand in the account.',
    SUCCESSOR: 'A merger or the like: shares of another stand there at the same cost.',
    ADJUSTED_CONTRACT: 'An option that a corporate action gave another root.',
    ASSIGNMENT: 'An early assignment: just its shares came or went.',
    SOMEBODY: 'Somebody else, as far as the account tells.',
  },
);
