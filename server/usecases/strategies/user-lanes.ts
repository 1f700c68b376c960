import type { Username } from '../../domain/ids.ts';

interface Waiting {
  readonly username: Username;
  readonly begin: () => void;
}

/** Lets a few pieces of work run at once. The others wait; of those that may run, the first that came is next. */
export class UserLanes {
  #running: readonly Username[] = [];
  readonly #waiting: Waiting[] = [];

  /** `own`: how many may run at once of one user; `all`: of all users. */
  constructor(private readonly most: { readonly own: number; readonly all: number }) {}

  async in<T>(username: Username, work: () => Promise<T>): Promise<T> {
    if (this.#mayRun(username)) this.#running = [...this.#running, username];
    else await new Promise<void>((begin) => this.#waiting.push({ username, begin }));
    try {
      return await work();
    } finally {
      this.#leave(username);
    }
  }

  #leave(username: Username): void {
    const place = this.#running.indexOf(username);
    this.#running = this.#running.filter((_, at) => at !== place);
    const next = this.#waiting.findIndex((each) => this.#mayRun(each.username));
    const [begun] = next < 0 ? [] : this.#waiting.splice(next, 1);
    if (!begun) return;
    this.#running = [...this.#running, begun.username];
    begun.begin();
  }

  #mayRun(username: Username): boolean {
    const own = this.#running.filter((each) => each === username).length;
    return this.#running.length < this.most.all && own < this.most.own;
  }
}
