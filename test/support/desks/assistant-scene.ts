import type { DeskOfBook } from '../../../server/ports/desk-of-book.ts';
import type { SymbolMatch } from '../../../server/ports/market-data.ts';
import type { BookDeps } from '../../../server/usecases/steps/book-deps.ts';
import { dec } from '../../../server/domain/decimal.ts';
import type { OpenTestDatabase } from '../databases/databases.ts';
import { NOON } from '../fakes/fake-clock.ts';
import { McpCalls } from '../servers/mcp-calls.ts';
import { SPY_CALL } from '../values/builders.ts';
import { BEN, RealDesk } from './real-desk.ts';
import { servedDesk, type ServedDesk } from './served-desk.ts';
import { ADA, TradierDesk } from './tradier-desk.ts';

export type Mode = 'PAPER' | 'REAL';
export const MODES: readonly Mode[] = ['PAPER', 'REAL'];
export const CONFIRM = { PAPER: 'confirm_paper', REAL: 'confirm_real' } as const;
type Scope = 'READ' | `TRADE_${Mode}`;

/** The body of a request as an assistant writes it. */
export type Body = Readonly<Record<string, unknown>>;

/** Both books of Ada and Ben at Tradier's wire, served to assistants over HTTP. */
export class AssistantScene {
  /** Called at each fault point of a desk; it throws where the server is to die. */
  atStep: (point: string) => void = () => undefined;
  #keys = 0;

  private constructor(
    readonly paper: TradierDesk,
    readonly real: RealDesk,
    readonly served: readonly [ServedDesk, ServedDesk],
    /** Sessions by user; `elsewhere` is Ada's session at the other server. */
    readonly sessions: Readonly<Record<'ada' | 'ben' | 'elsewhere', string>>,
  ) {}

  static async start(
    open?: OpenTestDatabase,
    found: readonly SymbolMatch[] = [],
  ): Promise<AssistantScene> {
    let scene: AssistantScene | null = null;
    const through = (deps: BookDeps): BookDeps => ({
      ...deps,
      // The first server's database has the tokens, and with them the mandates.
      mandates: {
        standingMandate: async (...asked) =>
          (await scene?.served[0].mandates.standingMandate(...asked)) ?? null,
      },
      passFaultPoint: (point) => scene?.atStep(point),
    });
    const paper = await TradierDesk.start(open);
    await paper.fresh.book.openAccount(BEN.username, dec(100_000), NOON);
    paper.restart(through);
    const real = await RealDesk.start(open, { through });
    const serve = (at: 0 | 1) =>
      servedDesk({
        real: real.servers[at] as DeskOfBook<'REAL'>,
        trading: () => ({
          paper: paper.desk as DeskOfBook<'PAPER'>,
          market: { ...NO_MARKET, searchSymbols: async () => found },
          quotes: { judge: async () => [] },
        }),
      });
    const served = await Promise.all([serve(0), serve(1)] as const);
    const [ada, ben] = [await served[0].api.signUp('ada'), await served[0].api.signUp('ben')];
    const elsewhere = await served[1].api.signUp('ada');
    scene = new AssistantScene(paper, real, served, { ada, ben, elsewhere });
    return scene;
  }

  /** Calls with a token; without one, with Ada's session. */
  as(token: string = this.sessions.ada): McpCalls {
    return new McpCalls(this.served[0].url, token);
  }

  /** Ada's calls at the other server of the same books and secret. */
  elsewhere(): McpCalls {
    return new McpCalls(this.served[1].url, this.sessions.elsewhere);
  }

  async token(session: string, ...scopes: Scope[]): Promise<string> {
    const { data, text } = await this.served[0].api.ask(
      `mutation($s: [Scope!]!, $n: String!) { createApiToken(name: $n, scopes: $s) { token } }`,
      { token: session, variables: { s: scopes, n: scopes.join(' ') } },
    );
    if (!data) throw new Error(text);
    return (data as unknown as { createApiToken: { token: string } }).createApiToken.token;
  }

  desk(mode: Mode): TradierDesk {
    return mode === 'PAPER' ? this.paper : this.real.t;
  }

  order(mode: Mode, parts: Body = {}): Body {
    this.#keys += 1;
    return {
      ...{ mode, idempotencyKey: `assistant-${this.#keys}`, option: { symbol: SPY_CALL.symbol } },
      ...{ side: 'BUY_TO_OPEN', quantity: '3', orderType: 'LIMIT', limitPrice: '1.50' },
      ...{ timeInForce: 'DAY', bracket: { stopLoss: '1.00', takeProfit: '2.50' }, ...parts },
    };
  }

  /** The confirmation token that `prepare` gives for a request. @throws where it gives none */
  async tokenFor(request: Body, by = this.as()): Promise<string> {
    const { data, text } = await by.call('prepare', request);
    if (typeof data.confirmationToken !== 'string') throw new Error(text);
    return data.confirmationToken;
  }

  /** The confirmation token that the API's own preview gives for an order; in PAPER there is none. */
  async confirmationOfPage(order: Body): Promise<unknown> {
    const { data } = await this.served[0].api.ask(
      'query($i: PlaceTradeInput!) { previewTrade(input: $i) { confirmationToken } }',
      { token: this.sessions.ada, variables: { i: order } },
    );
    return (data as unknown as { previewTrade: Body }).previewTrade.confirmationToken;
  }

  /** Buys Ada three calls in a book; returns the fields with which a close or a change of exits begins. */
  async held(mode: Mode): Promise<{ id: string; expectedVersion: number; idempotencyKey: string }> {
    if (mode === 'REAL') {
      const keyed = await this.real.keyed(await this.real.held());
      await this.real.arm();
      return keyed;
    }
    const { id } = await this.paper.place();
    this.paper.venue.fill(this.paper.legs()[0]!, { price: '1.50' });
    await this.paper.sync();
    return this.keyed('PAPER', id);
  }

  /** The fields with which a change of a trade's current version begins. */
  async keyed(mode: Mode, id: string) {
    const { version: expectedVersion } = (await this.desk(mode).stored(id)).trade;
    return { id, expectedVersion, idempotencyKey: this.desk(mode).key() };
  }

  /** Everything by which an order of either user shows at a venue or in a book. */
  async traces() {
    return Promise.all(MODES.map((mode) => this.#tracesOf(mode)));
  }

  async #tracesOf(mode: Mode) {
    const { venue, fresh } = this.desk(mode);
    const books = [ADA, BEN].map(async ({ username }) => {
      const page = { first: 100, after: null };
      const trades = await fresh.book.read(username).trades(null, {}, page);
      return trades.items.map(({ item }) => `${item.id} ${item.version} ${item.status}`);
    });
    const orders = venue.orders.map(({ id, status }) => `${id} ${status}`);
    return [orders, await Promise.all(books)];
  }

  /** Every line of a user's log. */
  async log(mode: Mode, username = 'ada'): Promise<readonly string[]> {
    const { book } = this.desk(mode).fresh;
    const page = await book.read(username).log({ first: 500, after: null });
    return page.items.map(({ item: { actor, action } }) => `${actor} ${action}`);
  }

  pass(seconds: number): void {
    this.paper.pass(seconds);
    this.real.t.pass(seconds);
    for (const { clock } of this.served) clock.advance(seconds * 1_000);
  }

  async stop(): Promise<void> {
    for (const served of this.served) await served.close();
    await this.real.stop();
    await this.paper.close();
  }
}

const NO_MARKET = {
  candles: async () => [],
  optionExpirations: async () => [],
  optionChain: async () => Promise.reject(new Error('No chain')),
};
