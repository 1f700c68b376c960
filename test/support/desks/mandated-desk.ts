import { SqlApiTokens } from '../../../server/adapters/database/desk/sql-api-tokens.ts';
import { SqlUsers } from '../../../server/adapters/database/desk/sql-users.ts';
import type { Mandate } from '../../../server/domain/account/mandate.ts';
import type { User } from '../../../server/domain/account/user.ts';
import type { TradeAggregate } from '../../../server/domain/trade/trade.ts';
import type { BookDesk } from '../../../server/usecases/book-desk.ts';
import type { Mandates } from '../../../server/ports/mandates.ts';
import type { Actor } from '../../../server/ports/trading-system.ts';
import { RevokeApiToken } from '../../../server/usecases/accounts/revoke-api-token.ts';
import { SetMandate } from '../../../server/usecases/accounts/set-mandate.ts';
import type { BookDeps } from '../../../server/usecases/steps/book-deps.ts';
import type { OpenTestDatabase, TestDatabase } from '../databases/databases.ts';
import { NOON } from '../fakes/fake-clock.ts';
import { ADA, TradierDesk } from './tradier-desk.ts';

export const NO_BOUNDS: Mandate = {
  ...{ symbols: null, maxOrderCost: null, maxExposure: null, maxTradesPerDay: null },
};

/** Ada's PAPER book at two servers of one database, with API tokens in the desk's database. */
export class MandatedDesk {
  readonly apiTokens: SqlApiTokens;
  readonly set: SetMandate;
  readonly revoke: RevokeApiToken;
  readonly servers: readonly [BookDesk, BookDesk];
  /** `what` runs once: after so many looks at a mandate, and before the desk acts on the last look. */
  between: { looks: number; readonly what: () => Promise<unknown> } | null = null;
  #tokens = 0;

  private constructor(
    readonly t: TradierDesk,
    readonly deskDb: TestDatabase,
    readonly user: User,
  ) {
    this.apiTokens = new SqlApiTokens(deskDb.knex);
    const { book } = t.fresh;
    this.set = new SetMandate(this.apiTokens, [book], t.clock);
    this.revoke = new RevokeApiToken(this.apiTokens, [book], t.clock);
    this.servers = [this.server({}), this.server({ book: t.fresh.another().book })];
    t.desk = this.servers[0];
  }

  static async start(open: OpenTestDatabase): Promise<MandatedDesk> {
    const [t, deskDb] = await Promise.all([TradierDesk.start(open), open('desk')]);
    const { username } = ADA;
    const named = { id: 'id-ada', username, passwordHash: null, demo: false, createdAt: NOON };
    return new MandatedDesk(t, deskDb, await new SqlUsers(deskDb.knex).add(named));
  }

  server(parts: Partial<BookDeps>): BookDesk {
    const store = new SqlApiTokens(this.deskDb.another());
    const mandates: Mandates = {
      standingMandate: async (tokenId, now) => {
        const seen = await store.standingMandate(tokenId, now);
        const { between } = this;
        if (between && --between.looks === 0) {
          this.between = null;
          await between.what();
        }
        return seen;
      },
    };
    return this.t.restart((deps) => ({ ...deps, mandates, ...parts }));
  }

  /** Makes a new token of Ada's; returns who asks with it. */
  async token(mandate: Partial<Mandate> | null, expiresAt: Date | null = null): Promise<Asking> {
    this.#tokens += 1;
    const id = `token-${this.#tokens}`;
    const scopes = ['TRADE_PAPER'] as const;
    await this.apiTokens.add(
      {
        ...{ id, userId: this.user.id, name: 'an assistant', scopes, createdAt: NOON },
        ...{ lastUsedAt: null, expiresAt, mandate: mandate && { ...NO_BOUNDS, ...mandate } },
      },
      `hash-${id}`,
    );
    return { ...ADA, tokenId: id };
  }

  change(asking: Asking, mandate: Partial<Mandate> | null): Promise<unknown> {
    const whole = mandate && { ...NO_BOUNDS, ...mandate };
    return this.set.execute(this.user, asking.tokenId, whole);
  }

  /** All trades that the token has placed. */
  async placedBy({ tokenId }: Asking): Promise<readonly TradeAggregate[]> {
    const rows = await this.t.fresh
      .knex('mandate_trades')
      .where({ token_id: tokenId })
      .select<{ trade_id: string }[]>('trade_id');
    return this.t.fresh.book.read(ADA.username).tradesById(rows.map(({ trade_id }) => trade_id));
  }

  async close(): Promise<void> {
    await this.t.close();
    await this.deskDb.close();
  }
}

export type Asking = Actor & { readonly tokenId: string };
