import { describe, expect, it } from 'vitest';
import { countByKind, endingOf, matching, openFirst } from '../../../client/alerts/alert-lists.ts';
import { verbOf } from '../../../client/figures/alert-looks.ts';
import { isWished } from '../../../client/desk/outside.ts';
import { Notices } from '../../../client/desk/notices.svelte.ts';
import type { AlertPartsFragment, Severity } from '../../../client/gql/graphql.ts';

const NOW = Date.parse('2026-03-11T16:00:00Z');
const at = (minutes: number) => new Date(NOW + minutes * 60_000).toISOString();
function alert(id: string, severity: Severity, parts: object = {}): AlertPartsFragment {
  return {
    ...{ id, mode: 'PAPER', kind: 'UNPROTECTED', severity, message: `about ${id}`, tradeId: id },
    ...{ raisedAt: at(0), acknowledgedAt: null, resolvedAt: null, trade: null, ...parts },
  };
}

describe('lists of alerts', () => {
  it('sort open alerts by severity, then oldest first', () => {
    const all = [
      alert('young', 'CRITICAL', { raisedAt: at(5) }),
      alert('amber', 'WARNING', { raisedAt: at(-9) }),
      alert('old', 'CRITICAL', { raisedAt: at(1) }),
      alert('read', 'CRITICAL', { acknowledgedAt: at(2) }),
    ];
    expect(openFirst(all).map(({ id }) => id)).toEqual(['old', 'young', 'amber']);
  });

  it('are filtered by severity, kind and words, including the kind’s name', () => {
    const all = [alert('SPY', 'CRITICAL'), alert('QQQ', 'WARNING', { kind: 'JOB_FAILED' })];
    const ids = (filter: object) =>
      matching(all, { text: '', severity: 'ALL', kind: '', ...filter }).map(({ id }) => id);
    expect(ids({ text: 'spy' })).toEqual(['SPY']);
    expect(ids({ text: 'job' })).toEqual(['QQQ']);
    expect(ids({ severity: 'WARNING' })).toEqual(['QQQ']);
    expect(ids({ kind: 'UNPROTECTED' })).toEqual(['SPY']);
  });

  it('say how each ended, and count each kind with its median duration', () => {
    const solved = alert('a', 'WARNING', { acknowledgedAt: at(4), resolvedAt: at(4) });
    const read = alert('b', 'WARNING', { acknowledgedAt: at(2) });
    const fact = alert('c', 'INFO', { acknowledgedAt: at(0), resolvedAt: at(0), kind: 'SETTLED' });
    expect([solved, read, fact].map(endingOf)).toEqual([
      'resolved',
      'read by you',
      'no action needed',
    ]);
    const still = alert('d', 'CRITICAL');
    expect(countByKind([fact, solved, read, still])).toEqual([
      { kind: 'UNPROTECTED', count: 3, open: 1, median: 240 },
      { kind: 'SETTLED', count: 1, open: 0, median: 0 },
    ]);
  });

  it('offer one action that is still possible', () => {
    const open = { status: 'OPEN', phase: 'OPEN' };
    const alert = { kind: 'UNPROTECTED', tradeId: 't1' };
    expect(verbOf({ ...alert, trade: open })?.href).toBe('/trades/t1?do=bracket');
    const closed = { status: 'SL_HIT', phase: 'CLOSED' };
    expect(verbOf({ ...alert, trade: closed })?.href).toBe('/trades/t1');
    const review = { status: 'NEEDS_REVIEW', phase: 'OPEN' };
    const foreign = { kind: 'FOREIGN_CHANGE', tradeId: 't1', trade: review };
    expect(verbOf(foreign)).toEqual({ label: 'Review', href: '/trades/t1?do=review' });
    expect(verbOf({ kind: 'JOB_FAILED', tradeId: null })).toBeNull();
  });
});

describe('notices', () => {
  const shown = (notices: Notices) => notices.shown.map(({ alert: { id } }) => id);

  it('leave out earlier alerts, and show once what came while disconnected', () => {
    const notices = new Notices();
    const [old, missed] = [alert('old', 'WARNING'), alert('missed', 'CRITICAL')];
    notices.compare([old], NOW);
    expect(shown(notices)).toEqual([]);
    notices.compare([missed, old], NOW);
    notices.compare([missed, old], NOW);
    expect(shown(notices)).toEqual(['missed']);
    notices.dismiss('missed');
    notices.compare([missed, old], NOW);
    notices.raise(missed, NOW);
    expect(shown(notices)).toEqual([]);
  });

  it('disappear when resolved or read elsewhere, but not by an answer already under way', () => {
    const notices = new Notices();
    notices.compare([], NOW);
    notices.raise(alert('new', 'CRITICAL'), NOW);
    notices.compare([], NOW);
    expect(shown(notices)).toEqual(['new']);
    notices.compare([alert('new', 'CRITICAL')], NOW);
    notices.compare([], NOW);
    expect(shown(notices)).toEqual([]);
  });

  it('count repeats, and leave out old facts', () => {
    const notices = new Notices();
    notices.raise(alert('one', 'WARNING', { tradeId: 't1' }), NOW);
    notices.raise(alert('two', 'WARNING', { tradeId: 't1' }), NOW);
    notices.raise(alert('fact', 'INFO', { raisedAt: at(-60) }), NOW);
    expect(notices.shown).toMatchObject([{ alert: { id: 'two' }, count: 2 }]);
  });

  it('are notified outside the page from the chosen severity up', () => {
    const wishes = { browser: true, sound: true, minSeverity: 'WARNING' } as const;
    const wished = (['INFO', 'WARNING', 'CRITICAL'] as const).filter((s) => isWished(s, wishes));
    expect(wished).toEqual(['WARNING', 'CRITICAL']);
  });
});
