import type { SettingKey } from './schema.js';

/** Other spellings of a setting that files written for Bert-E use; read as the setting, with a note. */
export const settingAliases: ReadonlyMap<string, SettingKey> = new Map([['use_queue', 'use_queues']]);

const fromTheRepository = 'the action works on the repository whose workflow runs it';
const noServer = 'there is no server, and so nothing to configure about one';
const otherHost = 'it concerns Bitbucket, and this action works on GitHub only';
const secret = 'a secret has no place in a settings file; if a real one stood here, revoke it';

/**
 * Settings of Bert-E that mean nothing here: they concern its server, its command line, another host, or secrets. They
 * are accepted, so that its users can bring their file, and ignored with a note that gives this reason. Their values
 * are never looked at and never shown.
 */
export const ignoredReferenceKeys: ReadonlyMap<string, string> = new Map([
  ['repository_host', fromTheRepository],
  ['repository_host_url', fromTheRepository],
  ['repository_owner', fromTheRepository],
  ['repository_slug', fromTheRepository],
  ['organization', fromTheRepository],
  ['pull_request_base_url', 'links are made from the address of the GitHub server that runs the job'],
  ['commit_base_url', 'links are made from the address of the GitHub server that runs the job'],
  ['frontend_url', noServer],
  ['client_id', noServer],
  ['send_bot_status', 'the commit status is always written; its name is the setting status_context'],
  ['tasks', otherHost],
  ['bitbucket_addon_base_url', otherHost],
  ['bitbucket_addon_client_id', otherHost],
  ['bitbucket_addon_url', otherHost],
  ['backtrace', 'errors are always reported with their cause'],
  ['interactive', 'a job has nobody to ask; the input dry-run shows what would be done'],
  ['quiet', 'the log of the job is grouped instead'],
  ['disable_queues', 'set use_queues to false instead'],
  ['cmd_line_options', 'use the input options instead'],
  ['jira_username', 'set jira_email instead'],
  ['jira_token', `${secret}, and use the input jira-token`],
  ['robot_password', `${secret}, and use the input token`],
  ['client_secret', secret],
]);
