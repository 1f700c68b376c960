import { setTimeout as wait } from 'node:timers/promises';
import { dec } from '../../../server/domain/decimal.ts';
import type { LiveUser } from '../live/live-desk.ts';
import type { Dice } from './dice.ts';
import type { Answer, PatientClient } from './patient-client.ts';
import type { SoakPlan } from './soak-plan.ts';
import { onTick, type Tickets } from './tickets.ts';

const PLACE = 'mutation($input: PlaceTradeInput!) { placeTrade(input: $input) { id } }';
const ADJUST = 'mutation($input: AdjustBracketInput!) { adjustBracket(input: $input) { id } }';
const CLOSE = 'mutation($input: CloseTradeInput!) { closeTrade(input: $input) { id } }';
const CANCEL = `mutation($id: ID!, $expectedVersion: Int!, $idempotencyKey: String!) {
  cancelTrade(id: $id, expectedVersion: $expectedVersion, idempotencyKey: $idempotencyKey) { id } }`;
const TRADES = `query($phase: TradePhase!) { trades(mode: PAPER, phase: $phase, first: 20) {
  nodes { id version status stopLoss takeProfit } } }`;

type Act = 'place' | 'adjust' | 'close' | 'cancel';
/** The acts to draw from; each is as likely as it is frequent here. */
const ACTS: readonly Act[] = [
  ...(['place', 'place', 'place', 'place', 'adjust', 'adjust', 'adjust'] as const),
  ...(['close', 'close', 'cancel', 'cancel'] as const),
];
const ONE_RESTS_IN = 3;
/** The most requests under way; beyond it a trader waits for an answer, as people do. */
const MOST_AT_ONCE = 32;
/** A lost answer is thrown away within so many milliseconds: before, during or after the desk's work. */
const LOSES_WITHIN_MS = 150;

interface Listed {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly stopLoss: string | null;
  readonly takeProfit: string | null;
}

/** A key that a trade was placed with. */
export interface Placed {
  readonly user: LiveUser;
  readonly key: string;
  /** Id of the trade; null when it was refused or never answered. */
  tradeId: string | null;
  isAnswered: boolean;
}

/** People who place, adjust, cancel and close trades, each request with a key. */
export class SoakTraders {
  readonly placed: Placed[] = [];
  /** The number of acts that the desk accepted. */
  readonly done: Record<Act, number> = { place: 0, adjust: 0, close: 0, cancel: 0 };
  #keys = 0;
  readonly #running = new Set<Promise<void>>();

  constructor(
    private readonly users: readonly LiveUser[],
    private readonly client: PatientClient,
    private readonly tickets: Tickets,
    private readonly dice: Dice,
    private readonly plan: SoakPlan,
  ) {}

  /** Trades; resolves once the plan's time is over and every request has its answer. */
  async trade(): Promise<void> {
    const ends = performance.now() + this.plan.lengthMs;
    while (performance.now() < ends) {
      if (this.#running.size < MOST_AT_ONCE) this.#begin();
      // A pause between 0 and twice the average.
      await wait((2_000 * this.dice.share()) / this.plan.actionsPerSecond);
    }
    await Promise.all(this.#running);
  }

  #begin(): void {
    const act = this.#act(this.dice.of(ACTS)!, this.dice.of(this.users)!);
    const ended = act.finally(() => this.#running.delete(ended));
    this.#running.add(ended);
  }

  async #act(act: Act, user: LiveUser): Promise<void> {
    const answer = act === 'place' ? await this.#place(user) : await this.#change(act, user);
    if (answer?.data) this.done[act] += 1;
  }

  async #place(user: LiveUser): Promise<Answer | null> {
    const placed: Placed = { user, key: this.#key(), tradeId: null, isAnswered: false };
    this.placed.push(placed);
    const input = this.tickets.next(placed.key, this.dice.oneIn(ONE_RESTS_IN));
    const answer = await this.#send(user, PLACE, { input });
    placed.isAnswered = answer !== null;
    placed.tradeId = (answer?.data?.placeTrade as { id: string } | undefined)?.id ?? null;
    return answer;
  }

  async #change(act: Exclude<Act, 'place'>, user: LiveUser): Promise<Answer | null> {
    const [phase, status] = act === 'cancel' ? ['PENDING', 'PENDING'] : ['OPEN', 'OPEN'];
    const list = await this.client.ask(user.token, TRADES, { phase });
    const { nodes = [] } = (list?.data?.trades ?? {}) as { nodes?: readonly Listed[] };
    const trade = this.dice.of(nodes.filter((each) => each.status === status));
    if (!trade) return null;
    const { id, version: expectedVersion } = trade;
    const asked = { id, expectedVersion, idempotencyKey: this.#key() };
    if (act === 'cancel') return this.#send(user, CANCEL, asked);
    if (act === 'close') return this.#send(user, CLOSE, { input: asked });
    return this.#send(user, ADJUST, { input: { ...asked, ...this.#further(trade) } });
  }

  /** A bracket whose exits are a little further away. */
  #further({ stopLoss, takeProfit }: Listed): object {
    const share = 0.01 + this.dice.share() / 20;
    return {
      ...(stopLoss !== null && { stopLoss: onTick(dec(stopLoss).times(1 - share)) }),
      ...(takeProfit !== null && { takeProfit: onTick(dec(takeProfit).times(1 + share)) }),
    };
  }

  #send({ token }: LiveUser, query: string, variables: object): Promise<Answer | null> {
    const loses = this.dice.oneIn(this.plan.oneLostIn);
    const loseAfterMs = loses ? 1 + this.dice.below(LOSES_WITHIN_MS) : null;
    return this.client.ask(token, query, variables, loseAfterMs);
  }

  #key(): string {
    this.#keys += 1;
    return `soak-${this.plan.seed}-${String(this.#keys).padStart(8, '0')}`;
  }
}
