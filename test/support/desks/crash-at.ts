import type { Book } from '../../../server/ports/book.ts';
import type { Broker } from '../../../server/ports/broker.ts';
import type { BookDeps } from '../../../server/usecases/steps/book-deps.ts';
import { brokersThrough } from '../fakes/brokers.ts';

export class Crash extends Error {
  override readonly name = 'Crash';
}

/**
 * Kills the process before or after its n-th effect (a transaction, an order, a cancel): later calls
 * have no effect, as after kill -9.
 *
 * `outside` describes everything else that the next start meets. If it is given, a kill right before an effect
 * is not counted as a step when nothing outside has changed since the effect before it.
 */
export class CrashAt {
  happened = false;
  #steps = 0;
  #underWay = 0;
  /** `outside` after the last effect; null before the first one. */
  #left: string | null = null;

  constructor(
    private readonly step: number,
    private readonly outside?: () => string,
  ) {}

  readonly through = (deps: BookDeps): BookDeps => ({
    ...deps,
    book: this.#wrap<Book>(deps.book, ['change', 'writeMarks', 'noteBests']),
    brokers: brokersThrough(deps.brokers, (broker) =>
      this.#wrap<Broker>(broker, ['place', 'change', 'cancel']),
    ),
  });

  #wrap<T extends object>(target: T, effects: readonly string[]): T {
    return new Proxy(target, {
      get: (_, name) => {
        const value: unknown = Reflect.get(target, name, target);
        if (typeof value !== 'function') return value;
        const call = (...args: unknown[]): unknown => Reflect.apply(value, target, args) as unknown;
        if (!effects.includes(String(name))) return call;
        const effect = async (...args: unknown[]): Promise<unknown> => call(...args);
        return async (...args: unknown[]) => {
          if (!this.#isAsItWasLeft()) this.#pass();
          this.#underWay += 1;
          // A failed effect is no step; it may have changed what is outside.
          this.#left = null;
          const result = await effect(...args).finally(() => (this.#underWay -= 1));
          this.#pass();
          this.#left = this.outside?.() ?? null;
          return result;
        };
      },
    });
  }

  #isAsItWasLeft(): boolean {
    return this.#underWay === 0 && this.#left !== null && this.#left === this.outside?.();
  }

  #pass(): void {
    this.#steps += 1;
    if (this.#steps >= this.step) this.happened = true;
    if (this.happened) throw new Crash(`killed at step ${this.step}`);
  }
}
