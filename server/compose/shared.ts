import type { KillSwitchLevel } from '../domain/account/account.ts';
import type { OnUnlistedMove } from '../domain/trade/trade-draft.ts';
import type { Clock } from '../ports/clock.ts';
import type { Timers } from '../ports/timers.ts';
import type { SettingsStore, Users } from '../ports/desk.ts';
import type { EventFeed } from '../ports/event-feed.ts';
import type { Ids } from '../ports/ids.ts';
import type { Log } from '../ports/log.ts';
import type { Mandates } from '../ports/mandates.ts';

/** What both books share: time, users, settings, and nothing that could place an order. */
export interface Shared {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly ids: Ids;
  readonly log: Log;
  readonly users: Users;
  readonly settings: SettingsStore;
  readonly mandates: Mandates;
  readonly feed: EventFeed;
  readonly deskHalt: () => KillSwitchLevel;
  readonly onUnlistedMove: OnUnlistedMove;
  readonly about: { readonly version: string; readonly testClock: boolean };
}
