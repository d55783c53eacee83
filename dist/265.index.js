export const id = 265;
export const ids = [265];
export const modules = {

/***/ 265:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  lookAt: () => (/* binding */ lookAt)
});

// EXTERNAL MODULE: ./src/outcomes/reason.ts
var reason = __webpack_require__(1725);
// EXTERNAL MODULE: ./src/gitwaterflow/branch-name.ts
var branch_name = __webpack_require__(5571);
// EXTERNAL MODULE: ./src/gitwaterflow/version.ts
var gitwaterflow_version = __webpack_require__(6307);
;// CONCATENATED MODULE: ./src/gitwaterflow/target-version.ts

/** Tags that are no version are left out here. */
function knownVersions(repository) {
    return {
        development: repository.development.map((branch) => branch.version),
        hotfixes: repository.hotfixes.map((branch) => branch.version),
        tags: [...repository.tags]
            .sort()
            .flatMap((name) => {
            const version = (0,gitwaterflow_version/* parseTag */.ED)(name);
            return version === null ? [] : [{ name, version }];
        })
            .sort((left, right) => (0,gitwaterflow_version/* compareVersions */.Zy)(left.version, right.version)),
    };
}
/**
 * The version of the hotfix branch of `version`: one revision after the highest tagged one. A plain `X.Y.Z` tag is
 * revision 0; without a tag nothing has been delivered, and the revision is 0.
 */
function hotfixVersion(version, known) {
    const revisions = tagsOfPatch(version, known).map((tag) => tag.version[3] ?? 0);
    return [...version, highest(revisions) + 1];
}
/** Names of the tags that say that a three-part development branch is released. Shorter versions never are. */
function tagsReleasing(version, known) {
    return version.length === 3 ? tagsOfPatch(version, known).map((tag) => tag.name) : [];
}
/** The version in which a change to this development branch will be delivered. */
function developmentTargetVersion(version, known) {
    switch (version.length) {
        case 3:
            return version;
        case 2:
            return [...version, nextPatch(version[0], version[1], known)];
        case 1:
            return [...version, nextMinor(version[0], known), 0];
    }
}
function nextPatch(major, minor, { development, tags }) {
    const ofThisMinor = (version) => version[0] === major && version[1] === minor;
    const branched = new Set(development.filter(ofThisMinor).flatMap((version) => version[2] ?? []));
    const tagged = tags.map((tag) => tag.version).filter(ofThisMinor).map((version) => version[2]);
    let patch = highest(tagged.length > 0 ? tagged : [...branched]) + 1;
    while (branched.has(patch)) {
        patch += 1;
    }
    return patch;
}
function nextMinor(major, { development, hotfixes, tags }) {
    const minors = [...development, ...hotfixes, ...tags.map((tag) => tag.version)]
        .filter((version) => version[0] === major)
        .flatMap((version) => version[1] ?? []);
    return highest(minors) + 1;
}
function tagsOfPatch([major, minor, patch], { tags }) {
    return tags.filter(({ version }) => version[0] === major && version[1] === minor && version[2] === patch);
}
/** The largest of these, -1 if there is none. Not `Math.max(...)`, which fails on very many arguments. */
function highest(numbers) {
    return numbers.reduce((left, right) => Math.max(left, right), -1);
}

;// CONCATENATED MODULE: ./src/gitwaterflow/cascade.ts



/**
 * Where a pull request lands and which versions its change will be in (spec 1, cascade and versions).
 *
 * A released three-part branch stops only the pull requests that would land on it: one that goes to a later version,
 * or to a hotfix branch, does not touch it.
 */
function buildCascade({ branches, tags, destination }) {
    const parsed = (0,branch_name/* parseBranchName */.pD)(destination);
    if (parsed === null) {
        return { kind: 'unknown-destination' };
    }
    if (!(0,branch_name/* isPullRequestDestination */.rh)(parsed)) {
        return { kind: 'unhandled-destination', branchKind: parsed.kind };
    }
    if (!branches.includes(destination)) {
        return { kind: 'missing-destination' };
    }
    const development = developmentBranches(branches);
    const hotfixes = hotfixBranches(branches);
    const known = knownVersions({ development, hotfixes, tags });
    return parsed.kind === 'hotfix'
        ? hotfixCascade(parsed, development, known)
        : developmentCascade(parsed, development, hotfixes, known);
}
/** The development branches among these names, without repetition, in cascade order. */
function developmentBranches(branches) {
    return branchesInOrder(branches, (branch) => branch.kind === 'development');
}
/** The hotfix branches among these names, without repetition, by version; legacy ones are not handled and left out. */
function hotfixBranches(branches) {
    return branchesInOrder(branches, (branch) => branch.kind === 'hotfix');
}
/** The merge path of the queue: the names of all development branches among these, in cascade order. */
function mergePath(branches) {
    return developmentBranches(branches).map((branch) => branch.name);
}
/** The fix versions that an issue should bear: those of all targets, in order. */
function expectedFixVersions(cascade) {
    return cascade.targets.map((target) => target.version);
}
/**
 * The first development branch that does not include the one before it, or `null` if all do.
 *
 * @param developmentBranchesInOrder names as `mergePath` gives them
 * @param contains whether the tip of `older` is an ancestor of, or is, the tip of `newer`
 */
function checkSelfContained(developmentBranchesInOrder, contains) {
    for (const [position, newer] of developmentBranchesInOrder.entries()) {
        const older = developmentBranchesInOrder[position - 1];
        if (older !== undefined && !contains(older, newer)) {
            return { older, newer };
        }
    }
    return null;
}
function hotfixCascade(destination, development, known) {
    const version = hotfixVersion(destination.version, known);
    return {
        kind: 'cascade',
        targets: [{ branch: destination.name, version: (0,gitwaterflow_version/* formatVersion */.qh)(version), branchVersion: version }],
        ignored: sortedNames(development),
        pendingHotfixes: [],
    };
}
function developmentCascade(destination, development, hotfixes, known) {
    const later = development.filter((branch) => (0,gitwaterflow_version/* compareVersions */.Zy)(branch.version, destination.version) > 0);
    for (const branch of [destination, ...later]) {
        const [tag] = tagsReleasing(branch.version, known);
        if (tag !== undefined) {
            return { kind: 'released', branch: branch.name, version: (0,gitwaterflow_version/* formatVersion */.qh)(branch.version), tag };
        }
    }
    return {
        kind: 'cascade',
        targets: [developmentTarget(destination, known), ...later.map((branch) => developmentTarget(branch, known))],
        ignored: sortedNames(development.filter((branch) => (0,gitwaterflow_version/* compareVersions */.Zy)(branch.version, destination.version) < 0)),
        pendingHotfixes: hotfixes.map((branch) => branch.name),
    };
}
function developmentTarget(branch, known) {
    const version = (0,gitwaterflow_version/* formatVersion */.qh)(developmentTargetVersion(branch.version, known));
    return { branch: branch.name, version, branchVersion: branch.version };
}
function branchesInOrder(names, wanted) {
    return [...new Set(names)]
        .map(branch_name/* parseBranchName */.pD)
        .filter((branch) => branch !== null)
        .filter(wanted)
        .sort((left, right) => (0,gitwaterflow_version/* compareVersions */.Zy)(left.version, right.version));
}
function sortedNames(branches) {
    return branches.map((branch) => branch.name).sort();
}

;// CONCATENATED MODULE: ./src/administration/decision.ts
function refuse(detail) {
    return { kind: 'refused', detail };
}
/** `#1, #2`. */
function numberList(numbers) {
    return [...new Set(numbers)].map((number) => `#${number}`).join(', ');
}

;// CONCATENATED MODULE: ./src/administration/start-point.ts

/**
 * Resolves what somebody wrote as `branch-from`: a branch or tag, also by its full name `refs/…`; else a commit, whole or
 * shortened to at least four digits. As in git, a name stands before a shortened commit. Whatever means two different
 * commits is refused: a version branch cannot be taken back.
 *
 * @param known every commit that may be meant
 */
function resolveStart(text, refs, known) {
    const name = /^refs\/(?<space>heads|tags)\/(?<short>.+)$/su.exec(text)?.groups;
    const branch = name?.space === 'tags' ? undefined : refs.branches.get(name?.short ?? text);
    const tag = name?.space === 'heads' ? undefined : refs.tags.get(name?.short ?? text);
    if (branch !== undefined && tag !== undefined && branch !== tag) {
        return refused(`${text} is a branch and a tag, at different commits; write refs/heads/${text} or refs/tags/${text}`);
    }
    if (branch !== undefined) {
        return { kind: 'found', commit: branch, words: `the tip of ${name?.short ?? text}` };
    }
    if (tag !== undefined) {
        return { kind: 'found', commit: tag, words: `the tag ${name?.short ?? text}` };
    }
    return resolveCommit(text, known);
}
function resolveCommit(text, known) {
    const digits = text.toLowerCase();
    const candidates = /^[0-9a-f]{4,64}$/.test(digits) ? [...new Set(known)].filter((sha) => sha.startsWith(digits)) : [];
    const [commit, other] = candidates;
    if (commit === undefined) {
        return refused(`branch-from is ${text}, and there is no such branch or tag, nor such a commit in the history of the version branches; name one of those`);
    }
    return other === undefined
        ? { kind: 'found', commit, words: `commit ${commit.slice(0, 12)}` }
        : refused(`the commit ${text} is ambiguous: ${candidates.length} commits of the version branches begin like that, for instance ${commit.slice(0, 16)} and ${other.slice(0, 16)}; write more digits`);
}
/**
 * The start of a development branch when none is given: the development branch before it, or the first one when the new
 * branch becomes the first.
 *
 * @param existing in cascade order
 */
function defaultDevelopmentStart(branch, existing, refs) {
    const neighbour = existing.findLast((other) => (0,gitwaterflow_version/* compareVersions */.Zy)(other.version, branch.version) < 0) ?? existing[0];
    const commit = neighbour === undefined ? undefined : refs.branches.get(neighbour.name);
    return neighbour === undefined || commit === undefined
        ? refused(`there is no development branch yet from which ${branch.name} could start; say where by branch-from`)
        : { kind: 'found', commit, words: `the tip of ${neighbour.name}` };
}
/**
 * The start of a hotfix branch when none is given: the tag `X.Y.Z.0`. A release that was tagged otherwise (`X.Y.Z`,
 * `vX.Y.Z`, `vX.Y.Z.0`) is revision 0 as well (spec 1, versions), and serves if there is no doubt which commit it is.
 */
function defaultHotfixStart(branch, refs) {
    const expected = `${(0,gitwaterflow_version/* formatVersion */.qh)(branch.version)}.0`;
    const first = { name: expected, commit: refs.tags.get(expected) };
    const others = [...refs.tags].filter(([name]) => isRelease(name, branch)).map(([name, commit]) => ({ name, commit }));
    const candidates = first.commit === undefined ? others : [first];
    const [tag] = candidates;
    if (tag?.commit === undefined) {
        return refused(`there is no tag ${expected} (nor ${(0,gitwaterflow_version/* formatVersion */.qh)(branch.version)}) from which ${branch.name} could start; tag what was released, or say where by branch-from`);
    }
    return new Set(candidates.map(({ commit }) => commit)).size > 1
        ? refused(`there is no tag ${expected}, and the tags ${candidates.map(({ name }) => name).join(', ')} are at different commits; say by branch-from which one is meant`)
        : { kind: 'found', commit: tag.commit, words: `the tag ${tag.name}` };
}
function isRelease(tag, { version }) {
    const [major, minor, patch, revision = 0] = (0,gitwaterflow_version/* parseTag */.ED)(tag) ?? [];
    return major === version[0] && minor === version[1] && patch === version[2] && revision === 0;
}
function refused(detail) {
    return { kind: 'refused', detail };
}

;// CONCATENATED MODULE: ./src/administration/create-branch.ts






/**
 * The command `create-branch`. What is refused, and why, is in the order of the checks.
 *
 * The push holds the branch before the new one to what was looked at, although it does not move: had it moved, the new
 * branch would lack its newest commit.
 */
function decideCreateBranch(facts) {
    const { branch: name, refs } = facts;
    const branch = (0,branch_name/* parseBranchName */.pD)(name);
    if (branch === null || !(0,branch_name/* isPullRequestDestination */.rh)(branch)) {
        return refuse(`${name} is no name of a version branch; create development/X, development/X.Y, development/X.Y.Z or hotfix/X.Y.Z, in numbers without leading zeros`);
    }
    if (refs.branches.has(name)) {
        return { kind: 'nothing', detail: `${name} exists already` };
    }
    return released(branch, facts) ?? fromStart(branch, startOf(branch, facts), facts);
}
/** The version was archived by `delete-branch`, or released: with such a tag, nothing could land on the branch (outcome 204). */
function released(branch, { refs }) {
    if (branch.kind === 'hotfix') {
        return null;
    }
    const archive = (0,gitwaterflow_version/* formatVersion */.qh)(branch.version);
    const tag = refs.tags.has(archive) ? archive : tagsReleasing(branch.version, knownVersions({ development: [], hotfixes: [], tags: [...refs.tags.keys()] }))[0];
    return tag === undefined
        ? null
        : refuse(`the tag ${tag} says that version ${archive} is released or archived; create a hotfix branch for corrections, or choose a version that is not tagged`);
}
function startOf(branch, { branchFrom, refs, history }) {
    if (branchFrom !== null) {
        return resolveStart(branchFrom, refs, [...history, ...refs.branches.values(), ...refs.tags.values()]);
    }
    return defaultStart(branch, refs);
}
function defaultStart(branch, refs) {
    return branch.kind === 'hotfix'
        ? defaultHotfixStart(branch, refs)
        : defaultDevelopmentStart(branch, developmentBranches([...refs.branches.keys()]), refs);
}
/**
 * A start that may lie outside of the history of the version branches, and has to be fetched to be pushed: the release
 * tag of a hotfix, and whatever is named where there is no development branch yet.
 */
function startOutsideHistory({ branch: name, branchFrom }, refs) {
    const branch = (0,branch_name/* parseBranchName */.pD)(name);
    if (branch === null || !(0,branch_name/* isPullRequestDestination */.rh)(branch)) {
        return null;
    }
    if (branchFrom !== null && developmentBranches([...refs.branches.keys()]).length > 0) {
        return null;
    }
    const start = branchFrom === null ? defaultStart(branch, refs) : resolveStart(branchFrom, refs, [...refs.branches.values(), ...refs.tags.values()]);
    return start.kind === 'found' ? start.commit : null;
}
function fromStart(branch, start, facts) {
    if (start.kind === 'refused') {
        return refuse(start.detail);
    }
    const { refs, graph, queued, branchFrom, lostByRebuild } = facts;
    const existing = developmentBranches([...refs.branches.keys()]);
    const newest = existing.at(-1);
    if (branchFrom !== null && newest !== undefined && !graph.contains(refs.branches.get(newest.name) ?? '', start.commit)) {
        return refuse(`${start.words} is not part of ${newest.name}, the newest development branch, so nothing says that it was ever validated; start from a commit that is, or merge it first by a pull request`);
    }
    const becomesNewest = branch.kind === 'development' && (newest === undefined || (0,gitwaterflow_version/* compareVersions */.Zy)(branch.version, newest.version) > 0);
    if (queued.length > 0 && !becomesNewest) {
        return refuse(`the queue is not empty (${numberList(queued)}), and ${branch.name} would not be the newest development branch; wait until the queue has merged, or start delete-queues, and then create the branch`);
    }
    if (branch.kind === 'development' && lostByRebuild.length > 0) {
        return refuse(`the queue has to be rebuilt for ${branch.name}, but commits of people are in it and nowhere else, on ${lostByRebuild.map((lost) => lost.branch).join(', ')}; put them on a branch of their own first`);
    }
    return selfContained(branch, start.commit, facts) ?? { kind: 'push', ...creation(branch, start, facts) };
}
function selfContained(branch, start, { refs, graph }) {
    if (branch.kind === 'hotfix') {
        return null;
    }
    const tipOf = (name) => (name === branch.name ? start : (refs.branches.get(name) ?? ''));
    const gap = checkSelfContained(mergePath([...refs.branches.keys(), branch.name]), (older, newer) => graph.contains(tipOf(newer), tipOf(older)));
    if (gap === null) {
        return null;
    }
    return gap.older === branch.name || gap.newer === branch.name
        ? refuse(`${gap.newer} would not include ${gap.older}, and version branches must each include the one before; let ${branch.name} start elsewhere (branch-from), or leave branch-from empty`)
        : refuse(`${gap.newer} does not include ${gap.older}; version branches must each include the one before, so merge ${gap.older} into ${gap.newer} first`);
}
function creation(branch, start, { refs }) {
    const before = branch.kind === 'hotfix' ? undefined : developmentBranches([...refs.branches.keys()]).findLast((other) => (0,gitwaterflow_version/* compareVersions */.Zy)(other.version, branch.version) < 0);
    const tip = before === undefined ? undefined : refs.branches.get(before.name);
    const held = before === undefined || tip === undefined ? [] : [{ ref: `refs/heads/${before.name}`, from: tip, to: tip }];
    return {
        push: [{ ref: `refs/heads/${branch.name}`, from: null, to: start.commit }, ...held],
        done: `${branch.name} at ${start.commit.slice(0, 12)}, ${start.words}`,
    };
}

;// CONCATENATED MODULE: ./src/history/made-by-robot.ts
/**
 * Whether the robot made the commit, and nobody touched it since: `git commit --amend` and a rebase keep the author and
 * change the committer, and what they made is somebody's own work. Email addresses compare without regard to case.
 */
function isMadeByRobot({ authorEmail, committerEmail }, robotEmail) {
    const robot = robotEmail.toLowerCase();
    return authorEmail.toLowerCase() === robot && committerEmail.toLowerCase() === robot;
}

;// CONCATENATED MODULE: ./src/administration/delete-branch.ts





/** The command `delete-branch`: archives a version under a tag and deletes its branch and its queue branch, all or nothing. */
function decideDeleteBranch(facts) {
    const { branch: name, refs } = facts;
    const branch = (0,branch_name/* parseBranchName */.pD)(name);
    if (branch === null || !(0,branch_name/* isPullRequestDestination */.rh)(branch)) {
        return refuse(`${name} is no name of a version branch; only development/… and hotfix/X.Y.Z are deleted by this command`);
    }
    const tip = refs.branches.get(name);
    if (tip === undefined) {
        return { kind: 'nothing', detail: `${name} does not exist` };
    }
    const queues = facts.queue.versions.filter((queue) => queue.destination.branch === name);
    const queued = facts.useQueues ? queues.flatMap(({ entries }) => entries.map(({ pullRequest }) => pullRequest)) : [];
    if (queued.length > 0) {
        return refuse(`${numberList(queued)} ${queued.length === 1 ? 'is' : 'are'} queued for ${name}; wait until the queue has merged, or start delete-queues, and then delete the branch`);
    }
    const tag = archiveTag(branch, refs);
    const tagged = refs.tags.get(tag);
    if (tagged !== undefined) {
        return refuse(tagExists(name, tag, facts.graph.contains(tagged, tip)));
    }
    if (name === facts.defaultBranch) {
        return refuse(`${name} is the default branch, which GitHub does not delete and which holds the settings; make another branch the default one first`);
    }
    const queueBranches = queues.flatMap(({ queue }) => (queue.tip === null ? [] : [{ name: queue.branch, tip: queue.tip }]));
    const lost = queueBranches.flatMap((queue) => lostWith(queue.tip, facts));
    if (lost.length > 0) {
        return refuse(`commits of people are on ${queueBranches.map((queue) => queue.name).join(', ')} and nowhere else (${lost.slice(0, 5).map(({ sha }) => sha.slice(0, 12)).join(', ')}); put them on a branch of their own, and then delete the branch`);
    }
    const deletions = queueBranches.map((queue) => ({ ref: `refs/heads/${queue.name}`, from: queue.tip, to: null }));
    return {
        kind: 'push',
        push: [{ ref: `refs/tags/${tag}`, from: null, to: tip }, ...deletions, { ref: `refs/heads/${name}`, from: tip, to: null }],
        done: `${name} (${tip.slice(0, 12)}), archived as the tag ${tag}${queueBranches.map((queue) => `, with ${queue.name}`).join('')}${closing(facts.openPullRequests)}`,
    };
}
/** A version can have several hotfix branches in its life: each is archived under the revision it was working on. */
function archiveTag(branch, { tags }) {
    if (branch.kind === 'development') {
        return (0,gitwaterflow_version/* formatVersion */.qh)(branch.version);
    }
    const known = knownVersions({ development: [], hotfixes: [branch], tags: [...tags.keys()] });
    return `${(0,gitwaterflow_version/* formatVersion */.qh)(hotfixVersion(branch.version, known))}.archived_hotfix_branch`;
}
function tagExists(name, tag, holdsTip) {
    return holdsTip
        ? `the archive tag ${tag} exists already, and it holds all of ${name}: nothing would be lost, so delete the branch by hand (git push origin --delete refs/heads/${name})`
        : `the archive tag ${tag} exists already, and it does not hold the newest commits of ${name}: tag those under another name, then delete the branch by hand (git push origin --delete refs/heads/${name})`;
}
/** What a queue branch without entries still holds that no other branch does: somebody pushed to it. */
function lostWith(queueTip, { refs, graph, robotEmail }) {
    const kept = [...refs.branches].filter(([branch, tip]) => !branch.startsWith('q/') && graph.has(tip)).map(([, tip]) => tip);
    return graph.beyond(queueTip, kept).filter((commit) => !isMadeByRobot(commit, robotEmail));
}
function closing(pullRequests) {
    return pullRequests.length === 0 ? '' : `; GitHub closes the pull requests towards it: ${numberList(pullRequests)}. Open them again towards another branch`;
}

;// CONCATENATED MODULE: ./src/administration/follow.ts
/**
 * A lease on a ref that does not move is checked when the push begins, not when the server carries it out: the branch
 * before may have moved in between. A fast-forward to what was validated there makes up for it (spec 6, rule 4).
 *
 * @param created the push that created the branch, as it was decided
 * @param refs as they are after it
 */
function followBranchBefore(created, refs, graph) {
    const made = created.find(({ from }) => from === null);
    const before = created.find(({ from, to }) => from === to);
    const [tip, tipBefore] = [tipOf(made, refs), tipOf(before, refs)];
    if (made === undefined || before === undefined || tip === null || tipBefore === null || graph.contains(tip, tipBefore)) {
        return { kind: 'included' };
    }
    return graph.contains(tipBefore, tip)
        ? { kind: 'behind', push: [{ ref: made.ref, from: tip, to: tipBefore }, { ref: before.ref, from: tipBefore, to: tipBefore }] }
        : { kind: 'parted' };
}
function tipOf(update, refs) {
    return refs.branches.get(update?.ref.replace(/^refs\/heads\//, '') ?? '') ?? null;
}

;// CONCATENATED MODULE: ./src/history/generation-heap.ts
/** Positions of commits, of which the one of the highest generation comes out first. */
class GenerationHeap {
    generationOf;
    #positions = [];
    constructor(generationOf) {
        this.generationOf = generationOf;
    }
    push(position) {
        const heap = this.#positions;
        let place = heap.length;
        heap.push(position);
        for (let above = (place - 1) >> 1; place > 0 && this.#isHigher(position, this.#at(above)); above = (place - 1) >> 1) {
            heap[place] = this.#at(above);
            place = above;
        }
        heap[place] = position;
    }
    pop() {
        const heap = this.#positions;
        const [top] = heap;
        const last = heap.pop();
        if (last === undefined || heap.length === 0) {
            return top;
        }
        let place = 0;
        for (let below = 1; below < heap.length; below = 2 * place + 1) {
            const chosen = below + 1 < heap.length && this.#isHigher(this.#at(below + 1), this.#at(below)) ? below + 1 : below;
            if (!this.#isHigher(this.#at(chosen), last)) {
                break;
            }
            heap[place] = this.#at(chosen);
            place = chosen;
        }
        heap[place] = last;
        return top;
    }
    #at(place) {
        return this.#positions[place] ?? 0;
    }
    #isHigher(one, other) {
        return this.generationOf(one) > this.generationOf(other);
    }
}

;// CONCATENATED MODULE: ./src/history/commit-graph.ts

/**
 * The commits of one evaluation and their parents. One reading of the history answers every question of ancestry, so
 * that git is not asked once per question.
 *
 * Each commit has a generation, one more than the highest of its parents'. A commit can only be an ancestor of those of a
 * higher generation, so a question costs no more than the part of the history that lies between the commits it is about:
 * a queue of hundreds of entries is compared commit by commit without going through the whole history for each.
 */
class CommitGraph {
    #records = [];
    #positions = new Map();
    /** By position: the positions of the parents that are in the graph, and the generation. Both as far as `#prepare` came. */
    #parents = [];
    #generations = [];
    /** Parents that were not in the graph when their child was looked at. */
    #absent = new Set();
    constructor(records) {
        for (const record of records) {
            this.add(record);
        }
    }
    add(record) {
        if (this.#positions.has(record.sha)) {
            return;
        }
        this.#positions.set(record.sha, this.#records.length);
        this.#records.push(record);
        if (this.#absent.delete(record.sha)) {
            // What was built on it has got another generation.
            this.#parents = [];
            this.#generations = [];
        }
    }
    has(commit) {
        return this.#positions.has(commit);
    }
    /** @throws if the commit was never read: to answer would be a guess. */
    get(commit) {
        return this.#at(this.#position(commit));
    }
    /** Whether `commit` is an ancestor of `tip`, or `tip` itself. A commit that is not in the graph is no ancestor. */
    contains(tip, commit) {
        if (tip === commit) {
            return true;
        }
        const wanted = this.#positions.get(commit);
        if (wanted === undefined) {
            return false;
        }
        this.#prepare();
        const lowest = this.#generation(wanted);
        const seen = new Set();
        const stack = [this.#position(tip)];
        for (let position = stack.pop(); position !== undefined; position = stack.pop()) {
            if (position === wanted) {
                return true;
            }
            if (seen.has(position) || this.#generation(position) <= lowest) {
                continue;
            }
            seen.add(position);
            stack.push(...this.#parentsOf(position));
        }
        return false;
    }
    /** Those of `commits` that `tip` contains, found in one walk. A commit that is not in the graph is not among them. */
    contained(tip, commits) {
        const wanted = new Map();
        for (const commit of commits) {
            const position = this.#positions.get(commit);
            if (position !== undefined) {
                wanted.set(position, commit);
            }
        }
        this.#prepare();
        let lowest = Number.POSITIVE_INFINITY;
        for (const position of wanted.keys()) {
            lowest = Math.min(lowest, this.#generation(position));
        }
        const found = new Set();
        const seen = new Set();
        const stack = [this.#position(tip)];
        for (let position = stack.pop(); position !== undefined && found.size < wanted.size; position = stack.pop()) {
            if (seen.has(position) || this.#generation(position) < lowest) {
                continue;
            }
            seen.add(position);
            const commit = wanted.get(position);
            if (commit !== undefined) {
                found.add(commit);
            }
            stack.push(...this.#parentsOf(position));
        }
        return found;
    }
    /** One more than the highest of its parents': what contains a commit has a higher one. */
    generation(commit) {
        const position = this.#position(commit);
        this.#prepare();
        return this.#generation(position);
    }
    /** The commits that `tip` reaches and none of `bases` does, parents after children. */
    beyond(tip, bases) {
        const start = this.#position(tip);
        const own = this.#onlyFrom(start, bases.map((base) => this.#position(base)));
        const order = [];
        const seen = new Set();
        // An explicit stack of (position, expanded) pairs: a history is far deeper than the call stack.
        const stack = [{ position: start, expanded: false }];
        for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
            const { position, expanded } = top;
            if (expanded) {
                order.push(this.#at(position));
                continue;
            }
            if (seen.has(position) || !own.has(position)) {
                continue;
            }
            seen.add(position);
            stack.push({ position, expanded: true });
            stack.push(...this.#parentsOf(position).map((parent) => ({ position: parent, expanded: false })));
        }
        return order.reverse();
    }
    /** Those of `commits` that no other of them contains, without repetition, in the order given. */
    independent(commits) {
        const distinct = [...new Set(commits)];
        return distinct.filter((commit) => !distinct.some((other) => other !== commit && this.contains(other, commit)));
    }
    /** The best common ancestors of two commits, as git takes them for a merge: those that no other common ancestor contains. */
    mergeBases(one, other) {
        const [left, right] = [1, 2];
        // What lies below a common ancestor is common as well, but not a best one.
        const surpassed = 4;
        const bases = [];
        this.#walk([[this.#position(one), left], [this.#position(other), right]], (marks) => (marks & surpassed) === 0, (position, marks) => {
            const common = (marks & left) !== 0 && (marks & right) !== 0;
            if (common && (marks & surpassed) === 0) {
                bases.push(position);
            }
            return common ? marks | surpassed : marks;
        });
        return bases.map((position) => this.#at(position).sha);
    }
    #onlyFrom(tip, bases) {
        const [mine, theirs] = [1, 2];
        const own = new Set();
        this.#walk([[tip, mine], ...bases.map((base) => [base, theirs])], (marks) => marks === mine, (position, marks) => {
            if (marks === mine) {
                own.add(position);
            }
            return marks;
        });
        return own;
    }
    /**
     * Goes from these commits towards the beginning, every commit after all that build on it, and hands marks on to parents;
     * ends when no commit is left whose marks make it of interest.
     *
     * @param visit answers the marks of the parents
     */
    #walk(starts, isOfInterest, visit) {
        this.#prepare();
        const marks = new Map();
        const open = new GenerationHeap((position) => this.#generation(position));
        let interesting = 0;
        const reach = (position, more) => {
            const before = marks.get(position);
            const after = (before ?? 0) | more;
            marks.set(position, after);
            if (before === undefined) {
                open.push(position);
            }
            interesting += (isOfInterest(after) ? 1 : 0) - (before !== undefined && isOfInterest(before) ? 1 : 0);
        };
        starts.forEach(([position, first]) => reach(position, first));
        for (let position = open.pop(); position !== undefined && interesting > 0; position = open.pop()) {
            const own = marks.get(position) ?? 0;
            interesting -= isOfInterest(own) ? 1 : 0;
            const inherited = visit(position, own);
            this.#parentsOf(position).forEach((parent) => reach(parent, inherited));
        }
    }
    /** Works out parents and generations of what was added since. */
    #prepare() {
        for (let position = this.#parents.length; position < this.#records.length; position += 1) {
            const parents = [];
            for (const parent of this.#at(position).parents) {
                const known = this.#positions.get(parent);
                if (known === undefined) {
                    this.#absent.add(parent);
                }
                else {
                    parents.push(known);
                }
            }
            this.#parents.push(parents);
        }
        const known = this.#generations.length;
        // Children may come before their parents. Zero: not known yet.
        for (let position = known; position < this.#records.length; position += 1) {
            this.#generations.push(0);
        }
        // From the end, where the oldest commits usually are.
        for (let start = this.#generations.length - 1; start >= known; start -= 1) {
            this.#findGeneration(start);
        }
    }
    #findGeneration(start) {
        const stack = [start];
        for (let position = stack.at(-1); position !== undefined; position = stack.at(-1)) {
            const parents = this.#parentsOf(position);
            const unknown = parents.filter((parent) => this.#generation(parent) === 0);
            if (unknown.length === 0) {
                this.#generations[position] = 1 + parents.reduce((highest, parent) => Math.max(highest, this.#generation(parent)), 0);
                stack.pop();
            }
            else {
                stack.push(...unknown);
            }
        }
    }
    #generation(position) {
        return this.#generations[position] ?? 0;
    }
    #parentsOf(position) {
        return this.#parents[position] ?? [];
    }
    #position(commit) {
        const position = this.#positions.get(commit);
        if (position === undefined) {
            throw new Error(`The history of ${commit} was not read`);
        }
        return position;
    }
    #at(position) {
        const record = this.#records[position];
        if (record === undefined) {
            throw new RangeError(`There is no commit at position ${position}`);
        }
        return record;
    }
}

// EXTERNAL MODULE: ./src/plan/plan.ts
var plan_plan = __webpack_require__(8720);
;// CONCATENATED MODULE: ./src/queue/model.ts


/** Reads the queue off the branches. Names that are not of our grammar are ignored (spec 4, validity). */
function readQueue(refs) {
    const versions = new Map();
    const entries = new Map();
    for (const [branch, tip] of refs.branches) {
        const parsed = (0,branch_name/* parseBranchName */.pD)(branch);
        if (parsed?.kind !== 'queue' && parsed?.kind !== 'queue-integration') {
            continue;
        }
        const version = (0,gitwaterflow_version/* formatVersion */.qh)(parsed.version);
        versions.set(version, parsed.version);
        if (parsed.kind === 'queue-integration') {
            const entry = { pullRequest: parsed.pullRequest, version, source: parsed.source.name, branch, tip };
            const known = entries.get(version);
            if (known === undefined) {
                entries.set(version, [entry]);
            }
            else {
                known.push(entry);
            }
        }
    }
    const seen = (branch) => ({ branch, tip: refs.branches.get(branch) ?? null });
    return {
        versions: [...versions.values()].sort(gitwaterflow_version/* compareVersions */.Zy).map((version) => ({
            version: (0,gitwaterflow_version/* formatVersion */.qh)(version),
            hotfix: version.length === 4,
            destination: seen(destinationName(version)),
            queue: seen((0,branch_name/* queueBranchName */.h3)(version)),
            entries: (entries.get((0,gitwaterflow_version/* formatVersion */.qh)(version)) ?? []).sort(compareEntries),
        })),
    };
}
/** Whether the robot queues anything here. A mere gate leaves an old queue alone. */
function hasQueue({ useQueues, gateOnly }) {
    return useQueues && !gateOnly;
}
/** Whether any `q/w/<pull request>/…` exists, whatever version its name carries (spec 3, step 14). */
function isQueued(model, pullRequest) {
    return model.versions.some(({ entries }) => entries.some((entry) => entry.pullRequest === pullRequest));
}
/** No pull request is queued. There may be queue branches all the same: they stay where the last merge left them. */
function isQueueEmpty(model) {
    return model.versions.every(({ entries }) => entries.length === 0);
}
/**
 * The version under which a target is queued: its own, except that a hotfix branch on which something is queued keeps
 * the revision of that queue. A tag may raise the revision at any time; two queues would then move one branch apart.
 */
function queueVersionOf(model, target) {
    const destination = destinationName(target);
    const inUse = model.versions.find((queue) => queue.destination.branch === destination && queue.entries.length > 0);
    return inUse?.version ?? (0,gitwaterflow_version/* formatVersion */.qh)(target);
}
/** The tip on which the next pull request of this version is queued, or null if `q/<version>` does not exist. */
function queueTipOf(model, version) {
    return model.versions.find((queue) => queue.version === version)?.queue.tip ?? null;
}
/** By pull request, then by name: an order that depends on nothing but the names. */
function compareEntries(left, right) {
    return left.pullRequest - right.pullRequest || (left.branch < right.branch ? -1 : Number(left.branch > right.branch));
}
function destinationName(version) {
    if (version.length !== 4) {
        return (0,branch_name/* developmentBranchName */.pk)(version);
    }
    const [major, minor, patch] = version;
    return (0,branch_name/* hotfixBranchName */.Yl)([major, minor, patch]);
}

// EXTERNAL MODULE: ./src/conversation/login.ts
var login = __webpack_require__(198);
// EXTERNAL MODULE: ./src/conversation/marker.ts
var conversation_marker = __webpack_require__(5473);
// EXTERNAL MODULE: ./src/ports/github.ts
var github = __webpack_require__(7533);
// EXTERNAL MODULE: ./src/ports/git.ts
var ports_git = __webpack_require__(4220);
// EXTERNAL MODULE: ./src/pull-request/telling.ts + 1 modules
var telling = __webpack_require__(8973);
;// CONCATENATED MODULE: ./src/edge/execute.ts





/**
 * Carries out what must be true before anything is told: the push first, then what depends on it. A plan is made of
 * steps that may be repeated: a run that is killed in between is completed by the next one.
 *
 * @throws GitOutage, GitHubOutage when the outcome of a step is unknown
 */
