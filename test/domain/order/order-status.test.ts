import { describe, expect, it } from 'vitest';
import {
  isFinal,
  isWorking,
  mayFollow,
  ORDER_STATUSES,
  type OrderStatus,
} from '../../../server/domain/order/order-status.ts';
import { referenceFile } from '../../support/recorded/reference-file.ts';

const THEIRS: Partial<Record<OrderStatus, string>> = {
  INTENT: 'initialized',
  SUBMITTED: 'submitted',
  ACCEPTED: 'accepted',
  PARTIALLY_FILLED: 'partially_filled',
  FILLED: 'filled',
  CANCELED: 'canceled',
  EXPIRED: 'expired',
  REJECTED: 'rejected',
  DENIED: 'denied',
};

interface Machine {
  readonly allowed: readonly {
    readonly from: string;
    readonly event: string;
    readonly to: string;
  }[];
}

const text = referenceFile('data/cases/order-state-machine.json');

describe('the states of an order', () => {
  it.skipIf(!text)('follow each other as in a published machine, except where named here', () => {
    const { allowed } = JSON.parse(text ?? '{}') as Machine;
    const theirs = new Set<string>();
    for (const { from, event, to } of allowed) {
      theirs.add(`${from} ${to}`);
      if (event === 'filled') theirs.add(`${from} partially_filled`);
    }
    const mapped = ORDER_STATUSES.filter((status) => THEIRS[status]);
    const differences = mapped.flatMap((from) =>
      mapped
        .filter((to) => from !== to)
        .map((to) => ({ from, to, ours: mayFollow(from, to) }))
        .filter(({ to, ours }) => ours !== theirs.has(`${THEIRS[from]} ${THEIRS[to]}`))
        .map(({ to, ours }) => `${from} ${ours ? 'may' : 'may not'} become ${to}`),
    );
    expect(differences).toEqual([
      // An order becomes SUBMITTED before it is sent, so only the desk itself changes an INTENT.
      'INTENT may not become EXPIRED',
      // A poll may miss the states in between.
      'SUBMITTED may become EXPIRED',
      // The desk itself holds an order until its price is met. It submits it then, or inspects it first.
      'ACCEPTED may become INTENT',
      'ACCEPTED may become SUBMITTED',
      'ACCEPTED may become DENIED',
      // A partial fill is never undone.
      'PARTIALLY_FILLED may not become ACCEPTED',
      // CANCELED is the venue's last word with the fills that raced it, not our request.
      'CANCELED may not become PARTIALLY_FILLED',
      'CANCELED may not become FILLED',
    ]);
  });

  it('end in five final states', () => {
    const ends = ORDER_STATUSES.filter(isFinal);
    expect(ends).toEqual(['FILLED', 'CANCELED', 'EXPIRED', 'REJECTED', 'DENIED']);
    for (const from of ends) {
      for (const to of ORDER_STATUSES) expect(mayFollow(from, to), `${from} ${to}`).toBe(false);
    }
  });

  it('count as working from sending to the end, including an unknown outcome', () => {
    const working = ORDER_STATUSES.filter(isWorking);
    expect(working).toEqual(['SUBMITTED', 'UNKNOWN', 'ACCEPTED', 'PARTIALLY_FILLED']);
  });

  it('never lead back to a state from before the venue answered, but for what waits at the desk', () => {
    for (const from of ORDER_STATUSES) {
      expect(mayFollow(from, 'INTENT')).toBe(from === 'ACCEPTED');
      expect(mayFollow(from, 'SUBMITTED')).toBe(from === 'INTENT' || from === 'ACCEPTED');
      expect(mayFollow(from, 'UNKNOWN')).toBe(from === 'SUBMITTED');
    }
  });
});
