import 'reflect-metadata';
import { Int, ObjectType } from 'type-graphql';
import type { Provider } from '../../ports/provider-probe.ts';
import type { ProviderUsage } from '../../ports/provider-usage.ts';
import { Given, Maybe } from '../enums/described.ts';
import { DateTimeScalar } from '../scalars/date-scalars.ts';
import { ProviderEnum } from './provider-check.types.ts';

@ObjectType('ProviderUsage', {
  simpleResolvers: true,
  description: 'What was asked of a provider with one token, of what it allows in a period.',
})
export class ProviderUsageType implements ProviderUsage {
  @Given(() => ProviderEnum, 'Who was asked.') provider!: Provider;
  @Given(
    () => String,
    'What is counted together: requests of a calendar month, or STANDARD, MARKET, TRADING of a minute.',
  )
  counted!: string;
  @Given(() => Boolean, 'The token is the server’s, not the caller’s own.') serverWide!: boolean;
  @Given(() => Int, 'Requests of the present period.') used!: number;
  @Maybe(() => Int, 'Requests that a period allows; null when unknown.') allowance!: number | null;
  @Given(
    () => Int,
    'Requests that had to wait, or were given up, to stay within it, since the server started.',
  )
  putOff!: number;
  @Maybe(() => DateTimeScalar, 'When the period ends; null when the next request starts one.')
  resetsAt!: Date | null;
}