async function executeDeeds(plan, { git, github }) {
    if (plan.push.length > 0) {
        const pushed = await pushOnce(plan.push, git);
        if (pushed.kind === 'stale') {
            return { kind: 'stale', refs: pushed.refs };
        }
        if (pushed.kind === 'refused') {
            const branches = pushed.refs.map((ref) => ref.replace(/^refs\/(?:heads|tags)\//, ''));
            return { kind: 'refused', pushed: false, outcome: { code: 221, operation: 'push', cause: pushed.cause, detail: pushed.reason, branches } };
        }
        github.forget();
    }
    return permitted(plan.push.length > 0, async () => {
        for (const pullRequest of plan.openPullRequests) {
            await github.createPullRequest(pullRequest);
        }
        for (const number of plan.closePullRequests) {
            await github.closePullRequest(number);
        }
        for (const { workflow, branch } of plan.dispatches) {
            await github.dispatchWorkflow(workflow, branch);
        }
        for (const run of plan.reruns) {
            await github.rerunFailedJobs(run);
        }
        return [];
    });
}
/**
 * Pushes, and looks where the branches are if it is not known what became of it: the answer may have been lost after the push
 * was done.
 */
async function pushOnce(updates, git) {
    try {
        return await git.push(updates);
    }
    catch (error) {
        if (error instanceof ports_git/* GitOutage */.Cq && (await isDone(updates, git))) {
            return { kind: 'pushed' };
        }
        throw error;
    }
}
async function isDone(updates, git) {
    const refs = await git.listRefs([]);
    return updates.every(({ ref, to }) => (0,ports_git/* tipOf */.nM)(refs, ref) === to);
}
/** Tells what is true now: statuses, then comments. A status that may not be written keeps no merge from being told. */
async function executeTelling(plan, known, robot, { github }) {
    const marked = await permitted(false, async () => {
        for (const { commit, ...status } of plan.statuses) {
            await github.setCommitStatus(commit, status);
        }
        return [];
    });
    if (marked.kind === 'refused' && plan.commentsImplyStatuses) {
        return marked;
    }
    const said = await permitted(false, async () => {
        for (const id of plan.deleteComments) {
            await github.deleteComment(id);
        }
        const posted = [];
        for (const number of new Set(plan.comments.map(({ pullRequest }) => pullRequest))) {
            const here = [];
            for (const { body } of plan.comments.filter(({ pullRequest }) => pullRequest === number)) {
                here.push(await github.createComment(number, body));
            }
            posted.push(...here);
            await removeDoubles(number, here, known, robot, github);
        }
        return posted.filter((comment) => !(0,login/* isBy */._m)(comment, robot)).slice(0, 1).map(notOurName(robot));
    });
    return marked.kind === 'refused' ? marked : said;
}
/** Under another name the robot would not know its own messages again, and say everything twice. */
function notOurName(robot) {
    return ({ author }) => `The token writes as ${author ?? 'an unknown account'}, but the setting robot says ${robot}: correct the setting, or the robot repeats itself.`;
}
/**
 * Another run may have looked at the same moment and said the same. Of two equal messages that neither run could have
 * seen, the later one goes (spec 6, rule 6): both runs come to the same answer, whoever looks first.
 */
async function removeDoubles(pullRequest, posted, known, robot, github) {
    const knownIds = new Set(known.map(({ id }) => id));
    const ids = new Set(posted.map(({ id }) => id));
    const now = await github.liveComments(pullRequest);
    for (const mine of posted) {
        const marker = (0,conversation_marker/* markerOfComment */.f)(mine, robot);
        const double = now.some((other) => {
            const unseen = other.id < mine.id && !knownIds.has(other.id) && !ids.has(other.id);
            return unseen && saysTheSame((0,conversation_marker/* markerOfComment */.f)(other, robot), marker);
        });
        if (marker !== null && double) {
            await github.deleteComment(mine.id);
        }
    }
}
/**
 * What is told once may have been told in other words: the push itself starts a run that finds the merge untold, and
 * whoever greets at the same moment may do so before or after the destination was changed.
 */
function saysTheSame(theirs, mine) {
    return theirs !== null && mine !== null && theirs.code === mine.code && (theirs.key === mine.key || (0,telling/* isToldOnce */.X5)(mine.code));
}
async function permitted(pushed, steps) {
    try {
        return { kind: 'done', notes: await steps() };
    }
    catch (error) {
        if (error instanceof github/* GitHubRefusal */.k) {
            return {
                kind: 'refused',
                pushed,
                outcome: { code: 221, operation: error.operation, cause: 'not-permitted', detail: error.detail, branches: [] },
            };
        }
        throw error;
    }
}

// EXTERNAL MODULE: ./src/edge/failures.ts
var failures = __webpack_require__(3958);
;// CONCATENATED MODULE: ./src/approvals/standing-reviews.ts
/** The name GitHub shows for a deleted account. */
const deletedAccount = 'ghost';
/**
 * What stands of the reviews: per reviewer the newest that is not a mere comment (spec chapter 3, step 18). Newest means
 * highest id: the list may come in any order. A pending review is not submitted yet and is not looked at.
 *
 * Deleted accounts cannot be told apart, so none of their reviews replaces another: their approvals count for nothing,
 * their change requests stand until dismissed.
 */
function standingReviews(reviews, rules) {
    const robot = rules.robot.toLowerCase();
    const reviewers = new Set();
    const newest = new Map();
    const changeRequesters = [];
    for (const review of reviews) {
        const login = review.author?.toLowerCase() ?? null;
        if (login === robot || review.state === 'PENDING') {
            continue;
        }
        if (login === null) {
            changeRequesters.push(...(review.state === 'CHANGES_REQUESTED' ? [deletedAccount] : []));
            continue;
        }
        reviewers.add(login);
        if (review.state !== 'COMMENTED' && review.id >= (newest.get(login)?.id ?? review.id)) {
            newest.set(login, review);
        }
    }
    const approvals = [];
    const staleApprovals = [];
    for (const [login, review] of newest) {
        if (review.state === 'CHANGES_REQUESTED') {
            changeRequesters.push(login);
        }
        else if (review.state === 'APPROVED') {
            const approval = approvalOf(login, review, rules.headSha);
            (rules.dismissStaleApprovals && !approval.onHead ? staleApprovals : approvals).push(approval);
        }
    }
    return {
        approvals: approvals.sort(byLogin),
        staleApprovals: staleApprovals.sort(byLogin),
        changeRequesters: changeRequesters.sort(),
        reviewers: [...reviewers].sort(),
    };
}
function approvalOf(login, review, headSha) {
    const { id: reviewId, commitId: commit, submittedAt } = review;
    return { login, reviewId, commit, submittedAt, onHead: commit === headSha };
}
function byLogin(left, right) {
    return left.login < right.login ? -1 : 1;
}

;// CONCATENATED MODULE: ./src/approvals/approvals.ts

/**
 * Whether the pull request has the approvals it needs (spec chapter 3, step 18).
 *
 * A standing change request blocks whatever the counts, unless the peer and the leader bypass are both in force. No
 * bypass sets `unanimity` aside: somebody asked for it on this pull request, and can take it back.
 */
function judgeApprovals(facts) {
    const { settings, options } = facts;
    const standing = standingReviews(facts.reviews, {
        robot: facts.robot,
        headSha: facts.headSha,
        dismissStaleApprovals: settings.dismissStaleApprovals,
    });
    const author = authorApproval(facts, standing);
    const peers = countPeers(facts, standing);
    const leaders = countLeaders(facts, standing);
    const setAside = options.bypassPeerApproval && options.bypassLeaderApproval;
    const changeRequesters = setAside ? [] : standing.changeRequesters;
    const changeRequestsSetAside = setAside ? standing.changeRequesters : [];
    const unanimityMissing = options.unanimity ? participantsWithoutApproval(facts, standing) : [];
    const complete = peers.missing + leaders.missing + changeRequesters.length + unanimityMissing.length === 0;
    if (complete && author.kind !== 'missing') {
        const { approvals } = standing;
        const { unanimity } = options;
        return { kind: 'approved', record: { author, peers, leaders, approvals, unanimity, changeRequestsSetAside } };
    }
    return {
        kind: 'missing',
        author: author.kind === 'missing',
        peers,
        leaders,
        changeRequesters,
        changeRequestsSetAside,
        unanimityMissing,
        staleApprovals: standing.staleApprovals,
    };
}
/** What was given is recorded first, even where it was not needed. */
function authorApproval({ author, settings, options }, standing) {
    const approval = standing.approvals.find(({ login }) => isSameLogin(login, author));
    if (approval !== undefined) {
        return { kind: 'by-review', approval };
    }
    if (options.approve) {
        return { kind: 'by-option' };
    }
    if (!settings.needAuthorApproval) {
        return { kind: 'not-required' };
    }
    return options.bypassAuthorApproval ? { kind: 'bypassed' } : { kind: 'missing' };
}
function countPeers({ author, settings, options }, standing) {
    const given = standing.approvals.filter(({ login }) => !isSameLogin(login, author));
    return count(settings.requiredPeerApprovals, given, false, options.bypassPeerApproval);
}
/**
 * A leader who is the author counts as one: GitHub lets nobody review their own pull request. Should a review of the
 * author's exist all the same, it is that one and not a second.
 */
function countLeaders({ author, settings, options }, standing) {
    const given = standing.approvals.filter(({ login }) => !isSameLogin(login, author) && settings.projectLeaders.some((leader) => isSameLogin(login, leader)));
    const authorCounts = settings.projectLeaders.some((leader) => isSameLogin(leader, author));
    return count(settings.requiredLeaderApprovals, given, authorCounts, options.bypassLeaderApproval);
}
function count(required, given, authorCounts, bypassed) {
    const missing = bypassed ? 0 : Math.max(0, required - given.length - Number(authorCounts));
    return { required, given, authorCounts, missing, bypassed };
}
/**
 * Participants are all who reviewed and all whose review is requested, without the robot. The author is none: nobody can
 * approve their own pull request on GitHub, so an answer to a reviewer, which GitHub keeps as a review that comments,
 * would otherwise block for ever. Whether the author must approve is what `need_author_approval` says.
 */
function participantsWithoutApproval(facts, standing) {
    const requested = facts.requestedReviewers.map((login) => login.toLowerCase());
    const approved = new Set(standing.approvals.map(({ login }) => login));
    return [...new Set([...standing.reviewers, ...requested])]
        .filter((login) => !isSameLogin(login, facts.robot) && !isSameLogin(login, facts.author) && !approved.has(login))
        .sort();
}
function isSameLogin(left, right) {
    return right !== null && left.toLowerCase() === right.toLowerCase();
}

// EXTERNAL MODULE: ./src/builds/build-key.ts
var build_key = __webpack_require__(1811);
// EXTERNAL MODULE: ./src/builds/state-for-branch.ts
var state_for_branch = __webpack_require__(3459);
// EXTERNAL MODULE: ./src/builds/workflow-run.ts
var workflow_run = __webpack_require__(6592);
;// CONCATENATED MODULE: ./src/builds/unstarted-workflows.ts


/**
 * The workflows which the robot starts itself (`dispatchedWorkflows`), and of which no run counts for the branch yet, whatever
 * would become of it. They are looked for among workflow runs whichever build key decides: a commit status may come much
 * later than the run that sets it.
 */
function unstartedWorkflows(rules, branch) {
    const { account } = (0,state_for_branch/* stateForBranch */.B)({ ...rules, ...branch });
    const started = new Set(account.filter(({ counted }) => counted).map(({ run }) => (0,workflow_run/* workflowFileName */.Jo)(run.workflowPath)));
    return rules.dispatchedWorkflows.filter((workflow) => !started.has((0,workflow_run/* workflowFileName */.Jo)(workflow)));
}

// EXTERNAL MODULE: ./src/builds/build-state.ts
var build_state = __webpack_require__(949);
;// CONCATENATED MODULE: ./src/builds/verdict.ts



/**
 * The builds of everything about to be landed; `checkBuilds` and `revalidateBuilds` differ only in where the facts come
 * from (spec chapter 2, "Two checks, one boundary"). All keys must be green on all branches; the worst counts: failed,
 * then not-started, then in-progress.
 *
 * @throws RangeError if there is no branch to judge: that is a mistake of the caller, and must not read as green.
 */
function judgeBuilds(question) {
    if (question.bypassed) {
        return { kind: 'skipped', reason: 'bypassed' };
    }
    if (question.buildKeys.length === 0) {
        return { kind: 'skipped', reason: 'no-build-key' };
    }
    return worstVerdict(question.branches.map((facts) => judgeBranch(facts, question)));
}
/**
 * The verdict over branches judged before.
 *
 * @throws RangeError if there is none.
 */
function worstVerdict(branches) {
    const worst = (0,build_state/* firstWorst */.u)(branches);
    if (worst === null) {
        throw new RangeError('No branch was given to judge the builds of.');
    }
    if (worst.state === 'successful') {
        return { kind: 'green', branches };
    }
    const decidedBy = (0,build_state/* firstWorst */.u)(worst.keys);
    if (decidedBy === null) {
        throw new RangeError(`No build key was given to judge the builds of ${worst.branch} by.`);
    }
    return { kind: worst.state, branch: worst.branch, commit: worst.commit, decidedBy, branches };
}
/**
 * One branch under all build keys.
 *
 * @throws RangeError if there is no key: an empty key switches checks off in `judgeBuilds`, it never makes a branch green.
 */
function judgeBranch(facts, rules) {
    const keys = rules.buildKeys.map((key) => judgeKey(key, facts, rules));
    const worst = (0,build_state/* firstWorst */.u)(keys);
    if (worst === null) {
        throw new RangeError(`No build key was given to judge the builds of ${facts.branch} by.`);
    }
    return { branch: facts.branch, commit: facts.commit, state: worst.state, keys };
}
function judgeKey(key, facts, rules) {
    switch (key.kind) {
        case 'workflow-runs': {
            const runs = (0,state_for_branch/* stateForBranch */.B)({ ...rules, ...facts });
            return { key, state: runs.state, saysWhichBranch: true, evidence: runs.decidedBy.map(runEvidence), runs };
        }
        case 'commit-status':
            return { key, saysWhichBranch: false, ...(0,build_key/* stateOfCommitStatus */.m2)(key, facts.statuses) };
        case 'check-run':
            return {
                key,
                saysWhichBranch: false,
                ...(0,build_key/* stateOfCheckRun */.Mc)(key, facts.commit, facts.checkRuns, rules.allowAllSkipped),
            };
    }
}
function runEvidence(run) {
    return {
        kind: 'workflow-run',
        id: run.id,
        attempt: run.runAttempt,
        workflow: run.workflowPath,
        name: run.name,
        event: run.event,
        result: run.conclusion ?? run.status ?? 'unknown',
        branch: run.headBranch,
        link: run.htmlUrl,
    };
}

// EXTERNAL MODULE: ./src/conversation/quote.ts
var quote = __webpack_require__(6431);
;// CONCATENATED MODULE: ./src/pull-request/check.ts


function holds(detail, also = {}) {
    return { kind: 'holds', detail, ...also };
}
function skipped(detail) {
    return { kind: 'skipped', detail };
}
function stops(outcome, also = {}) {
    return { kind: 'stops', outcome, ...also };
}
/** Examines checks in order; the first that does not hold is the outcome (spec 3: order is policy). */
function runChecks(progress, checks, facts, mode) {
    return checks.reduce((soFar, check) => (soFar.over ? notReached(soFar, check.name) : record(soFar, check, facts, mode)), progress);
}
function record(progress, check, facts, mode) {
    const finding = check.examine(facts);
    const stopped = progress.outcome !== null;
    const entry = finding.kind === 'stops'
        ? { name: check.name, state: isGoal(finding.outcome) ? 'holds' : 'stops', detail: (0,reason/* reasonOf */.A)(finding.outcome) }
        : { name: check.name, state: finding.kind, detail: finding.detail };
    return {
        records: [...progress.records, entry],
        outcome: progress.outcome ?? (finding.kind === 'stops' ? finding.outcome : null),
        over: finding.kind === 'stops' && (mode === 'act' || finding.final === true),
        // What stands behind the first stop is shown in a report, and never done.
        notices: stopped ? progress.notices : [...progress.notices, ...(finding.notices ?? [])],
        plan: stopped ? progress.plan : (0,plan_plan/* joinPlans */.xH)(progress.plan, finding.plan ?? {}),
    };
}
/** The evaluation ends there because it got where it wanted to, not because something is missing. */
function isGoal(outcome) {
    return outcome.code === 102 || outcome.code === 125 || (outcome.code === 302 && outcome.reason.kind === 'gate-only');
}
function notReached(progress, name) {
    return { ...progress, records: [...progress.records, { name, state: 'not-reached', detail: '' }] };
}

;// CONCATENATED MODULE: ./src/pull-request/readiness-checks.ts






/** Step 18 of spec 3. */
const approvalChecks = [{ name: 'approvals', examine: examineApprovals }];
/** Step 19 of spec 3: decides early, and explains. */
const buildChecks = [{ name: 'builds', examine: examineBuilds }];
function examineBuilds(facts) {
    const verdict = judgedBuilds(facts, facts.builds);
    const finding = findingOfBuilds(verdict, pushedBranches(facts));
    return verdict.kind === 'not-started' && finding.kind === 'stops'
        ? { ...finding, plan: { dispatches: missedDispatches(facts, verdict.branches) } }
        : finding;
}
/**
 * A run that ended between its push and its dispatches leaves integration branches that nothing builds: no push of the
 * job's token will ever start their CI, so it is started now (spec 6, rules 6 and 7).
 */
function missedDispatches(facts, branches) {
    const { source } = facts;
    // The source is pushed by people, and what this evaluation pushes is dispatched with the push.
    const notOurs = [source.name, ...pushedBranches(facts)];
    return branches
        .filter(({ branch, state }) => state === 'not-started' && !notOurs.includes(branch))
        .flatMap(({ branch }) => {
        const build = facts.builds.find((each) => each.branch === branch);
        return build === undefined ? [] : unstartedWorkflows(judgeRules(facts), build).map((workflow) => ({ workflow, branch }));
    });
}
function examineApprovals(facts) {
    const verdict = judgedApprovals(facts, facts.reviews);
    return verdict.kind === 'missing' ? stops({ code: 115, missing: verdict }) : holds(describeApprovals(verdict));
}
/** The verdict over reviews, read now or before. */
function judgedApprovals(facts, reviews) {
    const { settings, projectLeaders, pullRequest, conversation, sourceTip } = facts;
    return judgeApprovals({
        settings: { ...settings, projectLeaders },
        author: pullRequest.author,
        robot: settings.robot,
        options: conversation.options,
        reviews,
        requestedReviewers: pullRequest.requestedReviewers,
        headSha: sourceTip,
    });
}
function describeApprovals(verdict) {
    const { peers, leaders } = verdict.record;
    const parts = [`${peers.given.length} of ${peers.required} peers`];
    if (leaders.required > 0) {
        parts.push(`${leaders.given.length + (leaders.authorCounts ? 1 : 0)} of ${leaders.required} leaders`);
    }
    const bypassed = [peers.bypassed ? 'peers' : null, leaders.bypassed ? 'leaders' : null].filter((part) => part !== null);
    return `${parts.join(', ')}${bypassed.length === 0 ? '' : ` (bypassed: ${bypassed.join(', ')})`}`;
}
/** The verdict over builds, read now or before. */
function judgedBuilds(facts, builds) {
    return judgeBuilds({
        ...judgeRules(facts),
        buildKeys: (0,build_key/* parseBuildKeys */.E3)(facts.settings.buildKey),
        bypassed: facts.conversation.options.bypassBuildStatus,
        branches: builds,
    });
}
/** How workflow runs are judged in this repository. */
function judgeRules({ settings, ownWorkflow }) {
    return {
        ownWorkflow,
        dispatchedWorkflows: settings.dispatch,
        requiredWorkflows: settings.requiredWorkflows,
        runSelection: settings.runSelection,
        allowAllSkipped: settings.allowAllSkipped,
    };
}
/** Branches that this evaluation pushes: nothing can have been built on them yet. */
function pushedBranches(facts) {
    return facts.settings.gateOnly ? [] : facts.trial.steps.filter((step) => step.kind !== 'unchanged').map((step) => step.branch);
}
function findingOfBuilds(verdict, justPushed) {
    switch (verdict.kind) {
        case 'skipped':
            return skipped(verdict.reason === 'bypassed' ? 'bypassed' : 'no build key set');
        case 'failed':
            return stops({ code: 118, build: verdict });
        case 'not-started':
            return stops({ code: 304, build: verdict, justPushed });
        case 'in-progress':
            return stops({ code: 303, build: verdict });
        case 'green':
            return justPushed.length === 0
                ? holds(`green on ${verdict.branches.map(({ branch }) => (0,quote/* inlineCode */.t)(branch)).join(', ')}`)
                : stops({ code: 304, build: null, justPushed });
    }
}

;// CONCATENATED MODULE: ./src/pull-request/issue-checks.ts





/** Step 12 of spec 3. */
const issueChecks = [
    { name: 'issue', examine: examineIssue },
    { name: 'issue type', examine: examineType },
    { name: 'fix versions', examine: examineFixVersions },
];
/** Spec 3: the checks run only if all of these are set. The token is an input and not asked for here. */
function usesIssueTracker({ jiraAccountUrl, jiraEmail, jiraKeys }) {
    return jiraAccountUrl !== '' && jiraEmail !== '' && jiraKeys.length > 0;
}
/** The key of the issue to ask the tracker for; null if the checks need none. */
function issueToAsk(facts) {
    const need = needOf(facts);
    return need.kind === 'issue' ? need.named.key : null;
}
function needOf({ settings, conversation, source, pullRequest }) {
    if (!usesIssueTracker(settings)) {
        return { kind: 'none', why: 'no issue tracker set' };
    }
    if (conversation.options.bypassJiraCheck) {
        return { kind: 'none', why: 'bypassed' };
    }
    if (source.kind === 'development') {
        // What is on a version branch has passed these checks already; one in a fork was never guarded.
        return pullRequest.head.fork ? missingKey(source.name, settings) : { kind: 'none', why: 'the source is a version branch' };
    }
    if (settings.bypassPrefixes.includes(source.prefix)) {
        return { kind: 'none', why: `not asked of ${(0,quote/* inlineCode */.t)(`${source.prefix}/`)} branches` };
    }
    return source.issue === null ? missingKey(source.name, settings) : { kind: 'issue', source, named: source.issue };
}
function missingKey(source, settings) {
    return { kind: 'impossible', outcome: { code: 107, source, projects: settings.jiraKeys } };
}
function accepts({ jiraKeys }, project) {
    return jiraKeys.includes(project.toUpperCase());
}
function examineIssue(facts) {
    const need = needOf(facts);
    switch (need.kind) {
        case 'none':
            return skipped(need.why);
        case 'impossible':
            return stops(need.outcome);
        case 'issue':
            return examineAnswer(facts, need.named);
    }
}
/** The order of the specification: 108, then 110 by the project of the issue as the tracker knows it. */
function examineAnswer({ issue: answer, settings }, named) {
    switch (answer.kind) {
        case 'not-asked':
            throw new Error('The checks of the issue were reached without asking for it: `issueToAsk` names one');
        case 'not-found':
            return stops({ code: 108, issue: named.key });
        case 'found': {
            // An issue that was moved is found by its former key, and belongs to where it is now.
            const { key, project } = answer.issue;
            if (!accepts(settings, project)) {
                return stops({ code: 110, issue: key, project, accepted: settings.jiraKeys });
            }
            return holds(key.toUpperCase() === named.key ? (0,quote/* inlineCode */.t)(key) : `${(0,quote/* inlineCode */.t)(named.key)}, now ${(0,quote/* inlineCode */.t)(key)}`);
        }
    }
}
function subjectOf(facts) {
    const need = needOf(facts);
    if (need.kind === 'none') {
        return need;
    }
    // A report goes on after the check before this one has stopped.
    return need.kind === 'issue' && facts.issue.kind === 'found'
        ? { kind: 'issue', source: need.source, issue: facts.issue.issue }
        : { kind: 'none', why: 'no issue' };
}
/**
 * With an empty map every type is accepted: it is the default, and to refuse everything until it is filled would serve
 * nobody. A sub-task is refused like any type that is not listed, with advice of its own; whoever lists it wants it.
 */
function examineType(facts) {
    const subject = subjectOf(facts);
    const { prefixes, checkPrefixMatchesType } = facts.settings;
    if (subject.kind === 'none') {
        return skipped(subject.why);
    }
    if (prefixes.size === 0) {
        return skipped('every type is accepted');
    }
    const { source, issue } = subject;
    const expectedPrefix = prefixes.get(issue.type);
    if (expectedPrefix === undefined) {
        const { key, type, subTask, parent } = issue;
        return stops({ code: 109, issue: key, type, supported: [...prefixes.keys()], parentOfSubTask: parent, subTask });
    }
    return checkPrefixMatchesType && expectedPrefix !== source.prefix
        ? stops({ code: 111, issue: issue.key, type: issue.type, prefix: source.prefix, expectedPrefix })
        : holds((0,quote/* inlineCode */.t)(issue.type));
}
function examineFixVersions(facts) {
    const subject = subjectOf(facts);
    const { settings, cascade, destination } = facts;
    if (subject.kind === 'none') {
        return skipped(subject.why);
    }
    if (settings.disableVersionChecks) {
        return skipped('switched off');
    }
    if (cascade.kind !== 'cascade') {
        throw new Error('The fix versions were reached without a cascade: the check of the version branches is missing');
    }
    const { key, fixVersions } = subject.issue;
    const expected = expectedFixVersions(cascade);
    const found = new Set(fixVersions);
    if (destination.kind === 'hotfix') {
        return expected.every((version) => found.has(version)) ? holdsFor(expected) : wrong(key, fixVersions, expected);
    }
    const pending = pendingHotfixVersions(cascade).filter(({ version }) => found.has(version));
    const counted = new Set(fixVersions.filter((name) => counts(name) && !pending.some(({ version }) => version === name)));
    if (!sameMembers(counted, new Set(expected))) {
        return wrong(key, fixVersions, expected);
    }
    return holdsFor(expected, pending.length === 0 ? [] : [{ code: 223, branches: pending }]);
}
function holdsFor(expected, notices = []) {
    return holds(expected.map(quote/* inlineCode */.t).join(', '), { notices });
}
/** All fix versions are shown, also those that do not count: `v5.1.0` explains why `5.1.0` is missed. */
function wrong(issue, found, expected) {
    return stops({ code: 112, issue, found, expected });
}
/** `X.Y.Z` and `X.Y.Z.0`; anything else is a version that the flow knows nothing of, `Backlog` or that of a hotfix. */
function counts(name) {
    const version = (0,gitwaterflow_version/* parseVersion */.ot)(name);
    return version?.length === 3 || (version?.length === 4 && version[3] === 0);
}
/** What a hotfix branch delivers before the version it is called after is released. */
function pendingHotfixVersions(cascade) {
    return cascade.pendingHotfixes.flatMap((name) => {
        const branch = (0,branch_name/* parseBranchName */.pD)(name);
        return branch?.kind === 'hotfix' ? [{ branch: name, version: (0,gitwaterflow_version/* formatVersion */.qh)([...branch.version, 0]) }] : [];
    });
}
function sameMembers(left, right) {
    return left.size === right.size && [...left].every((member) => right.has(member));
}

;// CONCATENATED MODULE: ./src/pull-request/settled.ts






/**
 * A pull request that waits for approval is looked at again and again: at every comment, every build and every sweep. Once
 * the checks before the approvals held, they hold as long as nothing moves that they look at. So the message that says what
 * is waited for (115) bears a key of all of that, and as long as it is the same, only the approvals are judged: without
 * fetching anything. This never says more than "still waiting"; a pull request that got its approvals is looked at whole.
 *
 * Who edits the message of the robot (which takes write access) can make it wait for something that holds no longer, until
 * the approvals are there.
 */
function settledKey(facts, trial) {
    const { pullRequest, refs, settings, settingsHash, conversation, reviews, source } = facts;
    const { head, base, number, author } = pullRequest;
    const asksOutside = settings.gateOnly || usesIssueTracker(settings) || settings.alwaysCreateIntegrationPullRequests || conversation.options.createPullRequests;
    const tip = head.fork ? refs.pullRequestHeads.get(number) : refs.branches.get(head.branch);
    if (asksOutside || tip !== head.sha) {
        return null;
    }
    const after = new Map([...refs.branches, ...(trial?.steps ?? []).map(({ branch, to }) => [branch, to])]);
    const branches = [...after].filter(([branch]) => {
        const parsed = (0,branch_name/* parseBranchName */.pD)(branch);
        const isVersion = parsed?.kind === 'development' || parsed?.kind === 'hotfix';
        return isVersion || branch.startsWith(`q/w/${number}/`) || (parsed?.kind === 'integration' && branch === (0,branch_name/* integrationBranchName */.Wp)(parsed.version, source));
    });
    const { inForce, ...switches } = conversation.options;
    const own = reviews.filter((review) => review.author !== null && review.author.toLowerCase() === author?.toLowerCase()).map(({ state }) => state);
    const looked = [settingsHash, number, head.branch, head.sha, base.branch, switches, inForce.map(({ option }) => option), own, branches.sort(byName), [...refs.tags.keys()].sort()];
    return (0,conversation_marker/* contentKey */.lO)(JSON.stringify(looked));
}
/** The progress up to the approvals, if they are all that is missing, as they were when it was told; null: look whole. */
function stillWaiting(facts, progress, skippedChecks) {
    const key = settledKey(facts, null);
    if (key === null || toldKey(facts.comments, facts.settings.robot) !== key) {
        return null;
    }
    const unchanged = skippedChecks.map((name) => ({ name, state: 'skipped', detail: 'nothing moved since it held' }));
    const judged = runChecks({ ...progress, records: [...progress.records, ...unchanged] }, approvalChecks, { ...facts, sourceTip: facts.pullRequest.head.sha }, 'act');
    return judged.over ? judged : null;
}
/** The key in the robot's last message, if that says what is waited for. */
function toldKey(comments, robot) {
    const said = comments.map((comment) => (0,conversation_marker/* markerOfComment */.f)(comment, robot)).filter((marker) => marker !== null);
    const last = said.findLast(({ code }) => !(0,telling/* isNotice */.fD)(code));
    return last?.code === 115 ? (last.data.settled ?? null) : null;
}
function byName([one], [other]) {
    return one < other ? -1 : one > other ? 1 : 0;
}

// EXTERNAL MODULE: ./src/pull-request/cascade-picture.ts
var cascade_picture = __webpack_require__(8086);
// EXTERNAL MODULE: ./src/conversation/vocabulary.ts
var vocabulary = __webpack_require__(1251);
;// CONCATENATED MODULE: ./src/conversation/options.ts

/** The options as the checks want to read them: who put each switch on, who asked to wait for each number. */
function optionsOf(switches, afterPullRequest) {
    const inForce = vocabulary/* options */.fF.flatMap((option) => ofName(switches, afterPullRequest, option));
    const on = new Set(inForce.map(({ option }) => option));
    return {
        approve: on.has('approve'),
        bypassAuthorApproval: on.has('bypass_author_approval'),
        bypassBuildStatus: on.has('bypass_build_status'),
        bypassCommitSize: on.has('bypass_commit_size'),
        bypassIncompatibleBranch: on.has('bypass_incompatible_branch'),
        bypassJiraCheck: on.has('bypass_jira_check'),
        bypassLeaderApproval: on.has('bypass_leader_approval'),
        bypassPeerApproval: on.has('bypass_peer_approval'),
        createIntegrationBranches: on.has('create_integration_branches'),
        createPullRequests: on.has('create_pull_requests'),
        noOctopus: on.has('no_octopus'),
        unanimity: on.has('unanimity'),
        wait: on.has('wait'),
        afterPullRequest: inForce.flatMap(({ pullRequest }) => (pullRequest === null ? [] : [pullRequest])),
        inForce,
    };
}
function ofName(switches, afterPullRequest, { name, takes }) {
    switch (takes) {
        case 'switch': {
            const setBy = switches.get(name);
            return setBy === undefined ? [] : [{ option: name, pullRequest: null, setBy }];
        }
        case 'pull-request-number':
            return [...afterPullRequest]
                .sort(([left], [right]) => left - right)
                .map(([pullRequest, setBy]) => ({ option: name, pullRequest, setBy }));
    }
}

// EXTERNAL MODULE: ./src/conversation/parse.ts + 1 modules
var parse = __webpack_require__(5853);
;// CONCATENATED MODULE: ./src/conversation/read.ts






/** The outcome of each refusal (spec chapter 5). */
const refusalCodes = {
    'unknown-command': 122,
    'not-authorised': 123,
    'wrong-syntax': 130,
    'wrong-pull-request-number': 131,
    'too-many-pull-requests': 131,
    'not-the-author': 134,
};
/** Enough of a comment to recognise it by; far below what a comment of the robot may hold. */
const quotedLength = 1_000;
/**
 * Options from all comments in order, then commands from the newest comment back to the robot's last, up to the first
 * that is executed or refused. The robot's own comments say nothing.
 *
 * What an admin put in force by the action's input is read last, so that no comment undoes it.
 */
function readConversation(written) {
    const comments = readComments(written);
    const inForce = {
        switches: new Map(),
        afterPullRequest: new Map(),
    };
    written.standingOptions.forEach((name) => { switchOn(inForce, name, { kind: 'settings' }); });
    const refusedComment = putInForce(inForce, comments.flatMap(({ statement, origin }) => listedWords(statement, origin)));
    const refusedInput = putInForce(inForce, written.forcedOptions.map(forcedWord));
    const { switches, afterPullRequest } = inForce;
    const options = optionsOf(firstAskers(switches), new Map([...afterPullRequest].map(([number, { origin }]) => [number, origin.setBy])));
    const refusalOfNumber = (number) => {
        const word = afterPullRequest.get(number);
        return word === undefined ? null : refusalOf('wrong-pull-request-number', word);
    };
    const refusal = refusedComment ?? refusedInput;
    return { options, refusalOfNumber, ...(refusal === null ? newestCommand(comments, written.onlyCommandIn) : { command: null, refusal }) };
}
/** The comments that may say something, oldest first, each with what it says. */
function readComments({ comments: given, robot, pullRequestAuthor, admins }) {
    const comments = [...given].sort((left, right) => Number(left.createdAt > right.createdAt) - Number(left.createdAt < right.createdAt));
    const robotLast = comments.findLastIndex(robotSpeech(comments, robot));
    return comments.flatMap((comment, index) => {
        if ((0,login/* isBy */._m)(comment, robot))
            return [];
        const origin = {
            setBy: { kind: 'comment', author: comment.author, commentId: comment.id },
            isAdmin: admins.some((admin) => (0,login/* isBy */._m)(comment, admin)),
            isAuthor: (0,login/* isBy */._m)(comment, pullRequestAuthor),
            answered: index < robotLast,
            text: comment.body,
        };
        return [{ comment, statement: (0,parse/* parseComment */.vj)(comment.body, robot), origin }];
    });
}
/**
 * What counts as the robot having spoken. The job's own token is shared: `github-actions[bot]` may also post coverage
 * reports, which must not swallow a command that was given before. So where the robot's messages are recognisable by
 * their marker, only those count. The greeting answers nobody: who gives a command at once is not to be passed over because
 * the greeting came a moment later, or because its run was killed before it answered.
 */
function robotSpeech(comments, robot) {
    const codes = new Map(comments.map((comment) => [comment, (0,conversation_marker/* codeOfComment */.Qq)(comment, robot)]));
    const isMarked = [...codes.values()].some((code) => code !== null);
    return isMarked ? (comment) => ![null, undefined, greeting].includes(codes.get(comment)) : (comment) => (0,login/* isBy */._m)(comment, robot);
}
const greeting = 100;
function listedWords(statement, origin) {
    return statement.kind === 'options' ? statement.words.map((word) => ({ word, origin })) : [];
}
/** The input stands in a workflow file of the default branch: it may what an admin may. */
function forcedWord(written) {
    const origin = { setBy: { kind: 'input' }, isAdmin: true, isAuthor: false, answered: false, text: written };
    return { word: (0,parse/* parseWord */.kB)(written), origin };
}
/** Puts words in force one after the other. Stops at the first that is refused, and answers why. */
function putInForce(inForce, words) {
    for (const word of words) {
        const refused = obey(inForce, word);
        if (refused !== null)
            return refusalOf(refused, word);
    }
    return null;
}
function obey(inForce, originated) {
    const { word, origin } = originated;
    const { afterPullRequest } = inForce;
    const option = (0,vocabulary/* optionNamed */.b7)(word.key);
    if (option === undefined)
        return 'unknown-command';
    // Permission before syntax, and also for `=false`: who may not use a word need not know how it is used.
    const denied = denial(option.permission, origin);
    if (denied !== null)
        return denied;
    const value = (0,parse/* readValue */.wK)(option, word.value);
    switch (value.kind) {
        case 'on':
            switchOn(inForce, value.name, origin.setBy);
            return null;
        case 'off':
            switchOff(inForce, value.name, origin);
            return null;
        case 'pull-request':
            if (!afterPullRequest.has(value.number))
                afterPullRequest.set(value.number, originated);
            return null;
        case 'wrong-syntax':
        case 'wrong-pull-request-number':
            return value.kind;
    }
}
function switchOn({ switches }, name, setBy) {
    const askers = switches.get(name) ?? new Map();
    const key = askerKey(setBy);
    // Of what one person says repeatedly, the first is remembered.
    if (!askers.has(key))
        askers.set(key, setBy);
    switches.set(name, askers);
}
/** Takes back what its writer asked for; an admin's `=false` also what others did. Nobody else cancels another's `wait`. */
function switchOff({ switches }, name, { setBy, isAdmin }) {
    const askers = switches.get(name);
    askers?.delete(askerKey(setBy));
    if (isAdmin || askers?.size === 0)
        switches.delete(name);
}
/** Deleted accounts cannot be told apart: each of their comments is somebody's. */
function askerKey(setBy) {
    if (setBy.kind !== 'comment')
        return setBy.kind;
    return setBy.author === null ? `comment ${setBy.commentId}` : `login ${setBy.author.toLowerCase()}`;
}
/** For each option who asked for it first. */
function firstAskers(switches) {
    return new Map([...switches].flatMap(([name, askers]) => [...askers.values()].slice(0, 1).map((setBy) => [name, setBy])));
}
function denial(permission, origin) {
    switch (permission) {
        case 'anyone':
            return null;
        case 'author-only':
            return origin.isAuthor ? null : 'not-the-author';
        case 'write-access':
            // Whoever reads the conversation cannot tell: the edge asks GitHub before it carries the command out.
            return null;
        case 'privileged':
            return origin.isAdmin ? null : 'not-authorised';
    }
}
function newestCommand(comments, onlyCommandIn) {
    for (const { comment, statement, origin } of comments.toReversed()) {
        // What came before the robot's last comment was executed or answered then.
        if (origin.answered)
            break;
        if (onlyCommandIn !== undefined && comment.id !== onlyCommandIn)
            continue;
        switch (statement.kind) {
            case 'nothing':
            case 'options':
                continue;
            case 'unknown':
                return { command: null, refusal: refusalOf('unknown-command', { word: (0,parse/* parseWord */.kB)(statement.keyword), origin }) };
            case 'command': {
                const { command, keyword } = statement;
                const denied = commandDenial(command.permission, origin);
                if (denied !== null)
                    return { command: null, refusal: refusalOf(denied, { word: (0,parse/* parseWord */.kB)(keyword), origin }) };
                return {
                    command: { name: command.name, keyword, arguments: statement.arguments, author: comment.author, commentId: comment.id },
                    refusal: null,
                };
            }
        }
    }
    return { command: null, refusal: null };
}
/** Unlike a privileged option, a privileged command on one's own pull request is refused, even to an admin. */
function commandDenial(permission, origin) {
    return permission === 'privileged' && origin.isAuthor ? 'not-authorised' : denial(permission, origin);
}
function refusalOf(kind, { word, origin }) {
    // `=wait` has no key: then the word as it stands says more than nothing.
    const keyword = word.key === '' ? word.written : word.key;
    const { setBy, answered, text } = origin;
    return {
        kind,
        keyword,
        value: word.value,
        author: setBy.kind === 'comment' ? setBy.author : null,
        commentId: setBy.kind === 'comment' ? setBy.commentId : null,
        answered,
        suggestion: kind === 'unknown-command' ? (0,vocabulary/* nearestWord */.zZ)(keyword) : null,
        quotedText: (0,quote/* quoteForMarkdown */.$)(text, quotedLength),
    };
}

;// CONCATENATED MODULE: ./src/pull-request/conversation-checks.ts




/** Step 5 of spec 3; also before a command is carried out. */
const greetingChecks = [{ name: 'greeted', examine: examineGreeting }];
/** Steps 6 and 7 of spec 3: what people asked of the robot. */
const conversationChecks = [
    { name: 'options and commands', examine: examineRefusal },
    { name: 'not on hold', examine: examineWait },
    { name: 'pull requests to come first', examine: examineDependencies },
];
function examineGreeting({ comments, settings, pullRequest }) {
    if (comments.some((comment) => (0,conversation_marker/* codeOfComment */.Qq)(comment, settings.robot) === 100)) {
        return holds('yes');
    }
    return holds('now', { notices: [{ code: 100, author: pullRequest.author }] });
}
function examineRefusal({ conversation }) {
    const { refusal, options } = conversation;
    if (refusal === null) {
        return holds(options.inForce.length === 0 ? 'no options set' : `options: ${options.inForce.map(({ option }) => `\`${option}\``).join(', ')}`);
    }
    return stops({ code: refusalCodes[refusal.kind], refusal });
}
function examineWait({ conversation, settings, refs, pullRequest }) {
    const wait = conversation.options.inForce.find(({ option }) => option === 'wait');
    if (wait === undefined) {
        return holds('yes');
    }
    const queued = settings.useQueues && isQueued(readQueue(refs), pullRequest.number);
    return stops({ code: 302, reason: { kind: 'wait', setBy: wait.setBy, ...(queued ? { queued } : {}) } });
}
function examineDependencies({ dependencies, conversation }) {
    const named = conversation.options.afterPullRequest;
    if (named.length === 0) {
        return skipped('none named');
    }
    // A number past the limit was not read: nobody knows whether there is such a pull request.
    const unknown = named.find((number) => (dependencies.get(number) ?? null) === null);
    const refusal = unknown === undefined ? null : conversation.refusalOfNumber(unknown);
    if (refusal !== null) {
        return stops({ code: 131, refusal: unknown !== undefined && !dependencies.has(unknown) ? { ...refusal, kind: 'too-many-pull-requests' } : refusal });
    }
    const open = named.filter((number) => dependencies.get(number)?.state === 'open');
    const closed = named.filter((number) => dependencies.get(number)?.state === 'closed' && dependencies.get(number)?.merged !== true);
    return open.length + closed.length === 0
        ? holds(`${named.map((number) => `#${number}`).join(', ')} merged`)
        : stops({ code: 120, open, closed });
}

;// CONCATENATED MODULE: ./src/pull-request/landing-record.ts
/** The record of a direct merge (spec 5, "Landing record"). */
function landingRecord(facts, moves, approvals, builds) {
    const evidence = builds.kind === 'green' ? builds.branches : [];
    return {
        pullRequest: facts.pullRequest.number,
        head: facts.sourceTip,
        versions: moves.map((move) => ({
            branch: move.destination,
            before: move.from,
            after: move.to,
            tested: {
                branch: move.tested.branch,
                commit: move.tested.tip,
                evidence: evidence.find(({ branch }) => branch === move.tested.branch) ?? null,
            },
        })),
        approvals: approvals.record.approvals,
        options: facts.conversation.options.inForce,
        buildsSkipped: builds.kind === 'skipped' ? builds.reason : null,
        forced: false,
        settingsHash: facts.settingsHash,
    };
}
/** The message of a merge whose run ended before it could tell. */
function landingOfUntoldMerge(facts, merge) {
    return { code: 102, ignored: [], landing: landedWithoutRecord(facts, facts.pullRequest.head.sha, merge.destinations, merge.admission) };
}
/** The record of a merge whose run ended before it could tell: what the branches show now, and why it was queued if it was. */
function landedWithoutRecord({ pullRequest, settingsHash }, head, destinations, admission) {
    return {
        pullRequest: pullRequest.number,
        head,
        versions: destinations.map(({ branch, tip }) => ({ branch, before: null, after: tip, tested: null })),
        approvals: admission?.approvals ?? null,
        options: admission?.options ?? null,
        buildsSkipped: null,
        forced: null,
        settingsHash,
    };
}

;// CONCATENATED MODULE: ./src/pull-request/entry-checks.ts




/** Steps 2 to 4 of spec 3: is this pull request ours to handle at all? */
const entryChecks = [
    { name: 'pull request is open', examine: examineClosed },
    { name: 'branches are handled', examine: examineBranches },
    { name: 'destination exists', examine: examineDestination },
];
function examineClosed(facts) {
    const { pullRequest, leftovers, settings } = facts;
    if (pullRequest.state === 'open' || leftovers === null) {
        return holds('open');
    }
    const { untoldMerge } = leftovers;
    // A gate pushes nothing (spec 5): integration branches of before it became one are for people to delete.
    const { integrationBranches, integrationPullRequests } = settings.gateOnly ? nothingLeft : leftovers;
    const plan = {
        push: integrationBranches.map(({ branch, tip }) => ({ ref: `refs/heads/${branch}`, from: tip, to: null })),
        closePullRequests: integrationPullRequests,
    };
    if (pullRequest.merged || untoldMerge !== null) {
        // One that is not handled (a fork's, with a commit that landed by another way) is not told of it either.
        const told = untoldMerge === null || isForeign(facts) ? [] : toldOfMerge(facts, untoldMerge);
        return stops({ code: 302, reason: { kind: 'merged' } }, { final: true, plan, notices: told });
    }
    const cleaned = integrationBranches.length + integrationPullRequests.length > 0;
    return stops(cleaned
        ? { code: 305, deleted: integrationBranches.map(({ branch }) => branch), closed: integrationPullRequests }
        : { code: 302, reason: { kind: 'closed' } }, { final: true, plan });
}
const nothingLeft = { integrationBranches: [], integrationPullRequests: [] };
/** Everything the run that merged would have said: rule 6 of spec 6, no message is lost. */
function toldOfMerge(facts, merge) {
    const greeting = merge.greeted ? [] : [{ code: 100, author: facts.pullRequest.author }];
    return [...greeting, landingOfUntoldMerge(facts, merge)];
}
function examineBranches({ pullRequest, settings, namesake }) {
    const source = (0,branch_name/* parseBranchName */.pD)(pullRequest.head.branch);
    if (source === null) {
        return stops({ code: 207, branch: pullRequest.head.branch, side: 'source' }, { final: true });
    }
    const destination = (0,branch_name/* parseBranchName */.pD)(pullRequest.base.branch);
    if (destination === null) {
        return stops({ code: 207, branch: pullRequest.base.branch, side: 'destination' }, { final: true });
    }
    if (!(0,branch_name/* isPullRequestSource */.G7)(source)) {
        return stops({ code: 301, reason: { kind: 'source-kind', branch: source.name } }, { final: true });
    }
    if (!(0,branch_name/* isPullRequestDestination */.rh)(destination)) {
        return stops({ code: 301, reason: { kind: 'destination-kind', branch: destination.name } }, { final: true });
    }
    if (isForeign({ pullRequest, settings })) {
        return stops({ code: 301, reason: { kind: 'fork', repository: pullRequest.head.repositoryFullName } }, { final: true });
    }
    if (namesake !== null) {
        return stops({ code: 302, reason: { kind: 'namesake', branch: source.name, pullRequest: namesake } }, { final: true });
    }
    return holds(`${(0,quote/* inlineCode */.t)(source.name)} towards ${(0,quote/* inlineCode */.t)(destination.name)}`);
}
function isForeign({ pullRequest, settings }) {
    return pullRequest.head.fork && !settings.forks;
}
function examineDestination({ pullRequest, refs }) {
    return refs.branches.has(pullRequest.base.branch)
        ? holds('yes')
        : stops({ code: 222, destination: pullRequest.base.branch }, { final: true });
}

;// CONCATENATED MODULE: ./src/pull-request/prefixes.ts

/**
 * The source prefixes a destination accepts (setting `allowed_prefixes`): those of the first pattern that matches it,
 * in the order of the settings; all, if none does. In a pattern `*` stands for any text.
 */
function acceptedPrefixes(allowed, destination) {
    for (const [pattern, prefixes] of allowed) {
        if (matchesPattern(pattern, destination)) {
            return prefixes;
        }
    }
    return branch_name/* sourcePrefixes */.qy;
}
/** Linear in the length of both: after each `*` the next piece is looked for once, from where the last one ended. */
function matchesPattern(pattern, text) {
    const [first = '', ...pieces] = pattern.split('*');
    const last = pieces.pop();
    if (last === undefined) {
        return pattern === text;
    }
    if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length) {
        return false;
    }
    let position = first.length;
    const end = text.length - last.length;
    for (const piece of pieces) {
        const found = text.indexOf(piece, position);
        if (found === -1 || found + piece.length > end) {
            return false;
        }
        position = found + piece.length;
    }
    return true;
}

// EXTERNAL MODULE: ./src/outcomes/admission.ts
var admission = __webpack_require__(5264);
;// CONCATENATED MODULE: ./src/pull-request/queue-news.ts




/**
 * What the queue did with a pull request, and a run that was killed after its push never told (spec 6, rule 6). The refs show
 * what is true, the robot's own comments what was said of it.
 */
/** Codes that say whether a pull request is in the queue. */
const aboutBeingQueued = [102, 124, 125, 126, 127, 139];
/**
 * 125, for a pull request that is in the queue while the last that was said of it is not that, or is about an earlier head, or
 * about the queue before it was rebuilt.
 */
function untoldQueueing(facts) {
    const { comments, settings, queuePlace, cascade, sourceTip, rebuilt } = facts;
    if (settings.noComment || queuePlace === null || cascade.kind !== 'cascade') {
        return [];
    }
    const said = lastWord(comments, settings.robot);
    const head = headIn(said);
    const isAboutThisQueue = typeof rebuilt?.record !== 'string' || said?.data.rebuild === rebuilt.record;
    if (said?.code === 125 && isAboutThisQueue && (head === null || isInQueue(head, facts))) {
        return [];
    }
    const targets = cascade.targets.map(({ branch }) => branch);
    // If the source has moved since, it is not known which of its commits was queued.
    const queued = sourceTip !== null && isInQueue(sourceTip, facts) ? sourceTip : null;
    return [{ code: 125, head: queued, rebuilt, position: queuePlace.position, targets, ignored: cascade.ignored, pendingHotfixes: cascade.pendingHotfixes }];
}
/** 126, for a pull request whose last word is "queued", and what was queued has landed, though not all there is now. */
function untoldPartialMerge(facts, sourceTip) {
    const { comments, settings, cascade, graph, refs, destinationTip } = facts;
    const queued = settings.noComment ? null : headIn(lastWord(comments, settings.robot));
    if (queued === null || cascade.kind !== 'cascade' || !graph.contains(destinationTip, queued)) {
        return [];
    }
    const landedOn = cascade.targets.flatMap(({ branch }) => {
        const tip = refs.branches.get(branch);
        return tip !== undefined && graph.contains(tip, queued) ? [{ branch, tip }] : [];
    });
    const remaining = graph.beyond(sourceTip, [destinationTip]).toReversed().map(({ sha, subject }) => ({ sha, subject }));
    return [{ code: 126, landing: landedWithoutRecord(facts, queued, landedOn, lastQueued(comments, settings.robot)?.admission ?? null), ignored: cascade.ignored, remaining }];
}
/** Whether the queue is about to land this commit of the pull request, which has not landed yet. */
function isInQueue(commit, { refs, graph, pullRequest, destinationTip }) {
    const entries = readQueue(refs).versions.flatMap((version) => version.entries).filter((entry) => entry.pullRequest === pullRequest.number);
    return !graph.contains(destinationTip, commit) && entries.some(({ tip }) => graph.contains(tip, commit));
}
/** Whether the last that was said of it is that it is queued. */
function isSaidQueued(comments, robot) {
    return lastWord(comments, robot)?.code === 125;
}
/** What was queued last, as the robot said then, and why it was let in. Null where it did not say so. */
function lastQueued(comments, robot) {
    const marker = comments.map((comment) => (0,conversation_marker/* markerOfComment */.f)(comment, robot)).findLast((each) => each?.code === 125) ?? null;
    const head = headIn(marker);
    return head === null ? null : { head, admission: (0,admission/* readAdmission */._)(marker?.data.admission ?? '', head) };
}
/** The heads of a pull request that were queued at some time, as the robot said then. */
function headsOnceQueued(comments, robot) {
    return comments.flatMap((comment) => headIn((0,conversation_marker/* markerOfComment */.f)(comment, robot)) ?? []);
}
function headIn(marker) {
    return marker?.code === 125 ? (marker.data.head ?? null) : null;
}
function lastWord(comments, robot) {
    const words = comments.map((comment) => (0,conversation_marker/* markerOfComment */.f)(comment, robot)).filter((marker) => marker !== null);
    return words.findLast(({ code }) => aboutBeingQueued.includes(code)) ?? null;
}

;// CONCATENATED MODULE: ./src/pull-request/history-checks.ts








/** Steps 8 to 13 of spec 3: where the branches stand to each other, and where the pull request would land. */
const historyChecks = [
    { name: 'something to merge', examine: examineContained },
    { name: 'not too far behind', examine: examineDivergence },
    { name: 'version branches are in order', examine: examineCascade },
    { name: 'branch prefix', examine: examinePrefix },
];
/** Steps 13 and 14 of spec 3, after the checks of the issue tracker. */
const integrationRequestChecks = [
    { name: 'integration branches asked for', examine: examineIntegrationRequest },
    { name: 'not queued yet', examine: examineQueued },
    { name: 'not taken out of the queue', examine: examineEjected },
];
function examineContained(facts) {
    const { sourceTip, destinationTip, graph, pullRequest } = facts;
    const source = pullRequest.head.branch;
    if (sourceTip === null) {
        return stops({ code: 302, reason: { kind: 'source-gone', source } }, { final: true });
    }
    return graph.contains(destinationTip, sourceTip)
        ? stops({ code: 302, reason: { kind: 'already-contained', source, destination: pullRequest.base.branch } }, { final: true })
        : holds(commitCount(graph.beyond(sourceTip, [destinationTip]).length), { notices: untoldPartialMerge(facts, sourceTip) });
}
function commitCount(count) {
    return `${count} ${count === 1 ? 'commit' : 'commits'}`;
}
function examineDivergence({ settings, sourceTip, destinationTip, graph, pullRequest, conversation }) {
    const limit = settings.maxCommitDiff;
    if (limit === 0 || sourceTip === null) {
        return skipped('no limit set');
    }
    if (conversation.options.bypassCommitSize) {
        return skipped('bypassed');
    }
    const behind = graph.beyond(destinationTip, [sourceTip]).length;
    return behind > limit
        ? stops({ code: 132, source: pullRequest.head.branch, destination: pullRequest.base.branch, behind, limit })
        : holds(`${commitCount(behind)} behind, ${limit} allowed`);
}
function examineCascade({ cascade, destination, refs, graph }) {
    // A hotfix branch stands outside of the cascade, whatever state that is in.
    const gap = destination.kind === 'hotfix' ? null : gapInCascade(refs, graph);
    if (gap !== null) {
        return stops({ code: 210, ...gap }, { final: true });
    }
    switch (cascade.kind) {
        case 'cascade':
            return holds(cascade.targets.map((target) => (0,quote/* inlineCode */.t)(target.branch)).join(' → '));
        case 'released':
            return stops({ code: 204, branch: cascade.branch, version: cascade.version, tag: cascade.tag }, { final: true });
        case 'missing-destination':
            return stops({ code: 222, destination: destination.name }, { final: true });
        case 'unknown-destination':
            return stops({ code: 207, branch: destination.name, side: 'destination' }, { final: true });
        case 'unhandled-destination':
            return stops({ code: 301, reason: { kind: 'destination-kind', branch: destination.name } }, { final: true });
    }
}
function gapInCascade({ branches }, graph) {
    return checkSelfContained(mergePath([...branches.keys()]), (older, newer) => {
        const olderTip = branches.get(older);
        const newerTip = branches.get(newer);
        return olderTip !== undefined && newerTip !== undefined && graph.contains(newerTip, olderTip);
    });
}
function examinePrefix({ source, cascade, settings, conversation }) {
    if (source.kind === 'development') {
        return skipped('the source is a version branch');
    }
    if (conversation.options.bypassIncompatibleBranch) {
        return skipped('bypassed');
    }
    const targets = cascade.kind === 'cascade' ? cascade.targets : [];
    const refusedBy = targets
        .map(({ branch }) => ({ branch, accepted: acceptedPrefixes(settings.allowedPrefixes, branch) }))
        .filter(({ accepted }) => !accepted.includes(source.prefix));
    return refusedBy.length === 0
        ? holds((0,quote/* inlineCode */.t)(source.prefix))
        : stops({ code: 106, source: source.name, prefix: source.prefix, refusedBy });
}
function examineIntegrationRequest(facts) {
    const { settings, conversation, cascade } = facts;
    const targets = cascade.kind === 'cascade' ? cascade.targets.slice(1) : [];
    if (targets.length === 0) {
        return skipped('one target only');
    }
    const { options } = conversation;
    const asked = settings.alwaysCreateIntegrationBranches ||
        settings.alwaysCreateIntegrationPullRequests ||
        options.createIntegrationBranches ||
        options.createPullRequests ||
        options.approve ||
        isApprovedByAuthor(facts);
    return asked ? holds('yes') : stops({ code: 135, targets: targets.map(({ branch }) => branch) });
}
/** Already queued: the queue is handled instead, whatever hotfix revision the names of its branches carry. */
function examineQueued(facts) {
    const { refs, settings, pullRequest } = facts;
    if (!hasQueue(settings)) {
        return skipped('no queue');
    }
    return isQueued(readQueue(refs), pullRequest.number)
        ? stops({ code: 302, reason: { kind: 'queued' } }, { final: true, notices: untoldQueueing(facts) })
        : holds('yes');
}
/**
 * Taken out of the queue at this very head: queueing it again would only fail again, for ever. A new commit, or the
 * command `retry`, ends that.
 */
function examineEjected({ settings, comments, sourceTip }) {
    if (!settings.useQueues) {
        return skipped('no queue');
    }
    const markers = comments.map((comment) => (0,conversation_marker/* markerOfComment */.f)(comment, settings.robot)).filter((marker) => marker !== null);
    const last = markers.findLast(({ code }) => code === 139 || code === 137);
    return last?.code === 139 && last.data.head === sourceTip ? stops({ code: 302, reason: { kind: 'ejected' } }) : holds('yes');
}
/** GitHub lets nobody approve their own pull request today; a review of the author would count like the option `approve`. */
function isApprovedByAuthor({ reviews, settings, pullRequest }) {
    // To have asked for integration branches does not lapse with a new commit.
    const { approvals } = standingReviews(reviews, { robot: settings.robot, headSha: pullRequest.head.sha, dismissStaleApprovals: false });
    return approvals.some(({ login }) => login === pullRequest.author?.toLowerCase());
}

;// CONCATENATED MODULE: ./src/pull-request/integration-pull-request.ts


/** GitHub's limit for titles; a longer one, or one with a line break, is answered with 422. */
const maximalTitleLength = 256;
/** The pull request of one integration branch (spec 3, step 16). Its description marks the parent for machines, and holds nothing that people wrote. */
function integrationPullRequest(parent, step) {
    const title = `INTEGRATION [PR#${parent.number} > ${step.destination}] ${parent.title}`.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ');
    const body = [
        `This pull request shows how #${parent.number} looks on \`${step.destination}\`.`,
        '',
        `It is merged and closed together with #${parent.number}. Please review and comment there: options and commands in comments here are not read. To resolve a conflict, push to this branch.`,
        '',
        (0,conversation_marker/* markerLine */.B_)({ code: 121, key: (0,conversation_marker/* contentKey */.lO)(step.branch), data: { parent: String(parent.number) } }),
    ].join('\n');
    return { title: cut(title, maximalTitleLength), body, head: step.branch, base: step.destination };
}
/** The number of the parent; null if this is no integration pull request of the robot. */
function parentOf(pullRequest, robot) {
    if ((0,branch_name/* parseBranchName */.pD)(pullRequest.head.branch)?.kind !== 'integration') {
        return null;
    }
    const parent = (0,conversation_marker/* markerOfDescription */.gv)(pullRequest, robot)?.data.parent;
    return parent !== undefined && /^[1-9][0-9]{0,14}$/.test(parent) ? Number(parent) : null;
}
/** Cut before the limit, and never within a character that takes two units. */
function cut(text, length) {
    return text.length <= length ? text : `${text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

;// CONCATENATED MODULE: ./src/pull-request/integration-checks.ts



/** Steps 15 to 17 of spec 3: the integration branches and their pull requests. */
const integrationChecks = [
    { name: 'integration pull requests are known', examine: examinePullRequestHeads },
    { name: 'integration branches', examine: examineTrial },
];
/** The integration branches that would move, as a push. */
function integrationPush(steps) {
    return steps
        .filter((step) => step.kind !== 'unchanged')
        .map(({ branch, from, to }) => ({ ref: `refs/heads/${branch}`, from, to }));
}
function examinePullRequestHeads({ integrationPullRequests, trial }) {
    const tips = new Map(trial.steps.map((step) => [step.branch, step.from]));
    for (const { head } of integrationPullRequests) {
        const expected = tips.get(head.branch);
        if (expected !== undefined && expected !== head.sha) {
            return stops({ code: 213, branch: head.branch, expected, found: head.sha }, { final: true });
        }
    }
    return integrationPullRequests.length === 0 ? skipped('none') : holds(integrationPullRequests.map(({ number }) => `#${number}`).join(', '));
}
function examineTrial(facts) {
    const { trial, settings, cascade } = facts;
    const { steps, obstacle } = trial;
    // A gate pushes nothing: it only wants to know whether the merges would succeed.
    const done = settings.gateOnly ? { plan: {}, notices: [] } : consequences(facts);
    if (obstacle?.kind === 'conflict') {
        return stops({ code: 114, conflict: obstacle.conflict }, { ...done, final: true });
    }
    if (obstacle?.kind === 'history-mismatch') {
        const { integrationBranch, commit, destination } = obstacle;
        return stops({ code: 113, integrationBranch, commit, destination, source: facts.source.name }, { ...done, final: true });
    }
    if (cascade.targets.length === 1) {
        return holds('none needed', done);
    }
    return holds(steps.map((step) => `${(0,quote/* inlineCode */.t)(step.branch)} ${step.kind}`).join(', '), done);
}
function consequences(facts) {
    const { trial, cascade, settings } = facts;
    const push = integrationPush(trial.steps);
    const openPullRequests = missingPullRequests(facts);
    const branches = trial.steps.map(({ branch, destination }) => ({ branch, destination }));
    const dispatches = push.flatMap(({ ref }) => settings.dispatch.map((workflow) => ({ workflow, branch: ref.replace(/^refs\/heads\//, '') })));
    return {
        plan: { push, openPullRequests, dispatches },
        // Whether the branches are new is not asked: the run that made them may have ended before it could tell.
        notices: trial.steps.length > 0 ? [{ code: 121, branches, ignored: cascade.ignored, pendingHotfixes: cascade.pendingHotfixes }] : [],
    };
}
/** In cascade order; one that exists already is never created twice. */
function missingPullRequests(facts) {
    const { settings, conversation, trial, integrationPullRequests, pullRequest } = facts;
    if (!settings.alwaysCreateIntegrationPullRequests && !conversation.options.createPullRequests) {
        return [];
    }
    return trial.steps
        .filter((step) => !integrationPullRequests.some(({ head, base }) => head.branch === step.branch && base.branch === step.destination))
        .map((step) => integrationPullRequest(pullRequest, step));
}

;// CONCATENATED MODULE: ./src/integration/announce.ts
/**
 * Announces merges to git, so that it has what they need in one transfer. Of two commits that is both and their best
 * common ancestors, and, where these are several, what git merges first to have one.
 *
 * @param pairs commits of which each is about to be merged with the other, or with what is made of the other before
 */
async function announceMerges(git, graph, pairs) {
    const needed = new Set();
    const seen = new Set();
    const open = [...pairs];
    for (let pair = open.pop(); pair !== undefined; pair = open.pop()) {
        const [one, other] = pair;
        const name = one < other ? `${one} ${other}` : `${other} ${one}`;
        if (one === other || seen.has(name)) {
            continue;
        }
        seen.add(name);
        const bases = graph.mergeBases(one, other);
        [one, other, ...bases].forEach((commit) => needed.add(commit));
        const [first, ...others] = bases;
        open.push(...others.flatMap((base) => (first === undefined ? [] : [[first, base]])));
    }
    await git.prepareMerges?.([...needed]);
}

;// CONCATENATED MODULE: ./src/integration/merge-heads.ts
/**
 * Merges heads into a base, in the order given, and if that conflicts in the other order (spec 3, step 15). Never a
 * fast-forward: an integration branch shares its tip with no other branch, so no other branch's build answers for it.
 *
 * @param into name of the branch the commit is made for, for its message
 */
async function mergeHeads(context, base, heads, into, effort) {
    const missing = missingHeads(context.graph, base, heads);
    if (missing.length === 0 && effort !== 'always-commit') {
        return { kind: 'clean' };
    }
    const needed = missing.length === 0 ? heads : missing;
    if (effort === 'try' && needed.every((head) => context.graph.contains(head.tip, base.tip)) && needed.length === 1) {
        // A fast-forward cannot conflict: git need not be asked.
        return { kind: 'clean' };
    }
    const inOrder = await mergeInOrder(context, base, needed, into, effort);
    if (inOrder.kind !== 'conflict' || needed.length < 2) {
        return inOrder;
    }
    const reversed = await mergeInOrder(context, base, needed.toReversed(), into, effort);
    // People are told about the first order: it is the one whose commands they are given.
    return reversed.kind === 'conflict' ? inOrder : reversed;
}
/** The heads the base lacks, without those that another of them contains. */
function missingHeads(graph, base, heads) {
    const lacking = heads.filter((head) => !graph.contains(base.tip, head.tip));
    const independent = new Set(graph.independent(lacking.map((head) => head.tip)));
    return lacking.filter((head, index) => independent.has(head.tip) && lacking.findIndex((other) => other.tip === head.tip) === index);
}
async function mergeInOrder(context, base, heads, into, effort) {
    let current = base.tip;
    let currentName = base.branch;
    for (const [index, head] of heads.entries()) {
        const merge = await context.git.mergeTrees(current, head.tip);
        if (merge.kind !== 'clean') {
            return { kind: 'conflict', sides: [currentName, head.branch], files: merge.kind === 'conflict' ? merge.files : [] };
        }
        const last = index === heads.length - 1;
        if (last && effort === 'try') {
            return { kind: 'clean' };
        }
        // Between two merges of an octopus a commit is needed for git to find the common ancestors; it is never pushed.
        const parents = last && context.octopus ? [base.tip, ...heads.map((each) => each.tip)] : [current, head.tip];
        const names = last && context.octopus ? heads.map((each) => each.branch) : [head.branch];
        current = await commitMerge(context, merge.tree, parents, names, into);
        currentName = into;
    }
    return { kind: 'committed', commit: current };
}
/** Makes a merge commit and adds it to the graph. The message names the branches and the pull request. */
async function commitMerge(context, tree, parents, merged, into) {
    const subject = `Merge ${merged.join(' and ')} into ${into} (#${context.pullRequest})`;
    const sha = await context.git.createCommit({ tree, parents, message: `${subject}\n` });
    context.graph.add({ sha, parents, authorEmail: '', committerEmail: '', subject });
    return sha;
}

;// CONCATENATED MODULE: ./src/queue/entering.ts



/**
 * Puts a pull request on top of the queue of each of its targets (spec 4, entering), with trees and unreferenced commits:
 * a read. Call it only with a valid queue in which the pull request is not.
 *
 * Each result contains the tip of its queue (or its destination) and the result of the version before, so the queue
 * stays valid. It is a fast-forward only to the tested commit itself, and only if that goes beyond the queue's tip: builds
 * of the integration branch then may count. In every other case a commit is made, even if nothing is left to merge. So
 * two entries of one version never share a tip, the order of queueing can always be read off containment, and no entry
 * gets the build of another pull request, or of its own entry on another version.
 *
 * @throws GitOutage when git cannot tell; that is never a conflict
 */
async function tryQueueing(request, git, graph) {
    const { pullRequest, source, octopus } = request;
    await announceMerges(git, graph, mergesOfQueueing(request.targets));
    const moves = [];
    let previous = null;
    for (const { version, destination, tested, queueTip } of request.targets) {
        const queueBranch = `q/${version}`;
        const entryBranch = `q/w/${pullRequest}/${version}/${source}`;
        const base = queueTip === null ? destination : { branch: queueBranch, tip: queueTip };
        let to = tested.tip;
        if (!isFastForward(graph, base, tested, previous)) {
            const heads = previous === null ? [tested] : [tested, previous];
            const merged = await mergeHeads({ git, graph, octopus, pullRequest }, base, heads, entryBranch, 'always-commit');
            if (merged.kind === 'conflict') {
                return { kind: 'conflict', branch: base.branch, sides: merged.sides, files: merged.files };
            }
            if (merged.kind === 'clean') {
                throw new Error(`No commit was made for ${entryBranch}, although one is always made`);
            }
            to = merged.commit;
        }
        moves.push({ version, destination: destination.branch, queueBranch, queueFrom: queueTip, entryBranch, to });
        previous = { branch: entryBranch, tip: to };
    }
    return { kind: 'clean', moves };
}
/** What will be merged with what, see `announceMerges`. */
function mergesOfQueueing(targets) {
    return targets.flatMap((target, index) => pairsOf(target, targets[index - 1]));
}
/** The base of a version with what comes into it: the tested commit, and what the entry of the version before is made of. */
function pairsOf(target, before) {
    const baseOf = ({ queueTip, destination }) => queueTip ?? destination.tip;
    const heads = [target.tested.tip, ...(before === undefined ? [] : [baseOf(before), before.tested.tip])];
    return heads.map((tip) => [baseOf(target), tip]);
}
/** The queue branches of all versions together; the new entries must not exist yet. */
function queueingPush(moves) {
    return moves.flatMap(({ queueBranch, queueFrom, entryBranch, to }) => [
        { ref: `refs/heads/${queueBranch}`, from: queueFrom, to },
        { ref: `refs/heads/${entryBranch}`, from: null, to },
    ]);
}
/**
 * Whether a pull request has to go through the queue with `skip_queue_when_not_needed`: something is queued, on whatever
 * version, or a branch that was tested lacks what its destination has got since. Or `q/<version>` holds what never landed,
 * although nothing is queued: a merge past the queue would take it away, and nobody would look whether it is somebody's.
 */
function isQueueNeeded(model, targets, graph) {
    const unlanded = model.versions.some(({ queue, destination }) => queue.tip !== null && (destination.tip === null || !graph.contains(destination.tip, queue.tip)));
    return !isQueueEmpty(model) || unlanded || targets.some(({ destination, tested }) => !graph.contains(tested.tip, destination.tip));
}
/**
 * What a merge past the queue takes along: queues without entries, whose destinations move away from under them. They are
 * made anew when something is queued next.
 *
 * @param destinations names of the branches that move
 */
function emptyQueueDeletes(model, destinations) {
    return model.versions
        .filter(({ destination, entries }) => entries.length === 0 && destinations.has(destination.branch))
        .map(({ queue }) => ({ ref: `refs/heads/${queue.branch}`, from: queue.tip, to: null }))
        .filter(({ from }) => from !== null);
}
function isFastForward(graph, base, tested, previous) {
    const contains = (head) => tested.tip !== head.tip && graph.contains(tested.tip, head.tip);
    return contains(base) && (previous === null || contains(previous));
}

;// CONCATENATED MODULE: ./src/queue/order.ts

/**
 * Finds the order of queueing. On one version it is containment, since every entry is made on top of the one before.
 * Across versions the newest version decides, as every development pull request goes there.
 *
 * It answers for a damaged queue too, so that its pull requests can be queued again: entries that do not contain each
 * other go by pull request number, and a pull request missing on the newest version stands where an older one has it.
 */
function orderQueue(model, graph) {
    const versions = model.versions.map((queue) => ({ ...queue, entries: byContainment(queue.entries, graph) }));
    const hotfixes = versions.filter((queue) => queue.hotfix);
    const development = versions.filter((queue) => !queue.hotfix);
    return { versions, members: [...hotfixes.flatMap((queue) => membersOf([queue], true)), ...membersOf(development, false)] };
}
/** What lands together with this pull request, or waits for it: the members of its path, in the order of queueing. */
function pathOf(members, { hotfix, versions: [version] }) {
    return members.filter((other) => other.hotfix === hotfix && (!hotfix || other.versions[0] === version));
}
/** Where a pull request stands on its path, counted from 1; null if it is not queued. */
function queuePosition(members, pullRequest) {
    const member = members.find((candidate) => candidate.pullRequest === pullRequest);
    if (member === undefined) {
        return null;
    }
    const path = pathOf(members, member);
    return { position: path.indexOf(member) + 1, length: path.length };
}
/**
 * Whoever contains more of the others comes later: a chain comes out as it is, and everything else in some fixed order. In a
 * chain that is the order of generations, so one look at each neighbour is enough for the usual, valid queue.
 */
function byContainment(entries, graph) {
    const byGeneration = sortedBy(entries, ({ tip }) => graph.generation(tip));
    if (byGeneration.every((entry, index) => index === 0 || graph.contains(entry.tip, byGeneration[index - 1]?.tip ?? ''))) {
        return byGeneration;
    }
    const tips = entries.map(({ tip }) => tip);
    return sortedBy(entries, (entry) => {
        const contained = graph.contained(entry.tip, tips);
        return tips.filter((tip) => contained.has(tip)).length;
    });
}
function sortedBy(entries, rankOf) {
    const ranks = new Map(entries.map((entry) => [entry, rankOf(entry)]));
    return [...entries].sort((left, right) => (ranks.get(left) ?? 0) - (ranks.get(right) ?? 0) || compareEntries(left, right));
}
function membersOf(versions, hotfix) {
    // One entry for each version: of two (a queue that is not valid) the newer.
    const entriesOf = versions.map((queue) => new Map(queue.entries.map((entry) => [entry.pullRequest, entry])));
    return queueingOrder(versions).map((pullRequest) => {
        const entries = entriesOf.map((byPullRequest) => byPullRequest.get(pullRequest)).filter((entry) => entry !== undefined);
        return { pullRequest, hotfix, versions: entries.map((entry) => entry.version), entries };
    });
}
function queueingOrder(versions) {
    const order = [];
    for (const { entries } of versions.toReversed()) {
        let position = order.length;
        for (const { pullRequest } of entries.toReversed()) {
            const known = order.indexOf(pullRequest);
            if (known === -1) {
                order.splice(position, 0, pullRequest);
            }
            else {
                position = known;
            }
        }
    }
    return order;
}

;// CONCATENATED MODULE: ./src/queue/rebuild.ts


/**
 * A rebuild of the queue takes more than one push: the first deletes the queue, others queue each pull request again. What is
 * left to do stands meanwhile in the subject of a commit without files, on a branch that the first push makes and the
 * last one deletes. So a run that is killed in between is completed by the next one: in order, and nobody is left untold.
 */
/** No name of our grammar, so nobody takes it for a queue; and one that the rules for `q/**` permit the robot. */
const rebuildBranch = 'q/rebuild';
/** Words that follow *as*. */
function reasonOfRebuild({ cause, ejected }) {
    switch (cause) {
        case 'incoherent':
            return 'its branches contradicted each other';
        case 'command':
            return 'somebody asked for it';
        case 'eject':
            return `pull request ${ejected?.member.pullRequest ?? ''} was taken out of it`;
    }
}
/** The subject of the record. */
function writeRebuild({ cause, requeue, ejected }) {
    const entries = (ejected?.member.entries ?? []).map(({ tip, branch }) => `out=${tip}:${encodeURIComponent(branch)}`);
    const head = typeof ejected?.head === 'string' ? [`head=${ejected.head}`] : [];
    return ['Rebuild the queue:', `cause=${cause}`, `requeue=${requeue.join(',')}`, ...head, ...entries].join(' ');
}
/**
 * The rebuild that has begun and is not complete; null: there is none. A branch of that name which somebody else has
 * made, or with which nothing can be done, is left alone.
 *
 * @param graph holds the tip of `rebuildBranch`, if there is one
 */
function begunRebuild({ branches }, graph, robotEmail) {
    const record = branches.get(rebuildBranch);
    const rebuild = record === undefined || !graph.has(record) ? null : readRebuild(graph.get(record), robotEmail);
    return record === undefined || rebuild === null ? null : { record, rebuild };
}
const pattern = /^Rebuild the queue: cause=(?<cause>incoherent|command|eject) requeue=(?<requeue>(?:[1-9]\d{0,14}(?:,[1-9]\d{0,14})*)?)(?: head=(?<head>[0-9a-f]{40,64}))?(?<out>(?: out=[0-9a-f]{40,64}:\S+)*)$/;
function readRebuild(commit, robotEmail) {
    const { cause, requeue = '', head, out = '' } = pattern.exec(commit.subject)?.groups ?? {};
    if (cause === undefined || !isMadeByRobot(commit, robotEmail)) {
        return null;
    }
    const ejected = readEjected(out, head ?? null);
    if ((cause === 'eject') !== (ejected !== null)) {
        return null;
    }
    return { cause: cause, requeue: requeue === '' ? [] : requeue.split(',').map(Number), ejected };
}
function readEjected(text, head) {
    const branches = text.split(' out=').slice(1).map((entry) => {
        const colon = entry.indexOf(':');
        return [decoded(entry.slice(colon + 1)), entry.slice(0, colon)];
    });
    const { versions } = readQueue({ branches: new Map(branches) });
    const entries = versions.flatMap((version) => version.entries);
    const [first] = entries;
    if (first === undefined || entries.some(({ pullRequest }) => pullRequest !== first.pullRequest)) {
        return null;
    }
    const hotfix = versions.some((version) => version.hotfix);
    return { head, member: { pullRequest: first.pullRequest, hotfix, versions: entries.map(({ version }) => version), entries } };
}
function decoded(text) {
    try {
        return decodeURIComponent(text);
    }
    catch (error) {
        if (error instanceof URIError)
            return '';
        throw error;
    }
}

;// CONCATENATED MODULE: ./src/pull-request/landing-checks.ts






/**
 * Step 20 of spec 3, the second of the two checks of spec 2: everything that may have changed since the first look is
 * read again, live, and what is pushed is exactly what was looked at here.
 */
const landingChecks = [
    { name: 'pull request, read again', examine: examinePullRequestAgain },
    { name: 'approvals, read again', examine: examineApprovalsAgain },
    { name: 'builds, read again', examine: (facts) => findingOfBuilds(judgedBuilds(facts, facts.liveBuilds), []) },
    { name: 'merge', examine: examineLanding },
];
function examinePullRequestAgain({ livePullRequest, pullRequest, sourceTip }) {
    if (livePullRequest?.state !== 'open') {
        // Another run may have merged it and said so: its status stays.
        return stops({ code: 302, reason: { kind: livePullRequest?.merged === true ? 'merged' : 'closed' } }, { final: true });
    }
    if (livePullRequest.head.sha !== sourceTip) {
        return changed('the source branch has new commits');
    }
    if (livePullRequest.base.branch !== pullRequest.base.branch) {
        return changed('the pull request has another destination');
    }
    return holds('unchanged');
}
function changed(detail) {
    return stops({ code: 302, reason: { kind: 'changed-meanwhile', detail } }, { final: true });
}
function examineApprovalsAgain(facts) {
    const verdict = liveApprovals(facts);
    return verdict.kind === 'missing' ? stops({ code: 115, missing: verdict }) : holds('unchanged');
}
/** Reviews, and whose review is requested, as they are now: somebody may have been asked meanwhile. */
function liveApprovals(facts) {
    return judgedApprovals({ ...facts, pullRequest: facts.livePullRequest ?? facts.pullRequest }, facts.liveReviews);
}
function examineLanding(facts) {
    return facts.landing.kind === 'direct' ? examineDirectLanding(facts, facts.landing) : examineQueueing(facts, facts.landing);
}
/** Spec 4, "Entering": the pull request goes on top of the queue of each of its targets, on all or on none. */
function examineQueueing(facts, { queue, problems, trial }) {
    const { cascade, settings, refs, graph } = facts;
    if (facts.rebuilt === null && begunRebuild(refs, graph, settings.robotEmail) !== null) {
        return stops({ code: 302, reason: { kind: 'queue-rebuild' } });
    }
    if (problems.length > 0 || trial === null) {
        return stops({ code: 127, problems });
    }
    if (trial.kind === 'conflict') {
        return stops({ code: 124, conflict: { branch: trial.branch, files: trial.files } });
    }
    const approvals = judgedApprovals(facts, facts.liveReviews);
    if (approvals.kind === 'missing') {
        throw new Error('The queue was reached without approvals: the check before it is missing');
    }
    const { members } = orderQueue(queue, facts.graph);
    const path = members.filter(({ hotfix, versions }) => hotfix === (facts.destination.kind === 'hotfix') && (!hotfix || versions[0] === trial.moves[0]?.version));
    return stops({
        code: 125,
        head: facts.sourceTip,
        rebuilt: facts.rebuilt,
        admission: { approvals: approvals.record.approvals, options: facts.conversation.options.inForce },
        position: path.length + 1,
        targets: cascade.targets.map(({ branch }) => branch),
        ignored: cascade.ignored,
        pendingHotfixes: cascade.pendingHotfixes,
    }, {
        plan: {
            push: queueingPush(trial.moves),
            dispatches: trial.moves.flatMap(({ entryBranch }) => settings.dispatch.map((workflow) => ({ workflow, branch: entryBranch }))),
        },
    });
}
function examineDirectLanding(facts, { trial, queue }) {
    const { settings, cascade } = facts;
    if (trial.kind === 'conflict') {
        const { destination, sides, files } = trial;
        const branch = facts.trial.steps.find((step) => step.destination === destination)?.branch ?? facts.source.name;
        const where = branch === facts.source.name ? 'source' : 'integration';
        return stops({ code: 114, conflict: { where, branch, startFrom: null, merge: [destination], sides, files } });
    }
    if (settings.gateOnly) {
        return stops({ code: 302, reason: facts.sameHead === null ? { kind: 'gate-only' } : { kind: 'same-head', pullRequest: facts.sameHead } });
    }
    const approvals = liveApprovals(facts);
    const builds = judgedBuilds(facts, facts.liveBuilds);
    if (approvals.kind === 'missing' || (builds.kind !== 'green' && builds.kind !== 'skipped')) {
        throw new Error('The merge was reached without approvals or builds: the checks before it are missing');
    }
    return stops({ code: 102, landing: landingRecord(facts, trial.moves, approvals, builds), ignored: cascade.ignored }, { plan: landingPlan(facts, trial.moves, queue) });
}
/** All targets move, and what the pull request leaves behind goes, in the same push. */
function landingPlan(facts, moves, queue) {
    proveForward(moves, facts.graph);
    const { trial, settings, pullRequest, sourceTip, integrationPullRequests } = facts;
    const deleteSource = settings.deleteSourceBranch && !pullRequest.head.fork && facts.source.kind === 'source';
    return {
        push: [
            ...moves.map(({ destination, from, to }) => ({ ref: `refs/heads/${destination}`, from, to })),
            ...trial.steps.map((step) => ({ ref: `refs/heads/${step.branch}`, from: step.to, to: null })),
            ...emptyQueueDeletes(queue, new Set(moves.map(({ destination }) => destination))),
            ...(deleteSource ? [{ ref: `refs/heads/${facts.source.name}`, from: sourceTip, to: null }] : []),
        ],
        closePullRequests: integrationPullRequests.map(({ number }) => number),
    };
}
/**
 * A lease permits a branch to be rewound (spec 6, rule 3), so that every branch goes forward, and contains the one before
 * it, is proven for what is about to be pushed and not for what should have led there.
 *
 * @throws if it does not: that would be a mistake of the program
 */
function proveForward(moves, graph) {
    for (const [index, { destination, from, to }] of moves.entries()) {
        const previous = moves[index - 1];
        if (!graph.contains(to, from) || (previous !== undefined && !graph.contains(to, previous.to))) {
            throw new Error(`The merge would not fast-forward ${destination} from ${from} to ${to}`);
        }
    }
}

;// CONCATENATED MODULE: ./src/pull-request/commands.ts




/** GitHub allows fifty re-runs of a run; one comment does not start more runs than this. */
const mostReruns = 20;
const mostAttempts = 50;
/** The command `retry`: GitHub's re-run of the failed jobs of every run that stands in the way (spec 3). */
function decideRetry(builds, rules) {
    const failed = builds.flatMap((facts) => {
        const { account, approvalRequired } = (0,state_for_branch/* stateForBranch */.B)({ ...rules, ...facts });
        const kept = account.flatMap((entry) => (entry.counted && entry.kept ? [entry.run] : []));
        // Others may still be running. What waits for a person's approval cannot be run again, only approved.
        const runs = kept.filter((run) => !(0,workflow_run/* isRunning */.W_)(run) && !(0,state_for_branch/* isGreenConclusion */.p)(run.conclusion) && !approvalRequired.includes(run) && run.runAttempt < mostAttempts);
        return runs.map(({ id, name, workflowPath, htmlUrl }) => ({ id, name: name ?? workflowPath, branch: facts.branch, url: htmlUrl }));
    });
    const restarted = failed.slice(0, mostReruns);
    return stops({
        code: 137,
        restarted: restarted.map(({ name, branch, url }) => ({ name, branch, url })),
        left: failed.length - restarted.length,
    }, { plan: { reruns: restarted.map(({ id }) => id) } });
}
/**
 * What stays when comments are cleared: what is said once and would only be said again, the records of merges, and why it
 * was taken out of the queue.
 */
const lastingCodes = [100, 102, 121, 126, 139, 223];
/** The command `clear`: the robot's earlier messages go. They are deleted; hiding them is not possible by REST. */
function decideClear(comments, robot) {
    const removed = comments.filter((comment) => {
        const marker = (0,conversation_marker/* markerOfComment */.f)(comment, robot);
        return marker !== null && !lastingCodes.includes(marker.code);
    });
    return stops({ code: 138, removed: removed.length }, { plan: { deleteComments: removed.map(({ id }) => id) } });
}

;// CONCATENATED MODULE: ./src/pull-request/reset.ts


/** The commands `reset` and `force_reset` (spec 3): delete the integration branches, with or without care for work on them. */
function decideReset(facts, forced) {
    const { branches, integrationPullRequests, graph, sourceTip, robotEmail } = facts;
    if (facts.gateOnly) {
        return stops({ code: 128, deleted: [], forced, gateOnly: true });
    }
    const lost = forced
        ? []
        : branches
            .map(({ branch, tip, destinationTip }) => ({ branch, commits: ownWork(graph, tip, destinationTip, sourceTip, robotEmail) }))
            .filter(({ commits }) => commits.length > 0);
    if (lost.length > 0) {
        const listed = lost.map(({ branch, commits }) => ({ branch, commits: commits.map(({ sha, subject }) => ({ sha, subject })) }));
        return stops({ code: 129, branches: listed });
    }
    return stops({ code: 128, deleted: branches.map(({ branch }) => branch), forced }, {
        plan: {
            push: branches.map(({ branch, tip }) => ({ ref: `refs/heads/${branch}`, from: tip, to: null })),
            closePullRequests: integrationPullRequests,
        },
    });
}
/**
 * What a developer did on an integration branch and nowhere else, oldest first: conflict resolutions (merges by a person)
 * and commits on top of them. Not: what the destination or the source has, what the robot made, and former states of a
 * source branch that was rebased, i.e. plain commits that grew from the destination or from the source.
 */
function ownWork(graph, tip, destinationTip, sourceTip, robotEmail) {
    const bases = [destinationTip, sourceTip].filter((base) => base !== null);
    const former = new Set();
    const own = [];
    for (const commit of graph.beyond(tip, bases).toReversed()) {
        const [parent, ...others] = commit.parents;
        const plain = others.length === 0;
        const grewFromBase = parent !== undefined && (former.has(parent) || bases.some((base) => graph.contains(base, parent)));
        if (plain && grewFromBase) {
            former.add(commit.sha);
        }
        else if (!isMadeByRobot(commit, robotEmail)) {
            own.push(commit);
        }
    }
    return own;
}

;// CONCATENATED MODULE: ./src/edge/observe-entry.ts








/**
 * Stage 1. Of an integration pull request its parent is read instead (spec 3, step 1).
 *
 * @param listRefs how the branches are read, with the head of this pull request
 */
async function observeEntry(number, ports, surroundings, listRefs = (pullRequest) => ports.git.listRefs([pullRequest])) {
    const [pullRequest, refs] = await Promise.all([ports.github.pullRequest(number), listRefs(number)]);
    if (pullRequest === null) {
        return { missing: 'no-such-pull-request' };
    }
    if (isIntegrationPullRequest(pullRequest, surroundings.settings.robot)) {
        const parent = parentOf(pullRequest, surroundings.settings.robot);
        return parent === null || parent === number ? { missing: 'no-parent' } : observeParent(parent, ports, surroundings, listRefs);
    }
    return entryOf(pullRequest, refs, ports, surroundings);
}
async function observeParent(number, ports, surroundings, listRefs) {
    const [pullRequest, refs] = await Promise.all([ports.github.pullRequest(number), listRefs(number)]);
    // A parent is an ordinary pull request; a chain of integration pull requests was made by somebody else.
    return pullRequest === null || isIntegrationPullRequest(pullRequest, surroundings.settings.robot)
        ? { missing: 'no-parent' }
        : entryOf(pullRequest, refs, ports, surroundings);
}
function isIntegrationPullRequest(pullRequest, robot) {
    return (0,login/* isBy */._m)(pullRequest, robot) && !pullRequest.head.fork && (0,branch_name/* parseBranchName */.pD)(pullRequest.head.branch)?.kind === 'integration';
}
async function entryOf(pullRequest, refs, ports, surroundings) {
    const isOpen = pullRequest.state === 'open';
    const [leftovers, namesake] = await Promise.all([
        isOpen ? null : observeLeftovers(pullRequest, refs, ports, surroundings),
        isOpen && pullRequest.head.fork && surroundings.settings.forks ? observeNamesake(pullRequest, ports) : null,
    ]);
    return { ...surroundings, pullRequest, refs, namesake, leftovers };
}
/** Integration branches are named after the source alone. Of several, the one of this repository goes first, then the oldest. */
async function observeNamesake({ number, head }, { github }) {
    const others = (await github.openPullRequests()).filter((other) => other.number !== number && other.head.branch === head.branch && other.head.repositoryId !== head.repositoryId);
    const own = others.find((other) => !other.head.fork)?.number ?? null;
    const older = others.map((other) => other.number).filter((other) => other < number);
    return own ?? (older.length === 0 ? null : Math.min(...older));
}
async function observeLeftovers(pullRequest, refs, ports, surroundings) {
    const untoldMerge = await observeUntoldMerge(pullRequest, refs, ports, surroundings);
    // A pull request from a fork that was never handled has no integration branches: those of its name are somebody else's.
    const handled = !pullRequest.head.fork || surroundings.settings.forks;
    const integrationBranches = handled ? integrationBranchesOf(pullRequest, refs) : [];
    if (integrationBranches.length === 0) {
        return { integrationBranches, integrationPullRequests: [], untoldMerge };
    }
    const [sameSource, ...integration] = await Promise.all([
        // GitHub finds the branches of a fork by no name but the owner's.
        ports.github.openPullRequests(surroundings.settings.forks ? {} : { head: pullRequest.head.branch }),
        ...integrationBranches.map(({ branch }) => ports.github.openPullRequests({ head: branch })),
    ]);
    if (sameSource.some((other) => other.head.branch === pullRequest.head.branch && (!other.head.fork || surroundings.settings.forks))) {
        return { integrationBranches: [], integrationPullRequests: [], untoldMerge };
    }
    const robots = integration.flat().filter((candidate) => (0,login/* isBy */._m)(candidate, surroundings.settings.robot));
    return { integrationBranches, integrationPullRequests: robots.map(({ number }) => number), untoldMerge };
}
/** The integration branches made from the source of this pull request, as the refs show them. */
function integrationBranchesOf(pullRequest, refs) {
    return [...refs.branches]
        .filter(([branch]) => {
        const parsed = (0,branch_name/* parseBranchName */.pD)(branch);
        return parsed?.kind === 'integration' && parsed.source.name === pullRequest.head.branch;
    })
        .map(([branch, tip]) => ({ branch, tip }));
}
/**
 * Where it lands, in cascade order; tags do not matter any more, and the destination may be gone meanwhile. The same source
 * may have been merged to other branches by another pull request.
 */
function targetsOf(destination, refs) {
    const development = developmentBranches([...new Set([destination, ...refs.branches.keys()])]).map(({ name }) => name);
    return development.includes(destination) ? development.slice(development.indexOf(destination)) : [destination];
}
/**
 * A pull request that this robot merged, while the run that did so never told: found by who merged it, and the comments. One
 * that a person closed while it was queued is not merged for GitHub, but lands all the same.
 */
async function observeUntoldMerge(pullRequest, refs, { git, github }, { settings }) {
    const merged = pullRequest.merged && (0,login/* isBy */._m)({ author: pullRequest.mergedBy }, settings.robot);
    const closed = !pullRequest.merged && hasQueue(settings) && !settings.noComment;
    if (!merged && !closed) {
        return null;
    }
    const comments = await github.comments(pullRequest.number);
    const said = new Set(comments.map((comment) => (0,conversation_marker/* markerOfComment */.f)(comment, settings.robot)?.code));
    const queued = lastQueued(comments, settings.robot);
    // A merge in part (126) was told of what merged then: the rest, which made GitHub call it merged, has a message of its own.
    if (said.has(102) || (closed && !(isSaidQueued(comments, settings.robot) && queued?.head === pullRequest.head.sha))) {
        return null;
    }
    const branches = targetsOf(pullRequest.base.branch, refs).flatMap((branch) => {
        const tip = refs.branches.get(branch);
        return tip === undefined ? [] : [{ branch, tip }];
    });
    const tips = [pullRequest.head.sha, ...branches.map(({ tip }) => tip)];
    await git.fetch(tips);
    const graph = new CommitGraph(await git.readHistory(tips));
    const destinations = branches.filter(({ tip }) => graph.contains(tip, pullRequest.head.sha));
    if (closed && destinations.length === 0) {
        return null;
    }
    const admission = queued?.head === pullRequest.head.sha ? queued.admission : null;
    return { greeted: said.has(100), admission, destinations };
}

;// CONCATENATED MODULE: ./src/edge/commands.ts












/** Reads what a command needs, and lets it decide. `status` is no such command: it is an evaluation that goes on. */
async function findingOfCommand(command, facts, ports) {
    switch (command.name) {
        case 'status':
            throw new Error('A report is no command to carry out: the evaluation goes on to its end');
        case 'help':
            return stops({ code: 101 });
        case 'clear':
        case 'reset':
        case 'force_reset':
        case 'retry':
            return (await mayChange(command.author, facts, ports)) ? change(command.name, facts, ports) : stops({ code: 123, refusal: commands_refusalOf(command, facts) });
    }
}
/**
 * Anybody may comment on a public repository, and these commands delete branches and comments or spend minutes of CI. So
 * they take the author of the pull request, an admin, or somebody whom GitHub lets write to the repository.
 */
async function mayChange(author, { pullRequest, admins }, { github }) {
    if (author === null) {
        return false;
    }
    if ((0,login/* isBy */._m)({ author }, pullRequest.author) || admins.some((admin) => (0,login/* isBy */._m)({ author }, admin))) {
        return true;
    }
    return ['write', 'admin'].includes(await github.permissionOf(author));
}
function commands_refusalOf({ keyword, author, commentId }, { comments }) {
    const quotedText = (0,quote/* quoteForMarkdown */.$)(comments.find(({ id }) => id === commentId)?.body ?? '', longestQuote);
    return { kind: 'not-authorised', keyword, value: null, author, commentId, answered: false, suggestion: null, quotedText };
}
const longestQuote = 1000;
async function change(name, facts, ports) {
    switch (name) {
        case 'clear':
            return decideClear(facts.comments, facts.settings.robot);
        case 'reset':
            return decideReset(await observeReset(facts, ports), false);
        case 'force_reset':
            return decideReset(await observeReset(facts, ports), true);
        case 'retry':
            return decideRetry(await observeRuns(facts, ports), judgeRules(facts));
    }
}
async function observeReset(facts, { git, github }) {
    const { pullRequest, refs, settings } = facts;
    const existing = integrationBranchesOf(pullRequest, refs);
    const { head, number } = pullRequest;
    const sourceTip = (head.fork ? refs.pullRequestHeads.get(number) : refs.branches.get(head.branch)) ?? null;
    const development = developmentBranches([...refs.branches.keys()]);
    const branches = existing.map(({ branch, tip }) => {
        const parsed = (0,branch_name/* parseBranchName */.pD)(branch);
        const version = parsed?.kind === 'integration' ? (0,gitwaterflow_version/* formatVersion */.qh)(parsed.version) : null;
        const destination = development.find((candidate) => (0,gitwaterflow_version/* formatVersion */.qh)(candidate.version) === version);
        return { branch, tip, destinationTip: destination === undefined ? null : (refs.branches.get(destination.name) ?? null) };
    });
    const tips = [sourceTip, ...branches.flatMap(({ tip, destinationTip }) => [tip, destinationTip])].filter((tip) => tip !== null);
    const distinct = [...new Set(tips)];
    await git.fetch(distinct);
    const graph = new CommitGraph(await git.readHistory(distinct));
    const open = await Promise.all(existing.map(({ branch }) => github.openPullRequests({ head: branch })));
    const robots = open.flat().filter((candidate) => (0,login/* isBy */._m)(candidate, settings.robot));
    return { graph, sourceTip, branches, integrationPullRequests: robots.map(({ number }) => number), robotEmail: settings.robotEmail, gateOnly: settings.gateOnly };
}
/** Its source, its integration branches and, when it is queued, its branches in the queue. */
async function observeRuns({ pullRequest, refs }, { github }) {
    const source = refs.branches.get(pullRequest.head.branch);
    const branches = [
        ...(source === undefined || pullRequest.head.fork ? [] : [{ branch: pullRequest.head.branch, tip: source }]),
        ...integrationBranchesOf(pullRequest, refs),
    ].map(({ branch, tip }) => ({ branch, tip, names: new Set([branch]) }));
    return readRuns([...branches, ...queueEntriesOf(pullRequest.number, refs)], github);
}
/** `q/<version>` stood at the entry once: its runs on that commit are runs of the entry (spec 4, merging). */
function queueEntriesOf(pullRequest, refs) {
    return readQueue(refs).versions.flatMap(({ queue, entries }) => entries.filter((entry) => entry.pullRequest === pullRequest).map(({ branch, tip }) => ({ branch, tip, names: new Set([branch, queue.branch]) })));
}
async function readRuns(branches, github) {
    return Promise.all(branches.map(async ({ branch, tip, names }) => ({
        branch,
        commit: tip,
        branches: names,
        runs: await github.workflowRuns(tip),
        statuses: [],
        checkRuns: [],
    })));
}

;// CONCATENATED MODULE: ./src/edge/ports.ts
/**
 * What was read contradicts itself, because the world moved while it was read or one part of GitHub lags behind another:
 * nothing can be decided on it. Look at everything again.
 */
class LookAgain extends Error {
    detail;
    name = 'LookAgain';
    constructor(detail) {
        super(`The world moved while it was looked at: ${detail}`);
        this.detail = detail;
    }
}

;// CONCATENATED MODULE: ./src/edge/read-graph.ts


/** Up to so many commits, one fetch for all is quicker than two. */
const manyCommits = 200;
/**
 * Fetches these commits with their history and reads it. For each commit that git is asked for, it goes through all refs of
 * the server; where there are thousands, those that contain most of the others are fetched first, and what came with
 * them is not asked for any more.
 */
async function readGraph(tips, { branches }, git) {
    if (tips.length > manyCommits) {
        const asked = new Set(tips);
        const newest = [...branches].flatMap(([name, tip]) => (asked.has(tip) && ['development', 'hotfix', 'queue'].includes((0,branch_name/* parseBranchName */.pD)(name)?.kind ?? '') ? [tip] : []));
        await git.fetch(newest);
        await git.readHistory(newest);
    }
    await git.fetch(tips);
    return new CommitGraph(await git.readHistory(tips));
}

;// CONCATENATED MODULE: ./src/edge/observe-conversation.ts










/** Stage 2. The checks of stage 1 have seen that the branches are of kinds we handle. */
async function observeConversation(facts, ports, rules) {
    const { pullRequest } = facts;
    const source = (0,branch_name/* parseBranchName */.pD)(pullRequest.head.branch);
    const destination = (0,branch_name/* parseBranchName */.pD)(pullRequest.base.branch);
    if (source === null || !(0,branch_name/* isPullRequestSource */.G7)(source) || destination === null || !(0,branch_name/* isPullRequestDestination */.rh)(destination)) {
        throw new Error('The conversation was read of a pull request that is not handled: the checks of its branches are missing');
    }
    const [comments, reviews] = await Promise.all([ports.github.comments(pullRequest.number), ports.github.reviews(pullRequest.number)]);
    const conversation = conversationOn(pullRequest, comments, facts, rules);
    const dependencies = await observeDependencies(conversation.options.afterPullRequest, ports);
    return { ...facts, source, destination, comments, reviews, conversation, rebuilt: rules.rebuilt, dependencies };
}
/** What the comments on a pull request ask for, by the settings and the rules of this run. */
function conversationOn({ author }, comments, { settings, admins }, rules) {
    return readConversation({
        comments,
        robot: settings.robot,
        pullRequestAuthor: author,
        admins,
        standingOptions: settings.prAuthorOptions.get(author?.toLowerCase() ?? '') ?? [],
        forcedOptions: rules.forcedOptions,
        ...(settings.noComment ? { onlyCommandIn: rules.eventComment } : {}),
    });
}
/** Anybody may name numbers in a comment, thousands of them: those past the limit are not read (and refused by the check). */
async function observeDependencies(numbers, ports) {
    const read = numbers.slice(0, vocabulary/* mostDependencies */.b6).map(async (number) => [number, await ports.github.pullRequest(number)]);
    return new Map(await Promise.all(read));
}
/** Stage 3: one fetch and one reading of the history answer every question of ancestry that follows. */
async function observeHistory(facts, { git }) {
    const { pullRequest, refs, destination } = facts;
    const destinationTip = refs.branches.get(destination.name);
    if (destinationTip === undefined) {
        throw new Error('The history was read of a destination that does not exist: the check of it is missing');
    }
    const sourceTip = tipOfSource(facts);
    const branches = [...refs.branches.keys()];
    const cascade = buildCascade({ branches, tags: [...refs.tags.keys()], destination: destination.name });
    const versionTips = branches.filter((name) => (0,branch_name/* parseBranchName */.pD)(name)?.kind === 'development').map((name) => refs.branches.get(name));
    const integrationTips = integrationBranchesOf(pullRequest, refs).map(({ tip }) => tip);
    const queueTips = facts.settings.useQueues ? branches.filter((name) => name.startsWith('q/')).map((name) => refs.branches.get(name)) : [];
    const tips = [...new Set([sourceTip, destinationTip, ...versionTips, ...integrationTips, ...queueTips])].filter((tip) => typeof tip === 'string');
    const graph = await readGraph(tips, refs, git);
    const queuePlace = facts.settings.useQueues ? queuePosition(orderQueue(readQueue(refs), graph).members, pullRequest.number) : null;
    return { ...facts, graph, sourceTip, destinationTip, cascade, queuePlace };
}
/** The issue that the source branch names, if the checks of it need one. */
async function observeIssue(facts, { issueTracker }) {
    const key = issueToAsk(facts);
    if (key === null) {
        return { ...facts, issue: { kind: 'not-asked' } };
    }
    const issue = await (await issueTracker()).issue(key);
    return { ...facts, issue: issue === null ? { kind: 'not-found' } : { kind: 'found', issue } };
}
/** git and the REST API are two services of GitHub: for a moment, one may know of a push and the other not. */
function tipOfSource({ pullRequest, refs }) {
    const { head, number } = pullRequest;
    const tip = (head.fork ? refs.pullRequestHeads.get(number) : refs.branches.get(head.branch)) ?? null;
    if (tip !== null && tip !== head.sha) {
        throw new LookAgain(`the head of #${number} differs between the pull request and the branch`);
    }
    return tip;
}

;// CONCATENATED MODULE: ./src/integration/landing.ts


/**
 * Merges the source into its destination, then the previous destination and its integration branch into each next one.
 * Where the tested commit contains all of that, the destination moves to exactly this commit.
 *
 * Each result contains its destination and the result before it, by construction: the version branches stay
 * self-contained and only move forward.
 *
 * @param octopus false with option `no_octopus`: consecutive merges of two parents
 */
async function tryLanding(targets, pullRequest, octopus, git, graph) {
    const context = { git, graph, octopus, pullRequest };
    await announceMerges(git, graph, targets.flatMap((target, index) => landing_pairsOf(target, targets[index - 1])));
    const moves = [];
    let previous = [];
    for (const { destination, tested } of targets) {
        const heads = [tested, ...previous];
        const [only, ...others] = graph.independent([destination.tip, ...heads.map((head) => head.tip)]);
        let to = only ?? destination.tip;
        if (others.length > 0) {
            const merged = await mergeHeads(context, destination, heads, destination.branch, 'commit-if-needed');
            if (merged.kind === 'conflict') {
                return { kind: 'conflict', destination: destination.branch, sides: merged.sides, files: merged.files };
            }
            to = merged.kind === 'committed' ? merged.commit : destination.tip;
        }
        moves.push({ destination: destination.branch, from: destination.tip, to, tested });
        previous = [{ branch: destination.branch, tip: to }];
    }
    return { kind: 'clean', moves };
}
function landing_pairsOf({ destination, tested }, before) {
    const heads = [tested.tip, ...(before === undefined ? [] : [before.destination.tip, before.tested.tip])];
    return heads.map((tip) => [destination.tip, tip]);
}

;// CONCATENATED MODULE: ./src/integration/trial.ts



/**
 * Tries the whole cascade with trees and unreferenced commits: a read. Nothing leaves this machine before the push.
 *
 * @throws GitOutage when git cannot tell; that is never a conflict
 */
async function tryIntegration(request, git, graph) {
    const context = { git, graph, octopus: request.octopus, pullRequest: request.pullRequest };
    await announceMerges(git, graph, mergesOf(request));
    const atDestination = await mergeHeads(context, request.destination, [request.source], request.destination.branch, 'try');
    if (atDestination.kind === 'conflict') {
        return {
            steps: [],
            obstacle: {
                kind: 'conflict',
                conflict: {
                    where: 'source',
                    branch: request.source.branch,
                    startFrom: null,
                    merge: [request.destination.branch],
                    sides: atDestination.sides,
                    files: atDestination.files,
                },
            },
        };
    }
    const complete = request.leaveComplete && isComplete(request, graph);
    const steps = [];
    let previous = request.source;
    for (const target of request.later) {
        const outcome = await tryTarget(context, request, target, previous, complete);
        if ('obstacle' in outcome) {
            return { steps, obstacle: outcome.obstacle };
        }
        steps.push(outcome.step);
        previous = { branch: outcome.step.branch, tip: outcome.step.to };
    }
    return { steps, obstacle: null };
}
/** What will be merged with what; of a branch that does not exist yet, what it will be made of. */
function mergesOf({ source, destination, later }) {
    const pairs = [[destination.tip, source.tip]];
    let previous = [source.tip, destination.tip];
    for (const target of later) {
        const base = target.integrationTip ?? target.destination.tip;
        pairs.push(...[target.destination.tip, ...previous].map((tip) => [base, tip]));
        previous = [...new Set([base, target.destination.tip, source.tip])];
    }
    return pairs;
}
/** Every integration branch exists and contains its predecessor's tip. */
function isComplete(request, graph) {
    let previous = request.source.tip;
    for (const { integrationTip } of request.later) {
        if (integrationTip === null || !graph.contains(integrationTip, previous)) {
            return false;
        }
        previous = integrationTip;
    }
    return true;
}
async function tryTarget(context, { robotEmail }, target, previous, complete) {
    const { destination, integrationBranch, integrationTip } = target;
    if (integrationTip !== null) {
        const stray = findStrayCommit(context.graph, { branch: integrationBranch, tip: integrationTip }, previous.tip, destination.tip, robotEmail);
        if (stray !== null) {
            return { obstacle: { kind: 'history-mismatch', integrationBranch, destination: destination.branch, commit: stray } };
        }
    }
    const base = integrationTip === null ? destination : { branch: integrationBranch, tip: integrationTip };
    const heads = integrationTip === null ? [previous] : [destination, previous];
    const effort = complete ? 'try' : integrationTip === null ? 'always-commit' : 'commit-if-needed';
    const merged = await mergeHeads(context, base, heads, integrationBranch, effort);
    if (merged.kind === 'conflict') {
        return {
            obstacle: {
                kind: 'conflict',
                conflict: {
                    where: 'integration',
                    branch: integrationBranch,
                    startFrom: integrationTip === null ? destination.branch : null,
                    merge: heads.map((head) => head.branch),
                    sides: merged.sides,
                    files: merged.files,
                },
            },
        };
    }
    const to = merged.kind === 'committed' ? merged.commit : base.tip;
    const kind = integrationTip === null ? 'created' : to === integrationTip ? 'unchanged' : 'updated';
    return { step: { kind, branch: integrationBranch, destination: destination.branch, from: integrationTip, to } };
}
/**
 * The history check. The integration branch's own commits are those that neither its destination nor its predecessor
 * has: merges, and what developers built on them to resolve conflicts. An own commit that is no merge and builds on
 * something else is a commit the source branch once had and lost, usually by a rebase (outcome 113).
 *
 * Except one of the robot's: where destination and predecessor were one commit (the source is a version branch), the
 * merge of the two has only this one parent. It is known by who made it and by its subject, see `commitMerge`.
 *
 * @returns the oldest such commit, or null
 */
function findStrayCommit(graph, integration, previousTip, destinationTip, robotEmail) {
    const own = graph.beyond(integration.tip, [destinationTip, previousTip]);
    const ownCommits = new Set(own.map((commit) => commit.sha));
    const isOurs = (commit) => isMadeByRobot(commit, robotEmail) && isMergeInto(commit.subject, integration.branch);
    const stray = own.findLast((commit) => commit.parents.length < 2 && !commit.parents.some((parent) => ownCommits.has(parent)) && !isOurs(commit));
    return stray?.sha ?? null;
}
function isMergeInto(subject, branch) {
    return subject.startsWith('Merge ') && subject.includes(` into ${branch} (#`);
}

;// CONCATENATED MODULE: ./src/queue/validity.ts

/**
 * What contradicts itself in the queue (spec 4, validity); nothing is done with a queue before this is empty.
 *
 * The history of every queue branch and of every version branch must be in the graph. Details are plain sentences with
 * branch names in them: untrusted text.
 *
 * @param mergePath the names of all development branches, in cascade order, as they are now
 */
function validateQueue(model, graph, mergePath) {
    const { versions } = orderQueue(model, graph);
    return [...versions.flatMap((queue) => problemsOfVersion(queue, graph)), ...problemsAlongPath(versions, graph, mergePath)];
}
function problemsOfVersion(queue, graph) {
    return [...problemsOfTip(queue, graph), ...problemsOfEntries(queue, graph)];
}
/** Q001 to Q006: `q/<version>` against its destination and its newest entry. */
function problemsOfTip({ queue, destination, entries }, graph) {
    const problem = (rule, detail) => ({ rule, branch: queue.branch, detail });
    if (queue.tip === null) {
        return [problem('Q001', `${queue.branch} does not exist, yet ${numbers(entries)} queued on this version`)];
    }
    const problems = [];
    if (destination.tip === null) {
        problems.push(problem('Q002', `${destination.branch} does not exist any more`));
    }
    else if (!graph.contains(queue.tip, destination.tip)) {
        problems.push(problem('Q002', `${queue.branch} lacks the newest commit of ${destination.branch}`));
    }
    const newest = entries.at(-1);
    if (newest === undefined) {
        if (destination.tip !== null && queue.tip !== destination.tip) {
            problems.push(problem('Q003', `nothing is queued on this version, yet ${queue.branch} differs from ${destination.branch}`));
        }
    }
    else if (newest.tip !== queue.tip) {
        problems.push(graph.contains(newest.tip, queue.tip)
            ? problem('Q004', `${newest.branch} is ahead of ${queue.branch}`)
            : graph.contains(queue.tip, newest.tip)
                ? problem('Q005', `${queue.branch} is ahead of its newest entry ${newest.branch}`)
                : problem('Q006', `${queue.branch} and its newest entry ${newest.branch} have diverged`));
    }
    return problems;
}
/** Q007 inside a version, and a pull request that is on it twice. */
function problemsOfEntries({ entries, destination, version }, graph) {
    const problems = [];
    const [oldest] = entries;
    if (oldest !== undefined && !isIn(destination, oldest, graph)) {
        problems.push({ rule: 'Q007', branch: oldest.branch, detail: `the oldest entry ${oldest.branch} does not contain ${destination.branch}` });
    }
    for (const [position, entry] of entries.entries()) {
        const next = entries[position + 1];
        if (next !== undefined && !graph.contains(next.tip, entry.tip)) {
            problems.push({ rule: 'Q007', branch: next.branch, detail: `${next.branch} does not contain ${entry.branch}, which was queued before it` });
        }
        // Two entries of one pull request have no place in any order; a state could not even be told apart by its key.
        if (entries.some((other, otherPosition) => otherPosition > position && other.pullRequest === entry.pullRequest)) {
            problems.push({ rule: 'Q008', branch: entry.branch, detail: `#${entry.pullRequest} is queued more than once on ${version}` });
        }
    }
    return problems;
}
function isIn(destination, entry, graph) {
    return destination.tip !== null && graph.contains(entry.tip, destination.tip);
}
/**
 * The rules between versions. A version branch that appeared after something was queued before it has no queue: Q001.
 * An empty queue asks nothing of the versions after it: whatever is queued next makes their queues anew.
 */
function problemsAlongPath(versions, graph, mergePath) {
    const problems = [];
    let earlier = null;
    for (const destination of mergePath) {
        const current = versions.find((queue) => !queue.hotfix && queue.destination.branch === destination);
        if (earlier !== null && current === undefined) {
            const branch = destination.replace(/^development\//, 'q/');
            problems.push({ rule: 'Q001', branch, detail: `${branch} does not exist, yet ${numbers(earlier.entries)} queued on ${earlier.version}, before it` });
        }
        if (earlier !== null && current !== undefined) {
            problems.push(...problemsBetween(earlier, current, graph));
        }
        // A version without entries does not hide what is queued before it from the versions after it.
        if (current !== undefined && current.entries.length > 0) {
            earlier = current;
        }
    }
    return problems;
}
/** Q007 and Q008 between a version on which something is queued and a later one that has a queue. */
function problemsBetween(earlier, later, graph) {
    const problems = [];
    for (const entry of earlier.entries) {
        const next = later.entries.find(({ pullRequest }) => pullRequest === entry.pullRequest);
        if (next === undefined) {
            problems.push({ rule: 'Q007', branch: entry.branch, detail: `#${entry.pullRequest} is queued on ${earlier.version}, but not on ${later.version}` });
        }
        else if (!graph.contains(next.tip, entry.tip)) {
            problems.push({ rule: 'Q007', branch: next.branch, detail: `${next.branch} does not contain ${entry.branch}` });
        }
    }
    if (!isInOrder(earlier.entries, later.entries)) {
        problems.push({
            rule: 'Q008',
            branch: later.queue.branch,
            detail: `the order of queueing is ${listed(earlier.entries)} on ${earlier.version}, but ${listed(later.entries)} on ${later.version}`,
        });
    }
    return problems;
}
/** Whether the pull requests of the earlier version come in the same order on the later one, which may have more. */
function isInOrder(earlier, later) {
    let position = 0;
    for (const { pullRequest } of later) {
        if (pullRequest === earlier[position]?.pullRequest) {
            position += 1;
        }
    }
    return position === earlier.length;
}
function listed(entries) {
    return entries.length === 0 ? 'nothing' : entries.map(({ pullRequest }) => `#${pullRequest}`).join(', ');
}
function numbers(entries) {
    return `${listed(entries)} ${entries.length === 1 ? 'is' : 'are'}`;
}

;// CONCATENATED MODULE: ./src/edge/observe-readiness.ts










/** Stage 4: the trial merges. They make commits that nothing references, which is still a read. */
async function observeIntegration(facts, ports) {
    const { cascade, sourceTip, source, refs, graph, pullRequest, settings, conversation, destinationTip, destination } = facts;
    if (cascade.kind !== 'cascade' || sourceTip === null) {
        throw new Error('Trial merges were asked for without a cascade or a source: the checks of them are missing');
    }
    const later = cascade.targets.slice(1).map(({ branch, branchVersion }) => {
        const tip = refs.branches.get(branch);
        if (tip === undefined) {
            throw new Error(`The cascade holds ${branch}, which is not among the branches`);
        }
        const integrationBranch = (0,branch_name/* integrationBranchName */.Wp)(branchVersion, source);
        return { destination: { branch, tip }, integrationBranch, integrationTip: refs.branches.get(integrationBranch) ?? null };
    });
    const request = {
        source: { branch: source.name, tip: sourceTip },
        destination: { branch: destination.name, tip: destinationTip },
        later,
        pullRequest: pullRequest.number,
        octopus: !conversation.options.noOctopus,
        leaveComplete: settings.useQueues,
        robotEmail: settings.robotEmail,
    };
    await announceMerges(ports.git, graph, [...mergesOf(request), ...mergesOfNextStage(facts, request)]);
    const trial = await tryIntegration(request, ports.git, graph);
    const wanted = settings.alwaysCreateIntegrationPullRequests || conversation.options.createPullRequests;
    const existing = wanted ? later.filter(({ integrationTip }) => integrationTip !== null) : [];
    const found = await Promise.all(existing.map(({ integrationBranch }) => ports.github.openPullRequests({ head: integrationBranch })));
    const integrationPullRequests = found.flat().filter((candidate) => !candidate.head.fork);
    return { ...facts, cascade, sourceTip, trial, integrationPullRequests };
}
/**
 * Where every integration branch exists, the queue is likely to be next: what its merges need is then transferred along with
 * what this stage needs, instead of in a transfer of its own.
 */
function mergesOfNextStage({ settings, refs, cascade, graph }, { source, destination, later }) {
    if (!hasQueue(settings) || cascade.kind !== 'cascade' || later.some(({ integrationTip }) => integrationTip === null)) {
        return [];
    }
    const queue = readQueue(refs);
    const tested = [{ destination, tested: source }, ...later.map((target) => ({ destination: target.destination, tested: { branch: target.integrationBranch, tip: target.integrationTip ?? '' } }))];
    const targets = cascade.targets.flatMap(({ branchVersion }, index) => {
        const target = tested[index];
        return target === undefined ? [] : [{ ...target, queueTip: queueTipOf(queue, queueVersionOf(queue, branchVersion)) }];
    });
    return mergesOfQueueing(targets).filter((pair) => pair.every((tip) => graph.has(tip)));
}
/** Stage 5. */
async function observeBuilds(facts, ports) {
    return { ...facts, builds: await readBuilds(facts, ports, 'remembered') };
}
/** Stage 6: past every cache, right before landing. */
async function observeLive(facts, ports) {
    const { github, git } = ports;
    const { pullRequest, cascade, refs, trial, source, sourceTip, settings } = facts;
    const targets = cascade.targets.map(({ branch }, index) => {
        const step = trial.steps[index - 1];
        const tested = step === undefined ? { branch: source.name, tip: sourceTip } : { branch: step.branch, tip: step.to };
        return { destination: { branch, tip: refs.branches.get(branch) ?? '' }, tested };
    });
    // The merges may take a while; what can change under them is read after them, immediately before the decision.
    const landing = await observeLanding(facts, targets, git);
    const [livePullRequest, liveReviews, liveBuilds, open] = await Promise.all([
        github.livePullRequest(pullRequest.number),
        github.liveReviews(pullRequest.number),
        readBuilds(facts, ports, 'live'),
        settings.gateOnly ? github.openPullRequests() : [],
    ]);
    const sameHead = open.find(({ number, head, base }) => number !== pullRequest.number && head.sha === sourceTip && (0,branch_name/* isHandledDestination */.TO)(base.branch))?.number ?? null;
    return { ...facts, livePullRequest, liveReviews, liveBuilds, sameHead, landing };
}
/** The way it would land: through the queue, or directly without queues or where the queue is not needed. */
async function observeLanding(facts, targets, git) {
    const { settings, refs, graph, pullRequest, cascade, source, conversation } = facts;
    const queue = readQueue(settings.useQueues ? refs : { branches: new Map() });
    const throughQueue = hasQueue(settings) && (!settings.skipQueueWhenNotNeeded || isQueueNeeded(queue, targets, graph));
    if (!throughQueue) {
        return { kind: 'direct', queue, trial: await tryLanding(targets, pullRequest.number, !conversation.options.noOctopus, git, graph) };
    }
    const problems = validateQueue(queue, graph, mergePath([...refs.branches.keys()]));
    if (problems.length > 0) {
        return { kind: 'queue', queue, problems, trial: null };
    }
    const trial = await tryQueueing({
        pullRequest: pullRequest.number,
        source: source.name,
        octopus: !conversation.options.noOctopus,
        targets: cascade.targets.flatMap(({ branchVersion }, index) => {
            const target = targets[index];
            const version = queueVersionOf(queue, branchVersion);
            return target === undefined ? [] : [{ ...target, version, queueTip: queueTipOf(queue, version) }];
        }),
    }, git, graph);
    return { kind: 'queue', queue, problems, trial };
}
/** The source branch and every integration branch, each at the commit that is about to land, each only by its own name. */
async function readBuilds(facts, { github }, freshness) {
    const { source, sourceTip, trial, settings, pullRequest, conversation } = facts;
    const keys = conversation.options.bypassBuildStatus ? [] : (0,build_key/* parseBuildKeys */.E3)(settings.buildKey);
    const asks = (kind) => keys.some((key) => key.kind === kind);
    const live = freshness === 'live';
    // Whether what the robot dispatches was started shows in the runs alone; what lands is not dispatched any more.
    const dispatches = settings.dispatch.length > 0 && !live && keys.length > 0;
    const justPushed = pushedBranches(facts);
    const read = async (branch, commit, headRepositories) => {
        const known = !justPushed.includes(branch);
        const [runs, statuses, checkRuns] = await Promise.all([
            known && (asks('workflow-runs') || dispatches) ? (live ? github.liveWorkflowRuns(commit) : github.workflowRuns(commit)) : [],
            known && asks('commit-status') ? (live ? github.liveCommitStatuses(commit) : github.commitStatuses(commit)) : [],
            known && asks('check-run') ? (live ? github.liveCheckRuns(commit) : github.checkRuns(commit)) : [],
        ]);
        const of = { branch, commit, branches: new Set([branch]), runs, statuses, checkRuns };
        return headRepositories === undefined ? of : { ...of, headRepositories };
    };
    const { head } = pullRequest;
    // A fork's branch may bear any name: only runs of that very fork count, and none if the fork is gone.
    const ofFork = head.fork ? new Set(head.repositoryId === null ? [] : [head.repositoryId]) : undefined;
    const steps = settings.gateOnly ? [] : trial.steps;
    return Promise.all([read(source.name, sourceTip, ofFork), ...steps.map((step) => read(step.branch, step.to))]);
}

;// CONCATENATED MODULE: ./src/edge/evaluate.ts















const start = { records: [], outcome: null, over: false, notices: [], plan: plan_plan/* emptyPlan */.n7 };
/** Looks at a pull request and decides: in a sweep first whether it still waits, on branches that were listed before. */
async function evaluatePullRequest(number, ports, surroundings, rules) {
    const waiting = rules.sweepBranches === undefined ? null : await evaluateWaiting(number, ports, surroundings, rules, rules.sweepBranches);
    if (waiting !== null) {
        return waiting;
    }
    rules.sweepBranches?.forget();
    return evaluateWhole(number, ports, surroundings, rules);
}
/** The evaluation, if it comes to "still waiting" by what is known of the branches; null: look whole. Nothing is pushed on such knowledge. */
async function evaluateWaiting(number, ports, surroundings, rules, branches) {
    const entry = await observeEntry(number, ports, surroundings, () => branches.refs());
    if ('missing' in entry || entry.pullRequest.state === 'closed')
        return null;
    const entered = runChecks(start, entryChecks, entry, 'act');
    if (entered.over)
        return null;
    const conversation = await observeConversation(entry, ports, rules);
    const read = conversation.conversation.command === null ? runChecks(entered, [...greetingChecks, ...conversationChecks], conversation, 'act') : null;
    const waiting = read === null || read.over ? null : stillWaiting(conversation, read, checksBeforeApprovals);
    return waiting === null || !(0,plan_plan/* isEmptyPlan */.lM)(waiting.plan) ? null : finish(waiting, 'act', conversation);
}
/**
 * Looks at a pull request from scratch and decides. The order of stages and checks is the policy of spec 3, top to
 * bottom; each stage reads only once the checks before it hold, so an evaluation that stops early costs little.
 */
async function evaluateWhole(number, ports, surroundings, rules) {
    let mode = 'act';
    let progress = start;
    const pass = (checks, facts) => {
        progress = runChecks(progress, checks, facts, mode);
        return !progress.over;
    };
    const conclude = (facts) => finish(progress, mode, facts);
    const entry = await observeEntry(number, ports, surroundings);
    if ('missing' in entry) {
        const reason = entry.missing === 'no-parent' ? { kind: 'integration-pull-request-without-parent' } : { kind: entry.missing, number };
        return { outcome: { code: 302, reason }, notices: [], plan: plan_plan/* emptyPlan */.n7, records: [], facts: {} };
    }
    if (!pass(entryChecks, entry))
        return conclude(entry);
    const conversation = await observeConversation(entry, ports, rules);
    const command = conversation.conversation.command;
    if (command?.name === 'status') {
        mode = 'report';
    }
    if (!pass(greetingChecks, conversation))
        return conclude(conversation);
    if (command !== null && command.name !== 'status') {
        const finding = await findingOfCommand(command, conversation, ports);
        pass([{ name: 'command', examine: () => finding }], conversation);
        return conclude(conversation);
    }
    if (!pass(conversationChecks, conversation))
        return conclude(conversation);
    const waiting = mode === 'act' ? stillWaiting(conversation, progress, checksBeforeApprovals) : null;
    if (waiting !== null) {
        progress = waiting;
        return conclude(conversation);
    }
    const history = await observeHistory(conversation, ports);
    if (!pass(historyChecks, history))
        return conclude(history);
    if (!pass(issueChecks, await observeIssue(history, ports)))
        return conclude(history);
    if (!pass(integrationRequestChecks, history))
        return conclude(history);
    const integration = await observeIntegration(history, ports);
    if (!pass(integrationChecks, integration))
        return conclude(integration);
    if (!pass(approvalChecks, integration))
        return conclude(integration);
    const builds = await observeBuilds(integration, ports);
    const looked = { ...builds, builds: evidenceOf(builds, builds.builds) };
    if (!pass(buildChecks, builds))
        return conclude(looked);
    if (mode === 'report')
        return conclude(looked);
    const live = await observeLive(builds, ports);
    pass(landingChecks, live);
    return conclude({ ...live, builds: evidenceOf(live, live.liveBuilds) });
}
function evidenceOf(facts, builds) {
    const verdict = judgedBuilds(facts, builds);
    return verdict.kind === 'skipped' ? [] : verdict.branches;
}
const checksBeforeApprovals = [historyChecks, issueChecks, integrationRequestChecks, integrationChecks].flatMap((checks) => checks.map(({ name }) => name));
/** Every check in the order of spec 3, for reports that name those which were not reached. */
const everyCheck = [
    entryChecks,
    greetingChecks,
    conversationChecks,
    historyChecks,
    issueChecks,
    integrationRequestChecks,
    integrationChecks,
    approvalChecks,
    buildChecks,
].flatMap((checks) => checks.map(({ name }) => name));
function finish(progress, mode, facts) {
    const reached = new Set(progress.records.map(({ name }) => name));
    const missed = everyCheck.filter((name) => !reached.has(name)).map((name) => ({ name, state: 'not-reached', detail: '' }));
    const records = [...progress.records, ...missed];
    if (mode === 'report') {
        const greeting = progress.notices.filter(({ code }) => code === 100);
        return { outcome: { code: 104, report: statusReport(records, facts) }, notices: greeting, plan: plan_plan/* emptyPlan */.n7, records, facts };
    }
    if (progress.outcome === null) {
        throw new Error('The evaluation ended without an outcome: the last check must stop');
    }
    // The merge deletes the integration branches; where it comes at once, they never were.
    const notices = progress.outcome.code === 102 ? progress.notices.filter(({ code }) => code !== 121) : progress.notices;
    return { outcome: progress.outcome, notices, plan: progress.plan, records, facts };
}
function statusReport(checks, facts) {
    const cascade = (0,cascade_picture/* cascadePicture */.n)(facts, false);
    return {
        checks,
        ...(facts.builds === undefined ? {} : { builds: facts.builds }),
        ...(cascade === null ? {} : { cascade }),
        ...(facts.queuePlace === undefined || facts.queuePlace === null ? {} : { queue: facts.queuePlace }),
    };
}

// EXTERNAL MODULE: ./src/outcomes/codes.ts
var codes = __webpack_require__(8507);
;// CONCATENATED MODULE: ./src/edge/tell.ts





/** Tells outcomes on a pull request: the status of its head, and comments, without repeating what was said. */
async function tell(told, listener, ports, surroundings, rules) {
    const known = await readForTelling(told, listener, ports, surroundings, rules);
    const plan = planTelling(told, listener, known, surroundings);
    if (rules.dryRun) {
        return { plan, notes: [], refused: null };
    }
    const telling = { ...plan, deleteComments: listener.deleteComments ?? [], commentsImplyStatuses: isSettled(told, listener) };
    const execution = await executeTelling(telling, known.comments, surroundings.settings.robot, ports);
    return {
        plan,
        notes: execution.kind === 'done' ? execution.notes : [],
        refused: execution.kind === 'refused' ? execution.outcome : null,
    };
}
/** Reads only what these outcomes need to be told without repetition. */
async function readForTelling(told, listener, { github }, surroundings, rules) {
    const { pullRequest, comments } = listener;
    const speaks = !surroundings.settings.noComment && told.some(({ code }) => codes/* codes */.F4[code].comment !== 'never');
    const marks = told.some((outcome) => (0,telling/* statusState */._6)(outcome) !== null) &&
        !(rules.sweeping === true && (isTold(told, listener, surroundings) || (!told.some(({ code }) => code === 102) && (await isHeadOfOlder(pullRequest, github)))));
    const [known, statuses] = await Promise.all([
        comments ?? (speaks ? github.comments(pullRequest.number) : []),
        marks ? github.commitStatuses(pullRequest.head.sha) : null,
    ]);
    return { comments: known, statuses };
}
/**
 * A commit has one status. Of several open pull requests with one head, a sweep lets the oldest say how it stands, or it
 * would say now this and now that for ever.
 */
async function isHeadOfOlder({ number, head }, github) {
    return (await github.openPullRequests()).some((other) => other.number < number && other.head.sha === head.sha);
}
/**
 * The robot's last message says just this, about just this state of the branches: then its status, which is written before
 * the message, does so too. A sweep relies on that, so as not to read the status of every pull request that waits. Should
 * the status meanwhile say that a build is waited for, and the event have been lost that put an end to that, then it goes on
 * saying so until the next event: both are the same to whoever asks whether to merge.
 */
function isTold(told, listener, surroundings) {
    const { settled = null, comments } = listener;
    if (comments === undefined || !isSettled(told, listener) || toldKey(comments, surroundings.settings.robot) !== settled) {
        return false;
    }
    return (0,telling/* planComments */.iM)(told, tellingFacts(listener, comments, surroundings)).length === 0;
}
function isSettled(told, { settled = null }) {
    return settled !== null && told.at(-1)?.code === 115;
}
function tellingFacts({ pullRequest, options, answers, settled = null }, comments, { settings, repository, runUrl }) {
    return {
        comments,
        robot: settings.robot,
        noComment: settings.noComment,
        answers: answers ?? false,
        context: {
            robot: settings.robot,
            repositoryUrl: repository.webUrl,
            pullRequest: (0,telling/* messagePullRequest */.KC)(pullRequest),
            commandPrefix: '/',
            options: options ?? optionsOf(new Map(), new Map()),
            runUrl,
            settled,
        },
    };
}
function planTelling(told, listener, known, surroundings) {
    const { settings, runUrl } = surroundings;
    const facts = tellingFacts(listener, known.comments, surroundings);
    const news = told.filter((outcome) => outcome.code !== 136 || !(0,telling/* isSaid */.QV)(outcome, facts));
    const marking = known.statuses === null ? undefined : news.findLast((outcome) => (0,telling/* statusState */._6)(outcome) !== null);
    return {
        statuses: marking === undefined ? [] : (0,telling/* planStatus */.wf)(marking, listener.pullRequest.head.sha, known.statuses ?? [], settings.statusContext, runUrl),
        comments: (0,telling/* planComments */.iM)(news, facts),
    };
}

;// CONCATENATED MODULE: ./src/edge/handle.ts








/** Spec 6, rule 5: at most three looks in one run; the next event continues. */
const mostLooks = 3;
/** Looks at a pull request, decides, does it and tells it. Looks again when the world moved meanwhile. */
async function handlePullRequest(number, ports, surroundings, rules) {
    for (let looks = 1;; looks += 1) {
        const attempt = await tryOnce(number, ports, surroundings, rules);
        if (attempt.kind === 'handled') {
            return { ...attempt.handled, looks };
        }
        if (looks === mostLooks) {
            return busy(number, ports, surroundings, rules, looks);
        }
        ports.github.forget();
        await ports.pause(attempt.pause * looks);
    }
}
/** GitHub's services agree again within seconds; a branch that moved has moved. */
const skewPause = 1000;
async function tryOnce(number, ports, surroundings, rules) {
    let evaluation;
    let notes = [];
    try {
        evaluation = await evaluatePullRequest(number, ports, surroundings, rules);
    }
    catch (error) {
        if (error instanceof LookAgain) {
            return { kind: 'again', pause: skewPause };
        }
        throw error;
    }
    if (!rules.dryRun) {
        const execution = await executeDeeds(evaluation.plan, ports);
        if (execution.kind === 'stale') {
            return { kind: 'again', pause: 0 };
        }
        if (execution.kind === 'refused') {
            notes = execution.pushed && doneByPush.includes(evaluation.outcome.code) ? [(0,reason/* reasonOf */.A)(execution.outcome)] : [];
            evaluation = afterRefusal(evaluation, execution);
        }
    }
    const handled = await tellEvaluation(number, evaluation, ports, surroundings, rules);
    return { kind: 'handled', handled: { ...handled, notes: [...notes, ...handled.notes] } };
}
/** What these outcomes say is true once the push is done, whatever is refused after it. */
const doneByPush = [102, 125, 128];
/** After a refused push only the greeting is still true; what was pushed before a refusal is done. */
function afterRefusal(evaluation, { outcome, pushed }) {
    if (!pushed) {
        return { ...evaluation, outcome, notices: evaluation.notices.filter(({ code }) => code === 100), plan: plan_plan/* emptyPlan */.n7 };
    }
    return {
        ...evaluation,
        outcome: doneByPush.includes(evaluation.outcome.code) ? evaluation.outcome : outcome,
        plan: { ...plan_plan/* emptyPlan */.n7, push: evaluation.plan.push },
    };
}
async function tellEvaluation(number, evaluation, ports, surroundings, rules) {
    const { outcome, notices, records, facts, plan } = evaluation;
    const pullRequest = facts.pullRequest ?? null;
    if (pullRequest === null || (outcome.code === 127 && rules.repairsQueue === true)) {
        return { number, pullRequest, outcome, notices, records, plan, facts, notes: [] };
    }
    const { comments, conversation } = facts;
    const listener = {
        pullRequest, comments, options: conversation?.options, answers: answersComment(conversation), deleteComments: plan.deleteComments,
        settled: outcome.code === 115 ? keyOf(facts) : null,
    };
    const handled = { number, pullRequest, outcome, notices, records, plan, facts };
    const isDone = doneByPush.includes(outcome.code) && plan.push.length > 0;
    try {
        const told = await tell([...notices, outcome], listener, ports, surroundings, rules);
        if (told.refused === null) {
            return { ...handled, plan: (0,plan_plan/* joinPlans */.xH)(plan, told.plan), notes: told.notes };
        }
        return isDone ? { ...handled, notes: [untoldNote(number, told.refused)] } : { ...handled, outcome: told.refused, notices: [], notes: [] };
    }
    catch (error) {
        const outage = (0,failures/* expectedFailure */.x)(error);
        if (outage === null || !isDone) {
            throw error;
        }
        // What was pushed is true, whether it could be told or not: a later run tells it.
        return { ...handled, notes: [untoldNote(number, outage)] };
    }
}
/** For what a push made true, and could not be told. */
function untoldNote(number, failure) {
    return `What was done with #${number} could not be told there: ${(0,reason/* reasonOf */.A)(failure)}`;
}
/** See `settledKey`. Null: the evaluation did not come that far. */
function keyOf(facts) {
    return isConversationRead(facts) ? settledKey(facts, facts.trial ?? null) : null;
}
/** A stage adds all of its facts or none. */
function isConversationRead(facts) {
    return facts.conversation !== undefined;
}
/** Somebody gave a command, or wrote what is refused, and the robot has not spoken since. */
function answersComment(conversation) {
    const { command = null, refusal = null } = conversation ?? {};
    const inComment = typeof refusal?.commentId === 'number';
    return command !== null || (inComment && !refusal.answered);
}
/** The world moved at every look: nothing was changed. Whoever moved it causes the next event. */
async function busy(number, ports, surroundings, rules, looks) {
    const pullRequest = await ports.github.livePullRequest(number);
    const evaluation = {
        outcome: { code: 302, reason: { kind: 'busy', attempts: looks } },
        notices: [],
        plan: plan_plan/* emptyPlan */.n7,
        records: [],
        facts: pullRequest === null ? {} : { pullRequest },
    };
    return { ...(await tellEvaluation(number, evaluation, ports, surroundings, rules)), looks };
}

;// CONCATENATED MODULE: ./src/queue/mergeable.ts

/** Key of one entry, a pull request on one version, among the states. */
function queueEntryKey(pullRequest, version) {
    return `${pullRequest}/${version}`;
}
/**
 * Which queued pull requests merge now (spec 4, merging).
 *
 * A green newest entry vouches for everything before it on its version, since its branch contains all of that. So only
 * newest entries are looked at: where one is not successful, that pull request is dropped and everything queued after
 * it, and the next newest entries are looked at. What remains is the longest start of the queue in which the newest
 * entry of every version is green. Each hotfix version is such a queue by itself.
 */
function findMergeable(input) {
    return {
        mergeable: pathsOf(input.queue).flatMap((path) => longestGreenStart(path, input)),
        failed: failedEntries(input),
    };
}
/**
 * What lands or waits together, each in the order of queueing: one path for each hotfix version, in the order of versions;
 * then one for all that goes to development branches, which may be empty.
 */
function pathsOf(queue) {
    const hotfixes = queue.filter((entry) => entry.hotfix);
    const hotfixVersions = [...new Set(hotfixes.flatMap((entry) => entry.versions))].sort(compareVersionTexts);
    return [
        ...hotfixVersions.map((version) => hotfixes.filter((entry) => entry.versions.includes(version))),
        queue.filter((entry) => !entry.hotfix),
    ];
}
/**
 * What of one path merges. Walks the path once, oldest first, and remembers how far it was when no version had a newest entry that is not green.
 * That is the same as dropping from the end again and again: an entry that is not green spoils every start that ends
 * between it and the next entry of its version.
 */
function longestGreenStart(path, { mergePaths, states, forceMerge }) {
    const branched = new Set(mergePaths.flat());
    const notGreen = new Set();
    let length = 0;
    for (const [position, entry] of path.entries()) {
        // Not even a forced merge can land on a branch that is gone, nor can what was queued on top of it.
        if (!entry.hotfix && !entry.versions.every((version) => branched.has(version))) {
            break;
        }
        for (const version of entry.versions) {
            if (forceMerge || states.get(queueEntryKey(entry.pullRequest, version)) === 'successful') {
                notGreen.delete(version);
            }
            else {
                notGreen.add(version);
            }
        }
        length = notGreen.size === 0 ? position + 1 : length;
    }
    return path.slice(0, length);
}
function failedEntries(input) {
    const newest = new Map(input.queue.flatMap((entry) => entry.versions.map((version) => [version, entry])));
    return [...newest]
        .map(([version, entry]) => ({ entry, version }))
        .filter(({ entry, version }) => input.states.get(queueEntryKey(entry.pullRequest, version)) === 'failed')
        .sort((left, right) => compareVersionTexts(left.version, right.version));
}
/** What is no version comes last; the branch grammar lets none through. */
function compareVersionTexts(left, right) {
    const leftVersion = (0,gitwaterflow_version/* parseVersion */.ot)(left);
    const rightVersion = (0,gitwaterflow_version/* parseVersion */.ot)(right);
    if (leftVersion === null || rightVersion === null) {
        return Number(leftVersion === null) - Number(rightVersion === null);
    }
    return (0,gitwaterflow_version/* compareVersions */.Zy)(leftVersion, rightVersion);
}

;// CONCATENATED MODULE: ./src/queue/states.ts

/**
 * The names whose runs count for an entry, on its own commit and no other (spec 4, merging). `q/<version>` stood at every
 * entry once, so a run under that name counts for the entry whose commit it was on; rule 1 of `stateForBranch` sees to it.
 *
 * @param acceptIntegrationBuilds the setting `queue_accepts_integration_builds`: the branch that was queued counts as well,
 *   which is the source branch on the first version of a pull request
 */
function branchNamesOf(entry, member, acceptIntegrationBuilds) {
    const names = new Set([entry.branch, `q/${entry.version}`]);
    if (acceptIntegrationBuilds) {
        names.add(entry.version === member.versions[0] ? entry.source : `w/${entry.version}/${entry.source}`);
    }
    return names;
}
/** The evidence about an entry, if it is about this branch at the commit that would land. */
function states_evidenceOf(entry, builds) {
    const evidence = builds.kind === 'no-build-key' ? undefined : builds.evidence.get(queueEntryKey(entry.pullRequest, entry.version));
    return evidence?.commit === entry.tip && evidence.branch === entry.branch ? evidence : null;
}
/** The state of an entry: null while it is not known. */
function stateOf(entry, builds) {
    return builds.kind === 'no-build-key' ? 'successful' : (states_evidenceOf(entry, builds)?.state ?? null);
}
function statesOf(members, builds) {
    const states = members.flatMap(({ entries }) => entries.map((entry) => [queueEntryKey(entry.pullRequest, entry.version), stateOf(entry, builds) ?? 'not-started']));
    return new Map(states);
}
/**
 * The entries whose builds must be read next before the queue can be decided on. Read them and ask again, until there are
 * none: so only those are read that decide something, in a few rounds of requests that can go out together.
 *
 * First the newest entry of every version, which is also where failures are looked for. Then, while a newest entry is not
 * successful, that pull request and everything after it is dropped and the next newest entries are asked for. At last,
 * with `eject` and nothing to merge, the entries of the first pull request that nothing green vouches for.
 *
 * @param onFailure the setting `queue_on_failure`
 */
function entriesToAsk(members, builds, onFailure) {
    return builds.kind === 'asked' ? pathsOf(members).flatMap((path) => askedOfPath(path, builds, onFailure)) : [];
}
function askedOfPath(path, builds, onFailure) {
    const isUnknown = ({ entry }) => stateOf(entry, builds) === null;
    const first = newestEntries(path).filter(isUnknown);
    if (first.length > 0) {
        return first;
    }
    let candidates = path;
    while (candidates.length > 0) {
        const newest = newestEntries(candidates);
        const spoilers = newest.filter(({ entry }) => (stateOf(entry, builds) ?? 'successful') !== 'successful').map(({ member }) => candidates.indexOf(member));
        const unknown = newest.filter(isUnknown);
        if (spoilers.length === 0) {
            return unknown;
        }
        candidates = candidates.slice(0, Math.min(...spoilers));
    }
    const [oldest] = path;
    return onFailure === 'wait' || oldest === undefined
        ? []
        : notVouchedFor(oldest, path, builds).map((entry) => ({ member: oldest, entry })).filter(isUnknown);
}
/** The entries of a pull request that no green entry behind them on their version vouches for. */
function notVouchedFor(member, path, builds) {
    const behind = path.slice(path.indexOf(member) + 1).flatMap(({ entries }) => entries);
    return member.entries.filter(({ version }) => !behind.some((other) => other.version === version && stateOf(other, builds) === 'successful'));
}
function newestEntries(path) {
    const newest = new Map(path.flatMap((member) => member.entries.map((entry) => [entry.version, { member, entry }])));
    return [...newest.values()];
}

;// CONCATENATED MODULE: ./src/queue/merging.ts






/**
 * What of the queue merges now (spec 4, merging). Validity is looked at here again, so that no merge can go past it.
 * Builds must be known as far as `entriesToAsk` asks for them; one that is not known counts as not started.
 */
function decideQueueMerge(question) {
    const { model, graph, refs, builds, onFailure } = question;
    const path = mergePath([...refs.branches.keys()]);
    const problems = validateQueue(model, graph, path);
    if (problems.length > 0) {
        return { kind: 'incoherent', problems };
    }
    const queued = orderQueue(model, graph).members;
    const members = queued.slice(0, question.mostMembers);
    const found = findMergeable({
        mergePaths: [path.map((branch) => branch.slice('development/'.length))],
        queue: members,
        states: statesOf(members, builds),
        forceMerge: builds.kind === 'forced',
    });
    const failed = failedBuilds(found.failed.flatMap(({ entry, version }) => entry.entries.filter((each) => each.version === version)), builds);
    const ready = oneRevisionEach(found.mergeable, model);
    const gap = gapAfter(ready, path, question);
    // A hotfix branch stands outside of the cascade, whatever state that is in.
    const merged = gap === null ? ready : ready.filter(({ hotfix }) => hotfix);
    if (merged.length > 0) {
        const moves = movesOf(merged, question);
        merging_proveForward(moves, question);
        return { kind: 'merge', moves, merged, push: pushOf(merged, moves, question), forced: builds.kind === 'forced', more: members.length < queued.length, failed };
    }
    if (gap !== null) {
        return { kind: 'not-self-contained', gap };
    }
    const culprit = onFailure === 'eject' ? findCulprit(members, builds) : null;
    if (culprit !== null) {
        return { kind: 'ejected', ...culprit, failed };
    }
    return failed.length > 0 ? { kind: 'failed', failed } : { kind: 'waiting' };
}
/**
 * Two revisions of a hotfix are two queues before one branch, made apart from each other: both cannot be fast-forwards.
 * The older one merges; the other then lacks its destination, and is rebuilt.
 */
function oneRevisionEach(mergeable, model) {
    const destinations = new Map(model.versions.map(({ version, destination }) => [version, destination.branch]));
    const chosen = new Map();
    return mergeable.filter(({ hotfix, versions: [version] }) => {
        if (!hotfix) {
            return true;
        }
        const destination = destinations.get(version ?? '');
        if (!chosen.has(destination)) {
            chosen.set(destination, version);
        }
        return chosen.get(destination) === version;
    });
}
/**
 * How many members of the queue, from the front, one push can carry if they merge; at least one. The rest stays a valid
 * queue. Whoever asks for builds should do so for these only: a start of the queue lands if its own newest entries are green,
 * since a branch moves to nothing but what was tested itself.
 *
 * @param fitsOnePush whether one push can carry so many updates
 */
function pushableMembers(members, { refs, model }, fitsOnePush) {
    const queues = model.versions.flatMap(({ destination, queue }) => [destination.branch, queue.branch]);
    const concerned = (count) => {
        const entries = members.slice(0, count).flatMap((member) => member.entries);
        const branches = new Set([...queues, ...entries.flatMap(({ branch, version, source }) => [branch, `w/${version}/${source}`, source])]);
        return [...branches].map((branch) => ({ ref: `refs/heads/${branch}`, from: refs.branches.get(branch) ?? null, to: null })).filter(({ from }) => from !== null);
    };
    if (fitsOnePush(concerned(members.length))) {
        return members.length;
    }
    let [fitting, tooMany] = [1, members.length];
    while (tooMany - fitting > 1) {
        const count = Math.floor((fitting + tooMany) / 2);
        [fitting, tooMany] = fitsOnePush(concerned(count)) ? [count, tooMany] : [fitting, count];
    }
    return fitting;
}
function movesOf(merged, { model, builds }) {
    const newest = new Map(merged.flatMap(({ entries }) => entries.map((entry) => [entry.version, entry])));
    return model.versions.flatMap(({ version, destination }) => {
        const entry = newest.get(version);
        return entry === undefined || destination.tip === null
            ? []
            : [{ version, destination: destination.branch, from: destination.tip, to: entry.tip, newest: entry, evidence: states_evidenceOf(entry, builds) }];
    });
}
/**
 * Where the development branches would not contain each other any more, if all of this landed; null also if none of it goes to
 * one. A queue can be valid while somebody has pushed to a version without a queue.
 */
function gapAfter(ready, path, question) {
    const moves = movesOf(ready.filter(({ hotfix }) => !hotfix), question);
    if (moves.length === 0) {
        return null;
    }
    const { refs, graph } = question;
    const after = new Map([...refs.branches, ...moves.map(({ destination, to }) => [destination, to])]);
    return checkSelfContained(path, (older, newer) => graph.contains(after.get(newer) ?? '', after.get(older) ?? ''));
}
/**
 * A lease permits a branch to be rewound (spec 6, rule 3), so that each goes forward is proven here, for what is about to be
 * pushed and not for what should have led there.
 *
 * @throws if one would not: in a valid queue that is a mistake of the program
 */
function merging_proveForward(moves, { graph, refs }) {
    const after = new Map(refs.branches);
    for (const { destination, from, to } of moves) {
        if (after.get(destination) !== from || !graph.contains(to, from)) {
            throw new Error(`The queue would not fast-forward ${destination} from ${from} to ${to}`);
        }
        after.set(destination, to);
    }
}
function pushOf(merged, moves, question) {
    const entries = merged.flatMap((member) => member.entries);
    const leftovers = new Set([
        ...entries.map(({ branch }) => branch),
        ...landedBranches(merged, moves, question),
        ...outdatedQueues(moves, question.model),
    ]);
    return [
        ...moves.map(({ destination, from, to }) => ({ ref: `refs/heads/${destination}`, from, to })),
        ...[...leftovers].map((branch) => ({ ref: `refs/heads/${branch}`, from: question.refs.branches.get(branch) ?? null, to: null })),
    ].filter(({ from }) => from !== null);
}
/** The `w/…` branches and sources of what merged, as long as everything on them has landed: later commits are somebody's work. */
function landedBranches(merged, moves, { graph, refs, deleteSourcesOf }) {
    const candidates = merged.flatMap(({ pullRequest, entries, versions: [first] }) => entries.flatMap(({ version, source }) => [
        { branch: `w/${version}/${source}`, version },
        // A development branch can be a source too; it stays.
        ...(version === first && deleteSourcesOf.has(pullRequest) && !source.startsWith('development/') ? [{ branch: source, version }] : []),
    ]));
    return moves.flatMap(({ version, to }) => {
        const own = candidates.filter((candidate) => candidate.version === version).map(({ branch }) => ({ branch, tip: refs.branches.get(branch) ?? '' }));
        const landed = graph.contained(to, own.map(({ tip }) => tip));
        return own.filter(({ tip }) => landed.has(tip)).map(({ branch }) => branch);
    });
}
/** Empty queues of other revisions of a hotfix that moves: left where they are, they would lack their destination. */
function outdatedQueues(moves, { versions }) {
    return versions
        .filter(({ entries, destination }) => entries.length === 0 && moves.some((move) => move.destination === destination.branch))
        .map(({ queue }) => queue.branch);
}
/**
 * The first pull request of a path, when nothing merges: everything before it has landed, so what failed on its branch is
 * its own doing. Not if a green entry behind it vouches for it on that version: then the others are waited for.
 */
function findCulprit(members, builds) {
    for (const path of pathsOf(members)) {
        const [culprit] = path;
        const [build] = culprit === undefined ? [] : failedBuilds(notVouchedFor(culprit, path, builds), builds);
        if (culprit !== undefined && build !== undefined) {
            return { culprit, build };
        }
    }
    return null;
}
/** What failed of a pull request that was taken out of the queue; null: nothing, as the builds stand now. */
function failedBuildOf({ entries }, builds) {
    return failedBuilds(entries, builds)[0] ?? null;
}
/** The failed ones among these entries, one result for each pull request. */
function failedBuilds(entries, builds) {
    const failed = entries.filter((entry) => stateOf(entry, builds) === 'failed');
    return [...new Set(failed.map(({ pullRequest }) => pullRequest))].flatMap((pullRequest) => {
        const own = failed.filter((entry) => entry.pullRequest === pullRequest);
        const build = worstVerdict(own.map((entry) => states_evidenceOf(entry, builds)).filter((evidence) => evidence !== null));
        return build.kind === 'failed' ? [{ pullRequest, entries: own, build }] : [];
    });
}

;// CONCATENATED MODULE: ./src/queue/matrix.ts


function queueMatrix({ versions, members }, builds) {
    const columns = versions.filter(({ entries }) => entries.length > 0);
    return {
        versions: columns.map(({ version, destination }) => ({ version, destination: destination.branch })),
        rows: members.map((member) => ({
            pullRequest: member.pullRequest,
            source: member.entries[0]?.source ?? '',
            hotfix: member.hotfix,
            position: pathOf(members, member).indexOf(member) + 1,
            cells: columns.map(({ version }) => cellOf(member, version, builds)),
        })),
    };
}
function cellOf(member, version, builds) {
    const entry = member.entries.find((candidate) => candidate.version === version);
    if (entry === undefined) {
        return null;
    }
    const state = builds.kind === 'no-build-key' ? 'not-asked' : (stateOf(entry, builds) ?? 'not-read');
    return { branch: entry.branch, commit: entry.tip, state, evidence: states_evidenceOf(entry, builds) };
}

;// CONCATENATED MODULE: ./src/edge/observe-queue.ts











/** Reads the branches; the history only if there is a queue at all, or was before somebody began to rebuild it. */
async function observeQueue({ git }, { settings }) {
    const listed = await git.listRefs([]);
    const model = readQueue(listed);
    if (model.versions.length === 0) {
        const record = listed.branches.get(rebuildBranch);
        const graph = record === undefined ? new CommitGraph([]) : await readGraph([record], listed, git);
        return { refs: listed, model, graph, members: [], begun: begunRebuild(listed, graph, settings.robotEmail) };
    }
    const entered = model.versions.flatMap(({ entries }) => entries);
    // The source of a fork, and one that was deleted, is to be found nowhere else. Only the model of the first listing counts: leases hold it to that.
    const elsewhere = [...new Set(entered.filter(({ source }) => settings.forks || !listed.branches.has(source)).map(({ pullRequest }) => pullRequest))];
    const refs = elsewhere.length > 0 ? { ...listed, pullRequestHeads: (await git.listRefs(elsewhere)).pullRequestHeads } : listed;
    const sources = new Set(model.versions.flatMap(({ entries }) => entries.map(({ source }) => source)));
    const concerned = [...refs.branches].filter(([branch]) => {
        const parsed = (0,branch_name/* parseBranchName */.pD)(branch);
        return (['development', 'hotfix', 'queue', 'queue-integration'].includes(parsed?.kind ?? '') ||
            branch === rebuildBranch ||
            sources.has(branch) ||
            (parsed?.kind === 'integration' && sources.has(parsed.source.name)));
    });
    const tips = [...new Set([...concerned, ...refs.pullRequestHeads].map(([, tip]) => tip))];
    const graph = await readGraph(tips, refs, git);
    return { refs, model, graph, members: orderQueue(model, graph).members, begun: begunRebuild(refs, graph, settings.robotEmail) };
}
/** Reads the builds that decide something, newest entries first, until there is nothing more to ask. */
async function observeQueueBuilds(members, ports, surroundings, forced) {
    const evidence = new Map();
    if (forced) {
        return { kind: 'forced', evidence };
    }
    if ((0,build_key/* parseBuildKeys */.E3)(surroundings.settings.buildKey).length === 0) {
        return { kind: 'no-build-key' };
    }
    const builds = { kind: 'asked', evidence };
    for (;;) {
        const asked = entriesToAsk(members, builds, surroundings.settings.queueOnFailure);
        if (asked.length === 0) {
            return builds;
        }
        const read = await Promise.all(asked.map((each) => readEntry(each, ports, surroundings, 'remembered')));
        asked.forEach(({ entry }, index) => {
            const found = read[index];
            if (found !== undefined) {
                evidence.set(queueEntryKey(entry.pullRequest, entry.version), found);
            }
        });
    }
}
/** The builds of one entry, at its commit and under its own names only. */
async function readEntry({ member, entry }, { github }, surroundings, freshness) {
    const { settings } = surroundings;
    const buildKeys = (0,build_key/* parseBuildKeys */.E3)(settings.buildKey);
    const asks = (kind) => buildKeys.some((key) => key.kind === kind);
    const live = freshness === 'live';
    const [runs, statuses, checkRuns] = await Promise.all([
        asks('workflow-runs') ? (live ? github.liveWorkflowRuns(entry.tip) : github.workflowRuns(entry.tip)) : [],
        asks('commit-status') ? (live ? github.liveCommitStatuses(entry.tip) : github.commitStatuses(entry.tip)) : [],
        asks('check-run') ? (live ? github.liveCheckRuns(entry.tip) : github.checkRuns(entry.tip)) : [],
    ]);
    const branches = branchNamesOf(entry, member, settings.queueAcceptsIntegrationBuilds);
    const rules = judgeRules(surroundings);
    // What the robot starts itself must have been started: a run that was killed may have started some of it only.
    const requiredWorkflows = [...new Set([...rules.requiredWorkflows, ...settings.dispatch])];
    return judgeBranch({ branch: entry.branch, commit: entry.tip, branches, runs, statuses, checkRuns }, { ...rules, requiredWorkflows, buildKeys });
}

;// CONCATENATED MODULE: ./src/edge/queue-attempt.ts




/** In a dry run nothing is pushed, and everything goes on as if it had been. */
function push(plan, { ports, rules }) {
    return rules.dryRun ? Promise.resolve({ kind: 'done', notes: [] }) : executeDeeds(plan, ports);
}
/** 309; each pull request whose entry failed is told once, by 136. */
async function reportFailures(failed, attempt) {
    const handled = [];
    for (const { pullRequest, entries, build } of failed) {
        const branch = entries[0]?.branch ?? '';
        handled.push(await onItsOwn(pullRequest, () => tellOne(pullRequest, { code: 136, branch, build }, attempt)));
    }
    return {
        outcome: { code: 309, failed: failed.flatMap(({ pullRequest, entries }) => entries.map(({ branch }) => ({ pullRequest, branch }))) },
        handled,
        plan: plan_plan/* emptyPlan */.n7,
        matrix: null,
        notes: [],
    };
}
/**
 * What follows a push stands each by itself: a failure of the world is left to a later run, and keeps no other pull request
 * from being told or queued again.
 */
async function onItsOwn(number, step) {
    try {
        return await step();
    }
    catch (error) {
        const outcome = (0,failures/* outcomeOfFailure */.S)(error);
        return { ...handledWithout(number, outcome), plan: null };
    }
}
async function tellOne(number, outcome, { ports, surroundings, rules }) {
    const pullRequest = await ports.github.pullRequest(number);
    if (pullRequest === null) {
        return handledWithout(number, outcome);
    }
    const told = await tell([outcome], { pullRequest }, ports, surroundings, rules);
    return {
        number,
        pullRequest,
        outcome: told.refused ?? outcome,
        notices: [],
        records: [],
        plan: (0,plan_plan/* joinPlans */.xH)(plan_plan/* emptyPlan */.n7, told.plan),
        facts: { pullRequest, settings: surroundings.settings },
        notes: told.notes,
        looks: 1,
    };
}
function handledWithout(number, outcome) {
    return { number, pullRequest: null, outcome, notices: [], records: [], plan: plan_plan/* emptyPlan */.n7, facts: {}, notes: [], looks: 1 };
}
function nothingDone(outcome) {
    return { outcome, handled: [], plan: plan_plan/* emptyPlan */.n7, matrix: null, notes: [] };
}

;// CONCATENATED MODULE: ./src/edge/queue-dispatches.ts




/**
 * What the robot should have started on queue branches and did not: a run that ended between its push and its dispatches
 * leaves branches that nothing will ever build (spec 6, rules 6 and 7). Only entries whose builds were read, and were not
 * begun, are looked at; all others are vouched for, or of no concern yet.
 */
async function missedQueueDispatches(members, builds, { github }, surroundings) {
    const { dispatch, queueAcceptsIntegrationBuilds } = surroundings.settings;
    if (builds.kind !== 'asked' || dispatch.length === 0) {
        return [];
    }
    const waiting = members.flatMap((member) => member.entries
        .filter(({ pullRequest, version }) => builds.evidence.get(queueEntryKey(pullRequest, version))?.state === 'not-started')
        .map((entry) => ({ entry, names: branchNamesOf(entry, member, queueAcceptsIntegrationBuilds) })));
    const missed = await Promise.all(waiting.map(async ({ entry, names }) => {
        const runs = await github.workflowRuns(entry.tip);
        return unstartedWorkflows(judgeRules(surroundings), { runs, commit: entry.tip, branches: names }).map((workflow) => ({ workflow, branch: entry.branch }));
    }));
    return missed.flat();
}

;// CONCATENATED MODULE: ./src/edge/rebuild-queue.ts











/**
 * What the first push of a rebuild has besides its deletions: the record of what is left to do. None in a dry run, nor where
 * there is nothing to do; nor where somebody else has a branch of that name, which is not touched.
 */
async function recordRebuild(rebuild, { facts: { refs }, ports: { git }, rules }) {
    const isNothing = rebuild.requeue.length === 0 && rebuild.ejected === null;
    const [someTip] = refs.branches.values();
    if (rules.dryRun || isNothing || someTip === undefined || refs.branches.has(rebuildBranch)) {
        return null;
    }
    const commit = await git.createCommit({ tree: (0,ports_git/* emptyTree */["in"])(someTip), parents: [], message: writeRebuild(rebuild) });
    return { ref: `refs/heads/${rebuildBranch}`, from: null, to: commit };
}
/**
 * Does what is left to do of a rebuild, and deletes its record. What this run, or one that was killed, has done already is not
 * done twice. Should a pull request not be handled for now, its next event or the sweep does that, so that it holds up nobody;
 * but as long as nobody can be told that it was taken out, the record stays.
 *
 * @param record null: there is none
 * @param failed the build of what was taken out; null: not known here, it is read again
 */
async function completeRebuild(rebuild, record, failed, attempt) {
    const { ports, surroundings, rules } = attempt;
    if (rules.dryRun) {
        return { handled: [], notes: [] };
    }
    const ejected = rebuild.ejected === null ? null : await tellEjected(rebuild.ejected, record, failed, attempt);
    const wasTold = ejected?.handled.every(({ outcome }) => outcome.code !== 133) ?? true;
    const handled = [...(ejected?.handled ?? [])];
    const requeue = [...rebuild.requeue, ...(ejected?.requeue ?? [])];
    for (const number of requeue) {
        ports.github.forget();
        handled.push(await onItsOwn(number, () => handlePullRequest(number, ports, surroundings, { ...rules, rebuilt: { reason: reasonOfRebuild(rebuild), record } })));
    }
    return { handled, notes: record === null || !wasTold ? [] : await deleteRecord(record, attempt) };
}
async function tellEjected({ member, head }, record, known, attempt) {
    const number = member.pullRequest;
    let requeue = [];
    const handled = await onItsOwn(number, async () => {
        if (record !== null && (await rebuild_queue_isTold(number, record, attempt))) {
            return null;
        }
        const failed = known ?? (await readFailedBuild(member, attempt));
        if (failed === null) {
            requeue = [number];
            return null;
        }
        return tellOne(number, { code: 139, head, rebuild: record, branch: failed.entries[0]?.branch ?? '', build: failed.build }, attempt);
    });
    return { handled: handled === null ? [] : [handled], requeue };
}
async function rebuild_queue_isTold(number, record, { ports: { github }, surroundings: { settings } }) {
    return (await github.comments(number)).some((comment) => {
        const marker = (0,conversation_marker/* markerOfComment */.f)(comment, settings.robot);
        return marker?.code === 139 && marker.data.rebuild === record;
    });
}
/** The build of entries that are deleted: what ran on them is known by their names and commits all the same. */
async function readFailedBuild(member, { ports, surroundings }) {
    const read = member.entries.map(async (entry) => [queueEntryKey(entry.pullRequest, entry.version), await readEntry({ member, entry }, ports, surroundings, 'live')]);
    return failedBuildOf(member, { kind: 'asked', evidence: new Map(await Promise.all(read)) });
}
async function deleteRecord(record, attempt) {
    const plan = { ...plan_plan/* emptyPlan */.n7, push: [{ ref: `refs/heads/${rebuildBranch}`, from: record, to: null }] };
    const failure = await push(plan, attempt).then(
    // Stale: another run has completed it too, and was quicker.
    (execution) => (execution.kind === 'refused' ? execution.outcome : null), failures/* outcomeOfFailure */.S);
    return failure === null ? [] : [`The rebuild of the queue is complete, but ${rebuildBranch}, which says what was to be done, could not be deleted: ${(0,reason/* reasonOf */.A)(failure)}`];
}

;// CONCATENATED MODULE: ./src/queue/recovery.ts


/**
 * Deletes the queue so that its pull requests can be queued anew (spec 4, `queue_recovery: rebuild`), for an incoherent
 * queue, for the commands `delete-queues` and `rebuild-queues` and for `queue_on_failure: eject` alike.
 *
 * A command may not lose anybody's commits either (spec 6, rule 2). Once they are on any other branch or tag, or are
 * the head of a pull request, the same command goes through.
 */
function planRecovery(question) {
    const { model, graph, culprit } = question;
    const { versions, members } = orderQueue(model, graph);
    const concerned = versions.filter((queue) => culprit === null || isOnPath(queue, culprit));
    const branches = concerned.flatMap(branchesOf);
    const lost = lostWork(branches, question);
    if (lost.length > 0) {
        return { kind: 'blocked', lost };
    }
    const names = new Set(concerned.map(({ version }) => version));
    const requeue = members.filter((member) => member.versions.some((version) => names.has(version)) && member.pullRequest !== culprit?.pullRequest);
    return {
        kind: 'rebuild',
        push: branches.map(({ branch, tip }) => ({ ref: `refs/heads/${branch}`, from: tip, to: null })),
        requeue: [...new Set(requeue.map(({ pullRequest }) => pullRequest))],
    };
}
/** Hotfix versions are paths of their own; all development versions are one. */
function isOnPath(queue, culprit) {
    return culprit.hotfix ? queue.version === culprit.versions[0] : !queue.hotfix;
}
function branchesOf({ queue, entries }) {
    const tip = queue.tip === null ? [] : [{ branch: queue.branch, tip: queue.tip }];
    return [...tip, ...entries.map(({ branch, tip: entryTip }) => ({ branch, tip: entryTip }))];
}
/** Each lost commit is named once, under the first branch that has it. */
function lostWork(branches, question) {
    const { graph, robotEmail } = question;
    const safe = reachedFrom(keptTips(branches, question), graph);
    return branches
        .map(({ branch, tip }) => {
        const lost = graph.beyond(tip, []).filter((commit) => !safe.has(commit.sha) && !isMadeByRobot(commit, robotEmail));
        lost.forEach(({ sha }) => safe.add(sha));
        return { branch, commits: lost.toReversed().map(({ sha, subject }) => ({ sha, subject })) };
    })
        .filter(({ commits }) => commits.length > 0);
}
/** Everything that stays (all other branches, all tags, the heads of pull requests), and what its authors have replaced. */
function keptTips(branches, { refs, replaced }) {
    const deleted = new Set(branches.map(({ branch }) => branch));
    const kept = [...refs.branches].filter(([branch]) => !deleted.has(branch)).map(([, tip]) => tip);
    return [...kept, ...refs.tags.values(), ...refs.pullRequestHeads.values(), ...replaced];
}
/**
 * One walk from all tips together: a repository has thousands of tags. A tip whose history was not read proves nothing;
 * then its commits count as lost, which only errs towards caution.
 */
function reachedFrom(tips, graph) {
    const reached = new Set();
    const stack = [...tips];
    for (let commit = stack.pop(); commit !== undefined; commit = stack.pop()) {
        if (!reached.has(commit) && graph.has(commit)) {
            reached.add(commit);
            stack.push(...graph.get(commit).parents);
        }
    }
    return reached;
}

;// CONCATENATED MODULE: ./src/edge/recover-queue.ts






/** `queue_on_failure: eject`: the culprit goes, and what shared its path is queued again without it. */
async function eject(decision, attempt) {
    const { culprit, build, failed } = decision;
    const recovery = await observeRecovery(culprit, attempt.facts, attempt.ports, attempt.surroundings.settings);
    if (recovery.kind === 'blocked') {
        return reportFailures(failed.length > 0 ? failed : [build], attempt);
    }
    const rebuild = { cause: 'eject', requeue: recovery.requeue, ejected: { member: culprit, head: await failedHead(culprit, attempt) } };
    const begun = await beginRebuild(recovery.push, rebuild, attempt);
    if (begun.kind === 'ended') {
        return begun.result;
    }
    const { handled, notes } = await completeRebuild(rebuild, begun.record, build, attempt);
    return {
        outcome: { code: 309, failed: build.entries.map(({ branch }) => ({ pullRequest: culprit.pullRequest, branch })) },
        handled,
        plan: begun.plan,
        matrix: null,
        notes,
    };
}
/** The head of a pull request that was taken out of the queue; null if it has moved since it was queued, and so was never tested there. */
async function failedHead({ pullRequest: number, entries }, { facts: { graph }, ports }) {
    const head = (await ports.github.pullRequest(number))?.head.sha;
    return head !== undefined && graph.has(head) && entries.some(({ tip }) => graph.contains(tip, head)) ? head : null;
}
/** The commands `delete-queues` and `rebuild-queues`. */
async function deleteOnCommand(command, attempt) {
    const deleted = await deleteQueue(attempt, command === 'rebuild-queues' ? 'command' : null);
    switch (deleted.kind) {
        case 'ended':
            return deleted.result;
        case 'blocked':
            return { ...nothingDone({ code: 308, command, detail: `commits exist in the queue and nowhere else: ${describeLost(deleted.lost)}` }), notes: [lostNote(deleted.lost)] };
        case 'done':
            return { ...nothingDone({ code: 307, command, detail: deleted.detail }), handled: deleted.handled, plan: deleted.plan, notes: deleted.notes };
    }
}
/** The command `rebuild-queues`, whose run was killed and is started again, or given again by somebody who has seen that: it is done. */
function rebuiltOnCommand(rebuild) {
    return nothingDone({ code: 307, command: 'rebuild-queues', detail: describeRebuild(rebuild.requeue, rebuild) });
}
/** `queue_recovery: rebuild`: afterwards the queue waits like any other, and a note says what was done. */
async function rebuildIncoherent(problems, attempt) {
    const deleted = await deleteQueue(attempt, 'incoherent');
    switch (deleted.kind) {
        case 'ended':
            return deleted.result;
        case 'blocked':
            return { ...nothingDone({ code: 214, problems }), notes: [lostNote(deleted.lost)] };
        case 'done':
            return { ...nothingDone({ code: 302, reason: { kind: 'queue-waits' } }), handled: deleted.handled, plan: deleted.plan, notes: [deleted.detail, ...deleted.notes] };
    }
}
/** Deletes the queue and, if it is to be rebuilt, evaluates what was queued again, in order. */
async function deleteQueue(attempt, cause) {
    const recovery = await observeRecovery(null, attempt.facts, attempt.ports, attempt.surroundings.settings);
    if (recovery.kind === 'blocked') {
        return recovery;
    }
    const rebuild = cause === null ? null : { cause, requeue: recovery.requeue, ejected: null };
    const begun = await beginRebuild(recovery.push, rebuild, attempt);
    if (begun.kind === 'ended') {
        return begun;
    }
    const done = rebuild === null ? { handled: [], notes: [] } : await completeRebuild(rebuild, begun.record, null, attempt);
    return { kind: 'done', detail: describeRebuild(recovery.requeue, rebuild), plan: begun.plan, ...done };
}
/** The first push of a rebuild: the queue goes, and what is left to do is on record. */
async function beginRebuild(deletions, rebuild, attempt) {
    const record = rebuild === null ? null : await recordRebuild(rebuild, attempt);
    const plan = { ...plan_plan/* emptyPlan */.n7, push: [...deletions, ...(record === null ? [] : [record])] };
    const execution = await push(plan, attempt);
    if (execution.kind !== 'done') {
        return { kind: 'ended', result: execution.kind === 'stale' ? null : nothingDone(execution.outcome) };
    }
    return { kind: 'begun', plan, record: record?.to ?? null };
}
function lostNote(lost) {
    return `Commits exist in the queue and nowhere else: ${describeLost(lost)}.`;
}
function describeRebuild(numbers, rebuild) {
    const list = numbers.length === 0 ? 'nothing was queued' : numbers.map((number) => `#${number}`).join(', ');
    return rebuild === null ? `the queue is deleted (${list})` : `the queue was rebuilt, as ${reasonOfRebuild(rebuild)}; evaluated again: ${list}`;
}
function describeLost(lost) {
    return lost.map(({ branch, commits }) => `${branch} (${commits.map(({ sha }) => sha.slice(0, 7)).join(', ')})`).join(', ');
}
/**
 * How the queue could be deleted. A source branch that was amended or rebased while it was queued leaves its former commits in
 * the queue alone. Whoever pushed them has replaced them, so the queue need not keep them; the comments, which tell,
 * are read only where that is the question.
 */
async function observeRecovery(culprit, facts, { github }, { robot, robotEmail }) {
    const question = { ...facts, robotEmail, culprit };
    const recovery = planRecovery({ ...question, replaced: [] });
    if (recovery.kind === 'rebuild') {
        return recovery;
    }
    const numbers = [...new Set(facts.members.map(({ pullRequest }) => pullRequest))];
    const comments = await Promise.all(numbers.map((number) => github.comments(number)));
    return planRecovery({ ...question, replaced: comments.flatMap((each) => headsOnceQueued(each, robot)) });
}

;// CONCATENATED MODULE: ./src/queue/after-merge.ts
/**
 * @param head of the pull request, as GitHub or the refs show it now
 * @param landed where the merge left the destination of the pull request
 * @throws if the history of the head was not read: fetch it first, "whole" must not be a guess
 */
function landedExtent(head, landed, graph) {
    const remaining = graph.beyond(head, [landed]);
    return remaining.length === 0
        ? { kind: 'whole' }
        : { kind: 'part', remaining: remaining.toReversed().map(({ sha, subject }) => ({ sha, subject })) };
}
/**
 * The commit of the pull request that landed: what came after it was queued did not, and is not what was approved.
 *
 * @param queued the head when it was queued, where the robot said so
 */
function landedHead(head, extent, queued, move, graph) {
    return extent.kind === 'whole' ? head : (queued ?? (move === null ? null : newestLanded(head, move, graph)) ?? head);
}
/** The newest commit on the way to the head that this merge has landed; null if there is none, because the source was rewritten since. */
function newestLanded(head, { from, to }, graph) {
    let commit = head;
    while (commit !== undefined && graph.has(commit) && !graph.contains(from, commit)) {
        if (graph.contains(to, commit)) {
            return commit;
        }
        [commit] = graph.get(commit).parents;
    }
    return null;
}
/** The move of the branch that the pull request was opened against: the oldest of its versions. */
function destinationMove({ versions: [first] }, moves) {
    return moves.find((move) => move.version === first) ?? null;
}
/** The landing record of one pull request of a merge (spec 5, "Landing record"). */
function queueLandingRecord(member, merge, builds, known) {
    return {
        ...known,
        pullRequest: member.pullRequest,
        versions: landedVersions(member, merge),
        buildsSkipped: builds.kind === 'no-build-key' ? 'no-build-key' : null,
        forced: merge.forced,
    };
}
/**
 * Per version what this pull request alone has moved: from the entry before its own, or from the destination, to its own.
 * The commit that was tested is the newest entry of the merge, which contains it.
 */
function landedVersions(member, { merged, moves }) {
    const position = merged.findIndex(({ pullRequest, versions: [first] }) => pullRequest === member.pullRequest && first === member.versions[0]);
    const before = merged.slice(0, Math.max(position, 0)).flatMap(({ entries }) => entries);
    return member.entries.flatMap((entry) => {
        const move = moves.find(({ version }) => version === entry.version);
        if (move === undefined) {
            return [];
        }
        const previous = before.findLast(({ version }) => version === entry.version);
        return [
            {
                branch: move.destination,
                before: previous?.tip ?? move.from,
                after: entry.tip,
                tested: { branch: move.newest.branch, commit: move.newest.tip, evidence: move.evidence },
            },
        ];
    });
}

;// CONCATENATED MODULE: ./src/edge/tell-merged.ts










/** After the push the merge is true: each pull request is told, whole or in part, with its own record. */
async function tellMerged(member, decision, builds, attempt) {
    const { facts, ports, surroundings, rules } = attempt;
    const { github } = ports;
    const { settings, settingsHash } = surroundings;
    const number = member.pullRequest;
    const pullRequest = await github.pullRequest(number);
    if (pullRequest === null) {
        return handledWithout(number, { code: 302, reason: { kind: 'no-such-pull-request', number } });
    }
    const [comments, reviews] = await Promise.all([github.comments(number), github.reviews(number)]);
    const { options } = conversationOn(pullRequest, comments, surroundings, rules);
    const move = destinationMove(member, decision.moves);
    const extent = await extentOf(pullRequest.head.sha, move, attempt);
    const queued = lastQueued(comments, settings.robot);
    const head = landedHead(pullRequest.head.sha, extent, queued?.head ?? null, move, facts.graph);
    const { approvals } = standingReviews(reviews, { robot: settings.robot, headSha: head, dismissStaleApprovals: settings.dismissStaleApprovals });
    const admission = queued?.head === head && queued.admission !== null ? queued.admission : { approvals, options: options.inForce };
    const landing = queueLandingRecord(member, decision, builds, { head, ...admission, settingsHash });
    const landedOn = new Set(landing.versions.map(({ branch }) => branch));
    const ignored = developmentBranches([...facts.refs.branches.keys()]).map(({ name }) => name).filter((name) => !landedOn.has(name)).sort();
    const outcome = extent.kind === 'whole' ? { code: 102, landing, ignored } : { code: 126, landing, ignored, remaining: extent.remaining };
    const known = { number, pullRequest, outcome, notices: [], records: [], facts: { pullRequest, settings }, looks: 1 };
    try {
        const told = await tell([outcome], { pullRequest, comments, options }, ports, surroundings, rules);
        const refusal = told.refused === null ? [] : [untoldNote(number, told.refused)];
        return { ...known, plan: (0,plan_plan/* joinPlans */.xH)(plan_plan/* emptyPlan */.n7, told.plan), notes: [...told.notes, ...refusal] };
    }
    catch (error) {
        const outage = (0,failures/* outcomeOfFailure */.S)(error);
        // It is merged, with this record, whether it could be told or not: a later run does that.
        return { ...known, plan: plan_plan/* emptyPlan */.n7, notes: [untoldNote(number, outage)] };
    }
}
async function extentOf(head, move, { facts: { graph }, ports }) {
    if (!graph.has(head)) {
        await ports.git.fetch([head]);
        for (const record of await ports.git.readHistory([head])) {
            graph.add(record);
        }
    }
    return landedExtent(head, move?.to ?? head, graph);
}

;// CONCATENATED MODULE: ./src/edge/handle-queue.ts
















/** What a run that was killed has left of a rebuild is done first; then the queue is handled as it stands. */
async function handleQueue(order, ports, surroundings, rules) {
    const facts = await observeQueue(ports, surroundings);
    const attempt = { facts, ports, surroundings, rules };
    if (facts.begun === null || rules.dryRun) {
        return handleStanding(order, attempt);
    }
    const { rebuild, record } = facts.begun;
    const { handled, notes } = await completeRebuild(rebuild, record, null, attempt);
    ports.github.forget();
    const result = order === 'rebuild' && rebuild.cause === 'command' ? rebuiltOnCommand(rebuild) : await handleAgain(order, attempt);
    return { ...result, handled: [...handled, ...result.handled], notes: [...notes, ...result.notes] };
}
/** What was done before a failure stays done, and is reported. */
async function handleAgain(order, attempt) {
    try {
        return await handleStanding(order, { ...attempt, facts: await observeQueue(attempt.ports, attempt.surroundings) });
    }
    catch (error) {
        return nothingDone((0,failures/* outcomeOfFailure */.S)(error));
    }
}
/** Decides, does it and tells it. Looks again when the world moved meanwhile. */
async function handleStanding(order, first) {
    const { ports, surroundings } = first;
    let attempt = first;
    for (let looks = 1;; looks += 1) {
        const result = await handleOnce(order, attempt);
        if (result !== null) {
            return result;
        }
        ports.github.forget();
        if (looks === mostLooks) {
            return nothingDone({ code: 302, reason: { kind: 'busy', attempts: mostLooks } });
        }
        attempt = { ...attempt, facts: await observeQueue(ports, surroundings) };
    }
}
async function handleOnce(order, attempt) {
    const { model, graph, refs } = attempt.facts;
    if (order === 'delete' || order === 'rebuild') {
        return deleteOnCommand(`${order}-queues`, attempt);
    }
    if (model.versions.length === 0) {
        return nothingDone({ code: 302, reason: { kind: 'event', detail: 'nothing is queued' } });
    }
    const problems = validateQueue(model, graph, mergePath([...refs.branches.keys()]));
    if (problems.length > 0) {
        return attempt.surroundings.settings.queueRecovery === 'block' ? nothingDone({ code: 214, problems }) : rebuildIncoherent(problems, attempt);
    }
    return mergeQueue(attempt, order === 'force-merge');
}
/** Decides on builds read before, then reads those that decide again, live, until the decision rests on live ones only. */
async function mergeQueue(attempt, forced) {
    const { facts, ports, surroundings } = attempt;
    const { settings } = surroundings;
    const mostMembers = pushableMembers(facts.members, facts, (updates) => ports.git.fitsOnePush?.(updates) ?? true);
    let builds = await observeQueueBuilds(facts.members.slice(0, mostMembers), ports, surroundings, forced);
    const deleteSourcesOf = settings.deleteSourceBranch ? await ownSources(attempt) : new Set();
    const verified = new Set();
    for (;;) {
        const decision = decideQueueMerge({ ...facts, builds, onFailure: settings.noComment ? 'wait' : settings.queueOnFailure, deleteSourcesOf, mostMembers });
        const unverified = decision.kind === 'merge' && builds.kind === 'asked' ? decision.moves.filter(({ newest }) => !verified.has(newest.branch)) : [];
        if (unverified.length === 0) {
            const result = await carryOut(decision, builds, attempt);
            if (result?.outcome.code === 306 && decision.kind === 'merge' && decision.more && !attempt.rules.dryRun) {
                return mergeMore(result, result.outcome, forced ? 'force-merge' : 'merge', attempt);
            }
            const merged = decision.kind === 'merge' ? decision.merged : [];
            const left = decision.kind === 'ejected' ? [] : facts.members.filter((member) => !merged.includes(member));
            return result === null ? null : dispatchAgain(result, left, builds, attempt);
        }
        const evidence = new Map(builds.kind === 'asked' ? builds.evidence : []);
        for (const { newest } of unverified) {
            const member = facts.members.find(({ entries }) => entries.includes(newest));
            if (member !== undefined) {
                evidence.set(queueEntryKey(newest.pullRequest, newest.version), await readEntry({ member, entry: newest }, ports, surroundings, 'live'));
            }
            verified.add(newest.branch);
        }
        builds = { kind: 'asked', evidence };
    }
}
/** One push could not carry all that was ready: the rest is looked at afresh, and merges with a push of its own. */
async function mergeMore(first, { merged }, order, { ports, surroundings, rules }) {
    try {
        const rest = await handleQueue(order, ports, surroundings, rules);
        return {
            ...first,
            outcome: { code: 306, merged: [...merged, ...(rest.outcome.code === 306 ? rest.outcome.merged : [])] },
            handled: [...first.handled, ...rest.handled],
            plan: (0,plan_plan/* joinPlans */.xH)(first.plan, rest.plan),
            notes: [...first.notes, ...rest.notes],
        };
    }
    catch (error) {
        const outage = (0,failures/* outcomeOfFailure */.S)(error);
        return { ...first, notes: [...first.notes, `The rest of the queue was not looked at: ${(0,reason/* reasonOf */.A)(outage)}`] };
    }
}
/** Starts what was not started on what stays in the queue. */
async function dispatchAgain(result, left, builds, attempt) {
    const dispatches = await missedQueueDispatches(left, builds, attempt.ports, attempt.surroundings);
    if (dispatches.length === 0) {
        return result;
    }
    const execution = await push({ ...plan_plan/* emptyPlan */.n7, dispatches }, attempt);
    return execution.kind === 'refused'
        ? { ...result, outcome: result.outcome.code === 302 ? execution.outcome : result.outcome, notes: [...result.notes, (0,reason/* reasonOf */.A)(execution.outcome)] }
        : { ...result, plan: (0,plan_plan/* joinPlans */.xH)(result.plan, { dispatches }) };
}
/** The queued pull requests whose source branch is one of this repository. */
async function ownSources({ facts, ports }) {
    const numbers = [...new Set(facts.members.map(({ pullRequest }) => pullRequest))];
    const found = await Promise.all(numbers.map((number) => ports.github.pullRequest(number)));
    return new Set(found.filter((pullRequest) => pullRequest?.head.fork === false).map((pullRequest) => pullRequest?.number ?? 0));
}
async function carryOut(decision, builds, attempt) {
    const { facts, surroundings } = attempt;
    const matrix = queueMatrix(orderQueue(facts.model, facts.graph), builds);
    switch (decision.kind) {
        case 'incoherent':
            return { ...nothingDone({ code: 214, problems: decision.problems }), matrix };
        case 'not-self-contained':
            return { ...nothingDone({ code: 210, ...decision.gap }), matrix };
        case 'waiting':
            return { ...nothingDone({ code: 302, reason: facts.members.length === 0 ? { kind: 'event', detail: 'nothing is queued' } : { kind: 'queue-waits' } }), matrix };
        case 'failed':
            return { ...(await reportFailures(decision.failed, attempt)), matrix };
        case 'ejected': {
            const result = await eject(decision, attempt);
            return result === null ? null : { ...result, matrix };
        }
        case 'merge': {
            const merged = await push({ ...plan_plan/* emptyPlan */.n7, push: decision.push }, attempt);
            if (merged.kind === 'stale') {
                return null;
            }
            if (merged.kind === 'refused') {
                return { ...nothingDone(merged.outcome), matrix };
            }
            const handled = [];
            for (const member of decision.merged) {
                handled.push(await onItsOwn(member.pullRequest, () => tellMerged(member, decision, builds, attempt)));
            }
            // What is taken out at the next look is told then, and why.
            const failed = await reportFailures(surroundings.settings.queueOnFailure === 'eject' && !surroundings.settings.noComment ? [] : decision.failed, attempt);
            return {
                outcome: { code: 306, merged: decision.merged.map(({ pullRequest }) => pullRequest) },
                handled: [...handled, ...failed.handled],
                plan: { ...plan_plan/* emptyPlan */.n7, push: decision.push },
                matrix,
                notes: surroundings.settings.queueOnFailure === 'eject' && surroundings.settings.noComment ? [ejectNeedsComments] : [],
            };
        }
    }
}
const ejectNeedsComments = 'queue_on_failure: eject needs comments to remember what was taken out; with no_comment it is treated as wait.';

;// CONCATENATED MODULE: ./src/edge/administration.ts















/** The command `create-branch`. A new development branch is part of the cascade at once, so the queue is made again. */
async function createBranch(request, looking) {
    const { settings } = looking.surroundings;
    let queued = [];
    let queueBranches = [];
    const result = await carryThrough('create-branch', looking, async () => {
        const observed = await observeCreation(request, looking);
        queued = observed.queued;
        queueBranches = observed.queueBranches;
        return decideCreateBranch(observed);
    });
    if (result.kind === 'ended') {
        return result.administered;
    }
    const done = `created ${result.decision.done}`;
    const isDevelopment = (0,branch_name/* parseBranchName */.pD)(request.branch)?.kind === 'development';
    if (looking.rules.dryRun) {
        const words = queued.length === 0 ? '' : `; the queue would be rebuilt with ${numberList(queued)}`;
        const pushes = [result.decision.push, ...(isDevelopment && queueBranches.length > 0 ? [queueBranches] : [])];
        return { ...ended({ code: 307, command: 'create-branch', detail: `dry run, this would create ${result.decision.done}${words}` }), pushes };
    }
    const plain = { ...ended({ code: 307, command: 'create-branch', detail: done }), pushes: [result.decision.push] };
    if (!isDevelopment) {
        return plain;
    }
    // The branch exists by now and stays: what fails from here on is a note.
    try {
        const behind = await keepUp(result.decision, looking);
        const rebuilt = hasQueue(settings) ? await rebuildQueue(done, queued, looking) : plain;
        return { ...rebuilt, pushes: [...plain.pushes, ...behind.pushes], notes: [...behind.notes, ...rebuilt.notes] };
    }
    catch (error) {
        const failure = (0,failures/* outcomeOfFailure */.S)(error);
        return { ...plain, notes: [notRebuilt(failure)] };
    }
}
/** Brings the new branch after the one before it, should that have moved during the push. Answers what it pushed, and what could not be done. */
async function keepUp({ push }, { ports }) {
    let pushes = [];
    for (let looks = 1; looks <= mostLooks; looks += 1) {
        const refs = await ports.git.listRefs([]);
        const following = followBranchBefore(push, refs, (await readVersions(refs, [], ports)).graph);
        if (following.kind === 'included') {
            return { pushes, notes: [] };
        }
        if (following.kind === 'parted') {
            break;
        }
        const execution = await executeDeeds({ ...plan_plan/* emptyPlan */.n7, push: following.push }, ports);
        if (execution.kind === 'refused') {
            break;
        }
        pushes = execution.kind === 'done' ? [...pushes, following.push] : pushes;
    }
    const notes = ['While the branch was created, the one before it moved: merge that into the new branch, or nothing lands (210).'];
    return { pushes, notes };
}
async function rebuildQueue(done, queued, { ports, surroundings, rules }) {
    const rebuilt = await handleQueue('rebuild', ports, surroundings, rules);
    const complete = rebuilt.outcome.code === 307;
    const words = complete && queued.length > 0 ? `; the queue was rebuilt, evaluated again: ${numberList(queued)}` : '';
    const outcome = { code: 307, command: 'create-branch', detail: `${done}${words}` };
    return {
        outcome,
        queue: rebuilt,
        notes: [...rebuilt.notes, ...(complete ? [] : [notRebuilt(rebuilt.outcome)])],
    };
}
function notRebuilt(outcome) {
    return `The branch was created, but what comes after it was not completed: ${(0,reason/* reasonOf */.A)(outcome)}. Start rebuild-queues.`;
}
/** The command `delete-branch`. */
async function deleteBranch(branch, looking) {
    const { ports, surroundings, rules } = looking;
    const { useQueues, robotEmail } = surroundings.settings;
    const result = await carryThrough('delete-branch', looking, async () => {
        const refs = await ports.git.listRefs([]);
        const known = (0,branch_name/* parseBranchName */.pD)(branch) !== null && refs.branches.has(branch);
        const queue = readQueue(refs);
        const ahead = queue.versions.some(({ destination, queue: { tip } }) => destination.branch === branch && tip !== null && tip !== destination.tip);
        const [{ graph }, details, openPullRequests] = await Promise.all([
            // What is on a queue branch only may be saved on any other branch.
            readVersions(known ? refs : noRefs, ahead ? [...refs.branches.values()] : [], ports),
            ports.github.repositoryDetails(),
            known ? ports.github.openPullRequests({ base: branch }) : [],
        ]);
        return decideDeleteBranch({
            branch, refs, graph, queue, useQueues, robotEmail,
            defaultBranch: details.defaultBranch,
            openPullRequests: openPullRequests.map(({ number }) => number),
        });
    });
    if (result.kind === 'ended') {
        return result.administered;
    }
    const detail = rules.dryRun ? `dry run, this would delete ${result.decision.done}` : `deleted ${result.decision.done}`;
    return { ...ended({ code: 307, command: 'delete-branch', detail }), pushes: [result.decision.push] };
}
/** Looks, decides and pushes; looks again when somebody moved a branch meanwhile (spec 6, rule 5). */
async function carryThrough(command, { ports, rules }, decide) {
    for (let looks = 1; looks <= mostLooks; looks += 1) {
        const decision = await decide();
        if (decision.kind === 'refused') {
            return { kind: 'ended', administered: ended({ code: 308, command, detail: decision.detail }) };
        }
        if (decision.kind === 'nothing') {
            return { kind: 'ended', administered: ended({ code: 302, reason: { kind: 'event', detail: decision.detail } }) };
        }
        const execution = rules.dryRun ? { kind: 'done', notes: [] } : await executeDeeds({ ...plan_plan/* emptyPlan */.n7, push: decision.push }, ports);
        if (execution.kind === 'done') {
            return { kind: 'pushed', decision };
        }
        if (execution.kind === 'refused') {
            return { kind: 'ended', administered: ended(execution.outcome) };
        }
        ports.github.forget();
    }
    return { kind: 'ended', administered: ended({ code: 302, reason: { kind: 'busy', attempts: mostLooks } }) };
}
async function observeCreation(request, { ports, surroundings }) {
    const { settings } = surroundings;
    const queue = hasQueue(settings) ? await observeQueue(ports, surroundings) : null;
    const refs = queue?.refs ?? (await ports.git.listRefs([]));
    const start = startOutsideHistory(request, refs);
    const { graph, history } = await readVersions(refs, start === null ? [] : [start], ports);
    const queued = queue === null || isQueueEmpty(queue.model) ? [] : queue.members.map(({ pullRequest }) => pullRequest);
    const recovery = queue === null || queue.model.versions.length === 0 ? null : await observeRecovery(null, queue, ports, settings);
    const queueBranches = recovery?.kind === 'rebuild' ? recovery.push : [];
    return { ...request, refs, graph, history, queued, queueBranches, lostByRebuild: recovery?.kind === 'blocked' ? recovery.lost : [] };
}
const noRefs = { branches: new Map() };
/** The history of the version branches and of every `q/<version>`, and of these commits. */
async function readVersions(refs, others, { git }) {
    const kinds = ['development', 'hotfix', 'queue'];
    const branches = [...refs.branches].filter(([name]) => kinds.includes((0,branch_name/* parseBranchName */.pD)(name)?.kind ?? '')).map(([, tip]) => tip);
    const tips = [...new Set([...branches, ...others])];
    await git.fetch(tips);
    const records = await git.readHistory(tips);
    return { graph: new CommitGraph(records), history: records.map(({ sha }) => sha) };
}
function ended(outcome) {
    return { outcome, queue: null, pushes: [], notes: [] };
}

// EXTERNAL MODULE: ./src/doctor/finding.ts
var finding = __webpack_require__(8414);
;// CONCATENATED MODULE: ./src/doctor/examine-branches.ts





/** The version branches and the queue: do they hold together, and are they what their names and tags say? */
function examine_branches_examineBranches(facts) {
    const development = developmentBranches([...facts.refs.branches.keys()]);
    if (development.length === 0) {
        return [
            {
                severity: 'error',
                problem: 'There is no development branch.',
                consequence: 'No pull request has a destination that the robot handles.',
                fix: 'Create the oldest version that is still maintained, for instance with the command create-branch: branch development/1.0, branch-from the default branch.',
            },
            ...misnamed(facts),
        ];
    }
    return [...gaps(facts), ...releases(facts), ...misnamed(facts), ...examineQueue(facts)];
}
function gaps({ refs, graph }) {
    const names = developmentBranches([...refs.branches.keys()]).map(({ name }) => name);
    return names.slice(1).flatMap((newer, index) => {
        const older = names[index] ?? '';
        return graph.contains(refs.branches.get(newer) ?? '', refs.branches.get(older) ?? '')
            ? []
            : [
                {
                    severity: 'error',
                    problem: `${newer} does not include ${older}.`,
                    consequence: 'Nothing lands on any version as long as that is so (210).',
                    fix: `Merge ${older} into ${newer} and push, as an administrator who may bypass the rules, and then the versions after it:`,
                    code: { language: 'sh', lines: [`git checkout ${newer}`, `git merge origin/${older}`, `git push origin ${newer}`] },
                },
            ];
    });
}
function releases({ refs }) {
    const tags = knownVersions({ development: [], hotfixes: [], tags: [...refs.tags.keys()] });
    return developmentBranches([...refs.branches.keys()]).flatMap(({ name, version }) => {
        const [tag] = tagsReleasing(version, tags);
        const text = (0,gitwaterflow_version/* formatVersion */.qh)(version);
        if (tag !== undefined) {
            return [
                {
                    severity: 'error',
                    problem: `${name} exists, but the tag ${tag} says that ${text} is released.`,
                    consequence: `Pull requests to it and to every version before it stop with outcome 204.`,
                    fix: `Corrections of ${text} go to hotfix/${text}. Once nothing on the branch is missing in the next version, delete it:`,
                    code: { language: 'sh', lines: [`git push origin --delete refs/heads/${name}`] },
                },
            ];
        }
        return refs.tags.has(text)
            ? [
                {
                    severity: 'warning',
                    problem: `${name} exists, and so does the tag ${text}, which marks an archived version.`,
                    consequence: 'delete-branch will refuse to archive it a second time.',
                    fix: `If the branch is to stay, rename the tag ${text}; if it was to go, delete the branch.`,
                },
            ]
            : [];
    });
}
/** Names that look like version branches and are none. */
function misnamed({ refs }) {
    const names = [...refs.branches.keys()].filter((name) => {
        const kind = (0,branch_name/* parseBranchName */.pD)(name)?.kind;
        return (name.startsWith('development/') && kind !== 'development') || kind === 'legacy-hotfix';
    });
    return names.length === 0
        ? []
        : [
            {
                severity: 'warning',
                problem: `${(0,finding/* listed */.KE)(names.sort())} ${names.length === 1 ? 'is no version branch' : 'are no version branches'}, although the name looks like one.`,
                consequence: 'Such a branch is no part of the cascade, and pull requests to it are left alone (207, 301).',
                fix: 'Rename it: development/X, development/X.Y or development/X.Y.Z, hotfix/X.Y.Z, numbers without leading zeros; or delete it.',
            },
        ];
}
function examineQueue({ settings, queue }) {
    if (!settings.useQueues) {
        return queue.branches.length === 0
            ? []
            : [
                {
                    severity: 'note',
                    problem: `use_queues is off, but queue branches are left: ${(0,finding/* listed */.KE)(queue.branches)}.`,
                    consequence: 'Nobody looks at them any more.',
                    fix: 'Delete them by hand, once no commit on them is missing elsewhere.',
                },
            ];
    }
    const [first] = queue.problems;
    if (first === undefined) {
        return [];
    }
    const what = (0,finding/* listed */.KE)(queue.problems.map(({ rule, detail }) => `${rule}: ${detail}`));
    const lost = queue.lostByRebuild.map(({ branch, commits }) => `${branch} (${commits.map(({ sha }) => sha.slice(0, 12)).join(', ')})`);
    return [
        {
            severity: 'error',
            problem: `The queue contradicts itself. ${what}.`,
            consequence: lost.length > 0 || settings.queueRecovery === 'block' ? 'Nothing is queued or merged (127, 214) until somebody acts.' : 'Nothing merges until the queue is rebuilt.',
            fix: lost.length > 0
                ? `Commits of people are there and nowhere else, ${(0,finding/* listed */.KE)(lost)}: put them on a branch of their own (git branch rescue <commit>), push it, then start the command rebuild-queues.`
                : 'Start the command rebuild-queues. Nobody but the robot should push to q/**: a ruleset can see to that.',
        },
    ];
}

// EXTERNAL MODULE: ./src/settings/yaml-text.ts + 1 modules
var yaml_text = __webpack_require__(4831);
;// CONCATENATED MODULE: ./src/doctor/branch-filter.ts
/**
 * The `branches` filters of a workflow's triggers (GitHub's documentation, "Workflow syntax", filter patterns). A pattern
 * is run as a little automaton over the name, so that time is linear in its length whatever the pattern.
 */
/** True if the name passes the patterns. As on GitHub the last one that matches decides, and `!` takes away. */
function passesFilter(name, patterns) {
    let passes = false;
    for (const pattern of patterns) {
        const negative = pattern.startsWith('!');
        if (branch_filter_matchesPattern(name, negative ? pattern.slice(1) : pattern)) {
            passes = !negative;
        }
    }
    return passes;
}
/** `*` stands for anything but a slash, `**` for anything; `?` and `+` repeat what is before them; `[…]` is one of these. */
function branch_filter_matchesPattern(name, pattern) {
    const places = readPattern(pattern);
    let reached = withOptional(new Set([0]), places);
    for (const character of name) {
        const next = new Set();
        for (const position of reached) {
            const place = places[position];
            if (place?.accepts(character) === true) {
                next.add(position + 1);
                if (place.repeats) {
                    next.add(position);
                }
            }
        }
        reached = withOptional(next, places);
    }
    return reached.has(places.length);
}
/** All positions that are reached without another character. */
function withOptional(positions, places) {
    for (const position of positions) {
        if (places[position]?.optional === true) {
            // A set that grows while it is gone through is gone through to its new end.
            positions.add(position + 1);
        }
    }
    return positions;
}
function readPattern(pattern) {
    const places = [];
    const characters = Array.from(pattern);
    for (let index = 0; index < characters.length; index += 1) {
        const character = characters[index] ?? '';
        const before = places.at(-1);
        if (character === '*') {
            const double = characters[index + 1] === '*';
            index += double ? 1 : 0;
            places.push({ accepts: double ? () => true : (other) => other !== '/', optional: true, repeats: true });
        }
        else if ((character === '?' || character === '+') && before !== undefined) {
            places.splice(-1, 1, { ...before, optional: before.optional || character === '?', repeats: before.repeats || character === '+' });
        }
        else if (character === '[' && characters.indexOf(']', index + 2) > 0) {
            const end = characters.indexOf(']', index + 2);
            places.push({ accepts: oneOf(characters.slice(index + 1, end)), optional: false, repeats: false });
            index = end;
        }
        else {
            // A backslash makes what follows an ordinary character.
            const literal = character === '\\' && index + 1 < characters.length ? (characters[(index += 1)] ?? '') : character;
            places.push({ accepts: (other) => other === literal, optional: false, repeats: false });
        }
    }
    return places;
}
/** `abc`, or ranges as in `0-9a-z`. */
function oneOf(members) {
    const ranges = [];
    for (let index = 0; index < members.length; index += 1) {
        const from = members[index] ?? '';
        const isRange = members[index + 1] === '-' && index + 2 < members.length;
        ranges.push([from, isRange ? (members[index + 2] ?? '') : from]);
        index += isRange ? 2 : 0;
    }
    return (character) => ranges.some(([from, to]) => from <= character && character <= to);
}

;// CONCATENATED MODULE: ./src/doctor/workflow-file.ts


/** Null: the text is no workflow that GitHub would run. */
function readWorkflowFile(path, text) {
    const yaml = (0,yaml_text/* readYaml */.g)(path, text);
    const triggers = readTriggers(property(yaml.value, 'on'));
    if (yaml.problems.length > 0 || triggers.size === 0) {
        return null;
    }
    const jobs = entries(property(yaml.value, 'jobs'));
    const [robotJob, robotStep] = robotIn(jobs);
    const name = property(yaml.value, 'name');
    return {
        path,
        file: path.slice(path.lastIndexOf('/') + 1),
        name: typeof name === 'string' && name !== '' ? name : path,
        triggers,
        concurrency: readConcurrency(property(robotJob, 'concurrency')) ?? readConcurrency(property(yaml.value, 'concurrency')),
        permissions: readPermissions(property(robotJob, 'permissions')) ?? readPermissions(property(yaml.value, 'permissions')),
        jobs: jobs.map(([key, job]) => textOf(property(job, 'name')) ?? key),
        robotToken: robotStep === null ? null : tokenOf(robotStep),
    };
}
/** Whether a push to a branch of that name starts the workflow; by its files it may still be left out. */
function startsOnPush({ triggers }, branch) {
    const push = triggers.get('push');
    return push !== undefined && !push.onlyTags && acceptsBranch(push, branch);
}
function acceptsBranch({ branches, branchesIgnore }, branch) {
    return (branches === null || passesFilter(branch, branches)) && (branchesIgnore === null || !passesFilter(branch, branchesIgnore));
}
/** The first job with a step that bears the robot's name; its token is known only then. */
function robotIn(jobs) {
    for (const [, job] of jobs) {
        const steps = property(job, 'steps');
        const step = (Array.isArray(steps) ? steps : []).find((each) => /bert-?e/i.test(textOf(property(each, 'uses')) ?? ''));
        if (step !== undefined) {
            return [job, step];
        }
    }
    return [jobs.length === 1 ? jobs[0]?.[1] : null, null];
}
function tokenOf(step) {
    const token = textOf(property(property(step, 'with'), 'token'));
    return token === null || /\bgithub\.token\b|\bGITHUB_TOKEN\b/.test(token) ? 'of-the-job' : 'another';
}
function readTriggers(on) {
    if (typeof on === 'string') {
        return new Map([[on, readTrigger(null)]]);
    }
    if (Array.isArray(on)) {
        return new Map(on.map((name) => [String(name), readTrigger(null)]));
    }
    return new Map(entries(on).map(([name, value]) => [name, readTrigger(value)]));
}
function readTrigger(value) {
    const has = (key) => property(value, key) !== undefined;
    const branchFilter = has('branches') || has('branches-ignore');
    return {
        types: list(property(value, 'types')),
        branches: list(property(value, 'branches')),
        branchesIgnore: list(property(value, 'branches-ignore')),
        onlyTags: !branchFilter && (has('tags') || has('tags-ignore')),
        paths: has('paths') || has('paths-ignore'),
        workflows: list(property(value, 'workflows')) ?? [],
    };
}
function readConcurrency(value) {
    if (typeof value === 'string') {
        return { group: value, cancelInProgress: false, keepsAll: false };
    }
    const group = textOf(property(value, 'group'));
    const cancel = property(value, 'cancel-in-progress');
    return group === null ? null : { group, cancelInProgress: cancel === true || typeof cancel === 'string', keepsAll: property(value, 'queue') === 'max' };
}
function readPermissions(value) {
    if (value === 'read-all' || value === 'write-all') {
        return { kind: 'all', level: value === 'read-all' ? 'read' : 'write' };
    }
    return typeof value === 'object' && value !== null ? { kind: 'named', levels: new Map(entries(value).map(([name, level]) => [name, String(level)])) } : null;
}
function property(value, key) {
    return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? value[key] : undefined;
}
function entries(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
}
function list(value) {
    if (value === undefined || value === null) {
        return null;
    }
    return (Array.isArray(value) ? value : [value]).map(String);
}
function textOf(value) {
    return typeof value === 'string' ? value : null;
}

;// CONCATENATED MODULE: ./src/doctor/examine-builds.ts





/** Does CI start on every branch whose builds are waited for? As the default branch's copies of the workflows say it. */
function examine_builds_examineBuilds(facts) {
    const { settings, workflows } = facts;
    const others = workflows.files.filter(({ path }) => path !== workflows.ownPath);
    const actions = (0,build_key/* parseBuildKeys */.E3)(settings.buildKey).some((key) => key.kind === 'workflow-runs');
    return [
        ...(actions ? coverage(facts, others) : []),
        ...(actions ? loneliness(settings, others) : []),
        ...dispatched(settings, others),
        ...sameName(facts),
        ...workflows.unreadable.filter((path) => path !== workflows.ownPath).map(unreadable),
    ];
}
function coverage(facts, others) {
    const { settings } = facts;
    const places = placesOf(facts);
    if (settings.requiredWorkflows.length === 0) {
        return places
            .filter((place) => !others.some((workflow) => serves(workflow, place, settings)))
            .map((place) => uncovered(`No workflow starts on ${place.branches}.`, place, 'the CI workflow'));
    }
    return settings.requiredWorkflows.flatMap((file) => {
        const workflow = others.find((each) => each.file === file);
        if (workflow === undefined) {
            return [
                {
                    severity: 'error',
                    problem: `required_workflows names ${file}, which is not among the workflows of ${facts.defaultBranch}.`,
                    consequence: 'Unless the version branches have it, its run never comes, and no build is ever complete (304).',
                    fix: 'Correct the name in the settings (a file name under .github/workflows), or add the workflow to every version branch.',
                },
            ];
        }
        const missing = places.filter((place) => !serves(workflow, place, settings)).map((place) => uncovered(`${file} is required, and does not start on ${place.branches}.`, place, file));
        const filtered = workflow.triggers.get('push')?.paths === true || workflow.triggers.get('pull_request')?.paths === true;
        return filtered ? [...missing, pathFilter(file)] : missing;
    });
}
function uncovered(problem, { branches, byPullRequest }, file) {
    return {
        severity: 'error',
        problem,
        consequence: 'The build of such a branch never starts (304), and what waits for it never merges.',
        fix: byPullRequest
            ? `In ${file}, on every version branch, add the prefixes of all your source branches (or the event pull_request:):`
            : `In ${file}, on every version branch, add to the branches of push:`,
        code: (0,finding/* yaml */.oQ)('on:', 'push:', `branches: [${byPullRequest ? "'bugfix/**', 'feature/**'" : `'${branches}'`}]`),
    };
}
function pathFilter(file) {
    return {
        severity: 'warning',
        problem: `${file} is required, and starts for certain files only (paths).`,
        consequence: 'A pull request that touches none of them has no run of it and waits for ever (304).',
        fix: `Let ${file} always start, and skip its jobs instead: a skipped job is a run, and counts.`,
    };
}
function placesOf({ settings, refs }) {
    const versions = developmentBranches([...refs.branches.keys()]).map(({ version }) => (0,gitwaterflow_version/* formatVersion */.qh)(version));
    const newest = versions.at(-1) ?? '1.0';
    const source = { branches: 'source branches such as bugfix/x', samples: ['bugfix/x', 'feature/x', 'improvement/x'], byPullRequest: true };
    if (settings.gateOnly) {
        return [source];
    }
    return [
        source,
        ...(versions.length > 1 ? [{ branches: 'w/**', samples: [`w/${newest}/bugfix/x`], byPullRequest: false }] : []),
        // Both names of an entry are at the same commit, and a run on either counts.
        ...(settings.useQueues && !settings.queueAcceptsIntegrationBuilds ? [{ branches: 'q/**', samples: [`q/${newest}`, `q/w/1/${newest}/bugfix/x`], byPullRequest: false }] : []),
    ];
}
function serves(workflow, { samples, byPullRequest }, settings) {
    const byRobot = !byPullRequest && settings.dispatch.includes(workflow.file) && workflow.triggers.has('workflow_dispatch');
    return byRobot || samples.some((branch) => startsOnPush(workflow, branch)) || (byPullRequest && workflow.triggers.has('pull_request'));
}
function loneliness({ requiredWorkflows }, others) {
    const starting = others.filter(({ triggers }) => triggers.has('push') || triggers.has('pull_request') || triggers.has('pull_request_target') || triggers.has('pull_request_review'));
    return requiredWorkflows.length > 0 || starting.length < 2
        ? []
        : [
            {
                severity: 'warning',
                problem: `required_workflows is empty, and there are several workflows: ${(0,finding/* listed */.KE)(starting.map(({ file }) => file))}.`,
                consequence: 'Whichever of them has run on a branch is its build: a commit can pass for green before CI has started.',
                fix: 'Name the workflows that must have run in the settings, for instance:',
                code: (0,finding/* yaml */.oQ)('required_workflows: [ci.yml]'),
            },
        ];
}
function dispatched({ dispatch }, others) {
    return dispatch.flatMap((file) => {
        const workflow = others.find((each) => each.file === file);
        return workflow?.triggers.has('workflow_dispatch') === true
            ? []
            : [
                {
                    severity: 'error',
                    problem: workflow === undefined ? `dispatch names ${file}, which is not among the workflows of the default branch.` : `dispatch names ${file}, which does not listen to workflow_dispatch.`,
                    consequence: 'GitHub refuses to start it (221), so the builds of what the robot pushes never start.',
                    ...(workflow === undefined
                        ? { fix: 'Correct the name in the settings: a file name under .github/workflows.' }
                        : { fix: `Add to ${file}, on every version branch:`, code: (0,finding/* yaml */.oQ)('on:', 'workflow_dispatch:') }),
                },
            ];
    });
}
function sameName({ settings, workflows }) {
    const context = settings.statusContext.toLowerCase();
    const clashing = workflows.files.filter(({ jobs }) => jobs.some((job) => job.toLowerCase() === context));
    return clashing.length === 0
        ? []
        : [
            {
                severity: 'warning',
                problem: `A job is called ${settings.statusContext}, like the robot’s status: in ${(0,finding/* listed */.KE)(clashing.map(({ file }) => file))}.`,
                consequence: 'Where that name is required, GitHub requires both, the status and the check of the job.',
                fix: 'Call the job otherwise, or choose another status_context.',
            },
        ];
}
function unreadable(path) {
    return {
        severity: 'note',
        problem: `${path} could not be read as a workflow.`,
        consequence: 'What it starts on is not known here; if GitHub cannot read it either, it never runs.',
        fix: 'Look at it under Actions.',
    };
}

;// CONCATENATED MODULE: ./src/doctor/examine-other-robots.ts

/**
 * Only the workflow a run belongs to is its own (spec 2, rule 5): runs of another file that runs the robot as well count
 * like any build. Files that are only started by hand or by other workflows have no runs that count.
 */
function examineOtherRobots({ workflows }) {
    const { ownPath, files } = workflows;
    const robots = files.filter((file) => file.path === ownPath || (file.robotToken !== null && startsByEvents(file))).map(({ path }) => path);
    if (robots.length < 2) {
        return [];
    }
    return [
        {
            severity: 'warning',
            problem: `Several workflow files run the robot: ${(0,finding/* listed */.KE)(robots)}.`,
            consequence: 'A run of the robot leaves out the runs of its own file only, so those of the other file count as builds: they hold pull requests up, or fail them.',
            fix: `Keep the robot in one workflow file, with all triggers in it${ownPath === '' ? '' : `: ${ownPath}`}.`,
        },
    ];
}
function startsByEvents({ triggers }) {
    return [...triggers.keys()].some((event) => event !== 'workflow_dispatch' && event !== 'workflow_call');
}

;// CONCATENATED MODULE: ./src/doctor/facts.ts
/** The limit of the token of a job, and the one it has for organisations of GitHub Enterprise Cloud, which an app's can equal. */
const jobLimit = 1000;
const enterpriseLimit = 15_000;
/** GitHub does not tell an installation who it is; its limit of requests does, and else the workflow that was installed. */
function tokenKind({ token, workflows }) {
    if (token.user !== null) {
        return 'user';
    }
    if (token.hourlyLimit === jobLimit) {
        return 'job';
    }
    if (token.hourlyLimit !== null && token.hourlyLimit !== enterpriseLimit) {
        return 'app';
    }
    const given = ownWorkflow(workflows)?.robotToken ?? null;
    return given === null ? 'unknown' : given === 'another' ? 'app' : 'job';
}
function ownWorkflow({ ownPath, files }) {
    return files.find(({ path }) => path === ownPath) ?? null;
}

;// CONCATENATED MODULE: ./src/doctor/examine-own-workflow.ts




/** The workflow that runs the robot: which events reach it, and do its runs get in each other's way? */
function examineOwnWorkflow(facts) {
    const { ownPath, unreadable } = facts.workflows;
    const workflow = ownWorkflow(facts.workflows);
    if (ownPath === '') {
        return [];
    }
    if (workflow === null) {
        return [
            unreadable.includes(ownPath)
                ? {
                    severity: 'error',
                    problem: `${ownPath} on ${facts.defaultBranch}, the default branch, is no workflow that GitHub could read.`,
                    consequence: 'No event starts the robot; only this branch’s copy was started by hand.',
                    fix: `Correct the file on ${facts.defaultBranch}.`,
                }
                : {
                    severity: 'error',
                    problem: `The robot’s workflow ${ownPath} is not on ${facts.defaultBranch}, the default branch.`,
                    consequence: 'pull_request_target, issue_comment, workflow_run and schedule take workflows from the default branch only: nothing of that starts the robot.',
                    fix: `Put the file on ${facts.defaultBranch}.`,
                },
        ];
    }
    return [...pullRequestEvents(workflow), ...reviewEvents(workflow, facts), ...commentEvents(workflow), ...buildEvents(workflow, facts), ...schedule(workflow), ...concurrency(workflow)];
}
function missing(workflow, event, consequence, lines) {
    return { severity: 'warning', problem: `${workflow.path} does not listen to ${event}.`, consequence, fix: `Add to ${workflow.path}:`, code: (0,finding/* yaml */.oQ)('on:', lines) };
}
const pullRequestTypes = ['opened', 'reopened', 'synchronize', 'edited', 'closed'];
/** What GitHub takes where no types are named. */
const usualPullRequestTypes = ['opened', 'reopened', 'synchronize'];
function pullRequestEvents(workflow) {
    const target = workflow.triggers.get('pull_request_target');
    const trigger = target ?? workflow.triggers.get('pull_request');
    const line = `pull_request_target: { types: [${pullRequestTypes.join(', ')}] }`;
    if (trigger === undefined) {
        return [missing(workflow, 'pull_request_target', 'New pull requests and new commits are noticed at the next sweep only.', line)];
    }
    const types = pullRequestTypes.filter((type) => !(trigger.types ?? usualPullRequestTypes).includes(type));
    return [
        ...(types.length === 0
            ? []
            : [
                {
                    severity: 'warning',
                    problem: `${workflow.path} listens to pull requests, but not when they are ${(0,finding/* listed */.KE)(types)}.`,
                    consequence: 'What happens then is noticed at the next sweep only; branches of a closed pull request stay until then.',
                    fix: `Write in ${workflow.path}:`,
                    code: (0,finding/* yaml */.oQ)('on:', line),
                },
            ]),
        ...(target === undefined
            ? [
                {
                    severity: 'warning',
                    problem: `${workflow.path} listens to pull_request and not to pull_request_target.`,
                    consequence: 'Each pull request brings its own copy of the workflow, so whoever opens one can change what runs; and nothing runs while it conflicts.',
                    fix: `Write in ${workflow.path}:`,
                    code: (0,finding/* yaml */.oQ)('on:', line),
                },
            ]
            : []),
    ];
}
/** Reviews may come by a bell: a workflow of no permissions that listens to them, whose end starts the robot. */
function reviewEvents(workflow, { workflows }) {
    const heard = workflow.triggers.get('workflow_run')?.workflows ?? [];
    const bell = workflows.files.some(({ name, triggers }) => heard.includes(name) && triggers.has('pull_request_review'));
    return workflow.triggers.has('pull_request_review') || bell
        ? []
        : [missing(workflow, 'pull_request_review', 'Approvals and change requests are noticed at the next sweep only.', 'pull_request_review: { types: [submitted, edited, dismissed] }')];
}
function commentEvents(workflow) {
    const trigger = workflow.triggers.get('issue_comment');
    const line = 'issue_comment: { types: [created, edited, deleted] }';
    if (trigger === undefined) {
        return [missing(workflow, 'issue_comment', 'Commands and options in comments are obeyed at the next sweep only.', line)];
    }
    return trigger.types === null || trigger.types.includes('created')
        ? []
        : [{ severity: 'warning', problem: `${workflow.path} does not listen to comments when they are created.`, consequence: 'Commands and options in comments are obeyed at the next sweep only.', fix: `Write in ${workflow.path}:`, code: (0,finding/* yaml */.oQ)('on:', line) }];
}
function buildEvents(workflow, facts) {
    const keys = (0,build_key/* parseBuildKeys */.E3)(facts.settings.buildKey);
    const late = 'The end of a build is noticed at the next sweep only: pull requests merge late.';
    const hears = (event) => workflow.triggers.has(event);
    return [
        ...(keys.some((key) => key.kind === 'workflow-runs') ? workflowRunEvents(workflow, facts, late) : []),
        ...(keys.some((key) => key.kind === 'commit-status') && !hears('status') ? [missing(workflow, 'status', late, 'status:')] : []),
        ...(keys.some((key) => key.kind === 'check-run') && !hears('check_run') && !hears('check_suite')
            ? [missing(workflow, 'check_run', late, 'check_run: { types: [completed] }')]
            : []),
    ];
}
function workflowRunEvents(workflow, { workflows, settings }, late) {
    const trigger = workflow.triggers.get('workflow_run');
    const others = workflows.files.filter((file) => file !== workflow);
    const builds = others.filter((file) => (settings.requiredWorkflows.length > 0 ? settings.requiredWorkflows.includes(file.file) : file.triggers.has('push') || file.triggers.has('pull_request')));
    const line = `workflow_run: { workflows: [${(builds.length === 0 ? ['CI'] : builds.map(({ name }) => (0,finding/* yamlWord */.QU)(name))).join(', ')}], types: [completed] }`;
    if (trigger === undefined) {
        return [missing(workflow, 'workflow_run', late, line)];
    }
    const names = new Set(workflows.files.map(({ name }) => name));
    const unknown = trigger.workflows.filter((name) => !names.has(name));
    const unheard = builds.filter(({ name }) => !trigger.workflows.includes(name)).map(({ name }) => name);
    const made = settings.gateOnly ? [] : [...(settings.useQueues ? ['q/w/1/1.0/bugfix/x'] : []), 'w/1.0/bugfix/x'];
    const filtered = made.filter((branch) => !acceptsBranch(trigger, branch));
    const warn = (problem, consequence, fix) => ({ severity: 'warning', problem, consequence, fix });
    const write = (problem) => ({ ...warn(problem, late, `Write in ${workflow.path}:`), code: (0,finding/* yaml */.oQ)('on:', line) });
    return [
        ...(unknown.length > 0 ? [warn(`${workflow.path} waits for workflows that do not exist: ${(0,finding/* listed */.KE)(unknown)}.`, late, 'Under workflow_run: workflows, write the name: of each CI workflow, exactly.')] : []),
        ...(unheard.length > 0 ? [write(`${workflow.path} does not hear of the end of ${(0,finding/* listed */.KE)(unheard)}.`)] : []),
        ...(trigger.workflows.includes(workflow.name) ? [warn(`${workflow.path} waits for itself.`, 'Each of its runs starts one more, which finds nothing to do.', `Take ${workflow.name} out of workflow_run: workflows.`)] : []),
        ...(trigger.types !== null && !trigger.types.includes('completed') ? [write(`${workflow.path} does not hear when workflow runs are completed.`)] : []),
        ...(filtered.length > 0 ? [warn(`${workflow.path} hears of builds on some branches only, and not on the robot’s own (${(0,finding/* listed */.KE)(filtered)}).`, late, 'Take branches: and branches-ignore: out of workflow_run.')] : []),
    ];
}
function schedule(workflow) {
    return workflow.triggers.has('schedule')
        ? []
        : [missing(workflow, 'schedule', 'GitHub loses events now and then; without a sweep, what such an event was about stays as it is until something else happens.', "schedule: [{ cron: '7,22,37,52 * * * *' }]")];
}
/** Contexts that differ from event to event, so that runs are not kept apart. */
const changing = /\bgithub\.(?:ref|ref_name|head_ref|sha|run_id|event|event_name|actor)\b/;
function concurrency({ path, concurrency: found }) {
    const code = (0,finding/* yaml */.oQ)('concurrency: { group: bert-e, queue: max }');
    if (found === null) {
        return [
            {
                severity: 'warning',
                problem: `${path} sets no concurrency.`,
                consequence: 'Several runs look at the same moment. Nothing is damaged, but requests are wasted, and runs that lose the race look again.',
                fix: 'Add to the workflow:',
                code,
            },
        ];
    }
    const findings = [];
    if (found.cancelInProgress) {
        findings.push({
            severity: 'error',
            problem: `${path} cancels runs that are in progress.`,
            consequence: 'A run that is cancelled between its push and its messages leaves both to the next one; where events come often, none comes to its end.',
            fix: 'Take cancel-in-progress out:',
            code,
        });
    }
    if (changing.test(found.group)) {
        findings.push({
            severity: 'warning',
            problem: `The concurrency group of ${path} differs from event to event: ${found.group}.`,
            consequence: 'Runs are not kept apart: requests are wasted, and runs that lose the race look again.',
            fix: 'Use one group for the whole repository:',
            code,
        });
    }
    if (!found.keepsAll && !found.cancelInProgress) {
        findings.push({
            severity: 'note',
            problem: `The concurrency of ${path} keeps one waiting run only.`,
            consequence: 'GitHub cancels the older ones that wait, and what they were about waits for the sweep.',
            fix: 'Where GitHub knows it (not on every Enterprise Server), write:',
            code,
        });
    }
    return findings;
}

;// CONCATENATED MODULE: ./src/doctor/examine-protection.ts

/** Rules that stop a push as the robot makes it, by their names in GitHub's API. */
const hinders = new Map([
    ['creation', 'restricts creations'],
    ['update', 'restricts updates'],
    ['deletion', 'restricts deletions'],
    ['pull_request', 'requires a pull request'],
    ['required_status_checks', 'requires status checks, which commits about to be pushed do not have'],
    ['required_signatures', 'requires signed commits'],
    ['required_linear_history', 'requires a linear history, without merge commits'],
    ['required_deployments', 'requires deployments'],
    ['merge_queue', 'requires GitHub’s own merge queue'],
    ['workflows', 'requires workflows to pass'],
    ['code_scanning', 'requires code scanning results'],
]);
/** On version branches nobody needs to create or delete anything for a merge. */
const hindersMerges = (type) => hinders.has(type) && type !== 'creation' && type !== 'deletion';
/** May the robot push where it has to, and nobody merge past it? */
function examineProtection(facts) {
    return [...(facts.settings.gateOnly ? [] : obstacles(facts.protection)), ...statusRequired(facts), ...unseen(facts.protection)];
}
/** Of rules nothing is said twice: one finding for each ruleset and kind of branch. */
function obstacles(protection) {
    const found = new Map();
    for (const { branch, purpose, rules } of protection) {
        for (const rule of rules.kind === 'seen' ? rules.value.filter((each) => isObstacle(each, purpose)) : []) {
            const key = `${String(rule.rulesetId)} ${purpose}`;
            const known = found.get(key);
            found.set(key, {
                rulesetId: rule.rulesetId,
                bypass: rule.bypass,
                purpose,
                types: [...new Set([...(known?.types ?? []), rule.type])],
                branches: [...new Set([...(known?.branches ?? []), branch])],
            });
        }
    }
    return [...found.values()].map(obstacle);
}
function isObstacle({ type, bypass }, purpose) {
    return (purpose === 'version' ? hindersMerges(type) : hinders.has(type)) && bypass !== 'always' && bypass !== 'exempt';
}
function obstacle({ rulesetId, bypass, types, branches, purpose }) {
    const what = `${rulesetId === null ? 'A ruleset' : `Ruleset ${rulesetId}`} on ${places(purpose, branches)} ${(0,finding/* listed */.KE)(types.map((type) => hinders.get(type) ?? type))}`;
    const fix = `Under Settings → Rules → Rulesets, add the robot (its app or account) to the bypass list, as “always”${purpose === 'integration' ? '; or leave w/** out of the ruleset, for people resolve conflicts there' : ''}.`;
    return bypass === null
        ? {
            severity: 'note',
            problem: `${what}; GitHub does not tell this token whether the robot may bypass it.`,
            consequence: 'If it may not, its pushes there are refused (221).',
            fix: `See for yourself. ${fix}`,
        }
        : { severity: 'error', problem: `${what}, and the robot may not bypass it (${bypass}).`, consequence: `Its pushes there are refused (221): ${consequenceFor(purpose)}.`, fix };
}
function places(purpose, branches) {
    switch (purpose) {
        case 'version':
            return (0,finding/* listed */.KE)(branches);
        case 'integration':
            return 'the integration branches w/**';
        case 'queue':
            return 'the queue branches q/**';
    }
}
function consequenceFor(purpose) {
    switch (purpose) {
        case 'version':
            return 'nothing merges';
        case 'integration':
            return 'nothing can be integrated with later versions';
        case 'queue':
            return 'nothing can be queued';
    }
}
function statusRequired({ protection, settings }) {
    const context = settings.statusContext.toLowerCase();
    const open = protection.filter(({ purpose, rules, classic }) => {
        if (purpose !== 'version' || rules.kind === 'unseen' || (classic !== null && classic.kind === 'unseen')) {
            return false;
        }
        const required = [...rules.value.flatMap(({ requiredContexts }) => requiredContexts), ...(classic?.value.requiredContexts ?? [])];
        return !required.some((name) => name.toLowerCase() === context);
    });
    return open.length === 0
        ? []
        : [
            {
                severity: 'warning',
                problem: `The status ${settings.statusContext} is not required on ${(0,finding/* listed */.KE)(open.map(({ branch }) => branch))}.`,
                consequence: settings.gateOnly
                    ? 'Pull requests can be merged without the gate being green.'
                    : 'Whoever has write access can merge past the robot by GitHub’s button: untested, and on one version only.',
                fix: `Under Settings → Rules → Rulesets, for development/** and hotfix/**, require the status check ${settings.statusContext}${settings.gateOnly ? '' : ', with the robot on the bypass list'}.`,
            },
        ];
}
function unseen(protection) {
    const rules = protection.flatMap(({ branch, rules: seen }) => (seen.kind === 'unseen' ? [{ branch, why: seen.why }] : []));
    const classic = protection.flatMap(({ branch, classic: seen }) => (seen?.kind === 'seen' && seen.value.enabled ? [branch] : []));
    return [
        ...(rules[0] === undefined
            ? []
            : [
                {
                    severity: 'note',
                    problem: `The rules on ${(0,finding/* listed */.KE)(rules.map(({ branch }) => branch))} could not be seen: ${rules[0].why}`,
                    consequence: 'Whether the robot may push there, and nobody past it, is not known.',
                    fix: 'Compare Settings → Rules with docs/branch-protection.md.',
                },
            ]),
        ...(classic.length === 0
            ? []
            : [
                {
                    severity: 'note',
                    problem: `${(0,finding/* listed */.KE)(classic)} ${classic.length === 1 ? 'has' : 'have'} classic branch protection, the details of which are shown to administrators only.`,
                    consequence: 'If it restricts who may push, or requires pull requests or status checks of everybody, the robot’s pushes are refused (221).',
                    fix: 'Under Settings → Branches, let the robot bypass the required pull requests, put it among those who may push, and leave “Do not allow bypassing the above settings” off; or use a ruleset with the robot on its bypass list.',
                },
            ]),
    ];
}

;// CONCATENATED MODULE: ./src/doctor/examine-token.ts




const jobLogin = 'github-actions[bot]';
/** Who the robot is, what it may do, and whether what it pushes starts CI. */
function examineToken(facts) {
    return [...identity(facts), ...refusals(facts), ...startsCi(facts), ...jobPermissions(facts)];
}
function identity(facts) {
    const { settings, token } = facts;
    const kind = tokenKind(facts);
    const found = (who, fix) => [
        {
            severity: 'error',
            problem: `The token acts as ${who}, but the setting robot is ${settings.robot}.`,
            consequence: 'The robot does not know its own comments and statuses again: it repeats itself, forgets what was queued or told, and takes its own comments for somebody’s.',
            fix,
        },
    ];
    switch (kind) {
        case 'user':
            return (0,login/* isSameLogin */.Av)(token.user, settings.robot) ? [] : found(token.user ?? '', `Set robot: ${token.user ?? ''} in the settings file.`);
        case 'job':
            return (0,login/* isSameLogin */.Av)(jobLogin, settings.robot) ? [] : found(jobLogin, `Set robot: ${jobLogin}, or give the input token the token that belongs to ${settings.robot}.`);
        case 'app':
            return settings.robot.toLowerCase().endsWith('[bot]') && !(0,login/* isSameLogin */.Av)(jobLogin, settings.robot)
                ? []
                : found('a GitHub App', 'Set robot to the login of the app: its name in the address of its page, followed by [bot].');
        case 'unknown':
            return [];
    }
}
function refusals({ token }) {
    const pushes = token.push?.kind === 'refused'
        ? [
            {
                severity: 'error',
                problem: `The token may not push: ${token.push.why}`,
                consequence: 'Nothing can be integrated, queued or merged: outcome 221.',
                fix: 'Give the token the permission contents: write (of an app in its settings, then accept it in the installation; of the job under permissions in the workflow; of a person write access).',
            },
        ]
        : [];
    const reads = token.refusedReads.map(({ what, permission, why }) => ({
        severity: 'error',
        problem: `The token may not read ${what}: ${why}`,
        consequence: 'No pull request can be judged: every run ends with outcome 221.',
        fix: `Give the token the permission ${permission}.`,
    }));
    return [...pushes, ...reads];
}
function startsCi(facts) {
    const { settings } = facts;
    const kind = tokenKind(facts);
    const waitsForRuns = (0,build_key/* parseBuildKeys */.E3)(settings.buildKey).length > 0;
    if (kind !== 'job' || settings.gateOnly || !waitsForRuns || settings.dispatch.length > 0) {
        return [];
    }
    return [
        {
            severity: 'error',
            problem: 'The token is the one of the job, and the setting dispatch is empty.',
            consequence: 'GitHub starts no workflow for what this token pushes: the builds of w/… and q/… branches never start (304), and nothing merges.',
            fix: 'Give the input token the token of a GitHub App (actions/create-github-app-token) or of an account of the robot; or name the CI workflows in the settings, dispatch: [ci.yml], and give each the trigger workflow_dispatch.',
        },
    ];
}
function needed(settings) {
    const keys = (0,build_key/* parseBuildKeys */.E3)(settings.buildKey);
    return [
        settings.gateOnly ? ['contents', 'read', 'settings and branches'] : ['contents', 'write', 'pushes'],
        ['pull-requests', 'write', 'comments'],
        ['statuses', 'write', `the status ${settings.statusContext}`],
        settings.gateOnly ? ['actions', 'read', 'builds'] : ['actions', 'write', 'builds, and starting them again'],
        ...(keys.some((key) => key.kind === 'check-run') ? [['checks', 'read', 'builds']] : []),
    ];
}
/** Only of the job's own token are the permissions written down where they can be read. */
function jobPermissions(facts) {
    const workflow = ownWorkflow(facts.workflows);
    if (workflow === null || tokenKind(facts) !== 'job') {
        return [];
    }
    const { permissions } = workflow;
    const needs = needed(facts.settings);
    const block = (0,finding/* yaml */.oQ)(`permissions: { ${needs.map(([name, level]) => `${name}: ${level}`).join(', ')} }`);
    if (permissions === null) {
        return [
            {
                severity: 'warning',
                problem: `${workflow.path} says nothing about permissions.`,
                consequence: 'The token has what the repository or the organisation gives by default: either too little, or more than needed.',
                fix: `Add to ${workflow.path}:`,
                code: block,
            },
        ];
    }
    const missing = needs.filter(([name, level]) => !grants(permissions, name, level));
    return missing.length === 0
        ? []
        : [
            {
                severity: 'error',
                problem: `The token of the job lacks ${(0,finding/* listed */.KE)(missing.map(([name, level, why]) => `${name}: ${level} (${why})`))}.`,
                consequence: 'What needs it is refused (221).',
                fix: `Write in ${workflow.path}:`,
                code: block,
            },
        ];
}
function grants(permissions, name, level) {
    const given = permissions.kind === 'all' ? permissions.level : permissions.levels.get(name);
    return given === 'write' || given === level;
}

;// CONCATENATED MODULE: ./src/doctor/examine.ts







/** Everything that stands in the robot's way, the worst first (spec 5, "doctor"). Empty: nothing does. */
function examine(facts) {
    return (0,finding/* bySeverity */.Np)([
        ...examineToken(facts),
        ...examineProtection(facts),
        ...examineOwnWorkflow(facts),
        ...examineOtherRobots(facts),
        ...examine_builds_examineBuilds(facts),
        ...examineSettings(facts),
        ...examine_branches_examineBranches(facts),
    ]);
}
/** Malformed settings do not get here: they are outcome 220, with line and key, of every run. */
function examineSettings({ settingsFile, settings }) {
    return [
        ...(settingsFile === 'missing'
            ? [
                {
                    severity: 'note',
                    problem: 'There is no settings file .github/bert-e.yml on the default branch, and every setting has its default value.',
                    consequence: `The robot is ${settings.robot}, one approval is needed, and nobody is an admin.`,
                    fix: 'Create .github/bert-e.yml on the default branch; docs/settings.md lists what can be in it.',
                },
            ]
            : []),
        ...(settingsFile !== 'missing' && settings.admins.length === 0
            ? [
                {
                    severity: 'note',
                    problem: 'The setting admins is empty.',
                    consequence: 'Nobody may use a bypass in a comment.',
                    fix: 'Name people, or teams of the organization, in the settings:',
                    code: (0,finding/* yaml */.oQ)("admins: [alice, '@acme/release']"),
                },
            ]
            : []),
    ];
}

// EXTERNAL MODULE: ./src/doctor/outcome.ts
var outcome = __webpack_require__(4323);
// EXTERNAL MODULE: ./src/settings/inputs.ts
var inputs = __webpack_require__(7428);
// EXTERNAL MODULE: ./src/settings/schema.ts
var schema = __webpack_require__(8826);
// EXTERNAL MODULE: ./src/settings/settings-hash.ts
var settings_hash = __webpack_require__(6217);
;// CONCATENATED MODULE: ./src/edge/doctor.ts















/** The command `doctor`: reads, judges, and changes nothing. */
async function diagnose(looking) {
    const findings = examine(await observeHealth(looking.ports, looking.surroundings));
    return { outcome: (0,outcome/* doctorOutcome */.mr)(findings), command: { kind: 'doctor', findings } };
}
async function observeHealth(ports, surroundings) {
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
            branches: [...refs.branches.keys()].filter((name) => ['queue', 'queue-integration'].includes((0,branch_name/* parseBranchName */.pD)(name)?.kind ?? '')).sort(),
        },
    };
}
async function observeToken(refs, ports, { settings }) {
    const { github } = ports;
    const keys = (0,build_key/* parseBuildKeys */.E3)(settings.buildKey);
    const asks = (kind) => keys.some((key) => key.kind === kind);
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
async function askToPush(branch, tip, { git }) {
    const answer = await git.push([{ ref: `refs/heads/${branch}`, from: tip, to: tip }]);
    return answer.kind === 'refused' ? { kind: 'refused', why: answer.reason } : { kind: 'accepted' };
}
async function refusal(what, permission, read) {
    const seen = await see(read);
    return seen.kind === 'seen' ? null : { what, permission, why: seen.why };
}
/** What GitHub refuses to tell is a fact as well; an outage is none. */
async function see(read) {
    try {
        return { kind: 'seen', value: await read() };
    }
    catch (error) {
        if (error instanceof github/* GitHubRefusal */.k) {
            return { kind: 'unseen', why: error.detail };
        }
        throw error;
    }
}
const workflowDirectory = '.github/workflows';
async function observeWorkflows({ github }, { ownWorkflow }) {
    const paths = ((await github.listDirectoryOfDefaultBranch(workflowDirectory)) ?? []).filter((path) => /\.ya?ml$/i.test(path));
    const read = await Promise.all(paths.map(async (path) => {
        const seen = await see(() => github.readFileOfDefaultBranch(path));
        return { path, workflow: seen.kind === 'seen' && seen.value !== null ? readWorkflowFile(path, seen.value) : null };
    }));
    return {
        ownPath: ownWorkflow.path,
        files: read.flatMap(({ workflow }) => (workflow === null ? [] : [workflow])),
        unreadable: read.filter(({ workflow }) => workflow === null).map(({ path }) => path),
    };
}
/** More version branches than this are rarely maintained at once; the newest ones are looked at. */
const mostBranches = 20;
async function observeProtection(refs, ports, { settings }) {
    const names = [...refs.branches.keys()];
    const development = developmentBranches(names);
    const newest = development.at(-1);
    const versions = [...hotfixBranches(names), ...development].slice(-mostBranches).map(({ name }) => ({ branch: name, purpose: 'version' }));
    const version = newest === undefined ? null : (0,gitwaterflow_version/* formatVersion */.qh)(newest.version);
    const made = version === null || settings.gateOnly
        ? []
        : [
            { branch: `w/${version}/bugfix/example`, purpose: 'integration' },
            ...(settings.useQueues ? [{ branch: `q/${version}`, purpose: 'queue' }] : []),
        ];
    const bypasses = new Map();
    return Promise.all([...versions, ...made].map((each) => observeBranch(each, bypasses, ports)));
}
async function observeBranch({ branch, purpose }, bypasses, { github }) {
    const bypassOf = async ({ rulesetId }) => {
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
async function observeSettingsFile({ github }, { settingsHash }) {
    if ((await github.readFileOfDefaultBranch(inputs/* defaultConfigFile */.mD)) !== null) {
        return 'found';
    }
    return settingsHash === (0,settings_hash/* hashOf */.q)((0,schema/* completeSettings */.b_)({})) ? 'missing' : 'elsewhere';
}

// EXTERNAL MODULE: ./src/edge/findings.ts
var findings = __webpack_require__(3287);
// EXTERNAL MODULE: ./src/edge/verdict.ts
var verdict = __webpack_require__(6996);
;// CONCATENATED MODULE: ./src/edge/looks.ts






/** The looks of one run: the queue at most once unless something changes it. */
class Looks {
    looking;
    #handled = [];
    #queue = null;
    constructor(looking) {
        this.looking = looking;
    }
    async atPullRequest(number) {
        const { settings } = this.looking.surroundings;
        const repairsQueue = settings.queueRecovery === 'rebuild' && !this.looking.rules.dryRun;
        const handled = await this.handle(number, repairsQueue);
        if (handled.outcome.code === 302 && handled.outcome.reason.kind === 'queued') {
            // Spec 3, step 14: it is in the queue, which is handled instead.
            if (this.#queue === null) {
                await this.atQueue();
            }
            this.keep(handled);
            return;
        }
        if (isRepairedFirst(handled.outcome, repairsQueue) && !this.looking.rules.dryRun) {
            await this.atQueue();
            this.looking.ports.github.forget();
            this.keep(await this.handle(number, false));
            return;
        }
        this.keep(handled);
        if (handled.outcome.code === 125 && settings.queueAcceptsIntegrationBuilds && !this.looking.rules.dryRun) {
            // What was just queued may be green already, and then no further event would come.
            this.looking.ports.github.forget();
            await this.atQueue();
        }
    }
    async atQueue() {
        const { ports, surroundings, rules } = this.looking;
        const none = whyNoQueue(surroundings.settings);
        if (none !== null) {
            this.#queue = { outcome: none, handled: [], plan: plan_plan/* emptyPlan */.n7, matrix: null, notes: [] };
            return;
        }
        try {
            this.#queue = await handleQueue('merge', ports, surroundings, rules);
        }
        catch (error) {
            this.#queue = { outcome: (0,failures/* outcomeOfFailure */.S)(error), handled: [], plan: plan_plan/* emptyPlan */.n7, matrix: null, notes: [] };
        }
        this.#queue.handled.forEach((handled) => this.keep(handled));
    }
    findings(own) {
        const queue = this.#queue;
        const outcomes = [...(queue === null ? [] : [queue.outcome]), ...this.#handled.map(({ outcome }) => outcome)];
        return {
            outcome: this.ownOutcome(own) ?? (0,verdict/* worstOutcome */.O)(outcomes) ?? nothingFound,
            subject: own?.kind === 'pull-request' ? own.number : null,
            handled: this.#handled,
            queue,
            notes: notesOf(this.#handled, queue),
        };
    }
    /** When the subject is the queue, or a pull request that is in it, the outcome is the queue's (spec 5, outputs). */
    ownOutcome(own) {
        if (own === null) {
            return null;
        }
        if (own.kind === 'queue') {
            return this.#queue?.outcome ?? null;
        }
        const outcome = this.#handled.findLast(({ number }) => number === own.number)?.outcome ?? null;
        const inQueue = outcome?.code === 302 && outcome.reason.kind === 'queued';
        const byQueue = this.#queue?.handled.some(({ number }) => number === own.number) === true && outcome?.code !== 125;
        return inQueue || byQueue ? (this.#queue?.outcome ?? outcome) : outcome;
    }
    /**
     * What is known last of a pull request stands; but what this run did with it is not hidden by a later look that finds it
     * done. Where it begins anew, after a merge in part or out of the queue, both are kept.
     */
    keep(handled) {
        const known = this.#handled.findLastIndex(({ number }) => number === handled.number);
        const before = this.#handled[known];
        const isAfterwards = handled.outcome.code === 302 || handled.outcome.code === 305;
        if (before === undefined || (beginsAnewAfter.includes(before.outcome.code) && !isAfterwards)) {
            this.#handled.push(handled);
        }
        else if (!doneByRobot.includes(before.outcome.code) || !isAfterwards) {
            this.#handled.splice(known, 1, handled);
        }
    }
    async handle(number, repairsQueue) {
        const { ports, surroundings, rules } = this.looking;
        try {
            return await handlePullRequest(number, ports, surroundings, { ...rules, repairsQueue });
        }
        catch (error) {
            return { number, pullRequest: null, outcome: (0,failures/* outcomeOfFailure */.S)(error), notices: [], records: [], plan: null, facts: {}, looks: 1, notes: [] };
        }
    }
}
/** What an event about the queue comes to where there is none to look at; null: there may be one. A mere gate leaves an old one alone. */
function whyNoQueue(settings) {
    const detail = settings.useQueues
        ? 'gate_only is set: nothing is merged or pushed, so the queue is left alone'
        : 'the settings switch queues off, so a push concerns nothing here';
    return hasQueue(settings) ? null : { code: 302, reason: { kind: 'event', detail } };
}
/** The queue has to be put in order, or a rebuild of it completed, before anything is queued. */
function isRepairedFirst(outcome, repairsQueue) {
    return (outcome.code === 127 && repairsQueue) || (outcome.code === 302 && outcome.reason.kind === 'queue-rebuild');
}
const beginsAnewAfter = [126, 139];
const doneByRobot = [102, 125, 136, ...beginsAnewAfter];
function notesOf(handled, queue) {
    return [...new Set([...(queue?.notes ?? []), ...handled.flatMap(({ notes }) => notes)])];
}
const nothingFound = { code: 302, reason: { kind: 'event', detail: 'no open pull request and no queue belongs to this event' } };

;// CONCATENATED MODULE: ./src/trigger/resolve-branches.ts

/**
 * The subjects of an event about branches (spec chapter 5, "In a workflow"): `q/…` leads to the queue, `w/…` and source
 * branches to the open pull request from that source; the queue comes first, then pull requests by number. Empty: there
 * is nothing to do.
 *
 * The names of the event go first. Where they lead nowhere (none given, a branch that is gone, the default branch, on
 * which runs are filed whose event has no branch), the branches and pull requests whose head the commit is stand in.
 */
function resolveBranches(branches, headSha, refs, openPullRequests) {
    const named = subjectsOf(branches, headSha, openPullRequests);
    if (headSha === null || named.length > 0) {
        return named;
    }
    const tips = [...refs.branches].filter(([, tip]) => tip === headSha).map(([name]) => name);
    const heads = openPullRequests.filter((pullRequest) => pullRequest.head.sha === headSha).map((pullRequest) => pullRequest.head.branch);
    return subjectsOf([...tips, ...heads], headSha, openPullRequests);
}
function subjectsOf(branches, headSha, openPullRequests) {
    const numbers = new Set();
    for (const branch of branches) {
        const number = pullRequestFrom(branch, headSha, openPullRequests);
        if (number !== null) {
            numbers.add(number);
        }
    }
    const queue = branches.some((branch) => branch.startsWith('q/')) ? [{ kind: 'queue' }] : [];
    const pullRequests = [...numbers].sort((left, right) => left - right).map((number) => ({ kind: 'pull-request', number }));
    return [...queue, ...pullRequests];
}
/**
 * The lowest number of several, but first those whose head the commit is and then those of this repository: a fork may
 * use any branch name, and must not keep another pull request from being looked at.
 */
function pullRequestFrom(branch, headSha, openPullRequests) {
    const parsed = (0,branch_name/* parseBranchName */.pD)(branch);
    if (parsed === null) {
        return null;
    }
    const source = parsed.kind === 'integration' ? parsed.source.name : (0,branch_name/* isPullRequestSource */.G7)(parsed) ? parsed.name : null;
    const candidates = openPullRequests
        .filter((pullRequest) => pullRequest.head.branch === source)
        .sort((left, right) => rank(left) - rank(right) || left.number - right.number);
    return candidates[0]?.number ?? null;
    function rank({ head }) {
        return (head.sha === headSha ? 0 : 2) + (head.fork ? 1 : 0);
    }
}

;// CONCATENATED MODULE: ./src/edge/sweep-order.ts
/** Far more requests than a pull request takes, unless it has thousands of comments or runs. */
const mostRequests = 50;
/** Whether a sweep may end before it has looked at all of them. So few that the budget is enough for sure are looked at, whatever it takes. */
function mayEnd(pullRequests, budget) {
    return budget > 0 && pullRequests.length * mostRequests > budget;
}
/**
 * The pull requests of a sweep in the order in which it looks at them: by number, but where a budget may end it, another
 * one begins each time. What a pull request costs is not known before it was looked at.
 *
 * Nothing is remembered from one sweep to the next: the number of the run says where to begin. A whole step of so many
 * pull requests, whatever the number, comes back to the same few starts when it and the count of pull requests, or of the
 * runs in between, have a common divisor. A step of the golden section of the circle never does: among any 2 × n runs with
 * consecutive numbers each of n pull requests is the first of one, and so is looked at whatever it and the others cost;
 * where g of them get their turn each time, 2 × n / g + 1 runs are enough. Runs in between (those of events count too)
 * spread the starts in another way, and no fixed number of them leads into a circle.
 *
 * @param budget requests that the sweep may make; 0: as many as it takes
 * @param run number of the run, a whole number that grows
 */
function sweepOrder(pullRequests, budget, run) {
    return mayEnd(pullRequests, budget) ? turned(pullRequests, run) : pullRequests;
}
/** The list from another place on for each run, the beginning at the end. */
function turned(items, run) {
    const start = Math.floor((golden(run) * items.length) / wholeTurn);
    return [...items.slice(start), ...items.slice(0, start)];
}
const wholeTurn = 2 ** 32;
/** The fraction of run × (√5 − 1) / 2 in units of 2⁻³², exact for any run. */
function golden(run) {
    return Math.imul(run, 0x9e3779b9) >>> 0;
}
/** What a sweep says that ended before it had looked at everything; null: it did not. */
function sweepNote(left, budget) {
    const numbers = left.flatMap((subject) => (subject.kind === 'pull-request' ? [`#${subject.number}`] : []));
    const shown = numbers.slice(0, 10).join(', ');
    const more = numbers.length > 10 ? ` and ${numbers.length - 10} more` : '';
    return numbers.length === 0 ? null : `The sweep has made the ${budget} requests that sweep_budget allows; it did not look at ${shown}${more}. The next ones will.`;
}

;// CONCATENATED MODULE: ./src/edge/subjects.ts






/** What an event about branches is about, as the branches and pull requests stand now. */
async function resolveSubjects(trigger, settings, ports) {
    const { branches, headSha } = trigger;
    const named = resolveBranches(branches, headSha, { branches: new Map() }, await pullRequestsFrom(branches, settings, ports));
    if (named.length > 0 || headSha === null) {
        return named;
    }
    const refs = await ports.git.listRefs([]);
    const tips = [...refs.branches].filter(([, tip]) => tip === headSha).map(([branch]) => branch);
    return resolveBranches(branches, headSha, refs, await pullRequestsFrom(tips, settings, ports));
}
/** Open pull requests whose source is one of these branches, or the source of one of these integration branches. */
async function pullRequestsFrom(branches, settings, { github }) {
    const sources = branches.flatMap((branch) => {
        const parsed = (0,branch_name/* parseBranchName */.pD)(branch);
        return parsed?.kind === 'integration' ? [parsed.source.name] : parsed === null || parsed.kind === 'queue' || parsed.kind === 'queue-integration' ? [] : [branch];
    });
    if (sources.length === 0) {
        return [];
    }
    if (settings.forks) {
        // A fork's owner is not part of the event, and GitHub finds heads only by owner and branch.
        return github.openPullRequests();
    }
    const found = await Promise.all([...new Set(sources)].map((head) => github.openPullRequests({ head })));
    return found.flat();
}
/**
 * Every open pull request towards a branch that GitWaterFlow handles, by number. An integration pull request stands for its
 * parent: that is looked at once, and also if it was closed while its event was lost.
 */
async function sweepSubjects({ github }, { robot }) {
    const open = await github.openPullRequests();
    const numbers = open
        .filter(({ base }) => (0,branch_name/* isHandledDestination */.TO)(base.branch))
        .map((pullRequest) => (pullRequest.head.fork ? null : parentOf(pullRequest, robot)) ?? pullRequest.number);
    return [...new Set(numbers)].sort((left, right) => left - right).map((number) => ({ kind: 'pull-request', number }));
}
/** So many of them are looked at by one sweep, and by each sweep others: where people merge by the button, most need nothing. */
const mostNeglected = 10;
/**
 * Closed pull requests on which something is left to do, by number: a merge that was never told, and integration branches
 * that were never removed. Found with two requests, whatever their number: whoever merges by another way than the
 * robot leaves no message either, so these may be some that need nothing. A list of GitHub does not tell who merged, so
 * these cannot be told apart here; what is left undone on one that is not among those GitHub lists as changed last is not found.
 *
 * @param runNumber which of many come first
 */
async function neglectedSubjects({ git, github }, settings, runNumber) {
    const closed = (await github.recentlyClosedPullRequests()).filter(({ baseBranch }) => (0,branch_name/* isHandledDestination */.TO)(baseBranch));
    // A mere gate merges nothing; whoever does has nothing to be told.
    const silent = settings.noComment || settings.gateOnly;
    const neglected = [...(silent ? [] : await untold(closed, github, settings.robot)), ...(await uncleaned(closed, { git, github }, settings))];
    const numbers = [...new Set(neglected)].sort((left, right) => left - right);
    return turned(numbers, runNumber).slice(0, mostNeglected).map((number) => ({ kind: 'pull-request', number }));
}
async function untold(closed, github, robot) {
    const [oldest] = closed.map(({ mergedAt, closedAt }) => mergedAt ?? dayBefore(closedAt)).sort();
    if (oldest === undefined) {
        return [];
    }
    const comments = await github.commentsSince(oldest);
    const on = (number) => comments.filter(({ issue }) => issue === number);
    return closed
        .filter(({ number, mergedAt }) => (mergedAt === null ? isSaidQueued(on(number), robot) : !on(number).some((comment) => (0,conversation_marker/* codeOfComment */.Qq)(comment, robot) === 102)))
        .map(({ number }) => number);
}
/** What a person closes while it is queued lands all the same. It was queued shortly before. */
function dayBefore(time) {
    return new Date(Date.parse(time) - 86_400_000).toISOString();
}
async function uncleaned(closed, { git, github }, settings) {
    const [{ branches }, open] = [await git.listRefs([]), await github.openPullRequests()];
    const integrated = new Set([...branches.keys()].flatMap((branch) => {
        const parsed = (0,branch_name/* parseBranchName */.pD)(branch);
        return parsed?.kind === 'integration' ? [parsed.source.name] : [];
    }));
    // The branches may be those of another pull request of the same source, which is still open.
    open.filter(({ head }) => !head.fork || settings.forks).forEach(({ head }) => integrated.delete(head.branch));
    return closed.filter(({ headBranch, fork }) => integrated.has(headBranch) && (!fork || settings.forks)).map(({ number }) => number);
}

;// CONCATENATED MODULE: ./src/edge/sweep-branches.ts
/**
 * The branches as one listing shows them to many looks of a sweep. It is enough to see that a pull request still waits,
 * which changes nothing; whatever leads further is decided on branches that are listed for it.
 */
class SweepBranches {
    ports;
    settings;
    #listed = null;
    constructor(ports, settings) {
        this.ports = ports;
        this.settings = settings;
    }
    refs() {
        this.#listed ??= this.#list();
        return this.#listed;
    }
    /** To be called before anything that may push, and now and then: what others pushed should not stay unseen for long. */
    forget() {
        this.#listed = null;
    }
    async #list() {
        const forks = this.settings.forks ? (await this.ports.github.openPullRequests()).filter(({ head }) => head.fork).map(({ number }) => number) : [];
        return this.ports.git.listRefs(forks);
    }
}

;// CONCATENATED MODULE: ./src/edge/look-at.ts











/** Looks at what the trigger points to, and handles it. */
async function lookAt(trigger, looking) {
    switch (trigger.kind) {
        case 'pull-request':
            return lookAtSubjects([trigger], trigger, looking);
        case 'branches': {
            const subjects = await resolveSubjects(trigger, looking.surroundings.settings, looking.ports);
            return lookAtSubjects(subjects, subjects[0] ?? null, looking);
        }
        case 'queue':
            return lookAtSubjects([{ kind: 'queue' }], { kind: 'queue' }, looking);
        case 'sweep':
            return sweep(looking);
        case 'command':
            return look_at_carryOut(trigger.command, looking);
    }
}
/**
 * The queue first: what merges there is what pull requests are then measured against, and no list of them keeps it from
 * merging. Then what lost events, or runs that were killed, left undone on closed pull requests, of which there are few.
 */
async function sweep(looking) {
    const { ports, surroundings } = looking;
    const { settings } = surroundings;
    const { runNumber = 0 } = looking.rules;
    const sweeping = { ...looking, rules: { ...looking.rules, sweeping: true, sweepBranches: new SweepBranches(ports, settings) } };
    const looks = new Looks(sweeping);
    if (whyNoQueue(settings) === null) {
        await looks.atQueue();
        ports.github.forget();
    }
    const neglected = await look_at_listed(() => neglectedSubjects(ports, settings, runNumber));
    const open = await look_at_listed(() => sweepSubjects(ports, settings));
    // What was read to find them is no fact about any of them.
    ports.github.forget('open-pull-requests');
    await lookAtEach(neglected.found, looks, sweeping);
    // Counted from the first open pull request on: what comes before must not take the turn of them all, sweep for sweep.
    const start = ports.github.requestCount;
    const isSpent = () => mayEnd(open.found, settings.sweepBudget) && ports.github.requestCount - start >= settings.sweepBudget;
    const left = await lookAtEach(sweepOrder(open.found, settings.sweepBudget, runNumber), looks, sweeping, isSpent);
    const findings = looks.findings(null);
    const note = sweepNote(left, settings.sweepBudget);
    const failed = [open.failure, neglected.failure].filter((outcome) => outcome !== null);
    return {
        ...findings,
        outcome: open.failure === null ? findings.outcome : ((0,verdict/* worstOutcome */.O)([open.failure, findings.outcome]) ?? open.failure),
        incomplete: left.length > 0 || open.failure !== null,
        notes: [...findings.notes, ...failed.map(reason/* reasonOf */.A), ...(note === null ? [] : [note])],
    };
}
/** A list that cannot be had keeps nothing else from being done. */
async function look_at_listed(list) {
    try {
        return { found: await list(), failure: null };
    }
    catch (error) {
        return { found: [], failure: (0,failures/* outcomeOfFailure */.S)(error) };
    }
}
async function look_at_carryOut(command, looking) {
    switch (command.name) {
        case 'evaluate': {
            if ((await looking.ports.github.pullRequest(command.pullRequest)) === null) {
                return (0,findings/* onlyOutcome */.F)({ code: 308, command: command.name, detail: `there is no pull request #${command.pullRequest}` });
            }
            const subject = { kind: 'pull-request', number: command.pullRequest };
            return lookAtSubjects([subject], subject, looking);
        }
        case 'sweep':
            return sweep(looking);
        case 'delete-queues':
            return look_at_orderQueue('delete', looking);
        case 'rebuild-queues':
            return look_at_orderQueue('rebuild', looking);
        case 'force-merge-queues':
            return look_at_orderQueue('force-merge', looking);
        case 'create-branch':
            return administered(command.name, await createBranch(command, looking));
        case 'delete-branch':
            return administered(command.name, await deleteBranch(command.branch, looking));
        case 'doctor':
            return { ...(0,findings/* onlyOutcome */.F)(nothingFound), ...(await diagnose(looking)) };
    }
}
function administered(name, { outcome, queue, pushes, notes }) {
    return { ...(0,findings/* onlyOutcome */.F)(outcome), handled: queue?.handled ?? [], queue, command: { kind: 'version-branch', name, pushes }, notes: [...new Set([...notes, ...notesOf(queue?.handled ?? [], queue)])] };
}
async function look_at_orderQueue(order, looking) {
    if (!looking.surroundings.settings.useQueues) {
        return (0,findings/* onlyOutcome */.F)({ code: 301, reason: { kind: 'queues-off' } });
    }
    const none = whyNoQueue(looking.surroundings.settings);
    if (none !== null) {
        return (0,findings/* onlyOutcome */.F)(none);
    }
    const queue = await handleQueue(order, looking.ports, looking.surroundings, looking.rules);
    return { ...(0,findings/* onlyOutcome */.F)(queue.outcome), handled: queue.handled, queue, notes: notesOf(queue.handled, queue) };
}
/** A sweep lists the open pull requests again after so many looks. */
const listEvery = 25;
async function lookAtSubjects(subjects, own, looking) {
    const looks = new Looks(looking);
    await lookAtEach(subjects, looks, looking);
    return looks.findings(own);
}
/**
 * One after the other: what one pull request merges is what the next one is measured against.
 *
 * @param isSpent whether nothing more may be looked at
 * @returns what was not looked at
 */
async function lookAtEach(subjects, looks, { ports: { github }, rules }, isSpent = () => false) {
    for (const [index, subject] of subjects.entries()) {
        if (isSpent()) {
            return subjects.slice(index);
        }
        if (rules.sweeping === true && index > 0 && index % listEvery === 0) {
            // What a list says is used for as many looks as take about a minute, and never after a push of this run.
            github.forget();
            rules.sweepBranches?.forget();
            await github.openPullRequests();
        }
        if (subject.kind === 'queue') {
            await looks.atQueue();
        }
        else {
            await looks.atPullRequest(subject.number);
        }
        github.forget('open-pull-requests');
    }
    return [];
}


/***/ })

};
