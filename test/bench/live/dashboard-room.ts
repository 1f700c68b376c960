import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { clientDocument, tradesChangedAfter } from './client-document.ts';
import type { DashboardViewer } from './dashboard.ts';
import type { Asked, DashboardReport } from './dashboards.ts';

const PROGRAM = path.join(import.meta.dirname, 'dashboards.ts');

/** Dashboards of many users, each with a socket and the operations of the real dashboard. */
export class DashboardRoom {
  private constructor(
    private readonly child: ChildProcess,
    readonly size: number,
  ) {}

  /** Resolves once the server has acknowledged each socket; subscriptions begin a moment later. */
  static async open(url: string, viewers: readonly DashboardViewer[]): Promise<DashboardRoom> {
    const child = fork(PROGRAM, { execArgv: ['--import', 'tsx'] });
    const room = new DashboardRoom(child, viewers.length);
    const documents = {
      tradesChanged: tradesChangedAfter(),
      others: [clientDocument('DeskStatusChanged'), clientDocument('AlertChanged')],
      figures: clientDocument('BookFigures'),
    };
    await room.#ask({ open: { url, viewers, documents } });
    return room;
  }

  /** Drops a dashboard's socket; it connects again after so many milliseconds. */
  cut(dashboard: number, ms: number): void {
    this.child.send({ cut: dashboard, ms } satisfies Asked);
  }

  /** Stops a dashboard's reading for so many milliseconds. */
  stall(dashboard: number, ms: number): void {
    this.child.send({ stall: dashboard, ms } satisfies Asked);
  }

  reports(): Promise<readonly DashboardReport[]> {
    return this.#ask({ report: true });
  }

  async close(): Promise<void> {
    if (this.child.exitCode !== null) return;
    const ended = once(this.child, 'exit');
    this.child.kill();
    await ended;
  }

  async #ask(asked: Asked): Promise<readonly DashboardReport[]> {
    const gone = new AbortController();
    const ends = once(this.child, 'exit', { signal: gone.signal }).then(() => {
      throw new Error('The dashboards ended');
    });
    ends.catch(() => undefined);
    const told = once(this.child, 'message') as Promise<[readonly DashboardReport[]]>;
    this.child.send(asked);
    const [reports] = await Promise.race([told, ends]).finally(() => gone.abort());
    return reports;
  }
}
