import type { AssetClass } from '../../domain/instrument/instrument.ts';
import { instrumentOf } from '../../domain/bars/instrument-of.ts';
import { venueFor } from '../../domain/trade/venue-for.ts';
import type { Actor } from '../../ports/trading-system.ts';
import { paperVenueOf } from '../steps/venue-of.ts';
import type { RunDeps } from './run-deps.ts';

/** Where a user's prices of a symbol come from. */
export interface SymbolMarket {
  readonly assetClass: AssetClass;
  /** The name of the source, the same for all users whose prices are the same. */
  readonly source: string;
  /** The market keeps the exchange's hours. */
  readonly hours: boolean;
}

export async function marketOf(
  { mode, settings }: Pick<RunDeps, 'mode' | 'settings'>,
  actor: Actor,
  symbol: string,
): Promise<SymbolMarket> {
  const { assetClass } = instrumentOf(symbol);
  if (assetClass === 'TOKEN')
    return { assetClass, source: actor.demo ? 'SIMULATED TOKENS' : 'TOKENS', hours: false };
  const source = venueFor(mode, assetClass, await paperVenueOf(settings, actor));
  return { assetClass, source, hours: source !== 'SIMULATED' };
}
