import type { Limits, TradeDefaults, UserSettings } from '../../domain/account/settings.ts';
import { Decimal } from '../../domain/decimal.ts';
import { badInput } from '../../domain/refusal.ts';

const SHORTEST_POLL = 5;
const LONGEST_POLL = 300;
const ADDRESS = /^[1-9A-HJ-NP-Za-km-z]{32,44}$/;
const ACCOUNT = /^[A-Za-z0-9-]{1,32}$/;

/** @throws {Refusal} BAD_USER_INPUT with the path of the first invalid setting. */
export function checkSettings(settings: UserSettings): void {
  const { pollSeconds, timeZone, wallet, fillModel } = settings;
  if (pollSeconds < SHORTEST_POLL || pollSeconds > LONGEST_POLL) {
    throw badInput('input.pollSeconds', `pollSeconds is ${SHORTEST_POLL} to ${LONGEST_POLL}`);
  }
  if (!isTimeZone(timeZone)) throw badInput('input.timeZone', 'Not an IANA time zone');
  if (wallet !== null && !ADDRESS.test(wallet)) {
    throw badInput('input.wallet', 'Not a Solana address');
  }
  if (fillModel === 'QUOTE') throw badInput('input.fillModel', 'QUOTE is for token fills only');
  for (const field of ['tradierSandbox', 'tradierLive'] as const) {
    const { accountId } = settings[field];
    if (accountId !== null && !ACCOUNT.test(accountId)) {
      throw badInput(`input.${field}.accountId`, 'Not an account number');
    }
  }
  checkLimits('input.limits', settings.limits);
  checkLimits('input.realLimits', settings.realLimits);
  checkDefaults(settings.defaults);
}

function checkLimits(path: string, limits: Limits): void {
  for (const [name, limit] of Object.entries(limits)) {
    if (limit !== null && new Decimal(limit as Decimal | number).lessThan(0)) {
      throw badInput(`${path}.${name}`, 'A limit is not negative; null is no limit');
    }
  }
  if (limits.maxConsecutiveLosses === 0) {
    throw badInput(
      `${path}.maxConsecutiveLosses`,
      'Losses in a row are at least 1; null is no limit',
    );
  }
  if ((limits.minPriceConfidence ?? 0) > 1) {
    throw badInput(`${path}.minPriceConfidence`, 'A confidence is 0 to 1');
  }
}

function checkDefaults(defaults: TradeDefaults): void {
  for (const [name, value] of Object.entries(defaults) as [string, Decimal | null][]) {
    if (value !== null && !value.greaterThan(0)) {
      throw badInput(`input.defaults.${name}`, 'A default is greater than 0; null is none');
    }
  }
  if (defaults.stopLossPct?.greaterThan(100)) {
    throw badInput('input.defaults.stopLossPct', 'A stop lies at most 100 % below the entry');
  }
}

/** Intl accepts offsets such as `+02:00`, but they are not names. */
function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
