import type { Username } from '../../domain/ids.ts';
import { addDays } from '../../domain/calendar/calendar-date.ts';
import { exchangeDate } from '../../domain/calendar/market-calendar.ts';
import { describeStatement } from '../../domain/order/describe-statement.ts';
import type { VenueList, VenuePosition } from '../../domain/order/venue-order.ts';
import { describeAccount } from '../../domain/trade/venue-account.ts';
import type { Broker } from '../../ports/broker.ts';
import { askStatement } from '../steps/ask-statement.ts';
import type { BookDeps } from '../steps/book-deps.ts';
import { ConfirmedFinding } from '../steps/confirmed-finding.ts';
import { endAlert } from '../steps/end-alert.ts';

/** Days of the statement that are read: the position was opened since the last look, seldom longer ago. */
const LOOK_BACK_DAYS = 7;

/**
 * Alerts to external positions, as found by the caller: they are in the account, and no trade of this book holds
 * them. Each symbol alerts once, when two looks in a row have found it, because a close may be under way between
 * two answers.
 */
export class ExternalPositions {
  readonly #looks = new ConfirmedFinding();

  constructor(private readonly deps: BookDeps) {}

  async look(
    username: Username,
    broker: Broker,
    positions: VenueList<VenuePosition>,
  ): Promise<void> {
    const place = describeAccount(broker);
    const account = `${username} ${place}`;
    const foreign = positions.listed
      .filter(({ quantity }) => !quantity.isZero())
      .map(({ symbol }) => symbol);
    const { news, over } = this.#looks.look(account, foreign, positions.complete);
    if (over) await endAlert(this.deps, username, 'FOREIGN_CHANGE', place);
    if (news.length === 0) return;
    const words = await this.#statement(broker, news);
    await this.#alert(username, place, { news, all: foreign, words });
    this.#looks.alerted(account, news);
  }

  /** A new finding replaces the standing alert and lists every foreign symbol. */
  async #alert(
    username: Username,
    place: string,
    { news, all, words }: Record<'news' | 'all' | 'words', readonly string[]>,
  ): Promise<void> {
    const { book, clock } = this.deps;
    const at = clock.now();
    const others = all.filter((symbol) => !news.includes(symbol));
    const known = others.length > 0 ? `; known before: ${others.join(', ')}` : '';
    const message = `The account ${place} holds ${news.join(', ')}, which no trade of this book does${known}. ${words.join(' ')}`;
    const alert = { kind: 'FOREIGN_CHANGE', severity: 'WARNING', message, tradeId: null } as const;
    const about = { subject: place, condition: [...all].sort().join(' ') };
    await book.change(username, (change) => change.raise({ ...alert, ...about }, at));
  }

  /** A sentence for each symbol, or one for all when they are the same. */
  async #statement(broker: Broker, symbols: readonly string[]): Promise<readonly string[]> {
    const from = addDays(exchangeDate(this.deps.clock.now()), -LOOK_BACK_DAYS);
    const statement = await askStatement(broker, symbols, from);
    const words = symbols.map((symbol) => describeStatement(symbol, statement, { from }).words);
    if (new Set(words).size === 1) return words.slice(0, 1);
    return words.map((said, index) => `${symbols[index]}: ${said}`);
  }
}
