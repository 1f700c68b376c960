import { randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { Response } from 'express';

/** What the inline script of this very answer has to show; nothing foreign that gets into the page can. */
export function nonceOf(response: Response): string {
  const known: unknown = response.locals.nonce;
  if (typeof known === 'string') return known;
  const made = randomBytes(16).toString('base64');
  response.locals.nonce = made;
  return made;
}

/** The source of a policy that allows it. */
export function nonceSource(_request: unknown, response: ServerResponse): string {
  return `'nonce-${nonceOf(response as Response)}'`;
}
