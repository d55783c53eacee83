import type { Surroundings } from '../pull-request/facts.js';
import { GitHubRefusal } from '../ports/github.js';
import type { GitHubPort } from '../ports/github.js';
import { defaultConfigFile } from '../settings/inputs.js';
import type { Inputs } from '../settings/inputs.js';
import { missingSettingsFile, readSettings, unreadableSettingsFile } from '../settings/read.js';
import type { SettingsReading } from '../settings/read.js';
import type { Settings } from '../settings/schema.js';
import { repositoryUrl } from './environment.js';
import type { RunEnvironment } from './environment.js';

/**
 * The settings in force. The file is always that of the default branch: a pull request cannot change its own rules. That
 * GitHub gives none, because there is a directory or the token may not read it, is a matter of the settings (219); that the
 * token is not valid at all is not.
 */
export async function loadSettings(
  inputs: Inputs,
  github: GitHubPort,
  variables: Readonly<Record<string, string | undefined>>,
): Promise<SettingsReading> {
  let text: string | null;
  try {
    text = await github.readFileOfDefaultBranch(inputs.configFile);
  } catch (error) {
    if (error instanceof GitHubRefusal && error.status !== 401) {
      return unreadableSettingsFile(inputs.configFile, error.detail, error.status === 403);
    }
    throw error;
  }
  if (text === null && inputs.configFile !== defaultConfigFile) {
    return missingSettingsFile(inputs.configFile);
  }
  return readSettings({
    file: text === null ? null : { name: inputs.configFile, text },
    inline: inputs.config.trim() === '' ? null : { name: 'input config', text: inputs.config },
    environment: variables,
  });
}

/** What every evaluation of this run needs besides the pull request itself; teams are resolved to their members. */
export async function observeSurroundings(
  settings: Settings,
  settingsHash: string,
  environment: RunEnvironment,
  github: GitHubPort,
): Promise<Surroundings> {
  const [projectLeaders, admins] = await Promise.all([
    resolveTeams('project_leaders', settings.projectLeaders, github),
    resolveTeams('admins', settings.admins, github),
  ]);
  return {
    settings,
    settingsHash,
    projectLeaders,
    admins,
    repository: {
      owner: environment.owner,
      name: environment.repository,
      webUrl: repositoryUrl(environment),
    },
    ownWorkflow: { path: environment.ownWorkflowPath ?? '' },
    runUrl: environment.runUrl,
  };
}

async function resolveTeams(key: 'project_leaders' | 'admins', names: readonly string[], github: GitHubPort): Promise<readonly string[]> {
  const logins = await Promise.all(
    names.map(async (name) => {
      const team = /^@(?<organization>[^/]+)\/(?<team>[^/]+)$/.exec(name)?.groups;
      return team?.organization === undefined || team.team === undefined ? [name] : membersOf(key, team.organization, team.team, github);
    }),
  );
  return [...new Set(logins.flat())];
}

/** Whoever reads the refusal has to know which setting asks for the team, and what the token would need. */
async function membersOf(key: string, organization: string, team: string, github: GitHubPort): Promise<readonly string[]> {
  try {
    return await github.teamMembers(organization, team);
  } catch (error) {
    if (!(error instanceof GitHubRefusal) || error.status === 401) {
      throw error;
    }
    const needed = `the setting ${key} names the team @${organization}/${team}, whose members only a token may read that has the organization’s permission Members: read (a GitHub App) or the scope read:org (a personal access token); the token of the job never has it. Give the robot such a token, correct the name, or name people instead`;
    throw new GitHubRefusal(`${error.operation}, named by the setting ${key}`, error.status, `${needed}. GitHub says: ${error.detail}`, { cause: error });
  }
}
