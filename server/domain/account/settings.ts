import { DEFAULT_VENUE, type PaperVenue } from '../venue.ts';
import type { Severity } from './alert.ts';
import { dec, type Decimal } from '../decimal.ts';
import type { FillRule } from '../matching/fill-model.ts';

/** What may be shown of a stored secret: never the secret itself. */
export interface Credential {
  readonly sealed: string | null;
  readonly lastFour: string | null;
}

export interface BrokerAccount extends Credential {
  readonly accountId: string | null;
}

/** Null means no limit. Limits block entries, never exits. */
export interface Limits {
  readonly maxOpenTrades: number | null;
  readonly maxTradesPerDay: number | null;
  readonly maxPerUnderlying: number | null;
  readonly maxPositionCost: Decimal | null;
  readonly maxOrderCost: Decimal | null;
  readonly maxDailyLoss: Decimal | null;
  /** Dollars below the highest running net result of closed trades. */
  readonly maxDrawdown: Decimal | null;
  readonly maxConsecutiveLosses: number | null;
  /** How long entries wait after the last of these losses; null: until the exchange’s next day. */
  readonly lossCooldownMinutes: number | null;
  /** Dollars at work in one underlying or mint. */
  readonly maxExposure: Decimal | null;
  readonly maxSlippagePct: Decimal | null;
  readonly maxPriceImpactPct: Decimal | null;
  readonly minPriceConfidence: number | null;
}

export interface TradeDefaults {
  readonly stopLossPct: Decimal | null;
  readonly takeProfitPct: Decimal | null;
  readonly quantity: Decimal | null;
}

export interface Notifications {
  readonly browser: boolean;
  readonly sound: boolean;
  readonly minSeverity: Severity;
}

export interface UserSettings extends FillRule {
  readonly version: number;
  readonly paperVenue: PaperVenue;
  readonly tradierSandbox: BrokerAccount;
  readonly tradierLive: BrokerAccount;
  readonly oratsToken: Credential;
  readonly jupiterApiKey: Credential;
  readonly wallet: string | null;
  readonly limits: Limits;
  readonly realLimits: Limits;
  readonly defaults: TradeDefaults;
  /** The client's polling interval while its socket is down. */
  readonly pollSeconds: number;
  readonly notifications: Notifications;
  /** IANA name. */
  readonly timeZone: string;
}

const NO_LIMITS: Limits = {
  maxOpenTrades: null,
  maxTradesPerDay: null,
  maxPerUnderlying: null,
  maxPositionCost: null,
  maxOrderCost: null,
  maxDailyLoss: null,
  maxDrawdown: null,
  maxConsecutiveLosses: null,
  lossCooldownMinutes: null,
  maxExposure: null,
  maxSlippagePct: null,
  maxPriceImpactPct: null,
  minPriceConfidence: null,
};

const NO_ACCOUNT: BrokerAccount = { sealed: null, lastFour: null, accountId: null };
const NO_CREDENTIAL: Credential = { sealed: null, lastFour: null };

/** The settings of a new user. */
export const NEW_USER_SETTINGS: UserSettings = {
  version: 1,
  paperVenue: DEFAULT_VENUE,
  fillModel: 'TOUCH',
  fillFit: null,
  tradierSandbox: NO_ACCOUNT,
  tradierLive: NO_ACCOUNT,
  oratsToken: NO_CREDENTIAL,
  jupiterApiKey: NO_CREDENTIAL,
  wallet: null,
  limits: NO_LIMITS,
  realLimits: NO_LIMITS,
  // A new ticket starts with exits: leaving them out should be a decision.
  defaults: { stopLossPct: dec(35), takeProfitPct: dec(60), quantity: dec(1) },
  pollSeconds: 15,
  notifications: { browser: false, sound: false, minSeverity: 'WARNING' },
  timeZone: 'America/New_York',
};
