import { MarketDataUnavailable } from '../../ports/market-data.ts';
import type { Told } from '../../ports/token-market.ts';
import { HostFailure } from './host-failure.ts';

/** What a failed request returns for each thing that it asked for. @throws any other error. */
export function untold(error: unknown, receivedAt: Date): Told<never> {
  if (!(error instanceof HostFailure)) throw error;
  if (error.isPutOff) return { value: null, why: 'PUT_OFF', receivedAt };
  const why = error.kind === 'UNREADABLE' ? 'MALFORMED' : 'SILENT';
  return { value: null, why, receivedAt };
}

/** @throws {MarketDataUnavailable} in place of a host's failure. */
export function unavailable(error: unknown): never {
  if (!(error instanceof HostFailure)) throw error;
  throw new MarketDataUnavailable(error.message, error.isPutOff);
}
