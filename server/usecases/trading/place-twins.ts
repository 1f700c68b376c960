import { modeOfId, idPrefix } from '../../domain/mode.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { TicketInput } from '../../domain/ticket/ticket.ts';
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
    try {
      await this.paper.trading.executeOrder(actor, {
        open: twinOf(ticket, trade),
        twinOf: trade.id,
      });
    } catch (error) {
      if (!(error instanceof Refusal))
        this.paper.log.error('A twin could not be placed', { trade: trade.id, error });
      const why = error instanceof Refusal ? error.message : 'the desk failed; see its log.';
      await this.#tell(actor, trade, why);
    }
  }

  async #tell({ username }: Actor, { id }: Trade, why: string): Promise<void> {
    const { book, clock, log } = this.paper;
    const message = `The twin of ${id} was not placed on paper: ${why}`;
    const alert = { kind: 'TWIN_NOT_PLACED', severity: 'INFO', message, tradeId: null } as const;
    try {
      await book.change(username, (change) => change.raise({ ...alert, subject: id }, clock.now()));
    } catch (error) {
      log.error('That a twin was not placed could not be told', { trade: id, error });
    }
  }
}

/** The key stands for the real trade's own, which is stored with its id. */
function twinOf(ticket: TicketInput, { id }: Trade): TicketInput {
  const mode = modeOfId(id);
  const number = mode ? id.slice(idPrefix(mode).length) : id;
  const { confirmationToken: _token, ...same } = ticket;
  return { ...same, mode: 'PAPER', idempotencyKey: `twin-of-${number}`, paperTwin: false };
}
