import type { Username } from '../../domain/ids.ts';
import type { StopStrategy } from './stop-strategy.ts';

/**
 * Strategies stop before the arming ends, so that none is left that enters when the user arms anew, wherever this
 * is cut off; and after it, because one may have been started in between.
 */
export async function stopAround(
  stop: StopStrategy,
  username: Username,
  by: { readonly actor: string },
  disarm: () => Promise<void>,
): Promise<void> {
  const end = () => stop.endAll('REAL', username, { ...by, why: 'REAL was disarmed' });
  const before = await end();
  await disarm();
  await stop.cancelAll('REAL', [...before, ...(await end())]);
}
