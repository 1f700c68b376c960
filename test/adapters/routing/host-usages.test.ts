import { expect, it } from 'vitest';
import { HostUsages, type MeteredHost } from '../../../server/adapters/routing/host-usages.ts';
import { UserCredentials } from '../../../server/adapters/routing/user-credentials.ts';
import { NEW_USER_SETTINGS } from '../../../server/domain/account/settings.ts';
import type { Users } from '../../../server/ports/desk.ts';
import { SealBroken } from '../../../server/ports/vault.ts';
import { FakeClock } from '../../support/fakes/fake-clock.ts';
import { MemorySettings } from '../../support/fakes/memory-settings.ts';

const NO_SERVER = { tradierSandboxToken: null, tradierSandboxAccount: null, oratsToken: null };
const role = (username: string) => ({ role: username === 'root' ? 'ADMIN' : 'USER' });

async function scene(open = (sealed: string) => sealed) {
  const settings = new MemorySettings();
  for (const name of ['ada', 'root'])
    await settings.change(name, {
      jupiterApiKey: { ...NEW_USER_SETTINGS.jupiterApiKey, sealed: `${name}s key` },
    });
  const users = { byName: async (name: string) => role(name) } as unknown as Users;
  const clock = new FakeClock();
  const host = (used: number, endsInMs: number | null = null): MeteredHost => ({
    allowance: 60,
    usage: () => ({ used, allowed: null, putOff: 2, endsInMs }),
  });
  const credentials = new UserCredentials(
    settings,
    users,
    { seal: (secret) => secret, open },
    NO_SERVER,
  );
  const usages = new HostUsages(
    credentials,
    {
      jupiterOf: (key) => host(key.length, 20_000),
      servers: [
        { provider: 'JUPITER', host: host(22) },
        { provider: 'DEXSCREENER', host: host(18) },
      ],
    },
    clock,
  );
  return { usages, clock };
}

it('budgets of the sources show a user their own key’s, and only an ADMIN the server’s', async () => {
  const { usages, clock } = await scene();
  const of = async (username: string) =>
    (await usages.of(username)).map((each) => [each.provider, each.serverWide, each.used]);
  expect(await of('ada')).toEqual([['JUPITER', false, 8]]);
  expect(await of('bob')).toEqual([]);
  expect(await of('root')).toEqual([
    ['JUPITER', false, 9],
    ['JUPITER', true, 22],
    ['DEXSCREENER', true, 18],
  ]);
  const [own] = await usages.of('ada');
  const resetsAt = new Date(clock.now().getTime() + 20_000);
  expect(own).toMatchObject({ counted: 'READS', allowance: 60, putOff: 2, resetsAt });
});

it('budgets of the sources leave out a key that cannot be opened', async () => {
  const { usages } = await scene(() => {
    throw new SealBroken('Sealed with another key');
  });
  expect((await usages.of('root')).map(({ serverWide }) => serverWide)).toEqual([true, true]);
});
