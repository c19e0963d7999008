/** The views of an engagement, in the order of a planning. */
export const viewIds = ['start', 'steps', 'micro', 'value', 'return', 'bet', 'checks'] as const;
export type ViewId = (typeof viewIds)[number];
