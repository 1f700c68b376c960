import type { Username } from '../../domain/ids.ts';
import type { RealAccount, RealAccounts } from '../../ports/real-money.ts';

/** A user's real-money accounts at every venue. Each venue proves its own accounts. */
export class AllRealAccounts implements RealAccounts {
  constructor(private readonly venues: Readonly<Record<RealAccount['venue'], RealAccounts>>) {}

  async named(username: Username): Promise<readonly RealAccount[]> {
    const each = Object.values(this.venues).map((accounts) => accounts.named(username));
    return (await Promise.all(each)).flat();
  }

  async leftOut(username: Username): Promise<string | null> {
    const each = Object.values(this.venues).map((accounts) => accounts.leftOut(username));
    const said = (await Promise.all(each)).filter((words) => words !== null);
    return said.join(' ') || null;
  }

  prove(username: Username, account: RealAccount): Promise<void> {
    return this.venues[account.venue].prove(username, account);
  }
}
