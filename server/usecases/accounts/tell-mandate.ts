import type { ApiToken, User } from '../../domain/account/user.ts';
import type { Book } from '../../ports/book.ts';

/** Every book that the server keeps. */
export type ToldBooks = readonly Pick<Book, 'change'>[];

export interface ToldOfToken {
  readonly type: 'MANDATE_GIVEN' | 'MANDATE_CHANGED' | 'MANDATE_REMOVED' | 'API_TOKEN_REVOKED';
  /** What became of the token, in words that follow its name. */
  readonly what: string;
}

/**
 * Records in the user's logs what became of a token, once that is stored. A request of the token that is being stored
 * meanwhile is stored when this returns; after that none is stored under the token's earlier mandate.
 */
export async function tellMandate(
  books: ToldBooks,
  { username }: Pick<User, 'username'>,
  { id, name, mandate }: Pick<ApiToken, 'id' | 'name' | 'mandate'>,
  { type, what }: ToldOfToken,
  at: Date,
): Promise<void> {
  for (const book of books)
    await book.change(username, async (change) => {
      await change.passMandateTurn();
      await change.append({
        ...{ type, occurredAt: at, actor: `user:${username}`, tradeId: null },
        message: `The API token ${name} ${what}.`,
        detail: { tokenId: id, name, mandate },
      });
    });
}
