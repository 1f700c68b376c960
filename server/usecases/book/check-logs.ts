import { describeProblem, type LogCheck } from '../../domain/book/log-check.ts';
import type { Username } from '../../domain/ids.ts';
import { changesNothing, judgeCauses, type Sign, type Cause } from '../../domain/risk/trip.ts';
import type { LogGate } from '../../ports/log-checks.ts';
import type { BookDeps } from '../steps/book-deps.ts';
import { applySigns } from '../steps/trip-switch.ts';

const KIND = 'LOG_BROKEN';
/** How long a person’s entry waits for the reading of a log. */
const PATIENCE_MS = 6_000;

/**
 * Reads every user’s log once after a start, a slice at a time, and trips the switch of a book whose log does not
 * hold. Servers go on where another one has stopped. A reading that had begun before this start opens the gate
 * when it ends, and is followed by another one.
 */
export class CheckLogs implements LogGate {
  readonly #ready = new Set<Username>();
  readonly #upTo = new Map<Username, number>();
  readonly #faults = new Map<Username, number | null>();
  readonly #readings = new Map<Username, Promise<void>>();
  readonly #again = new Map<Username, Date>();
  #start: Date | null = null;
  #waiting: Username[] | null = null;

  constructor(private readonly deps: Pick<BookDeps, 'book' | 'clock' | 'timers'>) {}

  /** Reads one slice of some user’s log. False once all have been read. */
  async next(): Promise<boolean> {
    this.#since();
    this.#waiting ??= [...(await this.deps.book.accountNames())];
    const [username] = this.#waiting;
    if (username === undefined) return false;
    let isRead = false;
    try {
      isRead = await this.#slice(username);
    } finally {
      // A log that fails or is long goes behind the others.
      this.#waiting = [...this.#waiting.slice(1), ...(isRead ? [] : [username])];
    }
    return this.#waiting.length > 0;
  }

  isReady(username: Username): boolean {
    return this.#ready.has(username);
  }

  readUpTo(username: Username): number | null {
    return this.#upTo.get(username) ?? null;
  }

  faultAt(username: Username): number | null {
    return this.#faults.get(username) ?? null;
  }

  async ready(username: Username): Promise<void> {
    if (this.isReady(username)) return;
    const reading =
      this.#readings.get(username) ??
      this.#whole(username).finally(() => this.#readings.delete(username));
    this.#readings.set(username, reading);
    // The caller sees by `isReady` what became of the reading; the rounds go on with it.
    const asked = reading.catch(() => undefined);
    await this.deps.timers.within(PATIENCE_MS, asked, () => undefined);
  }

  /** Null before the first reading. */
  progress(): { readonly left: number } | null {
    return this.#waiting && { left: this.#waiting.length };
  }

  async #whole(username: Username): Promise<void> {
    while (!this.isReady(username)) await this.#slice(username);
  }

  /** True when nothing is left to read. */
  async #slice(username: Username): Promise<boolean> {
    const { book, clock } = this.deps;
    const since = this.#again.get(username) ?? this.#since();
    const check = await book.checkLog(username, { since, at: clock.now() });
    if (check) this.#upTo.set(username, check.sequence);
    if (check && (check.endedAt === null || check.endedAt < since)) return false;
    if (check) this.#faults.set(username, check.faultSequence);
    if (check) await this.#judge(username, check);
    this.#ready.add(username);
    if (!check || check.beganAt >= since) return true;
    this.#again.set(username, new Date((check.endedAt ?? since).getTime() + 1));
    return false;
  }

  async #judge(username: Username, check: LogCheck): Promise<void> {
    const { book, clock } = this.deps;
    const words = describeProblem(check);
    const subject = `event ${check.faultSequence}`;
    const signs: readonly Sign[] =
      words === null ? [] : [{ kind: KIND, subject, state: 'STANDS', words }];
    const judges = ({ kind }: Cause) => kind === KIND;
    const known = (await book.read(username).switchCauses()).filter(judges);
    const at = clock.now();
    if (changesNothing(judgeCauses({ known, signs, killSwitch: 'HALT_ALL', at }))) return;
    await book.change(username, (change) => applySigns(change, { judges, signs, at }));
  }

  #since(): Date {
    return (this.#start ??= this.deps.clock.now());
  }
}
