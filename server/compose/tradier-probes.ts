import type { OratsSnapshots } from '../adapters/orats/orats-snapshots.ts';
import type { Probe } from '../adapters/routing/stored-provider-probe.ts';
import type { TradierCredentials } from '../adapters/routing/tradier-credentials.ts';
import type { TradierClient } from '../adapters/tradier/tradier-client.ts';
import { tradierProfile } from '../adapters/tradier/tradier-profile.ts';
import type { Broker } from '../ports/broker.ts';
import type { ProviderStep } from '../ports/provider-probe.ts';

interface Parts {
  readonly credentials: Pick<TradierCredentials, 'access'>;
  readonly clientOf: (token: string) => TradierClient;
  readonly broker: (username: string) => Promise<Broker | null>;
  /** Its quotes are 15 minutes old. */
  readonly delayed: boolean;
}

/** Checks what the stored credentials reach at one of Tradier's environments. */
export function tradierProbe({ credentials, clientOf, broker, delayed }: Parts): Probe {
  const stopped = (steps: readonly ProviderStep[], why: string) => ({
    ok: false,
    message: `Reached, but ${why}.`,
    delayed,
    steps: [...steps, { text: why, ok: false }],
  });
  return async (username) => {
    const access = await credentials.access(username);
    if (!access) return null;
    const accounts = await tradierProfile(clientOf(access.token));
    const reached: ProviderStep = { text: 'reached; the token is good', ok: true };
    const found = accounts.find(({ account }) => account === access.account);
    if (!access.account) return stopped([reached], 'no account is set: prices only');
    if (!found) {
      const has = accounts.map(({ account }) => account).join(', ') || 'none';
      return stopped([reached], `the profile has no account ${access.account}; it has ${has}`);
    }
    const words = `profile matches account ${[found.account, ...found.words].join(', ')}`;
    const steps = [reached, { text: words, ok: true }];
    if (!found.active) return stopped(steps, 'the account is not active');
    await (await broker(username))?.balances();
    const message = `Reached; ${words}; ${delayed ? 'delayed 15 min' : 'prices are live'}.`;
    const answers: ProviderStep = { text: 'the account’s balances can be read', ok: true };
    return { ok: true, message, delayed, steps: [...steps, answers] };
  };
}

/** Checks what a user's ORATS token reaches. */
export function oratsProbe(
  tokenOf: (username: string) => Promise<string | null>,
  orats: (token: string) => OratsSnapshots,
): Probe {
  return async (username) => {
    const token = await tokenOf(username);
    if (!token) return null;
    const quote = (await orats(token).quotes(['SPY'])).get('SPY');
    const message = quote ? 'Reached; SPY is quoted.' : 'Reached; it has no quote for SPY now.';
    return {
      ok: true,
      message,
      delayed: quote?.delayed ?? true,
      steps: [{ text: message, ok: true }],
    };
  };
}
