import { LANGS, message, type Lang, type MessageKey } from '../../messages';
import { mapFields, tidyLine, type MapField } from './node';

const keyOf = (field: MapField) =>
  (field === 'baseline' || field === 'target' || field === 'actual'
    ? `value.column.${field}`
    : `column.${field}`) as MessageKey;

/** The field's name as a map shows it. */
export const fieldName = (lang: Lang, field: MapField) => message(lang, keyOf(field));

const byName = new Map(
  LANGS.flatMap((lang) =>
    mapFields.map((field) => [fieldName(lang, field).toLowerCase(), field] as const),
  ),
);

/** The field that a name in any of the languages stands for. */
export const fieldOfName = (name: string): MapField | undefined =>
  byName.get(tidyLine(name).toLowerCase());

/** "Owner: Lin" → its field and value. */
export function readField(text: string): { field: MapField; value: string } | undefined {
  const parts = /^([^:：]+)[:：]([\s\S]*)$/.exec(text);
  const field = fieldOfName(parts?.[1] ?? '');
  return field && { field, value: tidyLine(parts?.[2] ?? '') };
}
