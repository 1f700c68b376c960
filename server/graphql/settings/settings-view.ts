import type { Credential, UserSettings } from '../../domain/account/settings.ts';
import { fillVersion } from '../../domain/matching/fill-model.ts';
import type { UserSettingsType } from './settings.types.ts';

/** Settings as shown, without the sealed credentials. */
export function settingsView(settings: UserSettings): UserSettingsType {
  const { tradierSandbox, tradierLive } = settings;
  return {
    ...settings,
    fillModelVersion: fillVersion(settings),
    tradierSandbox: { ...shown(tradierSandbox), accountId: tradierSandbox.accountId },
    tradierLive: { ...shown(tradierLive), accountId: tradierLive.accountId },
    oratsToken: shown(settings.oratsToken),
    jupiterApiKey: shown(settings.jupiterApiKey),
  };
}

function shown({ sealed, lastFour }: Credential): { configured: boolean; lastFour: string | null } {
  return { configured: sealed !== null, lastFour };
}
