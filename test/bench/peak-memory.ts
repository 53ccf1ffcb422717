import { readFileSync } from 'node:fs';

/**
 * The most memory that this process has had, in megabytes. What the kernel tells of resources used counts that of
 * the process it was started from, too; where there is a status file, it knows better.
 */
export function peakMemory(): number {
  const kilobytes = /^VmHWM:\s+(\d+) kB/m.exec(statusOfProcess())?.[1];
  return Number(kilobytes ?? process.resourceUsage().maxRSS) / 1024;
}

function statusOfProcess(): string {
  try {
    return readFileSync('/proc/self/status', 'utf8');
  } catch {
    return '';
  }
}
