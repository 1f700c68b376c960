import {
  NEW_USER_SETTINGS,
  type BrokerAccount,
  type Credential,
  type Limits,
  type TradeDefaults,
  type UserSettings,
} from '../../domain/account/settings.ts';
import { badInput } from '../../domain/refusal.ts';
import type { Vault } from '../../ports/vault.ts';
import type { BrokerAccountPatch, SettingsPatch } from './settings-patch.ts';

const LONGEST_SECRET = 2_000;
const NO_CREDENTIAL: Credential = { sealed: null, lastFour: null };

/**
 * Settings with a patch applied; `checkSettings` checks the values.
 * @throws {Refusal} BAD_USER_INPUT for a credential that no request could carry.
 */
export function applySettingsPatch(
  settings: UserSettings,
  patch: SettingsPatch,
  vault: Vault,
): UserSettings {
  const fresh = NEW_USER_SETTINGS;
  const secret = (field: string, now: Credential, text: string | null | undefined): Credential =>
    text === undefined ? now : sealedCredential(field, text, vault);
  const account = (field: 'tradierSandbox' | 'tradierLive'): BrokerAccount => {
    const wanted: BrokerAccountPatch | null | undefined = patch[field];
    const now = wanted === null ? fresh[field] : settings[field];
    const { sealed, lastFour } = secret(`input.${field}.token`, now, wanted?.token);
    return { sealed, lastFour, accountId: patched(now.accountId, wanted?.accountId) };
  };
  const { oratsToken, jupiterApiKey } = patch;
  return {
    version: settings.version,
    paperVenue: patched(settings.paperVenue, patch.paperVenue, fresh.paperVenue),
    fillModel: patched(settings.fillModel, patch.fillModel, fresh.fillModel),
    fillFit: patch.fillModel === undefined ? settings.fillFit : null,
    tradierSandbox: account('tradierSandbox'),
    tradierLive: account('tradierLive'),
    oratsToken: secret('input.oratsToken', settings.oratsToken, oratsToken),
    jupiterApiKey: secret('input.jupiterApiKey', settings.jupiterApiKey, jupiterApiKey),
    wallet: patched(settings.wallet, patch.wallet, null),
    limits: patchedGroup<Limits>(settings.limits, patch.limits, fresh.limits),
    realLimits: patchedGroup<Limits>(settings.realLimits, patch.realLimits, fresh.realLimits),
    defaults: patchedGroup<TradeDefaults>(settings.defaults, patch.defaults, fresh.defaults),
    pollSeconds: patched(settings.pollSeconds, patch.pollSeconds, fresh.pollSeconds),
    notifications: patchedGroup(settings.notifications, patch.notifications, fresh.notifications),
    timeZone: patched(settings.timeZone, patch.timeZone, fresh.timeZone),
  };
}

function patched<T>(now: T, wanted: T | null | undefined, cleared?: T): T {
  if (wanted === undefined) return now;
  return wanted ?? cleared ?? (null as T);
}

type GroupPatch<T> = { readonly [K in keyof T]?: T[K] | null };

function patchedGroup<T extends object>(
  now: T,
  wanted: GroupPatch<T> | null | undefined,
  cleared: T,
): T {
  if (wanted === undefined) return now;
  if (wanted === null) return cleared;
  const keys = Object.keys(cleared) as (keyof T)[];
  const entries = keys.map((key) => [key, patched(now[key], wanted[key], cleared[key])]);
  return Object.fromEntries(entries) as T;
}

function sealedCredential(field: string, text: string | null, vault: Vault): Credential {
  if (text === null) return NO_CREDENTIAL;
  // Visible ASCII, because it travels in an HTTP header or a URL.
  if (!/^[\x21-\x7e]+$/.test(text) || text.length > LONGEST_SECRET) {
    throw badInput(field, 'A credential is text without spaces');
  }
  return { sealed: vault.seal(text), lastFour: text.length > 4 ? text.slice(-4) : null };
}
