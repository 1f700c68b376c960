/** The dashboards of a live desk, in their own process, so that their work does not count as the server's. */
import {
  Dashboard,
  type DashboardDocuments,
  type DashboardViewer,
  type Heard,
} from './dashboard.ts';

export interface OpenDashboards {
  readonly url: string;
  readonly viewers: readonly DashboardViewer[];
  readonly documents: DashboardDocuments;
}

/** Requests of the bench. Only `open` and `report` are answered. */
export type Asked =
  | { readonly open: OpenDashboards }
  | { readonly cut: number; readonly ms: number }
  | { readonly stall: number; readonly ms: number }
  | { readonly report: true };

/** The report of one dashboard; reports are in the order of the viewers. */
export interface DashboardReport {
  /** What each of its subscriptions to the log has received. */
  readonly heard: readonly Heard[];
  readonly sockets: number;
  readonly refusals: readonly string[];
}

let dashboards: readonly Dashboard[] = [];

process.on('message', (asked: Asked) => {
  if ('open' in asked) void open(asked.open);
  else if ('cut' in asked) dashboards[asked.cut]?.cut(asked.ms);
  else if ('stall' in asked) dashboards[asked.stall]?.stall(asked.ms);
  else process.send?.(dashboards.map(reportOf));
});
process.on('disconnect', () => process.exit());

async function open({ url, viewers, documents }: OpenDashboards): Promise<void> {
  dashboards = viewers.map((viewer) => new Dashboard(url, viewer, documents));
  for (const dashboard of dashboards) await dashboard.open();
  process.send?.([]);
}

function reportOf({ heard, sockets, refusals }: Dashboard): DashboardReport {
  return { heard, sockets, refusals };
}
