import { describe, expect, it, type TestContext } from 'vitest';
import { dexscreenerHost } from '../../server/adapters/dexscreener/dexscreener-host.ts';
import { DexscreenerPools } from '../../server/adapters/dexscreener/dexscreener-pools.ts';
import { JupiterClients } from '../../server/adapters/jupiter/jupiter-clients.ts';
import { StoredProviderProbe } from '../../server/adapters/routing/stored-provider-probe.ts';
import { tokenProbes } from '../../server/compose/token-probes.ts';
import { HandClock } from '../support/desks/venue-account.ts';
import { MemoryLog } from '../support/fakes/memory-log.ts';
import { DexscreenerEmulator } from '../venues/dexscreener-emulator.ts';
import { JupiterEmulator } from '../venues/jupiter-emulator.ts';
import { CLOUDFLARE } from '../venues/tokens/dexscreener-wire.ts';
import { SOL } from '../venues/tokens/emulated-token.ts';

async function scene({ onTestFinished }: Pick<TestContext, 'onTestFinished'>) {
  const [jupiter, dexscreener] = [await JupiterEmulator.start(), await DexscreenerEmulator.start()];
  onTestFinished(async () => {
    await jupiter.close();
    await dexscreener.close();
  });
  const shared = { clock: new HandClock(), log: new MemoryLog(), timeoutMs: 10_000 };
  const clients = new JupiterClients({ ...shared, baseUrl: jupiter.url });
  const host = dexscreenerHost({ ...shared, baseUrl: dexscreener.url });
  const checkWith = (key: string | null) => {
    const probes = tokenProbes({
      jupiterOf: async () => ({ host: clients.of(key), keyed: key !== null }),
      pools: new DexscreenerPools(host, shared.clock),
    });
    return new StoredProviderProbe(probes, shared.clock);
  };
  return { jupiter, dexscreener, checkWith };
}

describe('a check of Jupiter', () => {
  it('tells that the key is good, what its plan allows, and a price', async (test) => {
    const { jupiter, checkWith } = await scene(test);
    const check = await checkWith(jupiter.key).check('ada', 'JUPITER');
    expect(check).toMatchObject({ ok: true, delayed: null });
    expect(check.message).toBe(
      'Reached and the key is good; 60 requests a minute; SOL is priced at 120.7831.',
    );
    expect(check.steps.map(({ ok }) => ok)).toEqual([true, true]);
  });

  it('works without a key', async (test) => {
    const { checkWith } = await scene(test);
    const check = await checkWith(null).check('ada', 'JUPITER');
    expect(check.message).toContain('Reached without a key; 30 requests a minute');
  });

  it('fails in Jupiter’s words with a bad key, which it does not show', async (test) => {
    const { checkWith } = await scene(test);
    const check = await checkWith('jup_wrong').check('ada', 'JUPITER');
    expect(check).toMatchObject({ ok: false, message: 'Jupiter: 401 Unauthorized' });
    expect(JSON.stringify(check)).not.toContain('jup_wrong');
  });

  it('fails when it answers without a price of SOL', async (test) => {
    const { jupiter, checkWith } = await scene(test);
    jupiter.spoil(SOL, null);
    const check = await checkWith(jupiter.key).check('ada', 'JUPITER');
    expect(check.ok).toBe(false);
    expect(check.steps.at(-1)).toEqual({ text: 'it tells nothing of SOL', ok: false });
  });
});

describe('a check of DexScreener', () => {
  it('tells that it lists pools', async (test) => {
    const { checkWith } = await scene(test);
    const check = await checkWith(null).check('ada', 'DEXSCREENER');
    expect(check).toMatchObject({ ok: true, message: 'Reached; pools of SOL listed: 1.' });
  });

  it('fails when a firewall stands before it', async (test) => {
    const { dexscreener, checkWith } = await scene(test);
    dexscreener.fail(CLOUDFLARE);
    const check = await checkWith(null).check('ada', 'DEXSCREENER');
    expect(check).toMatchObject({ ok: false, message: 'DexScreener: 403 a page' });
  });
});
