import { fileURLToPath } from 'node:url';
import { startGitHub } from '../github/index.js';
import { Builds } from './builds.js';
import { CommitNames } from './names.js';
import { Robot } from './robot.js';
import { ciWorkflowPath, initialCommits, robotWorkflowPath, usualRobotWorkflow, usualSettings } from './scenery.js';
import { WorkflowTriggers } from './triggers.js';
import { presentWitness, type WitnessOf } from './witness.js';
import { World } from './world.js';

export interface WorldOptions {
  /** Path of the built action; by default what `BERT_E_BUNDLE` names, else this project's. It runs by this project's `action.yml`. */
  readonly bundle?: string;
  readonly nodePath?: string;
  /** Laid over the usual settings. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Instead of the usual settings, as it stands: for files that are malformed. */
  readonly settingsText?: string;
  /** Oldest first. Default 4.3, 5.1, 10.0. */
  readonly versions?: readonly string[];
  /** Default the newest development branch. */
  readonly defaultBranch?: string;
  /** Text of the installed workflow; default {@link usualRobotWorkflow}. */
  readonly robotWorkflow?: string;
  /** `with:` of the installed step, and its `env:`. */
  readonly inputs?: Readonly<Record<string, string>>;
  readonly environment?: Readonly<Record<string, string>>;
  /** Who acts for the robot: an App (default), or the job's own token, whose pushes start no CI. */
  readonly tokenKind?: 'app' | 'job';
  /** Epoch milliseconds; default the real time. */
  readonly now?: () => number;
  /**
   * Puts refs and objects into the bare repository at this path, instead of the usual first commits; called once, before
   * anything else happens. Settings then come from the `inputs`, unless it brings a settings file.
   */
  readonly fill?: (repository: string) => Promise<void>;
  /** Instead of the witness of all worlds, if there is one: see `withWitness`. */
  readonly witness?: WitnessOf;
}

const projectBundle = fileURLToPath(new URL('../../dist/index.js', import.meta.url));
const projectMetadata = fileURLToPath(new URL('../../action.yml', import.meta.url));
const repository = 'acme/product';

/** A world in which nothing has happened yet. End it with `finish()`. */
export async function createWorld(options: WorldOptions = {}): Promise<World> {
  const versions = options.versions ?? ['4.3', '5.1', '10.0'];
  const defaultBranch = options.defaultBranch ?? `development/${versions.at(-1) ?? ''}`;
  const robotWorkflow = options.robotWorkflow ?? usualRobotWorkflow;
  const kind = options.tokenKind ?? 'app';
  const login = kind === 'app' ? 'bert-e[bot]' : 'github-actions[bot]';
  const settings = options.settingsText ?? usualSettings({ robot: login, leader: 'leader', admin: 'admin' }, options.settings ?? {});

  const github = await startGitHub(options.now === undefined ? {} : { now: options.now });
  try {
    github.createAccount(login, 'Bot');
    const token = github.createToken({ kind, login });
    const { git } = await github.createRepository({
      fullName: repository,
      defaultBranch,
      commits: options.fill === undefined ? initialCommits({ versions, defaultBranch, settings, robotWorkflow }) : [],
      collaborators: { author: 'push', reviewer: 'push', 'second-reviewer': 'push', leader: 'push', admin: 'admin', [login]: 'push' },
    });
    if (options.fill !== undefined) {
      await options.fill(git.directory);
      git.refsMoved();
      await git.commits.load((await git.refs()).values());
    }
    const ci = new Builds();
    ci.attach(github.startCi(repository, [
      { name: 'CI', path: ciWorkflowPath, on: { push: {}, workflow_dispatch: true }, plan: ({ run }) => ci.planFor(run) },
    ]));

    const triggers = new WorkflowTriggers(robotWorkflow);
    const names = new CommitNames();
    const robot = new Robot({
      github, names, repository, login,
      token: token.value,
      bundle: options.bundle ?? process.env.BERT_E_BUNDLE ?? projectBundle,
      metadata: options.bundle === undefined ? projectMetadata : undefined,
    nodePath: options.nodePath,
      inputs: options.inputs ?? {},
      environment: options.environment ?? {},
      workflow: { name: triggers.name, path: robotWorkflowPath },
    });
    const world = new World({ github, repository, robot, triggers, names, ci });
    await world.refs();
    robot.witness = (options.witness ?? presentWitness())(world);
    return world;
  } catch (error) {
    await github.close();
    throw error;
  }
}
