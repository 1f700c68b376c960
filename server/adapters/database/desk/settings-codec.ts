import {
  NEW_USER_SETTINGS,
  type Limits,
  type TradeDefaults,
  type UserSettings,
} from '../../../domain/account/settings.ts';
import { revive, type Shape } from '../sql/record-shape.ts';

const LIMITS: Shape<Limits> = {
  maxOpenTrades: 'number',
  maxTradesPerDay: 'number',
  maxPerUnderlying: 'number',
  maxPositionCost: 'decimal',
  maxOrderCost: 'decimal',
  maxDailyLoss: 'decimal',
  maxDrawdown: 'decimal',
  maxConsecutiveLosses: 'number',
  lossCooldownMinutes: 'number',
  maxExposure: 'decimal',
  maxSlippagePct: 'decimal',
  maxPriceImpactPct: 'decimal',
  minPriceConfidence: 'number',
};

const DEFAULTS: Shape<TradeDefaults> = {
  stopLossPct: 'decimal',
  takeProfitPct: 'decimal',
  quantity: 'decimal',
};

/** Reads settings written by `JSON.stringify`. A field that did not exist then gets a new user's default. */
export function settingsFromJson(text: string): UserSettings {
  const stored = JSON.parse(text) as Partial<UserSettings>;
  const fresh = NEW_USER_SETTINGS;
  return {
    ...fresh,
    ...stored,
    limits: revive({ ...fresh.limits, ...stored.limits }, LIMITS),
    realLimits: revive({ ...fresh.realLimits, ...stored.realLimits }, LIMITS),
    defaults: revive({ ...fresh.defaults, ...stored.defaults }, DEFAULTS),
    notifications: { ...fresh.notifications, ...stored.notifications },
  };
}
