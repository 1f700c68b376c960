import type { Username } from '../../domain/ids.ts';
import type { CheckedLog } from '../../domain/book/log-proof.ts';
import type { BookDeps } from '../steps/book-deps.ts';
import type { Actor } from '../../ports/trading-system.ts';

const KEPT_MS = 10_000;

interface Asked {
  readonly at: number;
  readonly proof: Promise<CheckedLog>;
  running: boolean;
}

/** A proof reads the whole log: a user runs one at a time, and gets the last proof again for ten seconds. */
export class ProveLog {
  readonly #asked = new Map<string, Asked>();

  constructor(private readonly deps: Pick<BookDeps, 'book' | 'clock'>) {}

  execute({ username }: Actor): Promise<CheckedLog> {
    const now = this.deps.clock.now().getTime();
    const last = this.#asked.get(username);
    if (last && (last.running || now - last.at < KEPT_MS)) return last.proof;
    const asked: Asked = { at: now, proof: this.#prove(username), running: true };
    this.#asked.set(username, asked);
    asked.proof.then(
      () => (asked.running = false),
      () => this.#asked.delete(username),
    );
    return asked.proof;
  }

  async #prove(username: Username): Promise<CheckedLog> {
    const checkedAt = this.deps.clock.now();
    return { ...(await this.deps.book.proveLog(username)), checkedAt };
  }
}
