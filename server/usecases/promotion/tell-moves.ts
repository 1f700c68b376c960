import { endsReal, typeOfMove, wordsOfMove } from '../../domain/promotion/rung-move.ts';
import { mayEnterReal } from '../../domain/strategy/saved-strategy.ts';
import type { UntoldMove } from '../../ports/rung-moves.ts';
import type { PromotionDeps } from './promotion-deps.ts';
import { bookOf } from './read-promotion.ts';

/**
 * Follows moves of strategies to other rungs: the run with real money ends where the rung no longer allows it, an
 * alert is raised, the log gets a line. However often and by however many servers it is tried, each is done once.
 */
export class TellMoves {
  constructor(
    private readonly deps: Pick<PromotionDeps, 'strategies' | 'moves' | 'books' | 'stopReal'>,
  ) {}

  /** Does what a server that died left undone for moves of one strategy. */
  async rest(of: Pick<UntoldMove, 'username' | 'strategyId'>): Promise<void> {
    for (const untold of await this.deps.moves.untold(of)) await this.tell(untold);
  }

  /** @throws what failed, after every step had its turn; the move is tried again later. */
  async tell(untold: UntoldMove): Promise<void> {
    const steps = [this.#stop(untold), this.#alert(untold), this.#log(untold)];
    const failed = (await Promise.allSettled(steps)).find((step) => step.status === 'rejected');
    if (failed) throw failed.reason;
    await this.deps.moves.settle(untold);
  }

  /** A strategy that has climbed again meanwhile may run on. */
  async #stop({ username, strategyId, move }: UntoldMove): Promise<void> {
    if (!endsReal(move)) return;
    const { strategies, stopReal } = this.deps;
    const strategy = await strategies.byId(username, strategyId);
    if (!strategy || mayEnterReal(strategy.stage)) return;
    const why = move.by === 'USER' ? 'it was demoted' : 'its evidence demoted it';
    await stopReal(strategy, { actor: move.actor, why });
  }

  async #alert({ username, strategyId, move }: UntoldMove): Promise<void> {
    if (move.by !== 'EVIDENCE') return;
    const { book } = this.deps.books[bookOf({ stage: move.from }) ?? 'PAPER'];
    const about = { subject: strategyId, condition: move.id, tradeId: null };
    const message = wordsOfMove(move);
    const alert = { kind: 'STRATEGY_DEMOTED', severity: 'WARNING', message, ...about } as const;
    await book.change(username, (change) => change.raise(alert, move.at));
  }

  /** Writes into PAPER's log: strategies belong to no book, and every user has this one. */
  async #log({ username, strategyId, move }: UntoldMove): Promise<void> {
    const { id: moveId, name, version, from, to, at, actor, gates } = move;
    const told = { moveId, strategyId, name, version, from, to, ...(gates && { gates }) };
    await this.deps.books.PAPER.book.change(username, async (change) => {
      if (await change.rungMoveIsLogged(move)) return;
      const line = { type: typeOfMove(move), message: wordsOfMove(move), tradeId: null, actor };
      await change.append({ ...line, occurredAt: at, detail: told });
    });
  }
}
