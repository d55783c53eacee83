import type { RefChange } from '../github/api.js';
import type { SandboxEvent } from '../github/state.js';
import type { World } from '../world/index.js';
import { isAbsent } from '../world/names.js';

/** One change of a branch, with what CI said of its new commit at that moment. */
interface Change extends RefChange {
  readonly byRobot: boolean;
  readonly runs: ReadonlyArray<{ readonly branch: string | null; readonly green: boolean }>;
}

/** A rule of what must never happen was broken. */
export class Broken extends Error {
  override readonly name = 'Broken';
}

/**
 * Checks every single push of the robot against what must never happen (spec 6), on the refs as they were right after it,
 * whatever has happened since. People in the soak never touch development branches.
 */
export class PushWatch {
  private readonly changes: Change[] = [];
  private readonly refs = new Map<string, string>();
  private readonly parents = new Map<string, readonly string[]>();
  private readonly people = new Set<string>();
  private readonly stop: () => void;
  private pushRecords = 0;
  /** Pushes of the robot that were checked. */
  checked = 0;
  /** Moves of development branches among them. */
  landings = 0;

  private constructor(private readonly world: World, private readonly versions: readonly string[]) {
    this.stop = world.github.onEvent((event) => this.hear(event));
  }

  static async start(world: World, versions: readonly string[]): Promise<PushWatch> {
    const watch = new PushWatch(world, versions);
    for (const [ref, sha] of await world.github.refs(world.repository)) watch.refs.set(ref, sha);
    await watch.learn([...watch.refs.values()], false);
    return watch;
  }

  end(): void {
    this.stop();
  }

  /** Checks what was pushed since the last call. Throws `Broken`. */
  async check(): Promise<void> {
    await this.world.github.settle();
    while (this.changes.length > 0) {
      const [first] = this.changes;
      if (first === undefined) return;
      const size = first.byRobot ? this.sizeOfPush(first) : 1;
      const push = this.changes.splice(0, size);
      await this.learn(push.map(({ after }) => after), !first.byRobot);
      const before = new Map(this.refs);
      for (const { ref, after } of push) {
        if (isAbsent(after)) this.refs.delete(ref);
        else this.refs.set(ref, after);
      }
      if (first.byRobot) this.judge(push, before);
    }
  }

  private hear({ repository, name, payload, actor }: SandboxEvent): void {
    const { ref, before, after } = payload;
    if (repository !== this.world.repository || name !== 'push' || typeof ref !== 'string' || typeof before !== 'string' || typeof after !== 'string') return;
    const runs = this.world.ci.simulator.runs({ sha: after }).map(({ headBranch, status, conclusion }) => ({ branch: headBranch, green: status === 'completed' && conclusion === 'success' }));
    this.changes.push({ ref, before, after, byRobot: actor.login === this.world.robot.login, runs });
  }

  /** How many changes belong to the push that this one begins: what one request of git asked for. */
  private sizeOfPush({ ref, before, after }: Change): number {
    const records = this.world.requests.git.filter(({ commands, login }) => commands.length > 0 && login === this.world.robot.login);
    for (const [index, { commands }] of records.entries()) {
      const begins = commands.some((command) => command.ref === ref && command.before === before && command.after === after);
      if (index >= this.pushRecords && begins) {
        this.pushRecords = index + 1;
        return commands.length;
      }
    }
    throw new Broken(`${ref} moved without a push of the robot`);
  }

  private judge(push: readonly Change[], before: ReadonlyMap<string, string>): void {
    this.checked += 1;
    const deleted = new Map(push.filter(({ after }) => isAbsent(after)).map(({ ref, before: from }) => [ref, from]));
    for (const change of push) {
      if (change.ref.startsWith('refs/heads/development/')) this.judgeLanding(change, deleted);
    }
    this.judgeContainment();
    this.judgeWhole(push, deleted, before);
    this.judgeLoss(push);
  }

  /** Rule 1 and 2: forward only, to a commit that a queue branch of that version was green on. */
  private judgeLanding({ ref, before, after, runs }: Change, deleted: ReadonlyMap<string, string>): void {
    this.landings += 1;
    const version = ref.replace('refs/heads/development/', '');
    if (isAbsent(after) || !this.reach(after).has(before)) throw new Broken(`${ref} did not move forward: ${before} → ${after}`);
    const entries = [...deleted].filter(([branch, tip]) => tip === after && new RegExp(`^refs/heads/q/w/\\d+/${version.replaceAll('.', '\\.')}/`).test(branch));
    const names = [`q/${version}`, ...entries.map(([branch]) => branch.replace('refs/heads/', ''))];
    if (entries.length === 0 || !runs.some(({ branch, green }) => green && names.includes(branch ?? ''))) {
      throw new Broken(`${ref} moved to ${after}, which was not green as ${names.join(' or ')}`);
    }
  }

  /** Rule 4. */
  private judgeContainment(): void {
    for (const [index, version] of this.versions.slice(1).entries()) {
      const [older, newer] = [this.versions[index] ?? '', version].map((name) => this.refs.get(`refs/heads/development/${name}`) ?? '');
      if (!this.reach(newer ?? '').has(older ?? '')) throw new Broken(`development/${version} lacks the branch before it`);
    }
  }

  /** Rule 3: where a pull request lands, it lands on all the versions on which it was queued. */
  private judgeWhole(push: readonly Change[], deleted: ReadonlyMap<string, string>, before: ReadonlyMap<string, string>): void {
    if (!push.some(({ ref }) => ref.startsWith('refs/heads/development/'))) return;
    const numbers = new Set([...deleted.keys()].flatMap((ref) => /^refs\/heads\/q\/w\/(?<number>\d+)\//.exec(ref)?.groups?.number ?? []));
    for (const number of numbers) {
      for (const [ref, tip] of before) {
        const version = new RegExp(`^refs/heads/q/w/${number}/(?<version>[\\d.]+)/`).exec(ref)?.groups?.version;
        if (version === undefined) continue;
        const landed = this.refs.get(`refs/heads/development/${version}`) ?? '';
        if (this.refs.has(ref) || !this.reach(landed).has(tip)) throw new Broken(`#${number} landed, but not on ${version}`);
      }
    }
  }

  /** Rule 2: no commit of a person goes, but with an integration branch. */
  private judgeLoss(push: readonly Change[]): void {
    const kept = this.reach(...this.refs.values());
    for (const { ref, before } of push) {
      if (isAbsent(before) || ref.startsWith('refs/heads/w/')) continue;
      for (const sha of this.reach(before)) {
        if (this.people.has(sha) && !kept.has(sha)) throw new Broken(`a commit of a person was lost with ${ref}: ${sha}`);
      }
    }
  }

  private reach(...tips: readonly string[]): ReadonlySet<string> {
    const reached = new Set<string>();
    const stack = [...tips];
    for (let sha = stack.pop(); sha !== undefined; sha = stack.pop()) {
      if (reached.has(sha)) continue;
      reached.add(sha);
      stack.push(...(this.parents.get(sha) ?? []));
    }
    return reached;
  }

  private async learn(tips: readonly string[], people: boolean): Promise<void> {
    const unknown = tips.filter((tip) => !isAbsent(tip) && !this.parents.has(tip));
    if (unknown.length === 0) return;
    for (const { sha, parents } of await this.world.github.graph(this.world.repository, unknown)) {
      if (!this.parents.has(sha)) {
        this.parents.set(sha, parents);
        if (people) this.people.add(sha);
      }
    }
  }
}
