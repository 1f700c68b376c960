import type { Alert } from '../../domain/account/alert.ts';
import type { TradingMode } from '../../domain/mode.ts';
import type { BookReader } from '../../ports/book.ts';
import type { EventFeed } from '../../ports/event-feed.ts';
import { closable, mapped } from './closable.ts';
import { Wakes } from './wakes.ts';

const LOOK_BACK = { first: 100, after: null };
const OPEN = { first: 500, after: null };

export interface AlertSource {
  readonly feed: EventFeed;
  readonly reader: BookReader;
  readonly mode: TradingMode;
  readonly username: string;
}

interface AlertChange {
  readonly alert: Alert;
  readonly isNew: boolean;
}

/** Alerts raised from now on, each once. */
export async function newAlerts(source: AlertSource): Promise<AsyncIterableIterator<Alert>> {
  return mapped(await changesOf(source), ({ alert, isNew }) => (isNew ? [alert] : []));
}

/** Alerts raised from now on, and each again once it is acknowledged or resolved. */
export async function alertChanges(source: AlertSource): Promise<AsyncIterableIterator<Alert>> {
  return mapped(await changesOf(source), ({ alert }) => [alert]);
}

async function changesOf(source: AlertSource): Promise<AsyncIterableIterator<AlertChange>> {
  const { feed, reader, mode, username } = source;
  const wakes = new Wakes(feed, mode, username);
  try {
    const open = (await reader.alerts(true, OPEN)).items.map(({ item }) => item);
    const sent = new Map([...open, ...(await newestAlerts(reader))].map((each) => [each.id, each]));
    return closable(follow(reader, wakes, sent), () => wakes.close());
  } catch (error) {
    wakes.close();
    throw error;
  }
}

async function* follow(
  reader: BookReader,
  wakes: Wakes,
  before: ReadonlyMap<string, Alert>,
): AsyncGenerator<AlertChange, void> {
  let sent = before;
  try {
    for (let waking = await wakes.next(); waking; waking = await wakes.next()) {
      if (!waking.alerted) continue;
      const present = await look(reader, sent);
      for (const alert of present) {
        const last = sent.get(alert.id);
        if (!last || stateOf(last) !== stateOf(alert)) yield { alert, isNew: !last };
      }
      // An open alert that falls off the page is still followed, but does not come back to it.
      sent = new Map(present.map((alert) => [alert.id, alert]));
    }
  } finally {
    wakes.close();
  }
}

/** The newest page, plus formerly listed open alerts that have left it; oldest first. */
async function look(
  reader: BookReader,
  sent: ReadonlyMap<string, Alert>,
): Promise<readonly Alert[]> {
  const newest = (await newestAlerts(reader)).toReversed();
  const onPage = new Set(newest.map(({ id }) => id));
  const slid = [...sent.values()].filter(({ id, acknowledgedAt }) => {
    return acknowledgedAt === null && !onPage.has(id);
  });
  if (slid.length === 0) return newest;
  return [...(await reader.alertsById(slid.map(({ id }) => id))), ...newest];
}

function stateOf({ acknowledgedAt, resolvedAt }: Alert): string {
  return JSON.stringify([acknowledgedAt, resolvedAt]);
}

async function newestAlerts(reader: BookReader): Promise<readonly Alert[]> {
  const { items } = await reader.alerts(false, LOOK_BACK);
  return items.map(({ item }) => item);
}
