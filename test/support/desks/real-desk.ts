import { SqlArmings } from '../../../server/adapters/database/book/sql-armings.ts';
import { HmacConfirmations } from '../../../server/adapters/vault/hmac-confirmations.ts';
import { ZERO } from '../../../server/domain/decimal.ts';
import { badInput, Refusal } from '../../../server/domain/refusal.ts';
import type { AdjustInput, CloseInput, TicketInput } from '../../../server/domain/ticket/ticket.ts';
import type { Trade } from '../../../server/domain/trade/trade.ts';
import type { RealAccount, RealMoney } from '../../../server/ports/real-money.ts';
import type { Actor } from '../../../server/ports/trading-system.ts';
import { disarmAtStart } from '../../../server/usecases/book/disarm-at-start.ts';
import type { BookDesk } from '../../../server/usecases/book-desk.ts';
import type { BookDeps } from '../../../server/usecases/steps/book-deps.ts';
import type { OpenTestDatabase } from '../databases/databases.ts';
import { NOON } from '../fakes/fake-clock.ts';
import { ADA, TradierDesk } from './tradier-desk.ts';

export const SECRET = 'the secret of all servers of a test';
export const BEN: Actor = { username: 'ben', role: 'USER', demo: false };

export interface RealDeskOptions extends Partial<BookDeps> {
  readonly through?: (deps: BookDeps) => BookDeps;
}

/** Ada's and Ben's REAL book at two servers of one database, each with its own connections. */
export class RealDesk {
  readonly servers: readonly [BookDesk, BookDesk];
  /** The accounts that the settings of all users name. */
  named: readonly RealAccount[];
  /** Accounts that by the venue's answer belong to another owner. */
  readonly foreign = new Set<string>();
  silent = false;
  proofs = 0;
  /** Ids of the real trades for which a twin was asked. */
  readonly twins: string[] = [];

  readonly #through: (deps: BookDeps) => BookDeps;

  private constructor(
    readonly t: TradierDesk,
    { through = (deps) => deps, ...parts }: RealDeskOptions,
  ) {
    this.#through = through;
    this.named = [{ venue: 'TRADIER_LIVE', account: t.venue.accountId }];
    this.servers = [this.server(parts), this.server({ ...parts, book: t.fresh.another().book })];
    t.desk = this.servers[0];
  }

  /** Starts a server with this database and secret. */
  server(parts: Partial<BookDeps> = {}, through = this.#through): BookDesk {
    const realMoney = this.#money();
    const paperTwins = {
      place: (_actor: Actor, _ticket: TicketInput, { id }: Trade) => void this.twins.push(id),
    };
    return this.t.restart((deps) => through({ ...deps, realMoney, paperTwins, ...parts }));
  }

  static async start(open?: OpenTestDatabase, options: RealDeskOptions = {}): Promise<RealDesk> {
    const t = await TradierDesk.start(open, { mode: 'REAL' });
    await t.fresh.book.openAccount(BEN.username, ZERO, NOON);
    return new RealDesk(t, options);
  }

  #money(): RealMoney {
    return {
      confirmations: new HmacConfirmations(SECRET),
      accounts: {
        named: async () => this.named,
        leftOut: async () => null,
        prove: async (_username, { account }) => {
          this.proofs += 1;
          if (this.silent) throw new Refusal('VENUE_UNAVAILABLE', 'The venue does not answer.');
          if (this.foreign.has(account))
            throw badInput('phrase', `The token does not own the account ${account}.`);
        },
      },
    };
  }

  get phrase(): string {
    return `TRADE REAL MONEY IN TRADIER ${this.t.venue.accountId}`;
  }

  arm(actor = ADA, at = 0): Promise<void> {
    return this.servers[at]!.account.arm(actor, this.phrase);
  }

  disarm(actor = ADA, at = 0): Promise<void> {
    return this.servers[at]!.account.disarm(actor);
  }

  async status(actor = ADA, at = 0) {
    const { armed, armedUntil, armPhrase } = await this.servers[at]!.account.status(actor);
    return { armed, armedUntil, armPhrase };
  }

  /** Disarms, as every server does before it listens. */
  startServer(): Promise<void> {
    const { fresh, clock } = this.t;
    return disarmAtStart(fresh.book, new SqlArmings(fresh.knex), clock);
  }

  /** The confirmation token of a ticket's preview; null when the preview gives none. */
  async tokenFor(ticket: TicketInput, actor = ADA, at = 0): Promise<string | null> {
    return (await this.servers[at]!.previews.trade(actor, ticket)).confirmationToken;
  }

  async confirmed(parts: Partial<TicketInput> = {}): Promise<TicketInput> {
    const ticket = this.t.ticket(parts);
    return { ...ticket, confirmationToken: await this.tokenFor(ticket) };
  }

  place(ticket: TicketInput, actor = ADA, at = 0): Promise<Trade> {
    return this.servers[at]!.trading.executeOrder(actor, { open: ticket });
  }

  close(close: CloseInput, at = 0): Promise<Trade> {
    return this.servers[at]!.trading.executeOrder(ADA, { close });
  }

  adjust(bracket: AdjustInput, at = 0): Promise<Trade> {
    return this.servers[at]!.trading.updatePosition(ADA, { bracket });
  }

  /** Buys three calls with exits and disarms again; returns the trade's id. */
  async held(): Promise<string> {
    await this.arm();
    const { id } = await this.place(await this.confirmed());
    this.t.venue.fill(this.t.legs()[0]!, { price: '1.50' });
    await this.t.sync();
    await this.disarm();
    return id;
  }

  async keyed(id: string) {
    const { version: expectedVersion } = (await this.t.stored(id)).trade;
    return { id, expectedVersion, idempotencyKey: this.t.key() };
  }

  async trades(actor = ADA): Promise<number> {
    const page = await this.t.fresh.book
      .read(actor.username)
      .trades(null, {}, { first: 1, after: null });
    return page.totalCount;
  }

  /** The lines of the log, oldest first. */
  async logged(actor = ADA): Promise<string[]> {
    const page = await this.t.fresh.book.read(actor.username).log({ first: 500, after: null });
    return page.items.map(({ item }) => item.action).reverse();
  }

  stop(): Promise<void> {
    return this.t.close();
  }
}

/** The code of a refusal; null when the act was done. */
export async function codeOf(what: Promise<unknown>): Promise<string | null> {
  try {
    await what;
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}
