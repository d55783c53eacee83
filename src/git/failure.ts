import { GitOutage } from '../ports/git.js';
import type { ProcessResult } from './processes.js';
import { cleanDetail } from './redaction.js';
import { describeOutdated } from './version.js';
import type { GitVersion } from './version.js';

/**
 * The outage behind a git process that did not do its work, with what git said about it, cleaned. An old git fails in
 * many puzzling ways, so the version is named if that may be the reason.
 */
export function explainFailure(
  operation: string,
  result: Pick<ProcessResult, 'status' | 'errorText'>,
  secrets: readonly string[],
  version: GitVersion | null,
): GitOutage {
  const ending = result.status === null ? 'ended by a signal' : `exit status ${result.status}`;
  const detail = cleanDetail(result.errorText, secrets);
  const said = detail === '' ? ending : `${ending}: ${detail}`;
  const outdated = describeOutdated(version);
  return new GitOutage(operation, outdated === null ? said : `${outdated}; ${said}`);
}
