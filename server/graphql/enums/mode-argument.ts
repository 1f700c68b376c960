import { Arg } from 'type-graphql';
import { TradingModeEnum } from './trade-enums.ts';

/** The argument `mode` that everything about one book has. */
export function ModeArg(): ReturnType<typeof Arg> {
  return Arg('mode', () => TradingModeEnum, { description: 'The book.' });
}
