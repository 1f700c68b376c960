import { Arg } from 'type-graphql';
import { TradingModeEnum } from './trade-enums.ts';

/** The argument `mode` of market reads: it decides whose venue and token are used. */
export function MarketModeArg(): ReturnType<typeof Arg> {
  return Arg('mode', () => TradingModeEnum, {
    defaultValue: 'PAPER',
    description:
      'The book whose venue is asked: in REAL with the caller’s own live token, and never with PAPER’s prices.',
  });
}

/** The argument `mode` of every operation on one book. */
export function ModeArg(): ReturnType<typeof Arg> {
  return Arg('mode', () => TradingModeEnum, { description: 'The book.' });
}
