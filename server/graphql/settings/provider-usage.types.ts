import 'reflect-metadata';
import { Int, ObjectType } from 'type-graphql';
import type { Provider } from '../../ports/provider-probe.ts';
import type { ProviderUsage } from '../../ports/provider-usage.ts';
import { Given, Maybe } from '../enums/described.ts';
import { DateTimeScalar } from '../scalars/date-scalars.ts';
import { ProviderEnum } from './provider-check.types.ts';

@ObjectType('ProviderUsage', {
  simpleResolvers: true,
  description: 'The requests made to a provider with one token, and its allowance for a period.',
})
export class ProviderUsageType implements ProviderUsage {
  @Given(() => ProviderEnum, 'Who was asked.') provider!: Provider;
  @Given(
    () => String,
    'What is counted together: requests per calendar month, STANDARD, MARKET, TRADING per minute at Tradier, or, in the last 60 seconds, READS at the sources of token prices, CALLS at the Solana RPC and SWAPS sent to Jupiter.',
  )
  counted!: string;
  @Given(() => Boolean, 'The token is the server’s, not the caller’s own.') serverWide!: boolean;
  @Given(() => Int, 'Requests in the current period.') used!: number;
  @Maybe(() => Int, 'Requests that a period allows, as far as the desk knows; null when unknown.')
  allowance!: number | null;
  @Given(
    () => Int,
    'Requests delayed or dropped to stay within the allowance, since the server started.',
  )
  putOff!: number;
  @Maybe(() => DateTimeScalar, 'When the period ends; null when the next request starts one.')
  resetsAt!: Date | null;
}
