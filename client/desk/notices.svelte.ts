import type { AlertPartsFragment } from '../gql/graphql.ts';
import { notifyOutside, type Wishes } from './outside.ts';

const LEAVES_AFTER = 8000;
const MOST = 5;
/** An INFO that is older when it first arrives is no news, e.g. from a replayed past. */
const NEWS_FOR_MS = 5 * 60_000;

export interface Notice {
  alert: AlertPartsFragment;
  /** How often the same alert was raised while this notice was shown. */
  count: number;
}

/** Alerts as they arrive, on any screen: red and amber stay until resolved or read, plain ones disappear. */
export class Notices {
  shown: readonly Notice[] = $state.raw([]);
  #heard = new Set<string>();
  #unread: ReadonlySet<string> | null = null;

  /** Shows a pushed alert. `now` is the desk's time in ms. */
  raise(alert: AlertPartsFragment, now: number, wishes?: Wishes): void {
    this.#show([alert], now, wishes);
  }

  /**
   * Takes all unread alerts after a new request: those raised while disconnected appear now, once, and those
   * resolved or read elsewhere disappear. The first answer is the earlier state, which the lamp shows.
   */
  compare(unread: readonly AlertPartsFragment[], now: number, wishes?: Wishes): void {
    const before = this.#unread;
    const present = new Set(unread.map(({ id }) => id));
    const missed = before === null ? [] : unread.filter(({ id }) => !before.has(id));
    this.#unread = present;
    if (before === null) for (const id of present) this.#heard.add(id);
    // The answer may have been under way when a new alert was pushed.
    this.shown = this.shown.filter(({ alert: { id } }) => present.has(id) || !before?.has(id));
    this.#show(missed, now, wishes);
  }

  /** Forgets all alerts, for a change of book: nothing is known of the other book yet. */
  forget(): void {
    this.#unread = null;
    this.shown = [];
  }

  dismiss(id: string): void {
    this.shown = this.shown.filter((n) => n.alert.id !== id);
  }

  #show(alerts: readonly AlertPartsFragment[], now: number, wishes?: Wishes): void {
    const fresh = alerts.filter(({ id }) => !this.#heard.has(id));
    for (const alert of fresh) {
      this.#heard.add(alert.id);
      if (!isNews(alert, now)) continue;
      const same = this.shown.find(
        (n) => n.alert.kind === alert.kind && n.alert.tradeId === alert.tradeId,
      );
      const others = this.shown.filter((n) => n !== same);
      this.shown = [{ alert, count: (same?.count ?? 0) + 1 }, ...others].slice(0, MOST);
      if (alert.severity === 'INFO') setTimeout(() => this.dismiss(alert.id), LEAVES_AFTER);
    }
    const news = fresh.filter((alert) => isNews(alert, now));
    if (wishes && news.length > 0) void notifyOutside(news, wishes);
  }
}

function isNews({ severity, raisedAt }: AlertPartsFragment, now: number): boolean {
  return severity !== 'INFO' || now - Date.parse(raisedAt) <= NEWS_FOR_MS;
}
