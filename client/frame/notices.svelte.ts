import type { AlertPartsFragment, Severity } from '../gql/graphql.ts';

const RANK: Record<Severity, number> = { INFO: 0, WARNING: 1, CRITICAL: 2 };
const LEAVES_AFTER = 8000;

export interface Notice {
  alert: AlertPartsFragment;
  /** How often the same thing was raised while this stood. */
  count: number;
}

interface Wishes {
  browser: boolean;
  sound: boolean;
  minSeverity: Severity;
}

/** Alerts as they arrive, on whatever screen: red and amber stay until read, plain ones leave. */
export class Notices {
  shown: readonly Notice[] = $state.raw([]);

  raise(alert: AlertPartsFragment, wishes?: Wishes): void {
    const same = this.shown.find(
      (n) => n.alert.kind === alert.kind && n.alert.tradeId === alert.tradeId,
    );
    const others = this.shown.filter((n) => n !== same);
    this.shown = [{ alert, count: (same?.count ?? 0) + 1 }, ...others].slice(0, 5);
    if (alert.severity === 'INFO') setTimeout(() => this.dismiss(alert.id), LEAVES_AFTER);
    if (wishes && RANK[alert.severity] >= RANK[wishes.minSeverity]) tellOutside(alert, wishes);
  }

  dismiss(id: string): void {
    this.shown = this.shown.filter((n) => n.alert.id !== id);
  }
}

function tellOutside(alert: AlertPartsFragment, wishes: Wishes): void {
  if (wishes.browser && 'Notification' in window && Notification.permission === 'granted') {
    new Notification(`${alert.mode} · Twinbook`, { body: alert.message, tag: alert.id });
  }
  if (wishes.sound) beep();
}

/** Two short tones, made here so that no sound file is needed. */
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
}
