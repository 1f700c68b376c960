import { parentPort } from 'node:worker_threads';
import { serveImport } from '../adapters/strategy-host/import/serve-import.ts';

/** A thread that reads one file of bars or quotes. */
if (!parentPort) throw new Error('This program runs in a thread of the server');
serveImport(parentPort);
