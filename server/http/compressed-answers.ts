import compression from 'compression';
import type { RequestHandler } from 'express';

/** Below this a packet or two carry it as it is, and what an answer to a sign-in holds stays uncompressed. */
const SMALLEST = 2_048;

/**
 * Compresses large answers as they are sent. Nothing secret can be guessed from how small they become: a
 * page of somebody else cannot make a browser ask for one, since the cookie is SameSite=Strict and counts
 * for JSON of our own origin alone. Pushes go over sockets, which compress nothing and wait for nothing.
 */
export function compressedAnswers(): RequestHandler {
  return compression({ threshold: SMALLEST });
}
