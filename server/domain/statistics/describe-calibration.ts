import { LEAST_ORDERS, type Calibration } from './calibration.ts';

/** Why CALIBRATED is not offered, in words for people; null where it is offered. */
export function describeDoubt({ doubt, earlier, later, rivals }: Calibration): string | null {
  switch (doubt) {
    case null:
      return null;
    case 'FEW_EARLIER':
      return `Not enough data: a fit needs ${LEAST_ORDERS} earlier buys and as many sells that a venue filled, with the market around them; of both together there are ${earlier}.`;
    case 'FEW_LATER':
      return `Not enough data: the fit is tried on ${later} later orders and needs ${LEAST_ORDERS}.`;
    case 'REFUSES':
      return 'It would not have filled half of the later orders that the venue filled.';
    case 'NOT_BETTER': {
      const left = rivals.filter(({ beaten }) => !beaten).map(({ model }) => model);
      return `On ${later} later orders it is not surely closer to the venue than ${left.join(', ')}.`;
    }
  }
}
