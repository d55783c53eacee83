import type { Outcome } from '../outcome.js';
import { administrationMessage, nothingToDoMessage, notHandledMessage, notPermittedMessage, serviceDownMessage, settingsMessage } from './administration.js';
import { approvalMessage } from './approvals.js';
import { askForBranchesMessage, destinationMissingMessage, divergedMessage, incompatiblePrefixMessage, notSelfContainedMessage, releasedMessage, unrecognisedMessage, waitingMessage } from './branches.js';
import { buildFailedMessage, inProgressMessage, notStartedMessage, restartedMessage } from './builds.js';
import { clearedMessage, resetDoneMessage, resetRefusedMessage } from './commands.js';
import type { TextContext } from './context.js';
import { greetingMessage, manualMessage } from './greeting.js';
import { conflictMessage, historyMismatchMessage, integrationBranchesMessage, integrationBranchMovedMessage } from './integration.js';
import { fixVersionMessage, issueNotFoundMessage, issueTypeMessage, missingIssueKeyMessage, pendingHotfixMessage, prefixMismatchMessage, wrongProjectMessage } from './jira.js';
import { cleanedUpMessage, mergedInPartMessage, mergedMessage } from './landing.js';
import { refusalMessage } from './options.js';
import { ejectedMessage, queueBuildFailedMessage, queueConflictMessage, queuedMessage, queueFailedMessage, queueIncoherentMessage, queueMergedMessage, queueOutOfOrderMessage } from './queue.js';
import { statusReportMessage } from './status-report.js';

/** What an outcome says to people, as Markdown: what happened, why, what to do. Without heading, footer and marker. */
export function renderMessage(outcome: Outcome, context: TextContext): string {
  switch (outcome.code) {
    case 100:
      return greetingMessage(outcome.author, context);
    case 101:
      return manualMessage(context);
    case 102:
      return mergedMessage(outcome, context);
    case 104:
      return statusReportMessage(outcome, context);
    case 106:
      return incompatiblePrefixMessage(outcome, context);
    case 107:
      return missingIssueKeyMessage(outcome, context);
    case 108:
      return issueNotFoundMessage(outcome, context);
    case 109:
      return issueTypeMessage(outcome, context);
    case 110:
      return wrongProjectMessage(outcome, context);
    case 111:
      return prefixMismatchMessage(outcome, context);
    case 112:
      return fixVersionMessage(outcome, context);
    case 113:
      return historyMismatchMessage(outcome, context);
    case 114:
      return conflictMessage(outcome, context);
    case 115:
      return approvalMessage(outcome, context);
    case 118:
      return buildFailedMessage(outcome, context);
    case 120:
      return waitingMessage(outcome, context);
    case 121:
      return integrationBranchesMessage(outcome, context);
    case 122:
    case 123:
    case 130:
    case 131:
    case 134:
      return refusalMessage(outcome.refusal, context);
    case 124:
      return queueConflictMessage(outcome, context);
    case 125:
      return queuedMessage(outcome, context);
    case 126:
      return mergedInPartMessage(outcome, context);
    case 127:
      return queueOutOfOrderMessage(outcome, context);
    case 128:
      return resetDoneMessage(outcome);
    case 129:
      return resetRefusedMessage(outcome, context);
    case 132:
      return divergedMessage(outcome, context);
    case 133:
      return serviceDownMessage(outcome);
    case 135:
      return askForBranchesMessage(outcome, context);
    case 136:
      return queueBuildFailedMessage(outcome, context);
    case 137:
      return restartedMessage(outcome, context);
    case 138:
      return clearedMessage(outcome);
    case 139:
      return ejectedMessage(outcome, context);
    case 204:
      return releasedMessage(outcome, context);
    case 207:
      return unrecognisedMessage(outcome);
    case 210:
      return notSelfContainedMessage(outcome, context);
    case 213:
      return integrationBranchMovedMessage(outcome, context);
    case 214:
      return queueIncoherentMessage(outcome, context);
    case 219:
    case 220:
      return settingsMessage(outcome);
    case 221:
      return notPermittedMessage(outcome, context);
    case 222:
      return destinationMissingMessage(outcome);
    case 223:
      return pendingHotfixMessage(outcome, context);
    case 301:
      return notHandledMessage(outcome.reason);
    case 302:
      return nothingToDoMessage(outcome.reason, context);
    case 303:
      return inProgressMessage(outcome, context);
    case 304:
      return notStartedMessage(outcome, context);
    case 305:
      return cleanedUpMessage(outcome);
    case 306:
      return queueMergedMessage(outcome, context);
    case 307:
    case 308:
      return administrationMessage(outcome);
    case 309:
      return queueFailedMessage(outcome, context);
  }
}
