import type { User } from '../../domain/account/user.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Clock } from '../../ports/clock.ts';
import type { BeginSession, BegunSession } from './begin-session.ts';

/** Makes a demo user with a book to look at. */
export type StartDemo = (now: Date) => Promise<User>;

/** Starts a demo for a visitor at this machine. */
export class StartDemoSession {
  constructor(
    private readonly startDemo: StartDemo,
    private readonly beginSession: BeginSession,
    private readonly loopbackOnly: boolean,
    private readonly clock: Clock,
  ) {}

  /** @throws {Refusal} FORBIDDEN on a server that others can reach. */
  async execute(device: string | null): Promise<BegunSession> {
    if (!this.loopbackOnly) throw new Refusal('FORBIDDEN', 'Demos are for a local server only');
    return this.beginSession.execute(await this.startDemo(this.clock.now()), device);
  }
}
