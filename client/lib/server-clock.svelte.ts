import { untrack } from 'svelte';

/** More than any lag of a reply. */
const JUMP_MS = 60_000;

/**
 * The server's clock, ticking between its replies. Ages and countdowns are read from it, because a
 * browser's clock may be wrong and a test clock may run at another speed.
 */
export class ServerClock {
  now = $state(Date.now());
  #server = Date.now();
  #local = Date.now();
  #speed = 1;
  #sampled = false;
  /** How often it turned out to be another than the one shown: at a first reply, after a restart on a test clock. */
  #jumps = $state(0);

  /** One reply's clock. Two replies of a test clock tell how fast it runs. */
  sample(clock: string, isTest: boolean): void {
    const server = Date.parse(clock);
    const local = Date.now();
    if (server === this.#server) return;
    const passed = local - this.#local;
    const shown = this.#server + passed * this.#speed;
    const jumped = Math.abs(server - shown) > JUMP_MS * this.#speed;
    if (!isTest) this.#speed = 1;
    else if (this.#sampled && passed > 500) {
      this.#speed = Math.min(1000, Math.max(1, (server - this.#server) / passed));
    }
    this.#sampled = true;
    this.#server = server;
    this.#local = local;
    this.tick();
    if (jumped) this.#jumps += 1;
  }

  tick(): void {
    this.now = this.#server + (Date.now() - this.#local) * this.#speed;
  }

  /** The instant at which a screen opens: stands still, unless the clock turns out to be another. */
  opening(): number {
    void this.#jumps;
    return untrack(() => this.now);
  }

  /** Ticks once a second; returns how to stop. */
  start(): () => void {
    const timer = setInterval(() => this.tick(), 1000);
    return () => clearInterval(timer);
  }

  /** Seconds since an instant of the server's. */
  secondsSince(at: string): number {
    return Math.max(0, (this.now - Date.parse(at)) / 1000);
  }
}
