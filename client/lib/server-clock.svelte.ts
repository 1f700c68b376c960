import { untrack } from 'svelte';

/** Longer than any reply takes. */
const JUMP_MS = 60_000;

/**
 * The server's clock, ticking between its replies. Ages and countdowns use it, because a browser's clock
 * may be wrong and a test clock may run at another speed.
 */
export class ServerClock {
  now = $state(Date.now());
  /** False until the first reply: the time is then a guess by the browser's own clock. */
  known = $state(false);
  #server = Date.now();
  #local = Date.now();
  #speed = 1;
  /** Counts replies whose clock is far from the one shown: the first one, or after a restart on a test clock. */
  #jumps = $state(0);

  /** Takes the clock of a reply. Two replies of a test clock show how fast it runs. */
  sample(clock: string, isTest: boolean): void {
    const server = Date.parse(clock);
    const local = Date.now();
    if (server === this.#server) return;
    const passed = local - this.#local;
    const shown = this.#server + passed * this.#speed;
    const jumped = Math.abs(server - shown) > JUMP_MS * this.#speed;
    if (!isTest) this.#speed = 1;
    else if (this.known && passed > 500) {
      this.#speed = Math.min(1000, Math.max(1, (server - this.#server) / passed));
    }
    this.known = true;
    this.#server = server;
    this.#local = local;
    this.tick();
    if (jumped) this.#jumps += 1;
  }

  tick(): void {
    this.now = this.#server + (Date.now() - this.#local) * this.#speed;
  }

  /** The time at which a screen opens. It stays fixed until the clock jumps. */
  opening(): number {
    void this.#jumps;
    return untrack(() => this.now);
  }

  /** Ticks once a second; returns a function that stops it. */
  start(): () => void {
    const timer = setInterval(() => this.tick(), 1000);
    return () => clearInterval(timer);
  }

  /** Seconds since an instant of the server's clock. */
  secondsSince(at: string): number {
    return Math.max(0, (this.now - Date.parse(at)) / 1000);
  }
}
