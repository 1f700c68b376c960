import type { DoubtCause } from '../../domain/trade/doubt.ts';
import { describedEnum } from './described.ts';

export const DoubtCauseEnum = describedEnum<DoubtCause>(
  'DoubtCause',
  'The likely cause when an account or its exits differ from the book.',
  {
    SPLIT: 'A split: size and price changed by reciprocal ratios.',
    DIVIDEND: 'A dividend: exit prices are slightly lower, and nothing else changed.',
    SYMBOL_CHANGE:
      'A change of the symbol: the account holds the same number of shares of another symbol.',
    SUCCESSOR: 'A merger or the like: the account holds shares of another symbol at the same cost.',
    ADJUSTED_CONTRACT: 'A corporate action gave the option another root.',
    ASSIGNMENT: 'An early assignment: exactly its shares moved.',
    SOMEBODY: 'Another person or program, as far as the account shows.',
  },
);
