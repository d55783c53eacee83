import { codeOfComment } from '../conversation/marker.js';
import { refusalCodes } from '../conversation/read.js';
import { isQueued, readQueue } from '../queue/model.js';
import { holds, skipped, stops } from './check.js';
import type { Check, Finding } from './check.js';
import type { ConversationFacts } from './facts.js';

/** Step 5 of spec 3; also before a command is carried out. */
export const greetingChecks: ReadonlyArray<Check<ConversationFacts>> = [{ name: 'greeted', examine: examineGreeting }];

/** Steps 6 and 7 of spec 3: what people asked of the robot. */
export const conversationChecks: ReadonlyArray<Check<ConversationFacts>> = [
  { name: 'options and commands', examine: examineRefusal },
  { name: 'not on hold', examine: examineWait },
  { name: 'pull requests to come first', examine: examineDependencies },
];

function examineGreeting({ comments, settings, pullRequest }: ConversationFacts): Finding {
  if (comments.some((comment) => codeOfComment(comment, settings.robot) === 100)) {
    return holds('yes');
  }
  return holds('now', { notices: [{ code: 100, author: pullRequest.author }] });
}

function examineRefusal({ conversation }: ConversationFacts): Finding {
  const { refusal, options } = conversation;
  if (refusal === null) {
    return holds(options.inForce.length === 0 ? 'no options set' : `options: ${options.inForce.map(({ option }) => `\`${option}\``).join(', ')}`);
  }
  return stops({ code: refusalCodes[refusal.kind], refusal });
}

function examineWait({ conversation, settings, refs, pullRequest }: ConversationFacts): Finding {
  const wait = conversation.options.inForce.find(({ option }) => option === 'wait');
  if (wait === undefined) {
    return holds('yes');
  }
  const queued = settings.useQueues && isQueued(readQueue(refs), pullRequest.number);
  return stops({ code: 302, reason: { kind: 'wait', setBy: wait.setBy, ...(queued ? { queued } : {}) } });
}

function examineDependencies({ dependencies, conversation }: ConversationFacts): Finding {
  const named = conversation.options.afterPullRequest;
  if (named.length === 0) {
    return skipped('none named');
  }
  // A number past the limit was not read: nobody knows whether there is such a pull request.
  const unknown = named.find((number) => (dependencies.get(number) ?? null) === null);
  const refusal = unknown === undefined ? null : conversation.refusalOfNumber(unknown);
  if (refusal !== null) {
    return stops({ code: 131, refusal: unknown !== undefined && !dependencies.has(unknown) ? { ...refusal, kind: 'too-many-pull-requests' } : refusal });
  }
  const open = named.filter((number) => dependencies.get(number)?.state === 'open');
  const closed = named.filter((number) => dependencies.get(number)?.state === 'closed' && dependencies.get(number)?.merged !== true);
  return open.length + closed.length === 0
    ? holds(`${named.map((number) => `#${number}`).join(', ')} merged`)
    : stops({ code: 120, open, closed });
}
