import { RandomSessionTokens } from '../../../server/adapters/system/random-session-tokens.ts';
import { dec } from '../../../server/domain/decimal.ts';
import type { ServedDesk } from '../../support/desks/served-desk.ts';

const DAY_MS = 86_400_000;

/** Stores a user with an empty account and a session, because sign-ups are rate-limited; returns the token. */
export async function listeningUser(
  { users, sessions, book, clock }: ServedDesk,
  username: string,
): Promise<string> {
  const tokens = new RandomSessionTokens();
  const token = tokens.next();
  const now = clock.now();
  const user = { id: `user-${username}`, username, passwordHash: null, demo: false };
  await users.add({ ...user, createdAt: now });
  await book.openAccount(username, dec(100_000), now);
  const lasting = { expiresAt: new Date(now.getTime() + DAY_MS), device: null };
  await sessions.add(
    { id: `session-${username}`, userId: user.id, createdAt: now, lastUsedAt: now, ...lasting },
    tokens.hashOf(token),
  );
  return token;
}
