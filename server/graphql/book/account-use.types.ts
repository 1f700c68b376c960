import 'reflect-metadata';
import { Int, ObjectType } from 'type-graphql';
import type { AccountUse } from '../../domain/trade/account-use.ts';
import { Given } from '../described.ts';

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
}
