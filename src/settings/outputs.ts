/** The outputs of the action (spec 5, "Outputs"), as `action.yml` has them. */
export const outputNames = ['code', 'outcome', 'state', 'pull-request', 'merged', 'queued', 'message', 'outcomes'] as const;

export type OutputName = (typeof outputNames)[number];
