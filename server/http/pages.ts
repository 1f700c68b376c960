import path from 'node:path';
import express, { Router, type RequestHandler } from 'express';

/** The built dashboard: hashed files for ever, and its first page for every route of its own. */
export function dashboard(directory: string): RequestHandler {
  const router = Router();
  const index = path.join(directory, 'index.html');
  router.use(
    '/assets',
    express.static(path.join(directory, 'assets'), { immutable: true, maxAge: '1y', index: false }),
  );
  router.use(express.static(directory, { index: false, cacheControl: false }));
  router.get('/{*route}', (request, response, next) => {
    // A file that is not there is not a page of the dashboard.
    if (path.extname(request.path) !== '' || request.path.startsWith('/assets/')) return next();
    response.set('Cache-Control', 'no-cache').sendFile(index, { cacheControl: false });
  });
  return router;
}
