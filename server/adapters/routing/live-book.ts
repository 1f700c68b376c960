import type { AlertKind, StandingAlert } from '../../domain/book/alert.ts';
import type { Trade } from '../../domain/trade/trade.ts';
import type { Book, BookChange } from '../../ports/book.ts';

/**
 * The book as the desk's own jobs see it: without the users whose past is being replayed, for the
 * present must not reach into it.
 */
export class LiveBook implements Book {
  constructor(
    private readonly book: Book,
    private readonly isReplaying: (username: string) => boolean,
  ) {}

  get mode() {
    return this.book.mode;
  }

  async activeUsers(endedSince?: Date): Promise<readonly string[]> {
    return (await this.book.activeUsers(endedSince)).filter((name) => !this.isReplaying(name));
  }

  async usersAt(...args: Parameters<Book['usersAt']>): Promise<readonly string[]> {
    return (await this.book.usersAt(...args)).filter((name) => !this.isReplaying(name));
  }

  async usersAwaitingDelivery(): Promise<readonly string[]> {
    const names = await this.book.usersAwaitingDelivery();
    return names.filter((name) => !this.isReplaying(name));
  }

  async activeTrades(): Promise<readonly Trade[]> {
    return (await this.book.activeTrades()).filter(({ username }) => !this.isReplaying(username));
  }

  async accountNames(): Promise<readonly string[]> {
    return (await this.book.accountNames()).filter((name) => !this.isReplaying(name));
  }

  async standing(kind: AlertKind): Promise<readonly StandingAlert[]> {
    return (await this.book.standing(kind)).filter(({ username }) => !this.isReplaying(username));
  }

  async heldSince(since: Date): Promise<readonly Trade[]> {
    const trades = await this.book.heldSince(since);
    return trades.filter(({ username }) => !this.isReplaying(username));
  }

  openAccount(...args: Parameters<Book['openAccount']>) {
    return this.book.openAccount(...args);
  }

  read(username: string) {
    return this.book.read(username);
  }

  proveLog(username: string) {
    return this.book.proveLog(username);
  }

  change<T>(username: string, work: (change: BookChange) => Promise<T>): Promise<T> {
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
}
