import type { RemoteRefs } from '../ports/git.js';
import type { Surroundings } from '../pull-request/facts.js';
import type { Ports } from './ports.js';

/**
 * The branches as one listing shows them to many looks of a sweep. It is enough to see that a pull request still waits,
 * which changes nothing; whatever leads further is decided on branches that are listed for it.
 */
export class SweepBranches {
  #listed: Promise<RemoteRefs> | null = null;

  constructor(
    private readonly ports: Pick<Ports, 'git' | 'github'>,
    private readonly settings: Pick<Surroundings['settings'], 'forks'>,
  ) {}

  refs(): Promise<RemoteRefs> {
    this.#listed ??= this.#list();
    return this.#listed;
  }

  /** To be called before anything that may push, and now and then: what others pushed should not stay unseen for long. */
  forget(): void {
    this.#listed = null;
  }

  async #list(): Promise<RemoteRefs> {
    const forks = this.settings.forks ? (await this.ports.github.openPullRequests()).filter(({ head }) => head.fork).map(({ number }) => number) : [];
    return this.ports.git.listRefs(forks);
  }
}
