import type { StrategyDefinition } from '../../../domain/strategy/definition.ts';
import type { StrategyRun } from '../../../domain/strategy/strategy-run.ts';
import type { StrategyInstance } from '../../../domain/strategy/strategy.ts';
import type { LiveAnswer, LiveCall, LiveInput, LiveNeeds } from '../../../ports/live-host.ts';
import { LiveDesk } from './live-desk.ts';

const MOST_HISTORY = 20_000;

/** A strategy at work in this thread. */
export class LiveStrategy {
  readonly needs: LiveNeeds;
  readonly #desk: LiveDesk;
  readonly #instance: StrategyInstance;

  constructor(
    definition: StrategyDefinition,
    { parameters, seed }: Pick<StrategyRun, 'parameters' | 'seed'>,
  ) {
    const history = Math.floor(Number(definition.history?.(parameters as never) ?? 0));
    this.#desk = new LiveDesk(seed);
    this.#instance = definition.create(parameters as never);
    this.needs = {
      history: history > 0 ? Math.min(history, MOST_HISTORY) : 0,
      quotes: typeof this.#instance.onQuote === 'function',
      fills: typeof this.#instance.onFill === 'function',
      chains: definition.assetClasses.includes('OPTION'),
    };
  }

  call({ at, input, desk: known }: LiveCall): LiveAnswer {
    this.#desk.begin(at, known);
    this.#tell(input);
    return this.#desk.end();
  }

  #tell(input: LiveInput): void {
    const [desk, instance] = [this.#desk, this.#instance];
    switch (input.kind) {
      case 'WARM_UP':
        for (const bar of input.bars) desk.see(bar);
        return;
      case 'BAR':
        desk.see(input.bar);
        instance.onBar?.(input.bar, desk);
        return;
      case 'QUOTE':
        instance.onQuote?.(input.quote, desk);
        return;
      case 'FILL':
        instance.onFill?.(input.fill, desk);
    }
  }
}
