import type { FaultPoint } from '../../../server/ports/fault-points.ts';
import type { Scene } from './crash-desk.ts';
import type { Ask, Prepare } from './crash-scenes.ts';
import type { WireTrade } from '../servers/trader.ts';

export interface Flow {
  readonly name: string;
  /** The contract expires on the day on which it is bought. */
  readonly expires?: true;
  /** Everything before the moment from which the process may end; returns the request to the desk then, if any. */
  readonly prepare: Prepare;
  /** What venue and market do meanwhile, again and again, even while the process is down. */
  readonly goesOn?: (scene: Scene) => void;
  /** Whether the flow has reached its end, as it does without a crash. */
  readonly over: (trade: WireTrade) => boolean;
  /** What a person does once the recovered desk has reached that end. */
  readonly afterwards?: (scene: Scene) => Ask;
  /** The trade's allowed final states, wherever the process ended. */
  readonly ends: readonly string[];
  /** Before this point the flow equals another one, which covers it. */
  readonly from?: FaultPoint;
  /** It leaves the shares of one contract. */
  readonly delivers?: true;
}
