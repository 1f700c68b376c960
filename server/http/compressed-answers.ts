import compression from 'compression';
import type { RequestHandler } from 'express';

/** Bytes. Smaller answers fit in a packet or two, and answers to a sign-in stay uncompressed. */
const SMALLEST = 2_048;

/**
 * Compresses large answers as they are sent. Their compressed size reveals no secret: another site's page
 * cannot make a browser request one, since the cookie is SameSite=Strict and counts only for JSON from our
 * own origin. Pushes use sockets, which do not compress and do not wait.
 */
export function compressedAnswers(): RequestHandler {
  return compression({ threshold: SMALLEST });
}
