import type { Arming } from '../../ports/real-money.ts';
import type { BookChange } from '../../ports/book.ts';
import { endWaitingEntries } from './end-waiting-entries.ts';

/**
 * Ends entries that wait, then the arming, if there is one, with a line in the log. `why`: the reason for the entries,
 * in lower case and without a full stop. `says`: the log's sentence about the arming.
 */
export async function endArming(
  change: BookChange,
  { says, ...by }: EndedBy & { readonly says: (arming: Arming) => string },
): Promise<void> {
  await endWaitingEntries(change, by);
  const arming = await change.arming();
  if (!arming) return;
  await change.disarm();
  await change.append({
    type: 'REAL_DISARMED',
    ...{ occurredAt: by.at, actor: by.actor, message: says(arming) },
    ...{ tradeId: null, detail: { armed: arming.id } },
  });
}

interface EndedBy {
  readonly at: Date;
  readonly actor: string;
  readonly why: string;
}
