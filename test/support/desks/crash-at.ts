import type { Book } from '../../../server/ports/book.ts';
import type { Broker } from '../../../server/ports/broker.ts';
import type { BookDeps } from '../../../server/usecases/steps/book-deps.ts';
import { brokersThrough } from '../fakes/brokers.ts';

export class Crash extends Error {
  override readonly name = 'Crash';
}

/**
 * Kills the process before or after its n-th effect (a transaction, an order, a cancel): from there on
 * nothing that it does has any effect, as after kill -9.
 */
export class CrashAt {
  happened = false;
  #steps = 0;

  constructor(private readonly step: number) {}

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
        return async (...args: unknown[]) => {
          this.#pass();
          const result = await call(...args);
          this.#pass();
          return result;
        };
      },
    });
  }

  #pass(): void {
    this.#steps += 1;
    if (this.#steps >= this.step) this.happened = true;
    if (this.happened) throw new Crash(`killed at step ${this.step}`);
  }
}
