import type { Figures } from '../term.ts';

/** What proves that the books are right, and that an order was meant. */
export const PROOFS: Figures = {
  auditProof: {
    title: 'Log',
    fields: ['Query.auditProof'],
    unit: 'a proof',
    formula: 'each line’s hash is SHA-256 over the hash of the line before and all of this one',
    saysNot:
      'That the whole log was not rewritten: only a head that is kept elsewhere proves that.',
    related: ['lastHash'],
    aliases: ['audit', 'hash chain'],
  },
  lastHash: {
    title: 'Head of the log',
    fields: ['AuditProof.lastHash'],
    unit: 'SHA-256',
    related: ['auditProof'],
  },
  invariant: {
    title: 'Invariant',
    fields: ['InvariantCheck.state'],
    unit: 'an InvariantState',
    related: ['difference', 'tolerance'],
    aliases: ['reconciliation'],
  },
  difference: {
    title: 'Difference',
    fields: ['InvariantCheck.difference', 'InvariantCheck.ours', 'InvariantCheck.theirs'],
    unit: 'dollars, contracts or shares',
    formula: 'theirs − ours',
    related: ['tolerance', 'invariant'],
  },
  tolerance: {
    title: 'Tolerance',
    fields: ['InvariantCheck.tolerance'],
    unit: 'dollars, contracts or shares',
    related: ['difference'],
  },
  idempotencyKey: {
    title: 'Idempotency key',
    fields: ['PlaceTradeInput.idempotencyKey'],
    unit: 'a text',
    related: ['confirmationToken'],
  },
  confirmationToken: {
    title: 'Confirmation token',
    fields: ['TradePreview.confirmationToken', 'PlaceTradeInput.confirmationToken'],
    unit: 'a text',
    related: ['armed', 'idempotencyKey'],
  },
};
