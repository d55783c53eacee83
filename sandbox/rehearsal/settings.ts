import { stringify } from 'yaml';

/**
 * Settings of a rehearsal, laid over those of the repository by the input `config`: who is who here, CI by workflow runs,
 * one approval, direct merge; nothing that would need a service which is not there.
 */
export function rehearsalSettings(robot: string): string {
  return stringify({
    robot,
    robot_email: 'bert-e@example.org',
    admins: ['admin'],
    project_leaders: ['leader'],
    pr_author_options: {},
    build_key: 'github_actions',
    required_peer_approvals: 1,
    required_leader_approvals: 0,
    need_author_approval: false,
    required_workflows: [],
    dispatch: [],
    allowed_prefixes: {},
    max_commit_diff: 0,
    jira_keys: [],
    use_queues: false,
    gate_only: false,
    no_comment: false,
    always_create_integration_branches: true,
    always_create_integration_pull_requests: false,
    status_context: 'bert-e',
  });
}
