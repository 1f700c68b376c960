import { expect, it } from 'vitest';
import { stopParts } from '../../server/compose/stop-parts.ts';
import { RecordingLog } from '../support/fakes/recording-log.ts';

it('a part that fails to stop keeps none after it from stopping, and is logged', async () => {
  const log = new RecordingLog();
  const stopped: string[] = [];
  const stops = (name: string) => [name, async () => void stopped.push(name)] as const;
  const fails = ['jobs', () => Promise.reject(new Error('the store is away'))] as const;

  await stopParts([[stops('http')], [fails, stops('turns')], [stops('databases')]], log);

  expect(stopped).toEqual(['http', 'turns', 'databases']);
  expect(log.lines).toMatchObject([{ level: 'error', message: 'jobs did not stop cleanly' }]);
});
