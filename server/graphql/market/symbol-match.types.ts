import 'reflect-metadata';
import { ObjectType } from 'type-graphql';
import type { SymbolMatch } from '../../ports/market-data.ts';
import { Given, Maybe } from '../enums/described.ts';

@ObjectType('SymbolMatch', {
  simpleResolvers: true,
  description: 'A share, fund or index that fits what was typed.',
})
export class SymbolMatchType implements SymbolMatch {
  @Given(() => String, 'Ticker.') symbol!: string;
  @Given(() => String, 'Its name, as the venue has it; empty where it tells none.')
  description!: string;
  @Maybe(() => String, 'The exchange, in the venue’s code; null where it does not tell.')
  exchange!: string | null;
  @Given(() => String, 'What it is, in the venue’s word: stock, etf, index.') type!: string;
  @Maybe(() => Boolean, 'Whether options on it are listed; null where the venue does not tell.')
  optionable!: boolean | null;
}
