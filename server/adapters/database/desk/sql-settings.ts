import type { Username } from '../../../domain/ids.ts';
import type { Knex } from 'knex';
import { NEW_USER_SETTINGS, type UserSettings } from '../../../domain/account/settings.ts';
import { StaleSettings, type SettingsStore } from '../../../ports/desk.ts';
import { actingFor } from '../sql/dialect.ts';
import { settingsFromJson } from './settings-codec.ts';
import { nameKey } from './user-row.ts';

interface SettingsRow {
  username_key: string;
  version: number;
  document: string;
}

/** One document per user, replaced as a whole when its version is the expected one. */
export class SqlSettings implements SettingsStore {
  constructor(private readonly knex: Knex) {}

  async of(username: Username): Promise<UserSettings> {
    const row = await this.#rowsOf(username).where('username_key', nameKey(username)).first();
    return row ? settingsFromJson(row.document) : NEW_USER_SETTINGS;
  }

  async put(
    username: Username,
    expectedVersion: number,
    next: UserSettings,
  ): Promise<UserSettings> {
    const stored = { ...next, version: expectedVersion + 1 };
    const row: SettingsRow = {
      username_key: nameKey(username),
      version: stored.version,
      document: JSON.stringify(stored),
    };
    const isFirst = expectedVersion === NEW_USER_SETTINGS.version;
    const done =
      (await this.#replaced(username, row, expectedVersion)) ||
      (isFirst && (await this.#added(username, row)));
    if (!done) throw new StaleSettings(await this.of(username));
    return settingsFromJson(row.document);
  }

  async #replaced(username: Username, row: SettingsRow, expectedVersion: number): Promise<boolean> {
    const { username_key } = row;
    const expected = { username_key, version: expectedVersion };
    return (await this.#rowsOf(username).where(expected).update(row)) > 0;
  }

  async #added(username: Username, row: SettingsRow): Promise<boolean> {
    const rows = await this.#rowsOf(username)
      .insert(row)
      .onConflict('username_key')
      .ignore()
      .returning('username_key');
    return rows.length > 0;
  }

  #rowsOf(username: Username): Knex.QueryBuilder<SettingsRow, SettingsRow[]> {
    return actingFor(this.knex, { username })<SettingsRow>('settings');
  }
}
