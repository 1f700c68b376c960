import type { FaultPoint } from '../../../server/ports/fault-points.ts';
import type { Scene } from './crash-desk.ts';
import type { Ask, Prepare } from './crash-scenes.ts';
import type { WireTrade } from '../servers/trader.ts';

export interface Flow {
  readonly name: string;
  /** The contract expires on the day on which it is bought. */
  readonly expires?: true;
  /** Does everything before the process may end; returns the request to the desk at that moment, if any. */
  readonly prepare: Prepare;
  /** What venue and market do during the flow, again and again, even while the process is down. */
  readonly goesOn?: (scene: Scene) => void;
  /** Whether the flow has reached its end, as it does without a crash. */
  readonly over: (trade: WireTrade) => boolean;
  /** What a person does once the recovered desk has reached that end. */
  readonly afterwards?: (scene: Scene) => Ask;
  /** The trade's allowed final states, wherever the process ended. */
  readonly ends: readonly string[];
  /** The first point to crash at; before it the flow equals another flow, which covers those points. */
  readonly from?: FaultPoint;
  /** True when the flow ends with the shares of one contract in the account. */
  readonly delivers?: true;
}
