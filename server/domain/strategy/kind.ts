import type { AssetClass } from '../instrument/instrument.ts';
import type { CandleInterval } from '../market/candle.ts';
import type { ParameterSchema } from './definition.ts';

/** A kind of strategy in the list: shipped, or from the operator's folder. */
export interface StrategyKind {
  readonly kind: string;
  readonly title: string;
  /** The strategy's idea, and when it fails. */
  readonly description: string;
  readonly assetClasses: readonly AssetClass[];
  /** The properties of a JSON Schema object. */
  readonly parameters: Readonly<Record<string, ParameterSchema>>;
  /** The interval of its bars, where neither its strategy nor a backtest names one. */
  readonly interval: CandleInterval;
  /** SHA-256 of its source text, in hexadecimal. */
  readonly version: string;
  /** Whether it is from the operator's folder. */
  readonly own: boolean;
  /** Why a kind of the operator's can be neither saved nor run; null: it can. */
  readonly error: string | null;
  /** It is still being loaded, and has an error until it is; left out: it is not. */
  readonly loading?: boolean;
}

/** The kind's parameters as one JSON Schema. */
export function parametersSchema({ parameters }: Pick<StrategyKind, 'parameters'>): object {
  return { type: 'object', properties: parameters, additionalProperties: false };
}
