import { render, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { protectionLamp } from '../../../client/frame/lamp-states.ts';
import type { DeskStatusFragment, TradeRowFragment } from '../../../client/gql/graphql.ts';
import { Exact } from '../../../client/lib/exact.ts';
import { needsOf } from '../../../client/portfolio/needs.ts';
import Gauge from '../../../client/figures/Gauge.svelte';
import { guardOf } from '../../../client/figures/protection.ts';

const NOW = Date.parse('2026-03-10T16:00:00Z');
const before = (seconds: number) => new Date(NOW - seconds * 1000).toISOString();

function bare(parts: object = {}, detail: object | null = {}): TradeRowFragment {
  const said = 'No stop is working at the venue: the venue refused the stop: No.';
  const refused = { cause: 'REFUSED', watchedEverySeconds: 5, dataDelaySeconds: 0, words: said };
  return {
    ...{ id: 't', phase: 'OPEN', status: 'OPEN', protection: 'WATCHED', assetClass: 'EQUITY' },
    accountReachable: true,
    ...{ symbol: 'SPY', stopLoss: '1.00', unprotectedSince: before(90), orders: [] },
    mark: { sourceTime: before(40), receivedAt: before(2) },
    protectionDetail: detail && { ...refused, ...detail },
    ...parts,
  } as unknown as TradeRowFragment;
}
const status = (parts: object) => ({ unprotectedTrades: 1, ...parts }) as DeskStatusFragment;

describe('a stop that does not stand at the venue', () => {
  it.each([
    ['the age of its price', {}, {}, 'the desk watches every 5 s, on data 40 s old'],
    [
      'a venue whose prices lag',
      {},
      { dataDelaySeconds: 900 },
      'the desk watches every 5 s, on data 15 min old',
    ],
    ['no price', { mark: null }, {}, 'the desk watches every 5 s, no price yet'],
    ['nobody', {}, { watchedEverySeconds: null }, 'nothing acts if it is reached'],
  ])('says who watches: %s', (_, parts, detail, words) => {
    expect(guardOf(bare(parts, detail), NOW)?.watch).toBe(words);
  });

  it('is watched by nobody once everything is halted', () => {
    const guard = guardOf(bare(), NOW, 'HALT_ALL');
    expect(guard).toMatchObject({ cause: 'HALT_ALL', watched: false });
    expect(guard!.watch).toBe('nothing acts if it is reached');
    expect(guardOf(bare(), NOW, 'HALT_ENTRIES')?.watched).toBe(true);
  });

  it('is not mentioned when a stop works there, or the trade is over', () => {
    expect(guardOf(bare({}, null), NOW)).toBeNull();
    expect(guardOf(bare({ phase: 'CLOSED' }), NOW)).toBeNull();
  });

  it('lights the lamp, which gives trade, cause and watch', () => {
    const lamp = protectionLamp(status({}), [bare()], NOW);
    expect(lamp).toMatchObject({ text: '1 without stop', lit: 'alarm' });
    expect(lamp.tip).toBe('SPY: refused, the desk watches every 5 s, on data 40 s old');
    const halted = protectionLamp(status({ killSwitch: 'HALT_ALL' }), [bare()], NOW);
    expect(halted.tip).toContain('nothing acts');
  });

  it('does not count as a stop at the venue', () => {
    const open = [bare({}, null), bare({ protection: 'VENUE' }, null)];
    const lamp = protectionLamp(status({ unprotectedTrades: 0 }), open, NOW);
    expect(lamp).toMatchObject({ text: '1 of 2', icon: 'guard' });
  });

  it('is listed among what needs a person', () => {
    const [need] = needsOf([bare()], NOW);
    expect(need!.why).toContain('the venue refused the stop: No.');
    expect(need!.why).toContain('Stop 1.00: the desk watches every 5 s, on data 40 s old.');
  });

  it('ranks below an unreachable account, like an order without an answer', () => {
    const lost = { orders: [{ status: 'UNKNOWN', role: 'ENTRY', placedAt: before(60) }] };
    for (const parts of [{}, lost]) {
      const [need] = needsOf([bare({ ...parts, accountReachable: false })], NOW);
      expect(need!.why).toContain('No stored token gives access to its account');
      expect(need!.verb).toEqual({ label: 'Settings', href: '/settings#venues' });
    }
  });

  it('offers to cancel the rest of the entry for which its exits wait', () => {
    const [need] = needsOf([bare({}, { cause: 'ENTRY_FILL' })], NOW);
    expect(need!.verb).toEqual({ label: 'Cancel the rest', href: '/trades/t?do=cancel' });
    expect(needsOf([bare()], NOW)[0]!.verb.label).toBe('Place stop');
  });

  it('is drawn dashed, and announced as not at the venue', () => {
    const at = (text: string) => new Exact(text);
    const levels = { stop: at('1.00'), target: at('2.00'), entry: at('1.50'), mark: null };
    render(Gauge, { props: { ...levels, watched: true, watch: guardOf(bare(), NOW)!.watch } });
    const gauge = screen.getByRole('img');
    expect(gauge.classList.contains('soft')).toBe(true);
    expect(gauge.getAttribute('aria-label')).toContain(
      'stop 1.00, not at the venue, the desk watches every 5 s, on data 40 s old, entry',
    );
  });
});
