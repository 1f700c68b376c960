import type { DecisionMade } from '../../../server/ports/decision-made.ts';
import { NOON } from '../fakes/fake-clock.ts';

/** A decision that nothing can replay, for what a test stores without one. */
export const UNJOURNALLED: DecisionMade = {
  ...{ kind: 'NONE_OF_THE_DESK', at: NOON, actor: 'desk', input: null, ids: [] },
};
