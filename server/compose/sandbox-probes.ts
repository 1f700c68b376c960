import type { OratsSnapshots } from '../adapters/orats/orats-snapshots.ts';
import type { Probe } from '../adapters/routing/stored-provider-probe.ts';
import type { UserCredentials } from '../adapters/routing/user-credentials.ts';
import type { TradierClient } from '../adapters/tradier/tradier-client.ts';
import { tradierProfile } from '../adapters/tradier/tradier-profile.ts';
import type { Broker } from '../ports/broker.ts';
import type { ProviderStep } from '../ports/provider-probe.ts';

interface Parts {
  readonly credentials: UserCredentials;
  readonly clientOf: (token: string) => TradierClient;
  readonly broker: (username: string) => Promise<Broker | null>;
  readonly orats: (token: string) => OratsSnapshots;
}

/** Checks what the stored credentials reach at each provider. */
export function sandboxProbes({ credentials, clientOf, broker, orats }: Parts) {
  const tradier: Probe = async (username) => {
    const access = await credentials.tradierSandbox(username);
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
    const message = `Reached; ${words}; delayed 15 min.`;
    const answers: ProviderStep = { text: 'the account’s balances can be read', ok: true };
    return { ok: true, message, delayed: true, steps: [...steps, answers] };
  };
  const snapshots: Probe = async (username) => {
    const token = await credentials.orats(username);
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
  return { TRADIER_SANDBOX: tradier, ORATS: snapshots };
}

function stopped(steps: readonly ProviderStep[], why: string) {
  return {
    ok: false,
    message: `Reached, but ${why}.`,
    delayed: true,
    steps: [...steps, { text: why, ok: false }],
  };
}
