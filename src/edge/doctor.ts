import { parseBuildKeys } from '../builds/build-key.js';
import { examine } from '../doctor/examine.js';
import type { DoctorFacts, ProtectionFacts, PushAnswer, SettingsFile, TokenFacts, WorkflowsFacts } from '../doctor/facts.js';
import type { Finding, Seen } from '../doctor/finding.js';
import { doctorOutcome } from '../doctor/outcome.js';
import { readWorkflowFile } from '../doctor/workflow-file.js';
import { developmentBranches, hotfixBranches, mergePath } from '../gitwaterflow/cascade.js';
import { parseBranchName } from '../gitwaterflow/branch-name.js';
import { formatVersion } from '../gitwaterflow/version.js';
import { CommitGraph } from '../history/commit-graph.js';
import type { Outcome } from '../outcomes/outcome.js';
import { GitHubRefusal } from '../ports/github.js';
import type { BranchRule } from '../ports/github.js';
import type { RemoteRefs, Sha } from '../ports/git.js';
import type { Surroundings } from '../pull-request/facts.js';
import { validateQueue } from '../queue/validity.js';
import { defaultConfigFile } from '../settings/inputs.js';
import { completeSettings } from '../settings/schema.js';
import { hashOf } from '../settings/settings-hash.js';
import { observeQueue } from './observe-queue.js';
import type { Ports } from './ports.js';
import { observeRecovery } from './recover-queue.js';

/** What the doctor says. */
export interface Diagnosis {
  readonly outcome: Outcome;
  readonly command: { readonly kind: 'doctor'; /** The worst first. */ readonly findings: readonly Finding[] };
}

/** The command `doctor`: reads, judges, and changes nothing. */
export async function diagnose(looking: { readonly ports: Ports; readonly surroundings: Surroundings }): Promise<Diagnosis> {
  const findings = examine(await observeHealth(looking.ports, looking.surroundings));
  return { outcome: doctorOutcome(findings), command: { kind: 'doctor', findings } };
}

async function observeHealth(ports: Ports, surroundings: Surroundings): Promise<DoctorFacts> {
  const { settings } = surroundings;
  const queue = await observeQueue(ports, surroundings);
  const { refs } = queue;
  const versionTips = [...developmentBranches([...refs.branches.keys()]), ...hotfixBranches([...refs.branches.keys()])].flatMap(({ name }) => refs.branches.get(name) ?? []);
  await ports.git.fetch(versionTips);
  const graph = new CommitGraph(await ports.git.readHistory(versionTips));
  const [details, token, workflows, protection, settingsFile] = await Promise.all([
    ports.github.repositoryDetails(),
    observeToken(refs, ports, surroundings),
    observeWorkflows(ports, surroundings),
    observeProtection(refs, ports, surroundings),
    observeSettingsFile(ports, surroundings),
  ]);
  const recovery = await observeRecovery(null, queue, ports, settings);
  return {
    settings,
    settingsFile,
    token: details.mayPush === false && token.user !== null ? { ...token, push: { kind: 'refused', why: `${token.user} has no write access to the repository` } } : token,
    defaultBranch: details.defaultBranch,
    workflows,
    protection,
    refs,
    graph,
    queue: {
      problems: validateQueue(queue.model, queue.graph, mergePath([...refs.branches.keys()])),
      lostByRebuild: recovery.kind === 'blocked' ? recovery.lost : [],
      branches: [...refs.branches.keys()].filter((name) => ['queue', 'queue-integration'].includes(parseBranchName(name)?.kind ?? '')).sort(),
    },
  };
}

async function observeToken(refs: RemoteRefs, ports: Ports, { settings }: Surroundings): Promise<TokenFacts> {
  const { github } = ports;
  const keys = parseBuildKeys(settings.buildKey);
  const asks = (kind: (typeof keys)[number]['kind']) => keys.some((key) => key.kind === kind);
  const [branch] = developmentBranches([...refs.branches.keys()]);
  const tip = branch === undefined ? undefined : refs.branches.get(branch.name);
  const [user, hourlyLimit, push, ...refusedReads] = await Promise.all([
    github.viewer(),
    github.hourlyLimit(),
    branch === undefined || tip === undefined || settings.gateOnly ? null : askToPush(branch.name, tip, ports),
    refusal('pull requests', 'pull-requests: write', () => github.openPullRequests(branch === undefined ? {} : { base: branch.name })),
    tip !== undefined && asks('workflow-runs') ? refusal('workflow runs', 'actions: write (for gate_only, read is enough)', () => github.workflowRuns(tip)) : null,
    tip === undefined ? null : refusal('commit statuses', 'statuses: write', () => github.commitStatuses(tip)),
    tip !== undefined && asks('check-run') ? refusal('check runs', 'checks: read', () => github.checkRuns(tip)) : null,
  ]);
  return { user, hourlyLimit, push, refusedReads: refusedReads.filter((refused) => refused !== null) };
}

