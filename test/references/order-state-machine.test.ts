import { describe, expect, it } from 'vitest';
import {
  mayFollow,
  ORDER_STATUSES,
  type OrderStatus,
} from '../../server/domain/order/order-status.ts';
import { referenceFile } from '../support/recorded/reference-file.ts';

interface StateMachine {
  readonly states: readonly string[];
  readonly events: readonly string[];
  readonly allowed: readonly { readonly from: string; readonly event: string }[];
  readonly forbidden_pairs: readonly (readonly [from: string, event: string])[];
}

const text = referenceFile('data/cases/order-state-machine.json');
const machine = text === null ? null : (JSON.parse(text) as StateMachine);

/** Our status by their state. A triggered stop and an order being canceled stay ACCEPTED here. */
const STATUS_OF: Record<string, OrderStatus> = {
  initialized: 'INTENT',
  submitted: 'SUBMITTED',
  accepted: 'ACCEPTED',
  triggered: 'ACCEPTED',
  pending_cancel: 'ACCEPTED',
  partially_filled: 'PARTIALLY_FILLED',
  filled: 'FILLED',
  canceled: 'CANCELED',
  expired: 'EXPIRED',
  rejected: 'REJECTED',
  denied: 'DENIED',
};

const STATES_NOT_OURS: Record<string, string> = {
  emulated: 'an exit that we watch is no order until it is sent',
  released: 'an exit that we watch is no order until it is sent',
  pending_update: 'orders are never changed in place: canceled and placed anew',
};

const EVENTS_NOT_OURS: Record<string, string> = {
  emulated: 'as the state',
  released: 'as the state',
  pending_update: 'as the state',
  updated: 'as the state pending_update',
  modify_rejected: 'as the state pending_update',
  pending_cancel: 'a mark on the order, not a status',
  cancel_rejected: 'a mark on the order, not a status',
  triggered: 'the venue tells of fills, not of triggers',
};

/** Where we decide otherwise: whether we allow it, and why. */
const OTHERWISE: Record<string, readonly [allowed: boolean, why: string]> = {
  'initialized expired': [false, 'what was never sent cannot expire at a venue'],
  'accepted submitted': [
    true,
    'the desk itself accepts what waits for its price, and submits it then',
  ],
  'triggered submitted': [true, 'as accepted, of which we keep no triggered apart'],
  'pending_cancel submitted': [true, 'as accepted, of which a cancel is a mark'],
  'accepted denied': [true, 'what waits at the desk may be refused before it is signed'],
  'triggered denied': [true, 'as accepted, of which we keep no triggered apart'],
  'pending_cancel denied': [true, 'as accepted, of which a cancel is a mark'],
  'submitted expired': [true, 'polling may miss the ACCEPTED between'],
  'partially_filled accepted': [false, 'accepted says nothing new: the fills stay'],
  'pending_cancel accepted': [false, 'the status was never left'],
  'canceled filled': [
    false,
    'final; a fill that comes later shows in the positions and is alerted',
  ],
};

describe.skipIf(!machine)("the order status table against nautilus_trader's", () => {
  it('covers all pairs of state and event once', () => {
    const { states, events, allowed, forbidden_pairs } = machine!;
    expect(allowed).toHaveLength(65);
    expect(forbidden_pairs).toHaveLength(145);
    expect(allowed.length + forbidden_pairs.length).toBe(states.length * events.length);
    expect([...Object.keys(STATUS_OF), ...Object.keys(STATES_NOT_OURS)].sort()).toEqual(states);
    const ours = events.filter((event) => !(event in EVENTS_NOT_OURS));
    expect(ours.every((event) => event in STATUS_OF)).toBe(true);
    // Only we have UNKNOWN: they learn of each order or lose it.
    expect(ORDER_STATUSES.filter((s) => !Object.values(STATUS_OF).includes(s))).toEqual([
      'UNKNOWN',
    ]);
  });

  it('allows and refuses the same moves as they do, except where stated', () => {
    const { states, events, allowed } = machine!;
    const theirs = new Set(allowed.map(({ from, event }) => `${from} ${event}`));
    const compared = states.flatMap((from) => {
      const status = STATUS_OF[from];
      if (!status) return [];
      return events
        .filter((event) => !(event in EVENTS_NOT_OURS))
        .map((event) => ({ pair: `${from} ${event}`, status, event }));
    });
    expect(compared).toHaveLength(77);
    const differences: string[] = [];
    for (const { pair, status, event } of compared) {
      const ours = mayFollow(status, STATUS_OF[event]!);
      if (ours === theirs.has(pair)) continue;
      differences.push(pair);
      expect(OTHERWISE[pair]?.[0], pair).toBe(ours);
    }
    expect(differences.sort()).toEqual(Object.keys(OTHERWISE).sort());
  });

  it('accepts a partial fill wherever it accepts a whole one, also several in a row', () => {
    for (const { from, event } of machine!.allowed) {
      const status = STATUS_OF[from];
      if (event !== 'filled' || !status || `${from} filled` in OTHERWISE) continue;
      expect(mayFollow(status, 'PARTIALLY_FILLED'), from).toBe(true);
    }
    expect(mayFollow('PARTIALLY_FILLED', 'PARTIALLY_FILLED')).toBe(true);
  });
});
