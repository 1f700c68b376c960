import type { SqlProviderUsage } from '../adapters/database/desk/sql-provider-usage.ts';
import type { SqlLearnedVenueRules } from '../adapters/database/desk/sql-learned-venue-rules.ts';
import type { TradierCredentials } from '../adapters/routing/tradier-credentials.ts';
import type { UserCredentials } from '../adapters/routing/user-credentials.ts';
import type { PaperSide } from '../config/paper-config.ts';
import type { Shared } from './shared.ts';
import { composeTradier } from './tradier.ts';
import { oratsProbe } from './tradier-probes.ts';

interface SandboxParts {
  readonly credentials: UserCredentials;
  readonly lessons: SqlLearnedVenueRules;
  readonly usage: SqlProviderUsage;
}

/** Tradier's sandbox. Positions are marked by ORATS when the user has a token for it. */
export function composeSandbox(
  { orats, paper }: PaperSide,
  shared: Shared,
  { credentials, lessons, usage }: SandboxParts,
) {
  const sandbox = composeTradier(
    {
      ...{ venue: 'TRADIER_SANDBOX', name: 'Tradier sandbox', url: paper.tradier.url },
      ...{ marks: { name: 'ORATS', orats }, lessons, usage },
      credentials: sandboxCredentials(credentials),
    },
    shared,
  );
  const probes = {
    TRADIER_SANDBOX: sandbox.probe,
    ORATS: oratsProbe((username) => credentials.orats(username), sandbox.snapshotsOf),
  };
  return { ...sandbox, probes };
}

export function sandboxCredentials(credentials: UserCredentials): TradierCredentials {
  return {
    access: (username) => credentials.tradierSandbox(username),
    tokens: (username) => credentials.tradierSandboxTokens(username),
    orats: (username) => credentials.orats(username),
    knownTo: (username) => credentials.knownTo(username),
  };
}
