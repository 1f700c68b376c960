import { parentPort } from 'node:worker_threads';
import { serveTasks } from '../adapters/strategy-host/pool/serve-tasks.ts';
import { SHIPPED } from '../strategies/index.ts';

/** A thread that runs strategies. */
if (!parentPort) throw new Error('This program runs in a thread of the server');
serveTasks(parentPort, SHIPPED);
