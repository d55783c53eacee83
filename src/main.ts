import * as core from '@actions/core';
import { runAction } from './action.js';
import { EnvironmentProblem } from './edge/environment.js';
import { safeLine } from './edge/log.js';
import { failsJob } from './edge/verdict.js';
import { logGroups } from './report/log-groups.js';
import { annotations, logLines, outputs } from './report/present.js';
import { presentSummary } from './report/present-summary.js';
import { reasonOf } from './outcomes/reason.js';

const annotate = { error: core.error, warning: core.warning, notice: core.notice };

/** The one place where the action meets the runner, and the one try/catch around everything. */
async function main(): Promise<void> {
  const token = core.getInput('token');
  if (token !== '') {
    core.setSecret(token);
    core.setSecret(Buffer.from(`x-access-token:${token}`).toString('base64'));
  }
  const jiraToken = core.getInput('jira-token');
  if (jiraToken !== '') {
    core.setSecret(jiraToken);
  }
  try {
    const { report, failOn } = await runAction({
      getInput: (name) => core.getInput(name),
      variables: process.env,
      log: (line) => core.info(line),
      mask: (secret) => core.setSecret(secret),
      now: Date.now,
    });
    for (const [name, value] of Object.entries(outputs(report))) {
      core.setOutput(name, value);
    }
    for (const { level, title, message } of annotations(report)) {
      annotate[level](safeLine(message), { title: safeLine(title) });
    }
    for (const { title, lines } of logGroups(report)) {
      core.startGroup(safeLine(title));
      for (const line of lines) {
        core.info(safeLine(line));
      }
      core.endGroup();
    }
    for (const line of logLines(report)) {
      core.info(safeLine(line));
    }
    try {
      await core.summary.addRaw(presentSummary(report)).write();
    } catch (error) {
      // What was decided and done stands, and the outputs tell it.
      core.warning(safeLine(`The summary of the job could not be written (GITHUB_STEP_SUMMARY): ${error instanceof Error ? error.message : String(error)}`));
    }
    const { requests, gitProcesses, milliseconds } = report.figures;
    core.info(safeLine(`Outcome ${String(report.outcome.code)}: ${reasonOf(report.outcome)}`));
    core.info(`${String(requests)} API requests, ${String(gitProcesses)} git processes, ${String(milliseconds)} ms`);
    process.exitCode = failsJob(report.outcome, failOn) ? 1 : 0;
  } catch (error) {
    const never = core.getInput('fail-on').trim() === 'never';
    const message = error instanceof EnvironmentProblem ? error.message : `The action failed by its own mistake; please report it: ${String(error)}`;
    core.error(safeLine(message));
    if (error instanceof Error && error.stack !== undefined) {
      for (const line of error.stack.split('\n')) {
        core.debug(safeLine(line));
      }
    }
    process.exitCode = never ? 0 : 1;
  }
}

await main();
