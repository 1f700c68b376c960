import { readdirSync } from 'node:fs';
import path from 'node:path';
import express, { Router, type Request, type RequestHandler, type Response } from 'express';

/** Compressed variants that the build wrote next to a file, the smaller first. */
const ENCODINGS = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;
const PLAIN = { acceptRanges: false, index: false } as const;

/** Serves the built dashboard: hashed files with an unlimited cache, and its first page for every client route. */
export function dashboard(directory: string): RequestHandler {
  const router = Router();
  const compressed = new Compressed(directory);
  router.use((request, response, next) => {
    if (request.method === 'GET' || request.method === 'HEAD') {
      const found = compressed.chosen(request.path, request, response);
      // Only the served URL changes; the build's files keep their names.
      if (found !== null) request.url = found;
    }
    next();
  });
  router.use(
    '/assets',
    express.static(path.join(directory, 'assets'), { ...PLAIN, immutable: true, maxAge: '1y' }),
  );
  router.use(express.static(directory, { ...PLAIN, cacheControl: false }));
  router.get('/{*route}', (request, response, next) => {
    // A missing file is not a page of the dashboard.
    if (path.extname(request.path) !== '' || request.path.startsWith('/assets/')) return next();
    const index = compressed.chosen('/index.html', request, response) ?? '/index.html';
    response.set('Cache-Control', 'no-cache');
    response.sendFile(path.join(directory, index), { ...PLAIN, cacheControl: false });
  });
  return router;
}

/** Which files of a folder also exist compressed. A build never changes, so one look is enough. */
class Compressed {
  readonly #files: ReadonlySet<string>;

  constructor(directory: string) {
    const names = readdirSync(directory, { recursive: true, encoding: 'utf8' });
    this.#files = new Set(names.map((name) => `/${name.split(path.sep).join('/')}`));
  }

  /** The name of the variant to send, after setting its headers; null: the file itself. */
  chosen(file: string, request: Request, response: Response): string | null {
    const there = ENCODINGS.filter(([, ending]) => this.#files.has(file + ending));
    if (there.length === 0) return null;
    response.vary('Accept-Encoding');
    const best = there.find(([encoding]) => request.acceptsEncodings(encoding) === encoding);
    if (!best) return null;
    response.type(path.extname(file)).set('Content-Encoding', best[0]);
    return file + best[1];
  }
}
