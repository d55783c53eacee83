/** An issue as people see it. Versions are names; the project must have them, as in Jira. */
export interface NewIssue {
  readonly type?: string;
  readonly fixVersions?: readonly string[];
  /** Key of the issue it is part of: needed by a sub-task, an epic to any other. */
  readonly parent?: string;
  readonly summary?: string;
}

interface StoredIssue {
  readonly id: string;
  key: string;
  type: string;
  fixVersions: readonly string[];
  readonly parent: StoredIssue | null;
  readonly summary: string;
}

interface Project {
  readonly key: string;
  readonly versions: Set<string>;
  /** The robot's account may not browse it. */
  hidden: boolean;
  lastNumber: number;
}

/** Projects, types and issues: the part of Jira that is no network. Verbs throw when Jira would refuse. */
export class Tracker {
  readonly #projects = new Map<string, Project>();
  /** By name, with whether it is a type of sub-tasks. */
  readonly #types = new Map<string, boolean>([['Bug', false], ['Story', false], ['Improvement', false], ['Task', false], ['Epic', false], ['Sub-task', true]]);
  /** By every key an issue ever had: Jira finds a moved issue by its former key. */
  readonly #issues = new Map<string, StoredIssue>();
  #lastId = 10_000;

  addProject(key: string, versions: readonly string[] = []): void {
    this.#projects.set(key, { key, versions: new Set(versions), hidden: false, lastNumber: 0 });
  }

  addVersions(project: string, ...versions: readonly string[]): void {
    versions.forEach((version) => this.#project(project).versions.add(version));
  }

  addType(name: string, subTask = false): void {
    this.#types.set(name, subTask);
  }

  /** From now on its issues do not exist for the robot's account. */
  hide(project: string): void {
    this.#project(project).hidden = true;
  }

  /** Answers the key. */
  addIssue(project: string, issue: NewIssue = {}): string {
    const type = issue.type ?? 'Bug';
    const parent = issue.parent === undefined ? null : this.#issue(issue.parent);
    if (this.#isSubTask(type) && parent === null) {
      throw new Error('A sub-task needs a parent');
    }
    const key = this.#nextKey(project);
    const id = String((this.#lastId += 1));
    this.#issues.set(key, { id, key, type, fixVersions: this.#known(project, issue.fixVersions ?? []), parent, summary: issue.summary ?? `Issue ${key}` });
    return key;
  }

  setFixVersions(key: string, ...versions: readonly string[]): void {
    const issue = this.#issue(key);
    issue.fixVersions = this.#known(projectOf(issue.key), versions);
  }

  setType(key: string, type: string): void {
    this.#isSubTask(type);
    this.#issue(key).type = type;
  }

  /** Answers the new key; versions of the old project are lost, as in Jira. */
  moveIssue(key: string, project: string): string {
    const issue = this.#issue(key);
    issue.key = this.#nextKey(project);
    issue.fixVersions = issue.fixVersions.filter((version) => this.#project(project).versions.has(version));
    this.#issues.set(issue.key, issue);
    return issue.key;
  }

  /** The issue as the REST interface shows it to the robot's account; null if there is none for it. Keys ignore case. */
  show(key: string, url: string): { readonly id: string; readonly key: string; readonly self: string; readonly fields: Readonly<Record<string, unknown>> } | null {
    const issue = this.#issues.get(key.toUpperCase());
    if (issue === undefined || this.#project(projectOf(issue.key)).hidden) {
      return null;
    }
    const { id, type, parent } = issue;
    const project = projectOf(issue.key);
    return {
      id,
      key: issue.key,
      self: `${url}/rest/api/2/issue/${id}`,
      fields: {
        summary: issue.summary,
        issuetype: { name: type, subtask: this.#isSubTask(type), description: '' },
        project: { key: project, name: project },
        fixVersions: issue.fixVersions.map((name) => ({ name, archived: false, released: false })),
        // Jira leaves the field out where there is no parent.
        ...(parent === null ? {} : { parent: { id: parent.id, key: parent.key, fields: { summary: parent.summary } } }),
      },
    };
  }

  #nextKey(project: string): string {
    const owner = this.#project(project);
    owner.lastNumber += 1;
    return `${owner.key}-${owner.lastNumber}`;
  }

  #known(project: string, versions: readonly string[]): readonly string[] {
    const missing = versions.find((version) => !this.#project(project).versions.has(version));
    if (missing !== undefined) {
      throw new Error(`Project ${project} has no version ${missing}`);
    }
    return versions;
  }

  #project(key: string): Project {
    return this.#projects.get(key) ?? absent(`project ${key}`);
  }

  #issue(key: string): StoredIssue {
    return this.#issues.get(key) ?? absent(`issue ${key}`);
  }

  #isSubTask(type: string): boolean {
    return this.#types.get(type) ?? absent(`issue type ${type}`);
  }
}

function projectOf(key: string): string {
  return key.slice(0, key.lastIndexOf('-'));
}

function absent(what: string): never {
  throw new Error(`There is no ${what}`);
}
