import 'reflect-metadata';
import { Int, ObjectType } from 'type-graphql';
import type { AccountUse, SymbolUse } from '../../domain/exits/account-use.ts';
import { Given } from '../enums/described.ts';

@ObjectType('SymbolUse', {
  simpleResolvers: true,
  description: 'What is active in one symbol of an account.',
})
export class SymbolUseType implements SymbolUse {
  @Given(() => String, 'What is traded.') symbol!: string;
  @Given(() => Int, 'How many trades are active in it, pending entries included.') trades!: number;
  @Given(() => Int, 'How many of them have an exit that only the desk holds to.') watched!: number;
}

@ObjectType('AccountUse', {
  simpleResolvers: true,
  description:
    'An account at a venue in which trades of the caller are active, and what depends on it.',
})
export class AccountUseType implements AccountUse {
  @Given(() => String, 'The venue.') venue!: AccountUse['venue'];
  @Given(() => String, 'The venue’s account number.') account!: string;
  @Given(
    () => Boolean,
    'Whether a stored token answers for it; without one the desk can neither watch, move nor close anything there.',
  )
  reachable!: boolean;
  @Given(() => Int, 'How many trades are active there, pending entries included.') trades!: number;
  @Given(() => [String], 'What they trade, each symbol once.') symbols!: readonly string[];
  @Given(() => Int, 'How many of them have an exit that only the desk holds to.') watched!: number;
  @Given(() => [SymbolUseType], 'The same, symbol by symbol.') bySymbol!: readonly SymbolUse[];
}
