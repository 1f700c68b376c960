import type { CalendarDate, Username } from '../../domain/ids.ts';
import type { VenueName } from '../../domain/venue.ts';
import type { AlertKind, StandingAlert } from '../../domain/account/alert.ts';
import type { TradingMode } from '../../domain/mode.ts';
import type { Held, Markable, Trade } from '../../domain/trade/trade.ts';
import type { UserAccount } from '../../ports/turns.ts';
import type { Book, BookChange, BookReader } from '../../ports/book.ts';

/**
 * The book as the desk's own jobs see it, without users whose past is being replayed: the present must not
 * touch their book.
 */
export class LiveBook<M extends TradingMode> implements Book<M> {
  constructor(
    private readonly book: Book<M>,
    /** Users whose past is being replayed, on any server. */
    private readonly replaying: () => Promise<ReadonlySet<string>>,
  ) {}

  get mode() {
    return this.book.mode;
  }

  async activeUsers(endedSince?: Date): Promise<readonly string[]> {
    return this.#present(await this.book.activeUsers(endedSince), (name) => name);
  }

  async activeAccounts(endedSince?: Date): Promise<readonly UserAccount[]> {
    return this.#present(await this.book.activeAccounts(endedSince));
  }

  async unguardedAccounts(): Promise<readonly UserAccount[]> {
    return this.#present(await this.book.unguardedAccounts());
  }

  unguardedTradesOf(...args: Parameters<Book['unguardedTradesOf']>) {
    return this.book.unguardedTradesOf(...args);
  }

  heldMints(...args: Parameters<Book['heldMints']>) {
    return this.book.heldMints(...args);
  }

  tradesAtVenueOf(...args: Parameters<Book['tradesAtVenueOf']>) {
    return this.book.tradesAtVenueOf(...args);
  }

  async tradedAccounts(endedSince: Date): Promise<readonly UserAccount[]> {
    return this.#present(await this.book.tradedAccounts(endedSince));
  }

  async usersAt(...args: Parameters<Book['usersAt']>): Promise<readonly string[]> {
    return this.#present(await this.book.usersAt(...args), (name) => name);
  }

  async accountsAwaitingDelivery(): Promise<readonly UserAccount[]> {
    return this.#present(await this.book.accountsAwaitingDelivery());
  }

  async markableTrades(venue?: VenueName): Promise<readonly Markable[]> {
    return this.#present(await this.book.markableTrades(venue));
  }

  async openUntil(date: CalendarDate): Promise<readonly Trade[]> {
    return this.#present(await this.book.openUntil(date));
  }

  async accountNames(): Promise<readonly string[]> {
    return this.#present(await this.book.accountNames(), (name) => name);
  }

  async standing(kinds: AlertKind | readonly AlertKind[]): Promise<readonly StandingAlert[]> {
    return this.#present(await this.book.standing(kinds));
  }

  async tripRecords(...args: Parameters<Book['tripRecords']>) {
    const records = await this.book.tripRecords(...args);
    return new Map(await this.#present([...records], ([name]) => name));
  }

  async heldSince(since: Date): Promise<readonly Held[]> {
    return this.#present(await this.book.heldSince(since));
  }

  openAccount(...args: Parameters<Book['openAccount']>) {
    return this.book.openAccount(...args);
  }

  read(username: Username) {
    return this.book.read(username);
  }

  view<T>(username: Username, work: (reader: BookReader) => Promise<T>): Promise<T> {
    return this.book.view(username, work);
  }

  get news() {
    return this.book.news;
  }

  figures(username: Username) {
    return this.book.figures(username);
  }

  proveLog(username: Username) {
    return this.book.proveLog(username);
  }

  checkLog(...args: Parameters<Book['checkLog']>) {
    return this.book.checkLog(...args);
  }

  change<T>(username: Username, work: (change: BookChange) => Promise<T>): Promise<T> {
    return this.book.change(username, work);
  }

  writeMarks(...args: Parameters<Book['writeMarks']>) {
    return this.book.writeMarks(...args);
  }

  noteBests(...args: Parameters<Book['noteBests']>) {
    return this.book.noteBests(...args);
  }

  recordCompleteness(...args: Parameters<Book['recordCompleteness']>) {
    return this.book.recordCompleteness(...args);
  }

  lastTick(...args: Parameters<Book['lastTick']>) {
    return this.book.lastTick(...args);
  }

  passTick(...args: Parameters<Book['passTick']>) {
    return this.book.passTick(...args);
  }

  bookends(...args: Parameters<Book['bookends']>) {
    return this.book.bookends(...args);
  }

  writeBookends(...args: Parameters<Book['writeBookends']>) {
    return this.book.writeBookends(...args);
  }

  /** Reads the replayed users after the list, because a replay starts before it creates anything. */
  async #present<T>(
    all: readonly T[],
    userOf: (one: T) => string = (one) => (one as { readonly username: Username }).username,
  ): Promise<readonly T[]> {
    if (all.length === 0) return all;
    const replaying = await this.replaying();
    return all.filter((one) => !replaying.has(userOf(one)));
  }
}
