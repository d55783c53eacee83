import { devNull } from 'node:os';

/**
 * The only git configuration in force, besides the few lines in the repository itself. It stands in the private
 * `.gitconfig` of a home directory made for one run; system and user configuration are not read (spec 6).
 */
export function gitSettings(absentDirectory: string): string {
  return section('core', {
    hooksPath: absentDirectory,
    attributesFile: devNull,
    excludesFile: devNull,
    fsmonitor: 'false',
    logAllRefUpdates: 'false',
    askPass: '',
  })
    + section('credential', { helper: '' })
    // Redirects are not followed: a renamed repository fails visibly, and no other host ever sees the token.
    + section('http', { followRedirects: 'false', sslVerify: 'true', lowSpeedLimit: '1', lowSpeedTime: '60' })
    + section('protocol', { version: '2' })
    + section('transfer', { bundleURI: 'false' })
    + section('fetch', { recurseSubmodules: 'false', writeCommitGraph: 'false' })
    + section('submodule', { recurse: 'false' })
    + section('push', { recurseSubmodules: 'no', followTags: 'false', gpgSign: 'false', negotiate: 'false' })
    + section('gc', { auto: '0' })
    + section('maintenance', { auto: 'false' })
    // git's own defaults, written down: what merges here merges the same way for a developer, whatever the version.
    + section('merge', { renames: 'true', directoryRenames: 'conflict', renameLimit: '7000', renormalize: 'false' })
    + section('diff', { renames: 'true', renameLimit: '1000' })
    + section('i18n', { logOutputEncoding: 'UTF-8', commitEncoding: 'UTF-8' })
    + section('log', { showSignature: 'false', mailmap: 'false' });
}

/** One section of a configuration file. Every value is quoted, so it may hold any character. */
export function section(name: string, values: Readonly<Record<string, string>>): string {
  const lines = Object.entries(values).map(([key, value]) => `\t${key} = ${quoted(value)}\n`);
  return `[${name}]\n${lines.join('')}`;
}

function quoted(value: string): string {
  const escaped = value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
  return `"${escaped}"`;
}
