import type { Tried } from '../../ports/backtests.ts';
import type { StoredInput } from './stored-input.ts';

type Ran = Pick<
  StoredInput,
  'kind' | 'parameters' | 'dataSet' | 'dataHash' | 'symbols' | 'interval'
>;

/**
 * What a run tried. Spans of one imported set are the same data; so are spans of the desk's own bars, which come
 * from the same source and would be other data on every day.
 */
export function triedOf(digest: (text: string) => string, ran: Ran): Tried {
  const { kind, parameters, dataSet, dataHash, symbols, interval } = ran;
  const sorted = Object.entries(parameters).sort(([a], [b]) => (a < b ? -1 : 1));
  const data = dataSet === null ? ['desk', [...symbols].sort(), interval] : ['set', dataHash];
  return {
    data: digest(JSON.stringify(data)),
    parameters: digest(JSON.stringify([kind, sorted])),
  };
}
