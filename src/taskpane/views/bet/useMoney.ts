import { useCallback } from 'react';
import type { CellValue } from '../../../workbook';
import { useBook } from '../../core/book';
import { useFormat } from '../../words/format';

/** Amounts in the engagement's currency; words pass as they are, a blank is a dash. */
export function useMoney() {
  const { study } = useBook();
  const format = useFormat();
  const { currency } = study.read.engagement.settings;
  const code = typeof currency === 'string' ? currency : null;
  return useCallback(
    (value: CellValue, exact = false) => format.money(value, code, exact) || '–',
    [format, code],
  );
}
