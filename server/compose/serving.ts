import { GatedBrokers } from '../adapters/routing/gated-brokers.ts';
import { AccountTurns } from '../adapters/turns/account-turns.ts';
import type { SharedConfig } from '../config/shared-config.ts';
import type { TradingMode } from '../domain/mode.ts';
import type { Leases } from '../ports/leases.ts';
import type { BookDeps } from '../usecases/steps/book-deps.ts';
import { OpeningGate } from '../usecases/steps/opening-gate.ts';
import { SilenceAlerts } from '../usecases/steps/silence-alerts.ts';
import { reconciles } from './faults.ts';

/** Serves each account in its own turn, and sends no order to an account that was not read since the start. */
export function serving<M extends TradingMode>(
  config: SharedConfig,
  deps: BookDeps<M>,
  leases: Leases,
) {
  const { clock, log } = deps;
  const silence = new SilenceAlerts(deps.book, clock);
  const turns = new AccountTurns({
    ...{ leases, log },
    onLate: (lane, account) => silence.late(lane, account),
    onAnswered: (lane, account) => silence.answered(lane, account),
  });
  const gate = reconciles(config) ? new OpeningGate(deps.timers) : undefined;
  const brokers = gate ? new GatedBrokers(deps.brokers, gate) : deps.brokers;
  return { turns, guarded: { ...deps, brokers, turns, gate } };
}
