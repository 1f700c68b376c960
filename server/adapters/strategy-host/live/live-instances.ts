import type { LiveAnswer, LiveCall, LiveNeeds } from '../../../ports/live-host.ts';
import type { Shipped } from '../../../ports/strategies.ts';
import { loadCode } from '../kinds/load-code.ts';
import { markedCalls } from '../kinds/marked-calls.ts';
import type { LiveOpened, SharedCells } from '../pool/tasks.ts';
import { LiveStrategy } from './live-strategy.ts';

/** The live strategies of this thread, by number. */
export class LiveInstances {
  readonly #all = new Map<number, LiveStrategy>();

  constructor(private readonly shipped: Shipped) {}

  /** Marks the calls of the instance in the cells, so that another thread can see a call that hangs. */
  async open({ id, code, ...run }: LiveOpened, { calls }: SharedCells): Promise<LiveNeeds> {
    const own = 'module' in code;
    if (own) Atomics.add(calls, 0, 1);
    const loaded = await loadCode(code, this.shipped);
    if (own) Atomics.add(calls, 0, 1);
    const strategy = new LiveStrategy(markedCalls(loaded, calls), run);
    this.#all.set(id, strategy);
    return strategy.needs;
  }

  calls(id: number, calls: readonly LiveCall[]): readonly LiveAnswer[] {
    const strategy = this.#all.get(id);
    if (!strategy) throw new Error('The strategy is not open');
    return calls.map((call) => strategy.call(call));
  }

  close(id: number): null {
    this.#all.delete(id);
    return null;
  }
}
