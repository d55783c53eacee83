import type { Surroundings } from '../pull-request/facts.js';
import type { GitHubPort } from '../ports/github.js';
import { defaultConfigFile } from '../settings/inputs.js';
import type { Inputs } from '../settings/inputs.js';
import { missingSettingsFile, readSettings } from '../settings/read.js';
import type { SettingsReading } from '../settings/read.js';
import type { Settings } from '../settings/schema.js';
import { repositoryUrl } from './environment.js';
import type { RunEnvironment } from './environment.js';

/** The settings in force. The file is always that of the default branch: a pull request cannot change its own rules. */
export async function loadSettings(
  inputs: Inputs,
  github: GitHubPort,
  variables: Readonly<Record<string, string | undefined>>,
): Promise<SettingsReading> {
  const text = await github.readFileOfDefaultBranch(inputs.configFile);
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
  const [projectLeaders, admins] = await Promise.all([resolveTeams(settings.projectLeaders, github), resolveTeams(settings.admins, github)]);
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

async function resolveTeams(names: readonly string[], github: GitHubPort): Promise<readonly string[]> {
  const logins = await Promise.all(
    names.map(async (name) => {
      const team = /^@(?<organization>[^/]+)\/(?<team>[^/]+)$/.exec(name)?.groups;
      return team?.organization === undefined || team.team === undefined ? [name] : github.teamMembers(team.organization, team.team);
    }),
  );
  return [...new Set(logins.flat())];
}
