import { exchangeDate } from '../../domain/calendar/market-calendar.ts';
import { fallsTo } from '../../domain/promotion/demotion.ts';
import { isExiting } from '../../domain/promotion/trade-evidence.ts';
import type { SavedStrategy } from '../../domain/strategy/saved-strategy.ts';
import { SomeUsersFailed } from '../steps/each-account.ts';
import type { PromotionDeps } from './promotion-deps.ts';
import type { ReadPromotion } from './read-promotion.ts';
import { TellMoves } from './tell-moves.ts';

type Deps = Pick<PromotionDeps, 'strategies' | 'moves' | 'books' | 'stopReal' | 'clock' | 'ids'>;

/** Takes strategies a rung down whose gates fail, each at most once a day and never in the middle of an exit. */
export class DemoteByEvidence {
  readonly #moves: TellMoves;

  constructor(
    private readonly deps: Deps,
    private readonly promotion: Pick<ReadPromotion, 'report'>,
  ) {
    this.#moves = new TellMoves(deps);
  }

  /** First what a server that died left untold of any move. @throws {SomeUsersFailed} once all have had their turn */
  async execute(): Promise<void> {
    const { moves, strategies } = this.deps;
    const failures: { of: string; error: unknown }[] = [];
    const each = async <T extends { readonly username: string }>(
      all: readonly T[],
      work: (one: T) => Promise<void>,
    ) => {
      for (const one of all)
        await work(one).catch((error: unknown) => failures.push({ of: one.username, error }));
    };
    await each(await moves.untold(), (untold) => this.#moves.tell(untold));
    await each(await strategies.above('BACKTEST'), (strategy) => this.#look(strategy));
    if (failures.length === 0) return;
    const users = [...new Set(failures.map(({ of }) => of))];
    const errors = failures.map(({ error }) => error);
    throw new SomeUsersFailed(users, errors, 'The evidence of strategies could not be judged');
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
    // Whoever changed it meanwhile has it judged anew the next time.
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
