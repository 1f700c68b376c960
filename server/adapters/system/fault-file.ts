import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { PassFaultPoint } from '../../ports/fault-points.ts';

/**
 * Ends this process like kill -9 when the file `CRASH_AT` in the data directory says so: a point's name, or
 * `name #n` for the n-th arrival since the file was written. Every arrival is recorded in `REACHED`.
 */
export function faultFile(dataDir: string): PassFaultPoint {
  const order = path.join(dataDir, 'CRASH_AT');
  const reached = path.join(dataDir, 'REACHED');
  let ordered = '';
  let arrivals = 0;
  return (point) => {
    appendFileSync(reached, `${point}\n`);
    const now = existsSync(order) ? readFileSync(order, 'utf8').trim() : '';
    if (now !== ordered) [ordered, arrivals] = [now, 0];
    const [name, nth = '1'] = ordered.split(' #');
    if (name !== point) return;
    arrivals += 1;
    if (arrivals === Number(nth)) process.kill(process.pid, 'SIGKILL');
  };
}
