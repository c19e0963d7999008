/** What becomes of files that somebody drops or chooses together. */
export interface Plan<F> {
  /** Filled templates, to be taken into the workbook that is open. */
  answers: F[];
  open?: F;
  /** Workbooks that would need a window of their own. */
  further: F[];
  unreadable: F[];
}

export type Kind = 'template' | 'workbook' | 'unreadable';

/** Answers go before other workbooks, for they belong into the one that is open; of those, the first is opened. */
export function planFiles<F>(files: readonly { file: F; kind: Kind }[]): Plan<F> {
  const of = (kind: Kind) => files.filter((one) => one.kind === kind).map(({ file }) => file);
  const [answers, workbooks] = [of('template'), of('workbook')];
  const open = answers.length === 0 ? workbooks[0] : undefined;
  return {
    answers,
    ...(open !== undefined && { open }),
    further: workbooks.filter((file) => file !== open),
    unreadable: of('unreadable'),
  };
}
