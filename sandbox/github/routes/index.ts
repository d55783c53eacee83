import type { Route } from '../router.js';
import { accessRoutes } from './access.js';
import { actionsRoutes } from './actions.js';
import { branchRoutes } from './branches.js';
import { checkRoutes } from './checks.js';
import { commitRoutes } from './commits.js';
import { contentRoutes } from './contents.js';
import { issueRoutes } from './issues.js';
import { pullRoutes } from './pulls.js';
import { rulesetRoutes } from './rulesets.js';

/** The first route that matches answers; inside a file the more special pattern comes first. */
export const routes: readonly Route[] = [
  ...accessRoutes, ...rulesetRoutes, ...pullRoutes, ...issueRoutes, ...actionsRoutes, ...checkRoutes, ...commitRoutes, ...branchRoutes, ...contentRoutes,
];
