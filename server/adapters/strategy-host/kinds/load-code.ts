import type { StrategyDefinition } from '../../../domain/strategy/definition.ts';
import type { KindCode, Shipped } from '../../../ports/strategies.ts';
import type { OwnCode } from '../pool/tasks.ts';
import { definitionIn } from './describe-kind.ts';

/** Loads a kind's code in this thread. A module of the operator's is loaded anew in each new thread. */
export async function loadCode(code: KindCode, shipped: Shipped): Promise<StrategyDefinition> {
  if ('module' in code) return definitionIn(await defaultExport(code));
  const definition = shipped[code.shipped];
  if (!definition) throw new Error(`No kind ${code.shipped} is shipped`);
  return definition;
}

export async function defaultExport({ module }: OwnCode): Promise<unknown> {
  const address = `data:text/javascript;base64,${Buffer.from(module).toString('base64')}`;
  const loaded = (await import(address)) as { readonly default?: unknown };
  return loaded.default;
}
