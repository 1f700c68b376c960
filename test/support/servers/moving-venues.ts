import { OratsEmulator } from '../../venues/orats-emulator.ts';
import { TradierEmulator } from '../../venues/tradier-emulator.ts';
import type { Trader } from './trader.ts';

const STEP_MS = 200;

/** Both providers over real HTTP, whose time runs with the server's clock. */
export class MovingVenues {
  #timer: NodeJS.Timeout | null = null;

  private constructor(
    readonly tradier: TradierEmulator,
    readonly orats: OratsEmulator,
  ) {}

  static async start(tradierToken: string, oratsToken: string, now: Date): Promise<MovingVenues> {
    const tradier = await TradierEmulator.start({ now, token: tradierToken });
    const orats = await OratsEmulator.start(now);
    orats.tokens.set(oratsToken, 'live');
    return new MovingVenues(tradier, orats);
  }

  get env() {
    return { TRADIER_SANDBOX_URL: this.tradier.url, ORATS_URL: this.orats.url };
  }

  /** Uses the time of this user's server from now on. */
  async follow(user: Trader): Promise<void> {
    const { systemStatus } = await user.ask<{ systemStatus: { clock: string } }>(
      '{ systemStatus(mode: PAPER) { clock } }',
    );
    const ahead = Date.parse(systemStatus.clock) - Date.now();
    const tick = () => {
      const now = new Date(Date.now() + ahead);
      this.tradier.now = now;
      this.orats.now = now;
    };
    tick();
    this.#timer = setInterval(tick, STEP_MS);
  }

  async close(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer);
    await Promise.all([this.tradier.close(), this.orats.close()]);
  }
}
