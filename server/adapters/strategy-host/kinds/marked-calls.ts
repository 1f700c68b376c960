import type { StrategyDefinition } from '../../../domain/strategy/definition.ts';
import type { StrategyInstance } from '../../../domain/strategy/strategy.ts';

/** Raises a cell before and after each call of a strategy, so that another thread can see a call that hangs. */
export function markedCalls(definition: StrategyDefinition, calls: Int32Array): StrategyDefinition {
  const marked = <T>(call: () => T): T => {
    Atomics.add(calls, 0, 1);
    try {
      return call();
    } finally {
      Atomics.add(calls, 0, 1);
    }
  };
  return {
    ...definition,
    // The columnar form is faster, but its calls are not marked.
    columnar: undefined,
    ...(definition.history && {
      history: (p: never) => marked(() => definition.history?.(p) ?? 0),
    }),
    create: (p: never) =>
      markedInstance(
        marked(() => definition.create(p)),
        marked,
      ),
  };
}

function markedInstance(
  instance: StrategyInstance,
  marked: <T>(call: () => T) => T,
): StrategyInstance {
  return {
    ...(instance.onBar && {
      onBar: (bar, desk) => marked(() => instance.onBar?.(bar, desk)),
    }),
    ...(instance.onQuote && {
      onQuote: (quote, desk) => marked(() => instance.onQuote?.(quote, desk)),
    }),
    ...(instance.onFill && {
      onFill: (fill, desk) => marked(() => instance.onFill?.(fill, desk)),
    }),
  };
}
