import 'reflect-metadata';
import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { SettingsStore } from '../../ports/desk.ts';
import type { FillCalibrations } from '../../ports/fill-calibrations.ts';
import type { ProviderUsages } from '../../ports/provider-usage.ts';
import type { Provider } from '../../ports/provider-probe.ts';
import type { CheckProvider } from '../../usecases/accounts/check-provider.ts';
import type { UpdateSettings } from '../../usecases/accounts/update-settings.ts';
import { userOf, type RequestContext } from '../request/context.ts';
import { ProviderCheckType, ProviderEnum } from './provider-check.types.ts';
import { ProviderUsageType } from './provider-usage.types.ts';
import { settingsView } from './settings-view.ts';
import { UpdateSettingsInput } from './settings.inputs.ts';
import { UserSettingsType } from './settings.types.ts';

export interface SettingsDeps {
  readonly settings: SettingsStore;
  readonly updateSettings: UpdateSettings;
  readonly checkProvider: CheckProvider;
  readonly usages: ProviderUsages;
  readonly calibrations: FillCalibrations;
}

@Resolver()
export class SettingsResolver {
  constructor(private readonly deps: SettingsDeps) {}

  @Query(() => UserSettingsType, { description: 'The caller’s settings.' })
  async settings(@Ctx() context: RequestContext): Promise<UserSettingsType> {
    return settingsView(await this.deps.settings.of(userOf(context).username));
  }

  @Query(() => [ProviderUsageType], {
    description:
      'The requests made to providers with the caller’s own tokens, or with the server’s for an ADMIN, and their allowances.',
  })
  async providerUsage(@Ctx() context: RequestContext): Promise<readonly ProviderUsageType[]> {
    return this.deps.usages.of(userOf(context).username);
  }

  @Mutation(() => UserSettingsType, {
    description: 'Changes settings. Credentials are stored as given; no provider is asked.',
  })
  async updateSettings(
    @Arg('input', () => UpdateSettingsInput, { description: 'What to change.' })
    input: UpdateSettingsInput,
    @Ctx() context: RequestContext,
  ): Promise<UserSettingsType> {
    return settingsView(await this.deps.updateSettings.execute(userOf(context), input));
  }

  @Mutation(() => ProviderCheckType, {
    description: 'Asks a provider with the stored credentials; changes nothing there.',
  })
  checkProvider(
    @Arg('provider', () => ProviderEnum, { description: 'The provider to ask.' })
    provider: Provider,
    @Ctx() context: RequestContext,
  ): Promise<ProviderCheckType> {
    return this.deps.checkProvider.execute(userOf(context), provider);
  }
}
