import { pythHost } from '../adapters/pyth/pyth-host.ts';
import { PythPrices } from '../adapters/pyth/pyth-prices.ts';
import type { SharedConfig } from '../config/shared-config.ts';
import { ProviderHealth } from '../loops/provider-health.ts';
import type { TokenOracle } from '../ports/token-market.ts';
import type { Shared } from './shared.ts';

const NONE: TokenOracle = { oraclePrices: async () => new Map() };

/** Pyth where the desk may ask it; else an oracle without prices, whose silence is not reported. */
export function composeOracle(
  { pyth }: Pick<SharedConfig, 'pyth'>,
  { clock, log }: Pick<Shared, 'clock' | 'log'>,
) {
  if (!pyth) return { oracle: NONE, host: null, providers: [] };
  const pulse = new ProviderHealth('Pyth', clock);
  const host = pythHost({ baseUrl: pyth.url, secret: pyth.apiKey, clock, log, pulse });
  return { oracle: new PythPrices(host, clock), host, providers: [pulse] };
}
