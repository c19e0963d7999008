import { describeProblem } from '../catalog/problem';
import type { PlacedProblem } from '../catalog/sheets/reader';
import type { Lang } from '../messages';

/** The problem as a sentence, with the cell that it is about where there is one. */
export function placedSentence(lang: Lang, problem: PlacedProblem): string {
  const { sheet, cell } = problem;
  const text = describeProblem(lang, problem);
  return sheet === undefined ? text : `${sheet}!${cell}: ${text}`;
}
