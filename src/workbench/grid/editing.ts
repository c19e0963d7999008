import type { ICellData, IDocumentData } from '@univerjs/core';
import type { Cell } from '../../book';
import { editText } from '../cells/content';

/** A cell as it is given to edit: with all digits, and with its lines, which Univer joins otherwise. */
export function edited(shown: ICellData, held: Cell | undefined): ICellData {
  const text = editText(held);
  if (text === '' || held?.formula !== undefined) return shown;
  return /[\r\n]/.test(text) ? { ...shown, v: null, p: documentOf(text) } : { ...shown, v: text };
}

function documentOf(text: string): IDocumentData {
  const body = text.replace(/\r\n?|\n/g, '\r');
  const breaks = [...body.matchAll(/\r/g)].map(({ index }) => index);
  return {
    id: 'lines',
    body: {
      dataStream: `${body}\r\n`,
      paragraphs: [...breaks, body.length].map((startIndex) => ({ startIndex })),
      sectionBreaks: [{ startIndex: body.length + 1 }],
    },
    documentStyle: {},
  };
}
