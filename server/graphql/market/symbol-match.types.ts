import 'reflect-metadata';
import { ObjectType } from 'type-graphql';
import type { SymbolMatch } from '../../ports/market-data.ts';
import { Given, Maybe } from '../enums/described.ts';

@ObjectType('SymbolMatch', {
  simpleResolvers: true,
  description: 'A share, fund or index that matches the text.',
})
export class SymbolMatchType implements SymbolMatch {
  @Given(() => String, 'Ticker.') symbol!: string;
  @Given(() => String, 'Its name, as the venue has it; empty when the venue gives none.')
  description!: string;
  @Maybe(() => String, 'The exchange, in the venue’s code; null when it does not say.')
  exchange!: string | null;
  @Given(() => String, 'Its type, in the venue’s words: stock, etf, index.') type!: string;
  @Maybe(() => Boolean, 'Whether options on it are listed; null when the venue does not say.')
  optionable!: boolean | null;
}
