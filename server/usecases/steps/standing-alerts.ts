import type { Username } from '../../domain/ids.ts';
import type { AlertKind, NewAlert, StandingAlert } from '../../domain/account/alert.ts';
import type { BookDeps } from './book-deps.ts';

/** An alert about a lasting cause that is checked again and again; `subject` or the trade is its topic. */
export interface LastingAlert extends NewAlert {
  readonly condition: string;
}

/** How soon a server learns, and so can end, what another server or an earlier process alerted. */
export const LOOK_EVERY_MS = 60_000;

/** The condition of each alert by what it is about, by kind and user. */
type Standing = Map<AlertKind, Map<Username, Map<string, string | null>>>;

/**
 * Raises an alert about a lasting cause once, until its condition changes or it is over. A healthy state
 * costs no write, and alerts of an earlier process or another server still stand.
 */
export class StandingAlerts {
  #standing: Standing = new Map();
  #remembered: Promise<void> | null = null;
  #lookedAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly deps: Pick<BookDeps, 'book' | 'clock'>,
    private readonly kinds: readonly AlertKind[],
  ) {}

  async raise(username: Username, alert: LastingAlert): Promise<void> {
    const about = alert.subject ?? alert.tradeId;
    if (about === null) throw new Error(`An alert ${alert.kind} says nothing that it is about`);
    const standing = await this.#standingOf(username, alert.kind);
    if (standing.get(about) === alert.condition) return;
    const { book, clock } = this.deps;
    await book.change(username, (change) => change.raise(alert, clock.now()));
    this.#known(username, alert.kind).set(about, alert.condition);
  }

  /** `next` makes the alert to raise from the standing alert about the same, read under the lock; null: none. */
  async follow(
    username: Username,
    { kind, subject }: Pick<LastingAlert, 'kind' | 'subject'>,
    next: (standing: StandingAlert | null, now: Date) => LastingAlert | null,
  ): Promise<void> {
    const { book, clock } = this.deps;
    const now = clock.now();
    const standing = (await book.read(username).standing(kind)).find(isAbout(subject)) ?? null;
    if (!next(standing, now)) return;
    await book.change(username, async (change) => {
      const alert = next((await change.standing(kind)).find(isAbout(subject)) ?? null, now);
      if (alert) await change.raise(alert, now);
    });
    const raised = (await book.read(username).standing(kind)).find(isAbout(subject));
    if (raised) (await this.#standingOf(username, kind)).set(raised.about, raised.condition);
  }

  async end(username: Username, kind: AlertKind, about: string): Promise<void> {
    const standing = await this.#standingOf(username, kind);
    if (!standing.has(about)) return;
    const { book, clock } = this.deps;
    await book.change(username, (change) => change.resolve(kind, about, clock.now()));
    this.#known(username, kind).delete(about);
  }

  /** The topics of a user's standing alerts of one kind. */
  async abouts(username: Username, kind: AlertKind): Promise<readonly string[]> {
    return [...(await this.#standingOf(username, kind)).keys()];
  }

  /** The users who have a standing alert of this kind. */
  async users(kind: AlertKind): Promise<readonly Username[]> {
    await this.#look();
    const all = [...(this.#standing.get(kind) ?? [])];
    return all.flatMap(([username, abouts]) => (abouts.size > 0 ? [username] : []));
  }

  async #standingOf(username: Username, kind: AlertKind): Promise<Map<string, string | null>> {
    await this.#look();
    return this.#known(username, kind);
  }

  async #look(): Promise<void> {
    const now = this.deps.clock.now().getTime();
    if (now - this.#lookedAt >= LOOK_EVERY_MS) this.#remembered = null;
    this.#remembered ??= this.#remember(now);
    try {
      await this.#remembered;
    } catch (error) {
      // The next call reads again: a database that failed once may work now.
      this.#lookedAt = Number.NEGATIVE_INFINITY;
      throw error;
    }
  }

  #known(username: Username, kind: AlertKind): Map<string, string | null> {
    return knownOf(this.#standing, username, kind);
  }

  async #remember(now: number): Promise<void> {
    this.#lookedAt = now;
    const standing: Standing = new Map();
    for (const { username, kind, about, condition } of await this.deps.book.standing(this.kinds))
      knownOf(standing, username, kind).set(about, condition);
    this.#standing = standing;
  }
}

function isAbout(subject: string | null | undefined) {
  return ({ about }: StandingAlert) => about === subject;
}

function knownOf(
  standing: Standing,
  username: Username,
  kind: AlertKind,
): Map<string, string | null> {
  const ofKind = standing.get(kind) ?? new Map<Username, Map<string, string | null>>();
  standing.set(kind, ofKind);
  const known = ofKind.get(username) ?? new Map<string, string | null>();
  ofKind.set(username, known);
  return known;
}
