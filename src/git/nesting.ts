import type { ChildProcess } from 'node:child_process';
import type { Environment } from './environment.js';

/**
 * A merge that transfers something takes four processes, each started by the one before. An empty answer makes git believe
 * that the server speaks the old protocol without packs; then it has each object that is missing looked for by another
 * transfer, and that one does the same, without end: hundreds of processes in seconds. No variable or setting of git ends
 * this for merges, which do have to transfer.
 */
const deepest = 20;

/** Bytes of one report that are looked at; a report begins with the names of all processes it came through, about 40 bytes each. */
const reportLimit = 65_536;

/** git on Windows does not hand the descriptor on; what it would write to there is not known. */
export const canReportNesting = process.platform !== 'win32';

/** Has git, and every git that it starts, report by descriptor 3 who started it. */
export function reportNesting(environment: Environment): Environment {
  return canReportNesting ? { ...environment, GIT_TRACE2_EVENT: '3', GIT_TRACE2_EVENT_NESTING: '1', GIT_TRACE2_EVENT_BRIEF: '1' } : environment;
}

/** Calls `tooDeep`, perhaps several times, when processes start each other without end. */
export function watchNesting(child: ChildProcess, tooDeep: () => void): void {
  let report = '';
  child.stdio[3]?.on('data', (chunk: Buffer) => {
    const reports = (report + chunk.toString('latin1')).split('\n');
    report = (reports.pop() ?? '').slice(0, reportLimit);
    if (reports.some((line) => depthOf(line) > deepest)) tooDeep();
  });
}

/** The name of a process holds those of the processes that led to it. */
function depthOf(report: string): number {
  const name = /^\{"event":"[a-z_]{1,40}","sid":"(?<name>[^"]*)"/.exec(report)?.groups?.name ?? '';
  return name.split('/').length;
}
