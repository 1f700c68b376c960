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

  /** One reply's clock. Two replies of a test clock tell how fast it runs. */
  sample(clock: string, isTest: boolean): void {
    const server = Date.parse(clock);
    const local = Date.now();
    if (server === this.#server) return;
    const passed = local - this.#local;
    if (!isTest) this.#speed = 1;
    else if (this.#sampled && passed > 500) {
      this.#speed = Math.min(1000, Math.max(1, (server - this.#server) / passed));
    }
    this.#sampled = true;
    this.#server = server;
    this.#local = local;
    this.tick();
  }

  tick(): void {
    this.now = this.#server + (Date.now() - this.#local) * this.#speed;
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
