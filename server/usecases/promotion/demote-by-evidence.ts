import { exchangeDate } from '../../domain/calendar/market-calendar.ts';
import { fallsTo } from '../../domain/promotion/demotion.ts';
import { isExiting } from '../../domain/promotion/trade-evidence.ts';
import type { SavedStrategy } from '../../domain/strategy/saved-strategy.ts';
import { eachOfUsers } from '../steps/each-account.ts';
import type { PromotionDeps } from './promotion-deps.ts';
import type { ReadPromotion } from './read-promotion.ts';
import { TellMoves } from './tell-moves.ts';

type Deps = Pick<PromotionDeps, 'strategies' | 'moves' | 'books' | 'stopReal' | 'clock' | 'ids'>;

const MESSAGE = 'The rungs of strategies could not be looked after';

/** Takes strategies whose gates fail a rung down, each at most once a day and never in the middle of an exit. */
export class DemoteByEvidence {
  readonly #moves: TellMoves;

  constructor(
    private readonly deps: Deps,
    private readonly promotion: Pick<ReadPromotion, 'report'>,
  ) {
    this.#moves = new TellMoves(deps);
  }

  /** Announces moves that are left before it looks. @throws {SomeUsersFailed} once all have had their turn */
  async execute(): Promise<void> {
    const untold = await this.#untold();
    const above = await this.deps.strategies.above('BACKTEST');
    const looks = above.map((strategy) => ({
      username: strategy.username,
      work: () => this.#look(strategy),
    }));
    await eachOfUsers([...untold, ...looks], MESSAGE, ({ work }) => work());
  }

  /** Announces any moves that a server left unannounced when it died. @throws {SomeUsersFailed} */
  async rest(): Promise<void> {
    await eachOfUsers(await this.#untold(), MESSAGE, ({ work }) => work());
  }

  async #untold() {
    const untold = await this.deps.moves.untold();
    return untold.map((each) => ({
      username: each.username,
      work: () => this.#moves.tell(each),
    }));
  }

  async #look(strategy: SavedStrategy): Promise<void> {
    const { username, name, version, stage: from, demotedAt } = strategy;
    const at = this.deps.clock.now();
    const demotedOn = demotedAt && exchangeDate(demotedAt);
    const today = exchangeDate(at);
    if (demotedOn === today) return;
    const report = await this.promotion.report(strategy);
    if (report.verdict !== 'FAIL') return;
    const exiting = await this.#isExiting(strategy);
    const to = fallsTo(report, { today, demotedOn, exiting });
    if (to === null) return;
    const by = { by: 'EVIDENCE', actor: 'desk' } as const;
    const id = this.deps.ids.next();
    const move = { id, name, version, from, to, at, ...by, gates: report.gates };
    // A strategy that was changed meanwhile is judged anew the next time.
    if (await this.deps.moves.move(strategy, { stage: to, demotedAt: at }, move)) return;
    await this.#moves.tell({ username, strategyId: strategy.id, move });
  }

  async #isExiting({ username, id }: SavedStrategy): Promise<boolean> {
    const { PAPER, REAL } = this.deps.books;
    const active = await Promise.all(
      [PAPER, REAL].map(({ runs }) => runs.activeTrades(username, id)),
    );
    return active.flat().some(isExiting);
  }
}
