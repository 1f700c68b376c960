import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Client } from '@urql/svelte';
import type { Desk } from '../../../client/desk/desk.svelte.ts';
import type {
  PromotionPartsFragment,
  StrategyPartsFragment,
  Verdict,
} from '../../../client/gql/graphql.ts';
import { evidenceOf, NextGates } from '../../../client/strategies/next-gates.svelte.ts';
import StrategyTable from '../../../client/strategies/StrategyTable.svelte';
import DeskAround from './DeskAround.svelte';

const strategy = (
  id: string,
  parts: Partial<StrategyPartsFragment> = {},
): StrategyPartsFragment => ({
  ...{ id, version: 1, name: `Name ${id}`, kind: 'sma-cross', parameters: {}, symbols: ['SPY'] },
  ...{ interval: null, budget: null, stage: 'PAPER', since: '2026-03-18T15:00:00Z' },
  ...{ running: [], runs: [], ...parts },
});

function report(strategyId: string, verdict: Verdict, parts: Partial<PromotionPartsFragment> = {}) {
  const gate = { rule: 'DRIFT', verdict, limit: '1', actual: null, message: 'm' };
  return {
    ...{ strategyId, from: 'PAPER', to: 'SMALL_REAL', verdict, tradesNeeded: null },
    ...{ falsePromotionPct: 2.5, trades: 3, since: null, gates: [gate], ...parts },
  } as PromotionPartsFragment;
}

/** A desk that answers one query when a test tells it to. */
class SlowDesk {
  readonly asked: string[] = [];
  #answer: (answer: unknown) => void = () => {};

