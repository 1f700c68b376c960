import 'reflect-metadata';
import { ObjectType } from 'type-graphql';
import { describedEnum, Given, Maybe } from '../enums/described.ts';
import type { GlossaryTerm, TermGroup } from './term.ts';

export const TermGroupEnum = describedEnum<TermGroup>('TermGroup', 'What a term is about.', {
  BOOK: 'A book as a whole.',
  TRADE: 'One trade, or a ticket.',
  PRICE: 'What things cost, and how far that may be trusted.',
  STATISTICS: 'What closed trades add up to.',
  STRATEGY: 'Strategies, on the past and at work.',
  LIMIT: 'Limits of entries.',
  SAFETY: 'What stops, protects and proves.',
  WORD: 'A status, a code, a kind or another word of the API.',
});

@ObjectType('GlossaryTerm', {
  simpleResolvers: true,
  description: 'What a figure or a word of the desk means; the same text everywhere.',
})
export class GlossaryTermType implements GlossaryTerm {
  @Given(() => String, 'Its name, unique: expectancy, or TradeStatus.OPEN.') name!: string;
  @Given(() => String, 'What to call it on a screen.') title!: string;
  @Given(() => TermGroupEnum, 'What it is about.') group!: TermGroup;
  @Given(() => String, 'What it means: the description of the first of its fields, or of the word.')
  meaning!: string;
  @Maybe(() => String, 'Unit of what it counts; null for a word.') unit!: string | null;
  @Maybe(() => String, 'How it is reckoned; null where it is read, not reckoned.')
  formula!: string | null;
  @Maybe(() => String, 'What it does not say; null where nobody would take it for more.')
  saysNot!: string | null;
  @Given(() => [String], 'Where the API shows it, as TYPE.FIELD.') fields!: readonly string[];
  @Given(() => [String], 'Other terms, by name.') related!: readonly string[];
}
