import type { AlertPartsFragment, Severity } from '../gql/graphql.ts';
import { said } from '../lib/format.ts';
import { route } from '../lib/route.svelte.ts';
import { alertKind } from '../figures/alert-looks.ts';

const RANK: Record<Severity, number> = { INFO: 0, WARNING: 1, CRITICAL: 2 };
/** How long a visible tab has to say that its reader sees an alert there. */
const SEEN_FIRST_MS = 250;
/** Longer than the delay between tabs of one browser that receive the same alert. */
const NOTIFIED_MS = 10_000;

export interface Wishes {
  readonly browser: boolean;
  readonly sound: boolean;
  readonly minSeverity: Severity;
}

export function isWished(severity: Severity, { minSeverity }: Wishes): boolean {
  return RANK[severity] >= RANK[minSeverity];
}

/**
 * Notifies of alerts outside the page: by the browser while none of our tabs is visible, and by sound. Only
 * one of several tabs does so. Several alerts at once make one notification.
 */
export async function notifyOutside(
  alerts: readonly AlertPartsFragment[],
  wishes: Wishes,
): Promise<void> {
  const wished = alerts.filter(({ severity }) => isWished(severity, wishes));
  const [first] = wished;
  if (!first || (!wishes.browser && !wishes.sound)) return;
  const hidden = document.hidden;
  if (hidden) await new Promise((resolve) => setTimeout(resolve, SEEN_FIRST_MS));
  if (!(await isOurs(first.id))) return;
  if (hidden && wishes.browser) notify(wished, first);
  if (wishes.sound) beep();
}

/** True for the first tab of this browser that asks, false for the others. */
function isOurs(alertId: string): Promise<boolean> {
  // Only secure pages have locks; elsewhere each tab notifies, and equal tags make one notification.
  if (!('locks' in navigator)) return Promise.resolve(true);
  return new Promise((resolve) => {
    void navigator.locks.request(`twinbook.alert.${alertId}`, { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      return lock && new Promise((release) => setTimeout(release, NOTIFIED_MS));
    });
  });
}

/** The browser's permission on this device: `granted`, `denied`, `default`, or that it has none. */
export function permission(): NotificationPermission | 'missing' {
  return 'Notification' in window ? Notification.permission : 'missing';
}

function notify(alerts: readonly AlertPartsFragment[], first: AlertPartsFragment): void {
  if (permission() !== 'granted') return;
  const more = alerts.length - 1;
  const shown = new Notification(`${first.mode} · ${alertKind(first.kind).name}`, {
    body: said(first.message) + (more > 0 ? ` And ${more} more.` : ''),
    tag: first.id,
    requireInteraction: first.severity === 'CRITICAL',
  });
  shown.onclick = () => {
    window.focus();
    route.go(more === 0 && first.tradeId ? `/trades/${first.tradeId}` : '/alerts');
    shown.close();
  };
}

/** Shows a sample notification, on the reader's click. */
export function testNotification(): void {
  const body = 'This is how an alert reaches you while you look elsewhere.';
  new Notification('Twinbook', { body, tag: 'test' });
}

/** Two short tones, generated here so that no sound file is needed. */
export function beep(): void {
  const audio = new AudioContext();
  for (const [at, pitch] of [
    [0, 660],
    [0.18, 880],
  ] as const) {
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    volume.gain.value = 0.08;
    tone.frequency.value = pitch;
    tone.connect(volume).connect(audio.destination);
    tone.start(audio.currentTime + at);
    tone.stop(audio.currentTime + at + 0.12);
  }
  setTimeout(() => void audio.close(), 1000);
}
