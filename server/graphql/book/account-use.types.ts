import 'reflect-metadata';
import { Int, ObjectType } from 'type-graphql';
import type { AccountUse, SymbolUse } from '../../domain/exits/account-use.ts';
import { Given } from '../enums/described.ts';

@ObjectType('SymbolUse', {
  simpleResolvers: true,
  description: 'The active trades in one symbol of an account.',
})
export class SymbolUseType implements SymbolUse {
  @Given(() => String, 'What is traded.') symbol!: string;
  @Given(() => Int, 'How many trades are active in it, pending entries included.') trades!: number;
  @Given(() => Int, 'How many of these trades have an exit that only the desk watches.')
  watched!: number;
}

@ObjectType('AccountUse', {
  simpleResolvers: true,
  description: 'An account at a venue with active trades of the caller.',
})
export class AccountUseType implements AccountUse {
  @Given(() => String, 'The venue.') venue!: AccountUse['venue'];
  @Given(() => String, 'The venue’s account number.') account!: string;
  @Given(
    () => Boolean,
    'Whether a stored token reaches it; otherwise the desk can neither watch, move nor close anything there.',
  )
  reachable!: boolean;
  @Given(() => Int, 'How many trades are active there, pending entries included.') trades!: number;
  @Given(() => [String], 'What they trade, each symbol once.') symbols!: readonly string[];
  @Given(() => Int, 'How many of these trades have an exit that only the desk watches.')
  watched!: number;
  @Given(() => [SymbolUseType], 'The active trades of each symbol.')
  bySymbol!: readonly SymbolUse[];
}
