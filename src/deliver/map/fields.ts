import { LANGS, message, type Lang, type MessageKey } from '../../messages';
import { mapFields, tidyLine, type MapField } from './node';

const keyOf = (field: MapField) =>
  (field === 'baseline' || field === 'target' || field === 'actual'
    ? `value.column.${field}`
    : `column.${field}`) as MessageKey;

/** The field's name as a map shows it. */
export const fieldName = (lang: Lang, field: MapField) => message(lang, keyOf(field));

/** The field that a name in any of the languages stands for. */
export function fieldOfName(name: string): MapField | undefined {
  const wanted = tidyLine(name).toLowerCase();
  return mapFields.find((field) =>
    LANGS.some((lang) => fieldName(lang, field).toLowerCase() === wanted),
  );
}

/** "Owner: Lin" → its field and value. */
export function readField(text: string): { field: MapField; value: string } | undefined {
  const parts = /^([^:：]+)[:：]([\s\S]*)$/.exec(text);
  const field = fieldOfName(parts?.[1] ?? '');
  return field && { field, value: tidyLine(parts?.[2] ?? '') };
}
