import { DEFAULT_VENUE } from '../../domain/venue.ts';
import type { BrokerAccount, UserSettings } from '../../domain/account/settings.ts';
import type { User } from '../../domain/account/user.ts';
import type { Username } from '../../domain/ids.ts';
import { badInput, Refusal } from '../../domain/refusal.ts';
import { StaleSettings, type SettingsStore } from '../../ports/desk.ts';
import type { FillCalibrations } from '../../ports/fill-calibrations.ts';
import type { Vault } from '../../ports/vault.ts';
import { describeDoubt } from '../../domain/statistics/describe-calibration.ts';
import { applySettingsPatch } from './apply-settings-patch.ts';
import { checkSettings } from './check-settings.ts';
import type { SettingsPatch } from './settings-patch.ts';

/** Changes some of a user's settings. Credentials are stored as given; no provider is asked. */
export class UpdateSettings {
  constructor(
    private readonly store: SettingsStore,
    private readonly vault: Vault,
    /** Ends the user's arming, which was given for the earlier credentials of real money. */
    private readonly disarm: (username: Username) => Promise<void>,
    private readonly calibrations: FillCalibrations,
  ) {}

  /** @throws {Refusal} BAD_USER_INPUT with the setting's path, CONFLICT with the current settings. */
  async execute(user: User, patch: SettingsPatch): Promise<UserSettings> {
    const settings = await this.store.of(user.username);
    if (settings.version !== patch.expectedVersion) throw conflict(settings);
    const changed = applySettingsPatch(settings, patch, this.vault);
    const next = patch.fillModel === 'CALIBRATED' ? await this.#calibrated(user, changed) : changed;
    checkSettings(next);
    if (user.demo && next.paperVenue !== DEFAULT_VENUE) {
      throw badInput('input.paperVenue', 'A demo trades at the simulated venue only');
    }
    const disarms =
      !isSame(settings.tradierLive, next.tradierLive) || settings.wallet !== next.wallet;
    // Disarms before, as an arming proved the old credentials, and after, as they may have armed in between.
    if (disarms) await this.disarm(user.username);
    try {
      const stored = await this.store.put(user.username, patch.expectedVersion, next);
      if (disarms) await this.disarm(user.username);
      return stored;
    } catch (error) {
      if (error instanceof StaleSettings) throw conflict(error.current);
      throw error;
    }
  }

  /** The settings with the fit of this moment, which stays until the model is chosen again. */
  async #calibrated({ username }: User, settings: UserSettings): Promise<UserSettings> {
    const calibration = await this.calibrations.of(username);
    const why = describeDoubt(calibration);
    if (why !== null) throw badInput('input.fillModel', `CALIBRATED is not offered. ${why}`);
    return { ...settings, fillFit: calibration.fit };
  }
}

function isSame(one: BrokerAccount, other: BrokerAccount): boolean {
  return one.sealed === other.sealed && one.accountId === other.accountId;
}

function conflict(current: UserSettings): Refusal {
  return new Refusal('CONFLICT', 'The settings were changed elsewhere', { current });
}
