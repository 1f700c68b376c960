import { randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { Response } from 'express';

/** The nonce that this answer's inline script must carry; injected content cannot know it. */
export function nonceOf(response: Response): string {
  const known: unknown = response.locals.nonce;
  if (typeof known === 'string') return known;
  const made = randomBytes(16).toString('base64');
  response.locals.nonce = made;
  return made;
}

/** The policy source that allows this nonce. */
export function nonceSource(_request: unknown, response: ServerResponse): string {
  return `'nonce-${nonceOf(response as Response)}'`;
}
