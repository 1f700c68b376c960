import 'reflect-metadata';
import { Int, ObjectType } from 'type-graphql';
import type { Provider, ProviderCheck, ProviderStep } from '../../ports/provider-probe.ts';
import { describedEnum, Given, Maybe } from '../enums/described.ts';
import { DateTimeScalar } from '../scalars/date-scalars.ts';

export const ProviderEnum = describedEnum<Provider>(
  'Provider',
  'A service whose API the desk uses.',
  {
    TRADIER_SANDBOX: 'Tradier’s sandbox.',
    TRADIER_LIVE: 'Tradier’s production.',
    ORATS: 'ORATS: option prices and Greeks.',
    JUPITER: 'Jupiter: token quotes and swaps.',
    DEXSCREENER: 'DexScreener: token prices.',
    SOLANA: 'The Solana RPC.',
  },
);

@ObjectType('ProviderStep', {
  simpleResolvers: true,
  description: 'One step that must succeed before a provider can be used.',
})
export class ProviderStepType implements ProviderStep {
  @Given(() => String, 'What was tried, and what was found.') text!: string;
  @Given(() => Boolean, 'It succeeded; the first failed step is the last one.') ok!: boolean;
}

@ObjectType('ProviderCheck', {
  simpleResolvers: true,
  description: 'What a provider answered when it was asked with the stored credentials.',
})
export class ProviderCheckType implements ProviderCheck {
  @Given(() => ProviderEnum, 'Who was asked.') provider!: Provider;
  @Given(() => Boolean, 'It answered and accepted the credentials.') ok!: boolean;
  @Given(() => String, 'The outcome in a sentence.') message!: string;
  @Maybe(() => Boolean, 'Whether its prices are delayed; null when it does not say.') delayed!:
    boolean | null;
  @Maybe(() => Int, 'Milliseconds until it answered; null when it did not.') latencyMs!:
    number | null;
  @Given(() => DateTimeScalar, 'When it was asked.') checkedAt!: Date;
  @Given(() => [ProviderStepType], 'How far it went, in the order of asking.')
  steps!: readonly ProviderStepType[];
}
