import type { SandboxGitHub } from '../github/api.js';
import type { CommitNames } from './names.js';
import type { Robot } from './robot.js';

export interface RobotComment {
  readonly id: number;
  readonly pullRequest: number;
  /** Of the hidden marker; null when the comment has none. */
  readonly code: number | null;
  readonly body: string;
}

export interface RobotStatus {
  readonly id: number;
  /** Readable name of the commit. */
  readonly commit: string;
  readonly sha: string;
  readonly context: string;
  readonly state: string;
  readonly description: string | null;
}

/** What the robot said, and which of it a test has looked at. An edited comment is unread again. */
export class Reading {
  private readonly readComments = new Set<string>();
  private readonly readStatuses = new Set<number>();

  constructor(
    private readonly github: SandboxGitHub,
    private readonly repository: string,
    private readonly robot: Robot,
    private readonly names: CommitNames,
  ) {}

  /** Unread comments of the robot, oldest first; of one pull request, or of all. They are read now. */
  comments(pullRequest?: number): readonly RobotComment[] {
    const unread = this.unreadComments().filter((comment) => pullRequest === undefined || comment.pullRequest === pullRequest);
    for (const comment of unread) this.readComments.add(keyOf(comment));
    return unread;
  }

  /** Unread statuses the robot set, oldest first; of one commit, or of all. They are read now. */
  statuses(sha?: string): readonly RobotStatus[] {
    const unread = this.unreadStatuses().filter((status) => sha === undefined || status.sha === sha);
    for (const { id } of unread) this.readStatuses.add(id);
    return unread;
  }

  /** A sentence for everything nobody looked at. */
  unread(): readonly string[] {
    return [
      ...this.unreadComments().map(({ pullRequest, code, body }) => `comment ${code ?? 'without a code'} on #${pullRequest}: ${body.slice(0, 120).replace(/\s+/g, ' ')}`),
      ...this.unreadStatuses().map(({ commit, context, state, description }) => `status ${context} ${state} on ${commit}: ${description ?? ''}`),
      ...this.robot.runs.filter((run) => run.failed && !run.isRead).map((run) => `failed run ${run.number} (${run.subject})`),
    ];
  }

  private unreadComments(): readonly RobotComment[] {
    return [...this.github.repository(this.repository).comments.values()]
      .filter(({ author }) => this.isRobot(author))
      .map(({ id, number, body }) => ({ id, pullRequest: number, code: markerCode(body), body }))
      .filter((comment) => !this.readComments.has(keyOf(comment)));
  }

  private unreadStatuses(): readonly RobotStatus[] {
    return this.github.repository(this.repository).statuses
      .filter(({ creator, id }) => this.isRobot(creator) && !this.readStatuses.has(id))
      .map(({ id, sha, context, state, description }) => ({ id, commit: this.names.of(sha), sha, context, state, description }));
  }

  private isRobot(login: string): boolean {
    return login.toLowerCase() === this.robot.login.toLowerCase();
  }
}

function keyOf(comment: RobotComment): string {
  return `${comment.id} ${comment.body}`;
}

/** Read without the action's own code, so that a test does not believe a marker because the program does. */
export function markerCode(body: string): number | null {
  const code = /<!-- bert-e: code=(?<code>\d{3})\b[^\r\n]* -->\s*$/.exec(body)?.groups?.code;
  return code === undefined ? null : Number(code);
}