/** A push that moves nothing: the server asks who comes before it lists its branches, and that is where it ends. */
async function askToPush(branch: string, tip: Sha, { git }: Ports): Promise<PushAnswer> {
  const answer = await git.push([{ ref: `refs/heads/${branch}`, from: tip, to: tip }]);
  return answer.kind === 'refused' ? { kind: 'refused', why: answer.reason } : { kind: 'accepted' };
}

async function refusal(what: string, permission: string, read: () => Promise<unknown>): Promise<TokenFacts['refusedReads'][number] | null> {
  const seen = await see(read);
  return seen.kind === 'seen' ? null : { what, permission, why: seen.why };
}

/** What GitHub refuses to tell is a fact as well; an outage is none. */
async function see<Value>(read: () => Promise<Value>): Promise<Seen<Value>> {
  try {
    return { kind: 'seen', value: await read() };
  } catch (error) {
    if (error instanceof GitHubRefusal) {
      return { kind: 'unseen', why: error.detail };
    }
    throw error;
  }
}

const workflowDirectory = '.github/workflows';

async function observeWorkflows({ github }: Ports, { ownWorkflow }: Surroundings): Promise<WorkflowsFacts> {
  const paths = ((await github.listDirectoryOfDefaultBranch(workflowDirectory)) ?? []).filter((path) => /\.ya?ml$/i.test(path));
  const read = await Promise.all(
    paths.map(async (path) => {
      const seen = await see(() => github.readFileOfDefaultBranch(path));
      return { path, workflow: seen.kind === 'seen' && seen.value !== null ? readWorkflowFile(path, seen.value) : null };
    }),
  );
  return {
    ownPath: ownWorkflow.path,
    files: read.flatMap(({ workflow }) => (workflow === null ? [] : [workflow])),
    unreadable: read.filter(({ workflow }) => workflow === null).map(({ path }) => path),
  };
}

/** More version branches than this are rarely maintained at once; the newest ones are looked at. */
const mostBranches = 20;

async function observeProtection(refs: RemoteRefs, ports: Ports, { settings }: Surroundings): Promise<readonly ProtectionFacts[]> {
  const names = [...refs.branches.keys()];
  const development = developmentBranches(names);
  const newest = development.at(-1);
  const versions = [...hotfixBranches(names), ...development].slice(-mostBranches).map(({ name }) => ({ branch: name, purpose: 'version' as const }));
  const version = newest === undefined ? null : formatVersion(newest.version);
  const made =
    version === null || settings.gateOnly
      ? []
      : [
          { branch: `w/${version}/bugfix/example`, purpose: 'integration' as const },
          ...(settings.useQueues ? [{ branch: `q/${version}`, purpose: 'queue' as const }] : []),
        ];
  const bypasses = new Map<number, Promise<Seen<string | null>>>();
  return Promise.all([...versions, ...made].map((each) => observeBranch(each, bypasses, ports)));
}

async function observeBranch(
  { branch, purpose }: Pick<ProtectionFacts, 'branch' | 'purpose'>,
  bypasses: Map<number, Promise<Seen<string | null>>>,
  { github }: Ports,
): Promise<ProtectionFacts> {
  const bypassOf = async ({ rulesetId }: BranchRule): Promise<string | null> => {
    if (rulesetId === null) {
      return null;
    }
    const asked = bypasses.get(rulesetId) ?? see(() => github.rulesetBypass(rulesetId));
    bypasses.set(rulesetId, asked);
    const seen = await asked;
    return seen.kind === 'seen' ? seen.value : null;
  };
  const rules = await see(async () => Promise.all((await github.rulesOfBranch(branch)).map(async (rule) => ({ ...rule, bypass: await bypassOf(rule) }))));
  const classic = purpose === 'version' ? await see(async () => (await github.classicProtection(branch)) ?? { enabled: false, requiredContexts: [] }) : null;
  return { branch, purpose, rules, classic };
}

async function observeSettingsFile({ github }: Ports, { settingsHash }: Surroundings): Promise<SettingsFile> {
  if ((await github.readFileOfDefaultBranch(defaultConfigFile)) !== null) {
    return 'found';
  }
  return settingsHash === hashOf(completeSettings({})) ? 'missing' : 'elsewhere';
}
