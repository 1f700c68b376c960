import type { Book } from '../ports/book.ts';

/** Thrown after everybody has had their turn; whose turn failed is for nobody else to know. */
export class SomeUsersFailed extends AggregateError {
  override readonly name = 'SomeUsersFailed';

  constructor(
    readonly usernames: readonly string[],
    failures: readonly unknown[],
    message: string,
  ) {
    super(failures, message);
  }
}

/** Tries every user with something under way, or those that are given. @throws {SomeUsersFailed} */
export async function eachUser(
  book: Book,
  work: (username: string) => Promise<void>,
  message: string,
  users: Promise<readonly string[]> = book.activeUsers(),
): Promise<void> {
  const usernames: string[] = [];
  const failures: unknown[] = [];
  for (const username of await users) {
    await work(username).catch((error: unknown) => {
      usernames.push(username);
      failures.push(error);
    });
  }
  if (failures.length > 0) throw new SomeUsersFailed(usernames, failures, message);
}
