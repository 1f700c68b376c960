import { expect, it } from 'vitest';
import { fieldErrors, refusal } from '../../../client/ticket/refusal.ts';
import { Previewed } from '../../../client/ticket/previewed.svelte.ts';
import { Ticket } from '../../../client/ticket/ticket.svelte.ts';

const PAPER = { mode: 'PAPER', armed: false } as const;

it('says beside the contract and on the button that the venue does not list it', () => {
  const ticket = new Ticket();
  ticket.picked = {
    ...{ symbol: 'SPY260327C00561000', underlying: 'SPY', assetClass: 'OPTION' },
    ...{ strike: '561', right: 'CALL', expiration: '2026-03-27' },
  };
  ticket.limit = '1.50';
  const message = 'SPY260327C00561000 is unknown: the chain does not list it.';
  const field = 'input.option.symbol';
  const none = { checks: [], current: null, retryAfterMs: null };
  const errors = fieldErrors(ticket, { code: 'BAD_USER_INPUT', message, field, ...none });
  expect(errors).toEqual({ contract: message });
  expect(refusal(ticket, new Previewed(), errors, PAPER)).toBe(message);
});

it('shows each failed check as a sentence of its own', () => {
  const ticket = new Ticket();
  ticket.picked = { symbol: 'SPY', underlying: 'SPY', assetClass: 'EQUITY' };
  const riskChecks = [
    { passed: false, message: 'A short call needs 100 shares: 0 are free.' },
    { passed: true, message: 'Kill switch is off.' },
    { passed: false, message: 'The loss of this trade has no bound.' },
  ];
  const previewed = Object.assign(new Previewed(), { answer: { riskChecks } });
  expect(refusal(ticket, previewed, {}, PAPER)).toBe(
    'Not possible: A short call needs 100 shares: 0 are free. The loss of this trade has no bound.',
  );
});

it('offers a real order only while REAL is armed', () => {
  const ticket = new Ticket();
  ticket.picked = { symbol: 'SPY', underlying: 'SPY', assetClass: 'EQUITY' };
  const previewed = Object.assign(new Previewed(), { answer: { riskChecks: [] } });
  const real = (armed: boolean) => refusal(ticket, previewed, {}, { mode: 'REAL', armed });
  expect(real(false)).toBe('REAL is not armed: Safety arms it');
  expect(real(true)).toBeNull();
});
