import TinyQueue from 'tinyqueue';
import type { Evaluation } from './evaluation';
import type { FormulaCell } from './graph';
import type { Stale } from './stale';

const byRank = (a: FormulaCell, b: FormulaCell): number => a.rank - b.rank;

/**
 * Computes what is stale in the order of ranks, and what reads a value that has become another, and
 * nothing else: the cost is that of what changes, not of what might. It stops before a formula that
 * stands before something that it may read, and leaves it and the rest stale.
 */
export function propagate(stale: Stale, evaluation: Evaluation): void {
  const waiting = new TinyQueue<FormulaCell>(stale.take(), byRank);
  evaluation.tell = stale.reach;
  try {
    for (let cell = waiting.peek(); cell; cell = waiting.peek()) {
      if (!evaluation.isOrdered(cell)) return;
      evaluation.compute(cell);
      waiting.pop();
      for (const reader of stale.take()) waiting.push(reader);
    }
  } finally {
    evaluation.tell = undefined;
    for (const cell of waiting.data) stale.add(cell);
  }
}
