import { Arg } from 'type-graphql';
import { TradingModeEnum } from './trade-enums.ts';

/** The argument `mode` of every operation on one book. */
export function ModeArg(): ReturnType<typeof Arg> {
  return Arg('mode', () => TradingModeEnum, { description: 'The book.' });
}
