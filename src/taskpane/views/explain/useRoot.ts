import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Explained, Ref } from '../../../explain';
import { located, StudyExplainer, type CellPlace, type Study } from '../../../office';
import { useBook } from '../../core/book';
import type { Explainable } from '../../core/explain';

/** What is explained: described cells by their ids, others by their place. */
type Root = { ref: Ref } | { own: CellPlace };

export interface Explaining {
  explaining: StudyExplainer;
  /** Undefined while it is looked for, or where nothing is to be explained. */
  explained?: Explained;
  /** What went wrong, as thrown. */
  error?: unknown;
  /** Explains what is selected now. */
  takeSelected(): void;
}

/** The value that was asked for, explained anew whenever the workbook is read again. */
export function useRoot(of: Explainable): Explaining {
  const { study, run } = useBook();
  const explaining = useMemo(() => new StudyExplainer(study), [study]);
  const [selected, setSelected] = useState<Root>();
  const [own, setOwn] = useState<{ place: CellPlace; explained: Explained }>();
  const [error, setError] = useState<unknown>();

  const takeSelected = useCallback(() => {
    const look = async () => {
      setError(undefined);
      const place = await run(async (context) => {
        const range = context.workbook.getActiveCell();
        range.load('rowIndex,columnIndex,worksheet/name');
        await context.sync();
        return { sheet: range.worksheet.name, row: range.rowIndex, column: range.columnIndex };
      });
      setSelected(located(explaining.finder, place));
    };
    look().catch(setError);
  }, [run, explaining]);

  const isSelection = of === 'selection';
  useEffect(() => {
    if (isSelection && !selected) takeSelected();
  }, [isSelection, selected, takeSelected]);

  const root = useMemo(
    () => selected ?? (of === 'selection' ? undefined : rootOf(study, of)),
    [selected, of, study],
  );
  const place = root && 'own' in root ? root.own : undefined;
  useEffect(() => {
    if (!place) return;
    run((context) => explaining.explainOwn(context, place)).then(
      (explained) => setOwn({ place, explained }),
      setError,
    );
  }, [run, explaining, place]);

  const described = useMemo(
    () => (root && 'ref' in root ? explaining.explainer.explain(root.ref) : undefined),
    [explaining, root],
  );
  const shown = described ?? (own && own.place === place ? own.explained : undefined);
  return {
    ...{ explaining, takeSelected },
    ...(shown && { explained: shown }),
    ...(error !== undefined && { error }),
  };
}

function rootOf({ spec }: Study, of: Exclude<Explainable, 'selection'>): Root {
  if ('ref' in of) return of;
  if ('name' in of) return { ref: { kind: 'name', name: of.name } };
  const block = spec.sheets
    .flatMap(({ blocks }) => blocks)
    .find((one) => one.kind === 'table' && one.id === of.table);
  if (block?.kind !== 'table') throw new Error(`No table ${of.table}`);
  const row = typeof of.row === 'number' ? of.row : block.rows.findIndex(({ id }) => id === of.row);
  return { ref: { kind: 'cell', table: block.name, row, column: of.column } };
}