  readonly client = {
    query: (_document: unknown, { strategyId }: { strategyId: string }) => {
      this.asked.push(strategyId);
      return { toPromise: () => new Promise((resolve) => (this.#answer = resolve)) };
    },
  } as unknown as Client;

  async says(verdict: Verdict, parts: Partial<PromotionPartsFragment> = {}): Promise<void> {
    this.#answer({ data: { promotion: report(this.asked.at(-1)!, verdict, parts) } });
    await settled();
  }

  async fails(): Promise<void> {
    this.#answer({
      error: { networkError: new Error('gone'), graphQLErrors: [], message: 'gone' },
    });
    await settled();
  }
}

const settled = () => new Promise((resolve) => setTimeout(resolve));
const NOW = Date.now();
const seen = (...ids: string[]) => ids.map((id) => ({ id, evidence: 'e' }));

describe('the next gates of many strategies', () => {
  let desk: SlowDesk;
  let gates: NextGates;
  beforeEach(() => {
    desk = new SlowDesk();
    gates = new NextGates(desk.client);
  });

  it('are asked for one after another, each once', async () => {
    gates.want(seen('a', 'b'));
    gates.want(seen('a', 'b'));
    expect(desk.asked).toEqual(['a']);
    await desk.says('PASS');
    expect(desk.asked).toEqual(['a', 'b']);
    await desk.says('FAIL');
    gates.want(seen('a', 'b'));
    expect(desk.asked).toEqual(['a', 'b']);
    expect(gates.of('a', 'e').report?.verdict).toBe('PASS');
  });

  it('of what went out of sight are not asked for', async () => {
    gates.want(seen('a', 'b', 'c'));
    gates.want(seen('c'));
    await desk.says('PASS');
    expect(desk.asked).toEqual(['a', 'c']);
  });

  it('are unknown by other evidence, and asked for anew; also once they are old', async () => {
    gates.want(seen('a'));
    await desk.says('PASS');
    expect(gates.of('a', 'other')).toEqual({ report: null, error: null });
    gates.want([{ id: 'a', evidence: 'other' }]);
    expect(desk.asked).toEqual(['a', 'a']);
    await desk.says('FAIL');
    gates.want([{ id: 'a', evidence: 'other' }], NOW + 200_000);
    expect(desk.asked).toHaveLength(2);
    gates.want([{ id: 'a', evidence: 'other' }], NOW + 400_000);
    expect(desk.asked).toHaveLength(3);
    const backtest = { id: 'r', status: 'DONE' } as const;
    expect(evidenceOf(strategy('a'), backtest)).not.toBe(evidenceOf(strategy('a'), null));
    const moved = strategy('a', { stage: 'SMALL_REAL' });
    expect(evidenceOf(moved, null)).not.toBe(evidenceOf(strategy('a'), null));
  });

  it('are asked for soon where a look for the future is still under way', async () => {
    gates.want(seen('a'));
    const gate = { rule: 'LOOK_AHEAD', limit: '', actual: null, message: '' };
    await desk.says('NOT_ENOUGH_DATA', { gates: [{ ...gate, verdict: 'NOT_ENOUGH_DATA' }] });
    gates.want(seen('a'), NOW + 20_000);
    expect(desk.asked).toHaveLength(2);
  });

  it('are learned from the open strategy’s panel, unless it has moved since', () => {
    gates.learn(strategy('a', { stage: 'FULL_REAL' }), 'e', report('a', 'PASS'));
    expect(gates.of('a', 'e').report).toBeNull();
    gates.learn(strategy('a'), 'e', report('a', 'PASS'));
    gates.want(seen('a'));
    expect(desk.asked).toEqual([]);
  });
});

describe('the list of strategies', () => {
  let watched: Map<Element, IntersectionObserverCallback>;
  beforeEach(() => {
    watched = new Map();
    vi.stubGlobal(
      'IntersectionObserver',
      class {
        constructor(private readonly tell: IntersectionObserverCallback) {}
        observe = (row: Element) => watched.set(row, this.tell);
        unobserve = (row: Element) => watched.delete(row);
      },
    );
  });
  afterEach(() => vi.unstubAllGlobals());

  function scroll(id: string, isIntersecting: boolean): Promise<unknown> {
    const [row, tell] = [...watched].find(([each]) => (each as HTMLElement).dataset['id'] === id)!;
    tell([{ target: row, isIntersecting } as unknown as IntersectionObserverEntry], null as never);
    return settled();
  }

  function list(...all: StrategyPartsFragment[]) {
    const desk = new SlowDesk();
    const gates = new NextGates(desk.client);
    const data = {
      ...{ all, gates, lastOf: () => null, kindOf: () => null },
      evidenceOf: (each: StrategyPartsFragment) => evidenceOf(each, null),
    };
    const around = { desk: { zone: 'America/New_York' } as Desk, of: StrategyTable as never };
    render(DeskAround, { props: { ...around, props: { data, chosen: null } } });
    return desk;
  }

  const marks = () =>
    within(screen.getByRole('table'))
      .getAllByRole('img')
      .map((mark) => mark.getAttribute('aria-label'));

  it('shows the gate of each row that is in sight, and asks for no other', async () => {
    const desk = list(strategy('a'), strategy('b'), strategy('top', { stage: 'FULL_REAL' }));
    await scroll('a', true);
    expect(desk.asked).toEqual(['a']);
    expect(marks()).toEqual([
      'On rung PAPER, next gate not read yet',
      'On rung PAPER, next gate not read yet',
      'On rung FULL REAL',
    ]);
    await desk.says('FAIL');
    expect(marks()[0]).toBe('On rung PAPER, next gate FAIL: Drift fails.');
    expect(desk.asked).toEqual(['a']);
  });

  it('explains its marks, each by a word', () => {
    list(strategy('a'));
    const words = within(screen.getByRole('list', { name: /marks of the next gate/ }))
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent.trim());
    expect(words).toEqual([
      ...['PASS', 'FAIL', 'NOT ENOUGH DATA', 'not read yet', 'could not be read'],
    ]);
  });

  it('says that a gate could not be read, and asks again on a word', async () => {
    const desk = list(strategy('a'));
    await scroll('a', true);
    await desk.fails();
    expect(marks()[0]).toMatch(/^On rung PAPER, next gate could not be read: ./);
    expect(screen.getByRole('status').textContent).toContain('One gate could not be read');
    await fireEvent.click(screen.getByRole('button', { name: 'Ask again' }));
    expect(desk.asked).toEqual(['a', 'a']);
    await desk.says('PASS');
    expect(marks()[0]).toContain('next gate PASS');
    expect(screen.queryByRole('button', { name: 'Ask again' })).toBeNull();
  });
});
