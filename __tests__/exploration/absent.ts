import type { GitHubPort } from '../../src/ports/github.js';

/** What these worlds do not have, and what only the doctor asks. */
export const absent = {
  readFileOfDefaultBranch: () => Promise.resolve(null),
  teamMembers: () => Promise.resolve([]),
  viewer: () => Promise.resolve(null),
  workflowPathOfRun: () => Promise.resolve(null),
  hourlyLimit: () => Promise.resolve(null),
  repositoryDetails: () => Promise.resolve({ defaultBranch: 'development/10.0', mayPush: true }),
  listDirectoryOfDefaultBranch: () => Promise.resolve(null),
  rulesOfBranch: () => Promise.resolve([]),
  rulesetBypass: () => Promise.resolve(null),
  classicProtection: () => Promise.resolve(null),
  issues: new Proxy({} as GitHubPort['issues'], {
    get: (_target, name) => {
      throw new Error(`There is no dashboard, and no issue to be asked for (${String(name)})`);
    },
  }),
};
