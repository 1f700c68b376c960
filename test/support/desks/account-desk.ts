import { SqlLearnedVenueRules } from '../../../server/adapters/database/desk/sql-learned-venue-rules.ts';
import { UserBrokers } from '../../../server/adapters/routing/user-brokers.ts';
import {
  UserCredentials,
  type ServerCredentials,
} from '../../../server/adapters/routing/user-credentials.ts';
import { UserSources } from '../../../server/adapters/routing/user-sources.ts';
import { TradierClient } from '../../../server/adapters/tradier/tradier-client.ts';
import { TradierMarketData } from '../../../server/adapters/tradier/tradier-market-data.ts';
import { AesVault } from '../../../server/adapters/vault/aes-vault.ts';
import { sandboxCredentials } from '../../../server/compose/sandbox.ts';
import { tradierBrokers } from '../../../server/compose/tradier-brokers.ts';
import type { Role } from '../../../server/domain/account/user.ts';
import type { Users } from '../../../server/ports/desk.ts';
import type { BookDeps } from '../../../server/usecases/steps/book-deps.ts';
import type { TradierDesk } from './tradier-desk.ts';

const NO_SERVER: ServerCredentials = {
  tradierSandboxToken: null,
  tradierSandboxAccount: null,
  oratsToken: null,
};

/** A desk at Tradier's wire whose brokers and prices use the credentials in its user's settings. */
export class AccountDesk {
  readonly #vault = new AesVault('a secret key of thirty-two characters or more');
  role: Role = 'USER';

  constructor(
    readonly desk: TradierDesk,
    private readonly server: ServerCredentials = NO_SERVER,
  ) {
    this.restart();
  }

  /** Starts a new process, which remembers nothing of the accounts. */
  restart(): void {
    this.desk.restart((deps) => this.#through(deps));
  }

  /** Stores as `updateSettings` does: null clears. */
  async store(token: string | null, accountId: string | null): Promise<void> {
    const sealed = token === null ? null : this.#vault.seal(token);
    await this.desk.settings.change('ada', {
      tradierSandbox: { sealed, lastFour: null, accountId },
    });
  }

  #through(deps: BookDeps): BookDeps {
    const { venue, clock, log, settings, fresh } = this.desk;
    const users = { byName: async () => ({ role: this.role }) } as unknown as Users;
    const credentials = new UserCredentials(settings, users, this.#vault, this.server);
    const clients = new Map<string, TradierClient>();
    const clientOf = (token: string) => {
      const client =
        clients.get(token) ?? new TradierClient({ baseUrl: venue.url, token, clock, log });
      clients.set(token, client);
      return client;
    };
    const lessons = new SqlLearnedVenueRules(fresh.knex);
    const own = { venue: 'TRADIER_SANDBOX', credentials: sandboxCredentials(credentials) } as const;
    const sandbox = tradierBrokers({ ...own, clientOf, lessons }, { clock, log });
    return {
      ...deps,
      brokers: new UserBrokers('PAPER', { TRADIER_SANDBOX: sandbox }),
      sources: new UserSources('PAPER', {
        TRADIER_SANDBOX: async (username) => {
          const access = await credentials.tradierSandbox(username);
          if (!access) return null;
          const market = new TradierMarketData(clientOf(access.token), { delayed: false, clock });
          return { market, snapshots: null, figures: null };
        },
      }),
    };
  }
}
