import type { AlertKind, NewAlert } from '../domain/book/alert.ts';
import type { BookDeps } from './book-deps.ts';

/** Of what lasts and is looked at again and again; its `subject` or its trade says what it is about. */
export interface LastingAlert extends NewAlert {
  readonly condition: string;
}

/**
 * Tells of what lasts once, until its condition is another or it is over. What is well costs no write, and
 * what an earlier process told stands still.
 */
export class StandingAlerts {
  /** By user and kind: the condition told last of each that stands. */
  readonly #told = new Map<string, Map<string, string | null>>();
  #remembered: Promise<void> | null = null;

  constructor(
    private readonly deps: Pick<BookDeps, 'book' | 'clock'>,
    private readonly kinds: readonly AlertKind[],
  ) {}

  async tell(username: string, alert: LastingAlert): Promise<void> {
    const about = alert.subject ?? alert.tradeId;
    if (about === null) throw new Error(`An alert ${alert.kind} says nothing that it is about`);
    const told = await this.#toldOf(username, alert.kind);
    if (told.get(about) === alert.condition) return;
    const { book, clock } = this.deps;
    await book.change(username, (change) => change.raise(alert, clock.now()));
    told.set(about, alert.condition);
  }

  async end(username: string, kind: AlertKind, about: string): Promise<void> {
    const told = await this.#toldOf(username, kind);
    if (!told.has(about)) return;
    const { book, clock } = this.deps;
    await book.change(username, (change) => change.resolve(kind, about, clock.now()));
    told.delete(about);
  }

  /** What a user's alerts of a kind that stand are about. */
  async abouts(username: string, kind: AlertKind): Promise<readonly string[]> {
    return [...(await this.#toldOf(username, kind)).keys()];
  }

  async #toldOf(username: string, kind: AlertKind): Promise<Map<string, string | null>> {
    this.#remembered ??= this.#remember();
    try {
      await this.#remembered;
    } catch (error) {
      // The next one asks again: a database that failed once has not failed for good.
      this.#remembered = null;
      throw error;
    }
    return this.#known(username, kind);
  }

  #known(username: string, kind: AlertKind): Map<string, string | null> {
    const key = `${username} ${kind}`;
    const known = this.#told.get(key) ?? new Map<string, string | null>();
    this.#told.set(key, known);
    return known;
  }

  async #remember(): Promise<void> {
    for (const kind of this.kinds)
      for (const { username, about, condition } of await this.deps.book.standing(kind))
        this.#known(username, kind).set(about, condition);
  }
}
