import express, { type Request, type RequestHandler, type Response } from 'express';
import type { Principal } from '../graphql/books/principal.ts';
import type { WireErrors } from '../graphql/errors.ts';
import type { DataImport, FileForm } from '../ports/data-files.ts';
import type { Authenticator } from './authenticator.ts';
import { isFromOurPage } from './caller.ts';
import { answerErrors } from './error-answer.ts';
import { INTERVALS, intervalIn } from './data-interval.ts';
import type { OurPlaces } from './our-places.ts';
import { tokenInCookie } from './session-cookie.ts';

const LARGEST = 64 * 1024 ** 2;
/** The HTTP status for what stops an import; any other error is the sender's to fix, with 400. */
const STATUS: Readonly<Record<string, number>> = {
  INTERNAL: 500,
  RATE_LIMITED: 429,
  NOT_FOUND: 404,
};
const TYPES = { 'text/csv': 'csv', 'application/json': 'json' } as const;

export interface DataParts {
  readonly imports: DataImport;
  readonly authenticator: Authenticator;
  readonly places: OurPlaces;
  readonly errors: WireErrors;
}

/** The file has more than 64 MB. */
class TooLarge extends Error {
  override readonly name = 'TooLarge';
}

/** `POST /data/NAME`: imports bars or quotes from the body, which is read as it comes. */
export function dataEndpoint(parts: DataParts): RequestHandler {
  const { authenticator, places } = parts;
  const router = express.Router();
  router.post('/:name', async (request: Request<{ name: string }>, response) => {
    const refuse = refuser(request, response);
    const type = request.is(Object.keys(TYPES)) as keyof typeof TYPES | false;
    const principal = await principalOf(request, type !== false, { authenticator, places });
    if (!principal) return refuse(401, 'UNAUTHENTICATED', 'Sign in first');
    if (!mayImport(principal)) return refuse(403, 'FORBIDDEN', 'You may not import data');
    if (!type) return refuse(415, 'BAD_REQUEST', 'Data come as text/csv or application/json');
    if (Number(request.headers['content-length'] ?? 0) > LARGEST) return refuseLarge(refuse);
    await answerImport(parts, { request, response, principal, form: { type: TYPES[type] } });
  });
  router.all('/:name', (_request, response) => {
    response.status(405).set('Allow', 'POST').type('text').send('POST\n');
  });
  return router;
}

interface Asked {
  readonly request: Request<{ name: string }>;
  readonly response: Response;
  readonly principal: Principal;
  readonly form: Pick<FileForm, 'type'>;
}

async function answerImport(
  { imports, errors }: DataParts,
  { request, response, principal, form }: Asked,
): Promise<void> {
  const refuse = refuser(request, response);
  const interval = intervalIn(request);
  if (interval === undefined) {
    const reason = `The interval is one of ${INTERVALS.join(', ')}.`;
    response.status(400).json({ errors: [{ line: 1, field: 'interval', reason }] });
    return;
  }
  try {
    const asked = { name: request.params.name, form: { ...form, interval } };
    const imported = await imports.execute(principal.user.username, asked, piecesOf(request));
    response.status('errors' in imported ? 400 : 200).json(imported);
  } catch (error) {
    if (error instanceof TooLarge) return refuseLarge(refuse);
    // A sender that has left gets no answer.
    if (request.destroyed && !request.complete) return;
    const told = errors.of(error);
    answerErrors(request, response, [told], STATUS[String(told.extensions?.['code'])] ?? 400);
  }
}

type Pieces = AsyncIterable<Uint8Array>;

async function* piecesOf(request: Request): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  // A body that is not read to its end still gets its answer.
  for await (const piece of request.iterator({ destroyOnReturn: false }) as Pieces) {
    bytes += piece.byteLength;
    if (bytes > LARGEST) throw new TooLarge();
    yield piece;
  }
}

type Refuse = (status: number, code: string, message: string) => void;

/** The rest of the body is not read: the connection ends with the answer. */
function refuser(request: Request, response: Response): Refuse {
  return (status, code, message) => {
    response.set('Connection', 'close');
    answerErrors(request, response, [{ message, extensions: { code } }], status);
  };
}

function refuseLarge(refuse: Refuse): void {
  refuse(413, 'BAD_REQUEST', 'A file has at most 64 MB');
}

/** A header takes precedence; the cookie counts only for data from one of our pages. */
async function principalOf(
  request: Request,
  isData: boolean,
  { authenticator, places }: Pick<DataParts, 'authenticator' | 'places'>,
): Promise<Principal | null> {
  const { authorization } = request.headers;
  if (authorization !== undefined) return authenticator.byHeader(authorization);
  const token = isData && isFromOurPage(request, places) ? tokenInCookie(request) : null;
  return token === null ? null : authenticator.bySession(token);
}

function mayImport(principal: Principal): boolean {
  if (principal.kind === 'session') return true;
  return principal.scopes.some((scope) => scope === 'TRADE_PAPER' || scope === 'TRADE_REAL');
}
