import { Refusal } from '../../domain/refusal.ts';
import type { ApiTokens } from '../../ports/desk.ts';

/** Ends one of a user's API tokens; its sockets close soon after. */
export class RevokeApiToken {
  constructor(private readonly apiTokens: ApiTokens) {}

  /** @throws {Refusal} NOT_FOUND, also for somebody else's token. */
  async execute(userId: string, id: string): Promise<void> {
    if (await this.apiTokens.revoke(userId, id)) return;
    throw new Refusal('NOT_FOUND', 'There is no such API token');
  }
}
