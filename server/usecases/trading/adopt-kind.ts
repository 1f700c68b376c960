import { idPrefix } from '../../domain/mode.ts';
import { adoptHolding, type Adopting } from '../../domain/wallet/adoption.ts';
import type { BeginKind } from '../steps/decision.ts';

/** A person books a holding of a wallet. */
export const ADOPT: BeginKind<Omit<Adopting, 'id' | 'at' | 'actor'>> = {
  name: 'ADOPT',
  begin: ({ at, actor }, adopting, ids) =>
    adoptHolding({ ...adopting, id: `${idPrefix('REAL')}${ids.next()}`, at, actor }),
};
