import type { FaultPoint } from '../../../server/ports/fault-points.ts';
import type { Scene } from './crash-desk.ts';
import type { Ask, Prepare } from './crash-scenes.ts';
import type { WireTrade } from '../servers/trader.ts';

export interface Flow {
  readonly name: string;
  /** The contract ends on the day on which it is bought. */
  readonly expires?: true;
  /** All that comes before the moment from which the process may end; answers what is asked of the desk then, if anything. */
  readonly prepare: Prepare;
  /** What venue and market do in it, again and again; also while the process is down. */
  readonly goesOn?: (scene: Scene) => void;
  /** It went to its end, as it does where nobody ends the process. */
  readonly over: (trade: WireTrade) => boolean;
  /** What a person does once the desk, having recovered, has come to that end. */
  readonly afterwards?: (scene: Scene) => Ask;
  /** How the trade may stand in the end, wherever the process ended. */
  readonly ends: readonly string[];
  /** Until it comes there it is just as another flow is, which tells of what comes before. */
  readonly from?: FaultPoint;
  /** It leaves the shares of one contract. */
  readonly delivers?: true;
}
