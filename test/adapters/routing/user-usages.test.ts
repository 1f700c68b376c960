import { expect, it } from 'vitest';
import { UserCredentials } from '../../../server/adapters/routing/user-credentials.ts';
import { UserUsages } from '../../../server/adapters/routing/user-usages.ts';
import { SealBroken } from '../../../server/ports/vault.ts';
import { NEW_USER_SETTINGS } from '../../../server/domain/account/settings.ts';
import type { Users } from '../../../server/ports/desk.ts';
import { MemorySettings } from '../../support/fakes/memory-settings.ts';

const SERVER = { tradierSandboxToken: null, tradierSandboxAccount: null, oratsToken: 'servers' };
const plain = { seal: (secret: string) => secret, open: (sealed: string) => sealed };
const role = (username: string) => ({ role: username === 'root' ? 'ADMIN' : 'USER' });

it('usages show a user their own tokens, and only an ADMIN the server’s', async () => {
  const settings = new MemorySettings();
  const own = { ...NEW_USER_SETTINGS.oratsToken, sealed: 'adas' };
  await settings.change('ada', { oratsToken: own });
  const users = { byName: async (name: string) => role(name) } as unknown as Users;
  const usages = new UserUsages(new UserCredentials(settings, users, plain, SERVER), {
    ORATS: async (token) => [
      { counted: token, used: 7, allowance: null, putOff: 0, resetsAt: null },
    ],
  });
  const tokensOf = async (username: string) =>
    (await usages.of(username)).map(({ counted, serverWide }) => [counted, serverWide]);
  expect(await tokensOf('ada')).toEqual([['adas', false]]);
  expect(await tokensOf('bob')).toEqual([]);
  expect(await tokensOf('root')).toEqual([['servers', true]]);
});

it('usages show the other tokens when one cannot be opened', async () => {
  const settings = new MemorySettings();
  const { oratsToken, tradierSandbox } = NEW_USER_SETTINGS;
  await settings.change('ada', {
    oratsToken: { ...oratsToken, sealed: 'of an older key' },
    tradierSandbox: { ...tradierSandbox, sealed: 'adas' },
  });
  const open = (sealed: string) => {
    if (sealed === 'of an older key') throw new SealBroken('Sealed with another key');
    return sealed;
  };
  const users = { byName: async (name: string) => role(name) } as unknown as Users;
  const meter = async (token: string) => [
    { counted: token, used: 1, allowance: null, putOff: 0, resetsAt: null },
  ];
  const usages = new UserUsages(new UserCredentials(settings, users, { ...plain, open }, SERVER), {
    ORATS: meter,
    TRADIER_SANDBOX: meter,
  });
  expect((await usages.of('ada')).map(({ counted }) => counted)).toEqual(['adas']);
});
