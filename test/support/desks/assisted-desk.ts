import { apiToken, Assistant } from '../servers/assistant.ts';
import { LimitedUser } from './limited-user.ts';
import { simulatedDesk, type SimulatedDesk } from './simulated-desk.ts';

/** A user with a held call, a waiting order for shares and a strategy, and assistants of every scope. */
export class AssistedDesk {
  /** Id of the held trade, whose last mark is seven seconds old. */
  id = '';
  /** Id of the waiting trade. */
  waiting = '';
  strategyId = '';
  /** The symbol of the call. */
  call = '';
  readonly #assistants = new Map<string, Assistant>();

  private constructor(
    readonly desk: SimulatedDesk,
    readonly user: LimitedUser,
  ) {}

  static async start(): Promise<AssistedDesk> {
    const desk = await simulatedDesk();
    const assisted = new AssistedDesk(desk, await LimitedUser.signUp(desk));
    await assisted.#fill();
    return assisted;
  }

  /** The assistant by the scope of its token; `session` has all rights. */
  of(scope: string): Assistant {
    return this.#assistants.get(scope)!;
  }

  async close(): Promise<void> {
    await Promise.all([...this.#assistants.values()].map((each) => each.close()));
    await this.desk.close();
  }

  async #fill(): Promise<void> {
    const { desk, user } = this;
    this.call = await desk.optionSymbol();
    this.id = (await user.buyCall()).id;
    await desk.pass(2);
    this.waiting = await user.placed(user.shares('10'));
    const input = { name: 'mine', kind: 'buy-and-hold', symbols: ['SPY'] };
    const save = 'mutation($input: StrategyInput!) { saveStrategy(input: $input) { id } }';
    const saved = await user.ask<{ saveStrategy: { id: string } }>(save, { input });
    this.strategyId = saved.saveStrategy.id;
    desk.clock.advance(7_000);
    this.#assistants.set('session', await Assistant.http(desk.url, user.token));
    for (const scope of ['READ', 'TRADE_PAPER', 'TRADE_REAL', 'ADMIN']) {
      const token = await apiToken((query) => user.ask(query), scope);
      this.#assistants.set(scope, await Assistant.http(desk.url, token));
    }
  }
}
