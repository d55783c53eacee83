import { ok, page, repositoryRoute } from '../router.js';
import type { RepositoryCall, Route } from '../router.js';
import { notFound } from '../service.js';
import type { Ruleset } from '../state.js';
import { repositoryUrl } from '../views/repository.js';

/** Rulesets as such; which of their rules concern a branch is among the routes of access. */
export const rulesetRoutes: readonly Route[] = [
  repositoryRoute('GET', '/rulesets', [], (call) => page(call, call.repository.rulesets, (ruleset) => rulesetView(call, ruleset))),
  repositoryRoute('GET', '/rulesets/{ruleset_id}', [], (call) => {
    const ruleset = call.repository.rulesets.find(({ id }) => String(id) === call.params.ruleset_id);
    if (ruleset === undefined) throw notFound();
    return ok({
      ...rulesetView(call, ruleset),
      conditions: { ref_name: { include: ruleset.include, exclude: ruleset.exclude } },
      rules: ruleset.rules,
      current_user_can_bypass: ruleset.bypass?.includes(call.by.login) === true ? 'always' : 'never',
    });
  }),
];

function rulesetView({ service, repository }: RepositoryCall, ruleset: Ruleset): Record<string, unknown> {
  return {
    id: ruleset.id,
    name: ruleset.name,
    target: 'branch',
    source_type: 'Repository',
    source: repository.fullName,
    enforcement: ruleset.enforcement,
    node_id: Buffer.from(`RepositoryRuleset:${ruleset.id}`).toString('base64'),
    _links: { self: { href: `${repositoryUrl(service, repository)}/rulesets/${ruleset.id}` }, html: { href: `${service.url}/${repository.fullName}/rules/${ruleset.id}` } },
    created_at: new Date(repository.createdAt).toISOString(),
    updated_at: new Date(repository.createdAt).toISOString(),
  };
}
