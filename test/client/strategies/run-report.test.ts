import type { Client } from '@urql/core';
import { render, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { beforeEach, expect, it, vi } from 'vitest';
import type { BacktestStatus } from '../../../client/gql/graphql.ts';
import { Link } from '../../../client/lib/link.svelte.ts';
import { RunReport } from '../../../client/strategies/run-report.svelte.ts';
import LiveReader from '../LiveReader.svelte';

/** A desk with one backtest, whose status the test sets, and its stream of progress. */
class ScriptedDesk {
  status: BacktestStatus = 'RUNNING';
  asked = 0;
  push: (event: unknown) => void = () => undefined;
  #read: (result: unknown) => void = () => undefined;

  query = () => ({
    subscribe: (read: (result: unknown) => void) => {
      this.#read = read;
      this.#answer();
      return { unsubscribe: () => undefined };
    },
    toPromise: async () => this.#answer(),
  });

  subscription = () => ({
    subscribe: (read: (result: unknown) => void) => {
      this.push = (backtestProgress) => read({ data: { backtestProgress } });
      return { unsubscribe: () => undefined };
    },
  });

  #answer(): unknown {
    this.asked += 1;
    const result = { data: { backtest: { id: '7', status: this.status } } };
    this.#read(result);
    return result;
  }
}

const progress = (status: BacktestStatus, share: number) => ({
  ...{ id: '7', status, progress: share, bars: 100 * share, barsTotal: 100, secondsLeft: 1 },
});

let desk: ScriptedDesk;
let onended: () => void;
let report: RunReport;

beforeEach(() => {
  desk = new ScriptedDesk();
  onended = vi.fn();
  const link = new Link();
  link.connected();
  report = new RunReport(desk as unknown as Client, link, '7', onended);
});

/** Shows the status in a component, as any panel reads it. */
function show() {
  const live = {
    get current() {
      return { answer: report.run?.status };
    },
    get error() {
      return report.error;
    },
  };
  return render(LiveReader, { live: live as never });
}

it('a backtest that runs is asked for again once it has ended, and once alone', async () => {
  show();
  desk.push(progress('RUNNING', 0.5));
  expect([desk.asked, report.progress?.bars]).toEqual([1, 50]);
  desk.status = 'DONE';
  desk.push(progress('DONE', 1));
  await tick();
  expect(screen.getByText('DONE')).toBeTruthy();
  desk.push(progress('DONE', 1));
  expect(desk.asked).toBe(2);
  expect(onended).toHaveBeenCalledTimes(1);
});

it('a backtest that had ended before is not asked for again', () => {
  desk.status = 'CANCELED';
  show();
  desk.push(progress('CANCELED', 0.3));
  expect(desk.asked).toBe(1);
  expect(onended).not.toHaveBeenCalled();
});
