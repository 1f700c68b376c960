import { NEW_USER_SETTINGS, type UserSettings } from '../../../server/domain/account/settings.ts';
import { StaleSettings, type SettingsStore } from '../../../server/ports/desk.ts';

/** Settings in memory that the test can change at will. */
export class MemorySettings implements SettingsStore {
  readonly #stored = new Map<string, UserSettings>();

  constructor(private readonly start: Partial<UserSettings> = {}) {}

  async of(username: string): Promise<UserSettings> {
    return this.#stored.get(username) ?? { ...NEW_USER_SETTINGS, ...this.start };
  }

  async put(username: string, expectedVersion: number, next: UserSettings): Promise<UserSettings> {
    const current = await this.of(username);
    if (current.version !== expectedVersion) throw new StaleSettings(current);
    const stored = { ...next, version: expectedVersion + 1 };
    this.#stored.set(username, stored);
    return stored;
  }

  async change(username: string, change: Partial<UserSettings>): Promise<void> {
    const current = await this.of(username);
    await this.put(username, current.version, { ...current, ...change });
  }
}
