import { faultFile } from '../adapters/system/fault-file.ts';
import type { SharedConfig } from '../config/shared-config.ts';
import type { PassFaultPoint } from '../ports/fault-points.ts';

type Switches = Pick<SharedConfig, 'testFaults' | 'testClock' | 'realTrading' | 'dataDir'>;

/** Nothing but a desk on a test's clock, without real trading, can be made to end at a fault point. */
export function composeFaults(config: Switches): PassFaultPoint | undefined {
  return isTest(config) ? faultFile(config.dataDir) : undefined;
}

/** Whether the desk looks up what became of what it sent, as it always does but in the test that shows what that is for. */
export function reconciles(config: Switches): boolean {
  return !isTest(config) || config.testFaults !== 'no-reconciliation';
}

function isTest({ testFaults, testClock, realTrading }: Switches): boolean {
  return testFaults !== null && testClock !== null && !realTrading;
}
