import type { StrategyDefinition } from '../domain/strategy/definition.ts';
import buyAndHold from './buy-and-hold.ts';
import coinFlip from './coin-flip.ts';
import openingRangeBreakout from './opening-range-breakout.ts';
import optionMomentum from './option-momentum.ts';
import putPremium from './put-premium.ts';
import rsiReversion from './rsi-reversion.ts';
import smaCross from './sma-cross.ts';
import tokenMomentum from './token-momentum.ts';
import tokenReversion from './token-reversion.ts';

/** The strategies that every desk has, by kind: each in the file of its name. */
export const SHIPPED: Readonly<Record<string, StrategyDefinition>> = {
  'buy-and-hold': buyAndHold,
  'coin-flip': coinFlip,
  'opening-range-breakout': openingRangeBreakout,
  'option-momentum': optionMomentum,
  'put-premium': putPremium,
  'rsi-reversion': rsiReversion,
  'sma-cross': smaCross,
  'token-momentum': tokenMomentum,
  'token-reversion': tokenReversion,
};
