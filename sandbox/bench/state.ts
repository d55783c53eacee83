/** What the service of the benchmark knows besides git. Plain data, so that it can be copied and put back. */
export interface ServiceState {
  /** Text of the settings file. */
  readonly settings: string;
  readonly robot: string;
  readonly pullRequests: Map<number, OpenPullRequest>;
  /** By commit: names of the branches on which one workflow run was green. */
  readonly green: Map<string, readonly string[]>;
  readonly statuses: Map<string, PostedStatus[]>;
  lastId: number;
}

export interface OpenPullRequest {
  readonly number: number;
  readonly source: string;
  readonly destination: string;
  head: string;
  readonly approved: boolean;
  readonly comments: PostedComment[];
  updatedAt: string;
}

export interface PostedComment {
  readonly id: number;
  readonly author: string;
  readonly body: string;
  readonly at: string;
}

export interface PostedStatus {
  readonly id: number;
  readonly body: Readonly<Record<string, unknown>>;
  readonly at: string;
}

export const robot = 'bert-e[bot]';

export const benchSettings = `robot: ${robot}
robot_email: bert-e@example.com
required_peer_approvals: 1
sweep_budget: 0
`;

export function emptyState(settings = benchSettings): ServiceState {
  return { settings, robot, pullRequests: new Map(), green: new Map(), statuses: new Map(), lastId: 1000 };
}

export function copyOf(state: ServiceState): ServiceState {
  return structuredClone(state);
}
