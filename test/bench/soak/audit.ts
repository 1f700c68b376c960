import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Evidence, Findings } from './evidence.ts';

const UNBROKEN = /^PAPER \S+: (\d+) events, unbroken/;

/** The result of `npm run verify-audit` for each user's log, while the server runs. */
export async function verifiedLogs({ build, desk }: Evidence): Promise<Findings> {
  const { PATH = '', HOME = '' } = process.env;
  const program = path.join(build, 'server', 'cli', 'verify-audit.js');
  const child = spawn(process.execPath, [program], {
    env: { PATH, HOME, NODE_ENV: 'production', ...desk.home.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  const lines = said.split('\n').filter((line) => line.startsWith('PAPER '));
  const whole = lines.flatMap((line) => UNBROKEN.exec(line)?.[1] ?? []);
  const events = whole.reduce((sum, count) => sum + Number(count), 0);
  const missing = desk.users.length - whole.length;
  return {
    seen: `${events} events of ${whole.length} users`,
    faults: [
      ...lines.filter((line) => !UNBROKEN.test(line)),
      ...(missing > 0 ? [`${missing} logs were not proved`] : []),
      ...(code === 0 ? [] : [`verify-audit ended with ${code}: ${said.slice(-500)}`]),
    ],
  };
}
