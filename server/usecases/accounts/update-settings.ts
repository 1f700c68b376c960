import { DEFAULT_VENUE } from '../../domain/venue.ts';
import type { UserSettings } from '../../domain/account/settings.ts';
import type { User } from '../../domain/account/user.ts';
import { badInput, Refusal } from '../../domain/refusal.ts';
import { StaleSettings, type SettingsStore } from '../../ports/desk.ts';
import type { Vault } from '../../ports/vault.ts';
import { applySettingsPatch } from './apply-settings-patch.ts';
import { checkSettings } from './check-settings.ts';
import type { SettingsPatch } from './settings-patch.ts';

/** Changes some of a user's settings. Credentials are stored as given; no provider is asked. */
export class UpdateSettings {
  constructor(
    private readonly store: SettingsStore,
    private readonly vault: Vault,
  ) {}

  /** @throws {Refusal} BAD_USER_INPUT with the setting's path, CONFLICT with the current settings. */
  async execute(user: User, patch: SettingsPatch): Promise<UserSettings> {
    const settings = await this.store.of(user.username);
    if (settings.version !== patch.expectedVersion) throw conflict(settings);
    const next = applySettingsPatch(settings, patch, this.vault);
    checkSettings(next);
    if (user.demo && next.paperVenue !== DEFAULT_VENUE) {
      throw badInput('input.paperVenue', 'A demo trades at the simulated venue only');
    }
    try {
      return await this.store.put(user.username, patch.expectedVersion, next);
    } catch (error) {
      if (error instanceof StaleSettings) throw conflict(error.current);
      throw error;
    }
  }
}

function conflict(current: UserSettings): Refusal {
  return new Refusal('CONFLICT', 'The settings were changed elsewhere', { current });
}
