import type { Limits, TradeDefaults } from '../../domain/account/settings.ts';
import type { PaperVenue } from '../../domain/venue.ts';
import type { Severity } from '../../domain/account/alert.ts';
import type { FillModel } from '../../domain/matching/fill-model.ts';

export interface BrokerAccountPatch {
  readonly token?: string | null;
  readonly accountId?: string | null;
}

/** An undefined field, at any depth, stays as it is; null clears it or restores a new user's value. */
export interface SettingsPatch {
  readonly expectedVersion: number;
  readonly paperVenue?: PaperVenue | null;
  readonly fillModel?: FillModel | null;
  readonly tradierSandbox?: BrokerAccountPatch | null;
  readonly tradierLive?: BrokerAccountPatch | null;
  readonly oratsToken?: string | null;
  readonly jupiterApiKey?: string | null;
  readonly wallet?: string | null;
  readonly limits?: Partial<Limits> | null;
  readonly realLimits?: Partial<Limits> | null;
  readonly defaults?: Partial<TradeDefaults> | null;
  readonly pollSeconds?: number | null;
  readonly notifications?: {
    readonly browser?: boolean | null;
    readonly sound?: boolean | null;
    readonly minSeverity?: Severity | null;
  } | null;
  readonly timeZone?: string | null;
}
