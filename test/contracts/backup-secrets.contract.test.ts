import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { SqlSettings } from '../../server/adapters/database/desk/sql-settings.ts';
import { AesVault } from '../../server/adapters/vault/aes-vault.ts';
import { NEW_USER_SETTINGS, type UserSettings } from '../../server/domain/account/settings.ts';
import { databases } from '../support/databases/databases.ts';
import { usingStores } from '../support/databases/using-stores.ts';

const SECRETS = { live: 'live-token-of-ada-Zx81', orats: 'orats-token-of-ada-Qy72' };
const vault = new AesVault('the secret of the first server, long');
const otherVault = new AesVault('the secret of another server, as long');

const { made: madeOn } = usingStores();

describe.each(databases())('sealed credentials in a backup on %s', (_, open) => {
  const made = () => madeOn(open);

  const settings: UserSettings = {
    ...NEW_USER_SETTINGS,
    tradierLive: { sealed: vault.seal(SECRETS.live), lastFour: 'Zx81', accountId: 'ACC-1' },
    oratsToken: { sealed: vault.seal(SECRETS.orats), lastFour: 'Qy72' },
    pollSeconds: 20,
  };

  async function withSettings() {
    const all = await made();
    const stored = await new SqlSettings(all.parts.desk.knex).put('ada', 1, settings);
    return { ...(await all.write()), stored };
  }

  it('are in no clear text, and in no row of the settings', async () => {
    const { file } = await withSettings();
    const text = gunzipSync(readFileSync(file)).toString();
    for (const secret of Object.values(SECRETS)) {
      expect(text).not.toContain(secret);
      expect(text).not.toContain(Buffer.from(secret).toString('base64'));
    }
    const sealed = text.split('\n').filter((line) => line.includes('v1.'));
    expect(sealed).toHaveLength(2);
    expect(sealed.every((line) => /^\["ada","(tradierLive|oratsToken)","v1\./.test(line))).toBe(
      true,
    );
  });

  it('stay as they were under the same key', async () => {
    const { file, stateHash, stored } = await withSettings();
    const there = await made();
    expect((await there.restore(file, 'desk', vault)).lost).toEqual([]);
    expect(await new SqlSettings(there.parts.desk.knex).of('ada')).toEqual(stored);
    expect((await there.write()).stateHash).toBe(stateHash);
  });

  it('are named and left unset under another key, and the state is the same', async () => {
    const { file, stateHash, stored } = await withSettings();
    const there = await made();
    expect((await there.restore(file, 'desk', otherVault)).lost).toEqual([
      { user: 'ada', name: 'oratsToken' },
      { user: 'ada', name: 'tradierLive' },
    ]);
    expect(await new SqlSettings(there.parts.desk.knex).of('ada')).toEqual({
      ...stored,
      tradierLive: { sealed: null, lastFour: null, accountId: 'ACC-1' },
      oratsToken: { sealed: null, lastFour: null },
    });
    expect((await there.write()).stateHash).toBe(stateHash);
  });

  it('change no state hash by being entered anew', async () => {
    const all = await made();
    const store = new SqlSettings(all.parts.desk.knex);
    await store.put('ada', 1, settings);
    const { stateHash } = await all.write();
    const again = { ...settings.oratsToken, sealed: vault.seal(SECRETS.orats) };
    const document = JSON.stringify({ ...settings, version: 2, oratsToken: again });
    await all.parts.desk.knex('settings').update({ document });
    expect((await all.write()).stateHash).toBe(stateHash);
    await all.parts.desk
      .knex('settings')
      .update({ document: JSON.stringify({ ...settings, version: 2, pollSeconds: 5 }) });
    expect((await all.write()).stateHash).not.toBe(stateHash);
  });

  it('leave nothing of sessions and API tokens in the file', async () => {
    const all = await made();
    const { knex } = all.parts.desk;
    const created = { user_id: 'u1', created_at: 1, last_used_at: 1, expires_at: 2 };
    await knex('users').insert({
      ...{ id: 'u1', username: 'ada', username_key: 'ada', password_hash: null },
      ...{ role: 'ADMIN', demo: 0, created_at: 1 },
    });
    await knex('sessions').insert({ id: 's1', token_hash: 'hash-of-a-session', ...created });
    await knex('api_tokens').insert({
      ...{ id: 't1', token_hash: 'hash-of-a-token', name: 'bot', scopes: '["READ"]', ...created },
    });
    const text = gunzipSync(readFileSync((await all.write()).file)).toString();
    expect(text).toContain('"u1"');
    expect(text).not.toContain('hash-of-a');
  });
});
