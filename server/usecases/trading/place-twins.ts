import { modeOfId, idPrefix } from '../../domain/mode.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { TicketInput } from '../../domain/ticket/ticket.ts';
import type { TradeContext } from '../../domain/trade/trade-context.ts';
import type { Trade } from '../../domain/trade/trade.ts';
import type { Book } from '../../ports/book.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import type { PaperTwins } from '../../ports/paper-twins.ts';
import type { Actor, TradingSystem } from '../../ports/trading-system.ts';

interface Paper {
  readonly trading: Pick<TradingSystem<'PAPER'>, 'executeOrder'>;
  readonly book: Book<'PAPER'>;
  readonly clock: Clock;
  readonly log: Log;
}

export class PlaceTwins implements PaperTwins {
  readonly #running = new Set<Promise<void>>();

  constructor(private readonly paper: Paper) {}

  place(actor: Actor, ticket: TicketInput, trade: Trade): void {
    const placed = this.#place(actor, ticket, trade).finally(() => this.#running.delete(placed));
    this.#running.add(placed);
  }

  /** Waits until no twin is under way. */
  async idle(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running);
  }

  async #place(actor: Actor, ticket: TicketInput, trade: Trade): Promise<void> {
    const { trading, log } = this.paper;
    try {
      await trading.executeOrder(actor, { open: twinOf(ticket, trade), twinOf: trade.id });
      await this.#tell(actor, trade, null);
    } catch (error) {
      if (!(error instanceof Refusal))
        log.error('A twin could not be placed', { trade: trade.id, error });
      const why = error instanceof Refusal ? error.message : 'the desk failed; see its log.';
      await this.#tell(actor, trade, why);
    }
  }

  /** `why` null: the twin is placed, perhaps after an earlier try failed. */
  async #tell({ username }: Actor, { id }: Trade, why: string | null): Promise<void> {
    const { book, clock, log } = this.paper;
    const kind = 'TWIN_NOT_PLACED';
    const message = `The twin of ${id} was not placed on paper: ${why}`;
    const alert = { kind, severity: 'WARNING', message, tradeId: null, subject: id } as const;
    try {
      await book.change(username, async (change) => {
        if (why === null) await change.resolve(kind, id, clock.now());
        else await change.raise(alert, clock.now());
      });
    } catch (error) {
      log.error('What became of a twin could not be told', { trade: id, error });
    }
  }
}

/** The key is made from the real trade's id, so that each real trade has one twin. */
function twinOf(ticket: TicketInput, { id }: Trade): TicketInput {
  const mode = modeOfId(id);
  const number = mode ? id.slice(idPrefix(mode).length) : id;
  const { confirmationToken: _token, context, ...same } = ticket;
  const key = { idempotencyKey: `twin-of-${number}`, paperTwin: false };
  return { ...same, mode: 'PAPER', ...key, context: context && ofNoStrategy(context) };
}

/** A twin is no evidence for the strategy of the real trade; only the real trade names that. */
function ofNoStrategy({ extra, ...context }: Partial<TradeContext>): Partial<TradeContext> {
  const isNamed = typeof extra === 'object' && extra !== null && 'strategyId' in extra;
  return { ...context, strategy: null, extra: isNamed ? null : (extra ?? null) };
}
