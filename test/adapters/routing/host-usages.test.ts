import { describe, expect, it } from 'vitest';
import { HostUsages, type Meter } from '../../../server/adapters/routing/host-usages.ts';
import { UserCredentials } from '../../../server/adapters/routing/user-credentials.ts';
import { NEW_USER_SETTINGS } from '../../../server/domain/account/settings.ts';
import type { Users } from '../../../server/ports/desk.ts';
import { SealBroken } from '../../../server/ports/vault.ts';
import { FakeClock } from '../../support/fakes/fake-clock.ts';
import { MemorySettings } from '../../support/fakes/memory-settings.ts';

const meter = (provider: Meter['provider'], counted: Meter['counted'], used: number): Meter => ({
  ...{ provider, counted },
  host: {
    ...(counted === 'SWAPS' ? {} : { allowance: 60 }),
    usage: () => ({ used, putOff: 2, endsInMs: used === 9 ? null : 20_000 }),
  },
});

function scene() {
  const clock = new FakeClock();
  const usages = new HostUsages(
    { seesServers: async (username) => username === 'root' },
    {
      own: async (username) => (username === 'bob' ? [] : [meter('JUPITER', 'READS', 8)]),
      servers: [
        ...[meter('JUPITER', 'READS', 22), meter('JUPITER', 'SWAPS', 1)],
        ...[meter('DEXSCREENER', 'READS', 18), meter('SOLANA', 'CALLS', 9)],
      ],
    },
    clock,
  );
  return { usages, clock };
}

describe('budgets of the sources', () => {
  it('show a user their own key’s, and only an ADMIN the server’s', async () => {
    const { usages } = scene();
    const of = async (username: string) =>
      (await usages.of(username)).map((each) => [
        ...[each.provider, each.counted, each.serverWide, each.used],
      ]);
    expect(await of('ada')).toEqual([['JUPITER', 'READS', false, 8]]);
    expect(await of('bob')).toEqual([]);
    expect(await of('root')).toEqual([
      ['JUPITER', 'READS', false, 8],
      ['JUPITER', 'READS', true, 22],
      ['JUPITER', 'SWAPS', true, 1],
      ['DEXSCREENER', 'READS', true, 18],
      ['SOLANA', 'CALLS', true, 9],
    ]);
  });

  it('name an allowance only where one is kept within, and an end only where one is known', async () => {
    const { usages, clock } = scene();
    const [own, , swaps, , solana] = await usages.of('root');
    const resetsAt = new Date(clock.now().getTime() + 20_000);
    expect(own).toMatchObject({ allowance: 60, putOff: 2, resetsAt });
    expect([swaps?.allowance, solana?.allowance, solana?.resetsAt]).toEqual([null, 60, null]);
  });
});

it('a user’s own key for Jupiter is left out where it cannot be opened', async () => {
  const settings = new MemorySettings();
  await settings.change('ada', {
    jupiterApiKey: { ...NEW_USER_SETTINGS.jupiterApiKey, sealed: 'adas key' },
  });
  const users = { byName: async () => null } as unknown as Users;
  const server = { tradierSandboxToken: null, tradierSandboxAccount: null, oratsToken: null };
  const keysBy = (open: (sealed: string) => string) => {
    const vault = { seal: (secret: string) => secret, open };
    return new UserCredentials(settings, users, vault, server).ownJupiter('ada');
  };
  expect(await keysBy((sealed) => sealed)).toEqual(['adas key']);
  const broken = () => {
    throw new SealBroken('Sealed with another key');
  };
  expect(await keysBy(broken)).toEqual([]);
});
