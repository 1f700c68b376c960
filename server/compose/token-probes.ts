import { SOL_MINT as SOL } from '../domain/token/mint.ts';
import type { DexscreenerPools } from '../adapters/dexscreener/dexscreener-pools.ts';
import { PRICES, readPrice } from '../adapters/jupiter/jupiter-prices.ts';
import type { Probe } from '../adapters/routing/stored-provider-probe.ts';
import type { JsonHost } from '../adapters/wire/json-host.ts';
import type { ProviderStep } from '../ports/provider-probe.ts';

/** The token that every source knows. */

interface Parts {
  /** The client of a user's key, or of the server's; without any key Jupiter serves too. */
  readonly jupiterOf: (
    username: string,
  ) => Promise<{ readonly host: JsonHost; readonly keyed: boolean }>;
  readonly pools: DexscreenerPools;
}

/** Checks what Jupiter says to the stored key, and whether DexScreener answers. */
export function tokenProbes({ jupiterOf, pools }: Parts) {
  const jupiter: Probe = async (username) => {
    const { host, keyed } = await jupiterOf(username);
    const { json, receivedAt } = await host.get(PRICES, { ids: SOL }, 'MARK');
    const { allowed } = host.usage();
    const plan = allowed === null ? '' : `; ${allowed} requests a minute`;
    const reached = `reached ${keyed ? 'and the key is good' : 'without a key'}${plan}`;
    const { value } = readPrice(SOL, [SOL], json, receivedAt);
    return told(reached, value ? `SOL is priced at ${value.price.toFixed()}` : null);
  };
  const dexscreener: Probe = async () => {
    const { value } = await pools.listed(SOL, 'MARK');
    return told('reached', value ? `pools of SOL listed: ${value.length}` : null);
  };
  return { JUPITER: jupiter, DEXSCREENER: dexscreener };
}

/** `found` null: the provider answered without what it must know. */
function told(reached: string, found: string | null) {
  const steps: ProviderStep[] = [
    { text: reached, ok: true },
    { text: found ?? 'it tells nothing of SOL', ok: found !== null },
  ];
  const message = `R${reached.slice(1)}${found ? `; ${found}` : ', but it tells nothing of SOL'}.`;
  return { ok: found !== null, message, delayed: null, steps };
}
