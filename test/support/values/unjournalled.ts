import type { DecisionMade } from '../../../server/ports/decision-made.ts';
import { NOON } from '../fakes/fake-clock.ts';

/** A decision that cannot be replayed, for tests that store without a decision of the desk. */
export const UNJOURNALLED: DecisionMade = {
  ...{ kind: 'NONE_OF_THE_DESK', at: NOON, actor: 'desk', input: null, ids: [] },
};
