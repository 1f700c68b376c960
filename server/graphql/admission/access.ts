import { OperationTypeNode, type FieldNode, type OperationDefinitionNode } from 'graphql';
import type { Scope } from '../../domain/account/user.ts';
import { modeOfId, type TradingMode } from '../../domain/mode.ts';
import type { Principal } from '../books/principal.ts';
import { refuse } from './refused.ts';

/** Who may call an operation: `read` any scope, `trade` the scope of the book, `session` no API token. */
type Access = 'open' | 'read' | 'trade' | 'session' | 'admin';

const OPEN = new Set(['__typename', 'viewer', 'signInOptions', 'signUp', 'signIn', 'startDemo']);

/** Queries and subscriptions not listed here are `read`, mutations are `session`. */
const ACCESS: Readonly<Record<string, Access>> = {
  jobs: 'admin',
  backups: 'admin',
  createBackup: 'admin',
  placeTrade: 'trade',
  closeTrade: 'trade',
  cancelTrade: 'trade',
  adjustBracket: 'trade',
  acceptDifferences: 'trade',
  reviewTrade: 'trade',
  settleFillCorrection: 'trade',
  settleExitAdjustment: 'trade',
  bookSplit: 'trade',
  annotateTrade: 'trade',
  adoptHolding: 'trade',
  depositPaper: 'trade',
  setKillSwitch: 'trade',
  acknowledgeAlert: 'trade',
  disarmRealTrading: 'trade',
  ...{ saveStrategy: 'trade', runBacktest: 'trade', cancelBacktest: 'trade' },
  ...{ runSweep: 'trade', cancelSweep: 'trade', deleteDataSet: 'trade' },
  ...{ startStrategy: 'trade', stopStrategy: 'trade', demoteStrategy: 'trade' },
  recordForecast: 'trade',
  refreshPrices: 'read',
};

/** The book of an operation whose arguments and id name none. */
const BOOK_OF: Readonly<Record<string, BookAsked>> = {
  stopStrategy: 'BOTH',
  depositPaper: 'PAPER',
  disarmRealTrading: 'REAL',
};

/** @throws {OperationRefused} UNAUTHENTICATED, before anything else of the operation is checked. */
export function checkSignedIn(principal: Principal | null, fields: readonly FieldNode[]): void {
  if (principal) return;
  const closed = fields.find(({ name }) => !OPEN.has(name.value));
  if (closed) throw refuse('UNAUTHENTICATED', 'Sign in first');
}

export interface AskedField {
  readonly node: FieldNode;
  readonly args: Readonly<Record<string, unknown>>;
}

/** @throws {OperationRefused} FORBIDDEN */
export function checkAccess(
  principal: Principal | null,
  operation: OperationDefinitionNode,
  asked: readonly AskedField[],
): void {
  for (const { node, args } of asked) {
    const name = node.name.value;
    const allowed =
      OPEN.has(name) ||
      (principal &&
        may(principal, accessTo(name, operation), bookOf(name, args)) &&
        mayTwin(principal, args));
    if (!allowed) throw refuse('FORBIDDEN', `You may not use ${name}`, { node });
  }
}

function accessTo(field: string, { operation }: OperationDefinitionNode): Access {
  return ACCESS[field] ?? (operation === OperationTypeNode.MUTATION ? 'session' : 'read');
}

/** `NONE`: strategies belong to no book; a trade id of no book is NOT_FOUND by the operation itself. */
type BookAsked = TradingMode | 'NONE' | 'BOTH';

function may(principal: Principal, access: Access, book: BookAsked): boolean {
  if (access === 'admin' && principal.user.role !== 'ADMIN') return false;
  if (principal.kind === 'session' || access === 'open') return true;
  if (access === 'read') return principal.scopes.length > 0;
  if (access === 'admin') return principal.scopes.includes('ADMIN');
  if (access !== 'trade') return false;
  const scopes: readonly Scope[] =
    book === 'NONE' || book === 'BOTH' ? ['TRADE_PAPER', 'TRADE_REAL'] : [`TRADE_${book}`];
  const has = (scope: Scope) => principal.scopes.includes(scope);
  return book === 'BOTH' ? scopes.every(has) : scopes.some(has);
}

/** A twin is a trade on paper: a token that asks for one, or for its preview, trades PAPER too. */
function mayTwin(principal: Principal, { input }: AskedField['args']): boolean {
  const asks = (input as { readonly paperTwin?: boolean } | undefined)?.paperTwin === true;
  return !asks || principal.kind === 'session' || principal.scopes.includes('TRADE_PAPER');
}

function bookOf(field: string, args: AskedField['args']): BookAsked {
  const input = (args.input ?? args) as { readonly mode?: TradingMode; readonly id?: string };
  const named = input.mode ?? (input.id === undefined ? null : modeOfId(input.id));
  return named ?? BOOK_OF[field] ?? 'NONE';
}
