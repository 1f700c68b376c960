import {
  mandatedStrategy,
  refusedBy,
  symbolsOfStrategy,
} from '../../domain/account/mandate-checks.ts';
import type { Mandate } from '../../domain/account/mandate.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { SavedStrategy } from '../../domain/strategy/saved-strategy.ts';
import type { StrategyRun } from '../../domain/strategy/strategy-run.ts';
import type { Actor } from '../../ports/trading-system.ts';
import { mandateNow, type MandateDeps } from '../steps/mandate-gate.ts';

/** @throws {Refusal} FORBIDDEN where a mandate does not cover a strategy's symbols or its budget. */
export function checkStrategy(
  mandate: Mandate | null,
  strategy: Pick<SavedStrategy, 'symbols' | 'budget'>,
): void {
  const refusal = mandate && refusedBy(mandatedStrategy(mandate, strategy));
  if (refusal) throw refusal;
}

/**
 * Checks that the caller may stop or demote a strategy: its symbols are in the mandate, or the token started it.
 * @throws {Refusal} FORBIDDEN, UNAUTHENTICATED
 */
export async function admitStrategy(
  deps: MandateDeps,
  actor: Pick<Actor, 'tokenId'>,
  { symbols }: Pick<SavedStrategy, 'symbols'>,
  run: Pick<StrategyRun, 'boundBy'> | null = null,
): Promise<void> {
  const mandate = await mandateNow(deps, actor);
  const isOwn = run !== null && run.boundBy !== null && run.boundBy === actor.tokenId;
  const refusal = mandate && !isOwn && refusedBy(symbolsOfStrategy(mandate, symbols));
  if (refusal) throw refusal;
}

/**
 * Checks that the caller may change a strategy while these runs of it go on: a bound token may not change one whose
 * run another actor started. @throws {Refusal} FORBIDDEN
 */
export function checkRunning(
  mandate: Mandate | null,
  { tokenId }: Pick<Actor, 'tokenId'>,
  running: readonly Pick<StrategyRun, 'boundBy'>[],
): void {
  if (!mandate || running.every(({ boundBy }) => boundBy === tokenId)) return;
  const message = 'Mandate: the strategy runs, and this token did not start it.';
  throw new Refusal('FORBIDDEN', message, { rule: 'MANDATE_STRATEGY' });
}
