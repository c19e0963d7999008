import { Caption1, Field, Input, makeStyles, Select, Textarea } from '@fluentui/react-components';
import { useId, useRef, useState } from 'react';
import { type Change, choicesIn, columnIn, fieldIn, kindIn, rowsIn } from '../../office';
import type { CellValue, ValueKind } from '../../workbook';
import { useBook } from '../core/book';
import { useFormat } from '../words/format';
import { useSay } from '../words/say';
import { isMoney, isNumeric, meant, writtenOf } from './entry';

interface Shape {
  kind: ValueKind;
  list?: string;
  label: string;
  value: CellValue;
  change(value: CellValue): Change;
}

interface LookProps {
  /** Instead of the column's header. */
  label?: string;
  /** The label is read out, not shown. */
  quiet?: boolean;
  multiline?: boolean;
  hint?: string;
  placeholder?: string;
  /** Told what is meant while someone types, before it is written; undefined once it is, or is not. */
  onTyped?: (value: CellValue | undefined) => void;
}

const useStyles = makeStyles({
  field: { minWidth: 0 },
  control: { minWidth: 0, width: '100%' },
  select: { minWidth: 0, maxWidth: '100%', textOverflow: 'ellipsis' },
});

/** A cell of a table that people fill; what is entered is written into the workbook at once. */
export function CellInput({
  table,
  row,
  column,
  ...look
}: { table: string; row: string; column: string } & LookProps) {
  const { study } = useBook();
  const { header, list } = columnIn(study, table, column);
  const kind = kindIn(study, table, row, column);
  const value = rowsIn(study, table).find(({ id }) => id === row)?.cells[column] ?? null;
  const change = (said: CellValue): Change => ({ table, row, cells: { [column]: said } });
  return <ValueInput {...look} shape={{ kind, list, label: header, value, change }} />;
}

/** A named cell that people fill. */
export function FieldInput({ name, ...look }: { name: string } & LookProps) {
  const { study } = useBook();
  const { label, kind, list, value = null } = fieldIn(study, name);
  const change = (said: CellValue): Change => ({ name, value: said });
  return <ValueInput {...look} shape={{ kind, list, label, value, change }} />;
}

function ValueInput({ shape, label, quiet, hint, ...look }: { shape: Shape } & LookProps) {
  const say = useSay();
  const book = useBook();
  const format = useFormat();
  const styles = useStyles();
  const [typed, type] = useState<string>();
  const [wrong, setWrong] = useState(false);
  const latest = useRef<string>(undefined);
  const sending = useRef<string>(undefined);
  const list = useId();
  const { kind } = shape;
  const choices = shape.list === undefined ? [] : choicesIn(book.study, shape.list);
  const open =
    choices.length > 0 && book.study.spec.lists.find(({ id }) => id === shape.list)?.open;
  const isChosen = choices.length > 0 && !open;
  // Who may write words of their own reads words, not the ids that entries are kept by.
  const value = (open && choices.find(({ id }) => id === shape.value)?.label) || shape.value;
  const setTyped = (text: string | undefined) => {
    latest.current = text;
    type(text);
    look.onTyped?.(text === undefined ? undefined : meant(kind, text));
  };
  const written = writtenOf(kind, value, format.cell);
  const commit = async (text: string) => {
    const said = meant(kind, text);
    setWrong(said === undefined);
    if (said === undefined) return;
    if (said === meant(kind, written)) return setTyped(undefined);
    // Enter, and then leaving the field, say the same once.
    if (sending.current === text) return;
    sending.current = text;
    const entry = open ? choices.find(({ label: words }) => words === said)?.id : undefined;
    const edited = await book.edit([shape.change(entry ?? said)]);
    if (sending.current === text) sending.current = undefined;
    // What could not be written stays in the field; a choice shows what is chosen in the workbook.
    // Whoever has typed on meanwhile goes on.
    if ((edited || isChosen) && latest.current === text) setTyped(undefined);
  };

  const name = label ?? shape.label;
  const named = quiet ? { 'aria-label': name } : {};
  const common = { disabled: book.busy, ...named };
  const { currency } = book.study.read.engagement.settings;
  const shown = typed ?? written;
  return (
    <Field
      className={styles.field}
      label={quiet ? undefined : name}
      hint={hint}
      validationMessage={wrong ? say('pane.input.number') : undefined}
    >
      {isChosen ? (
        <Select
          {...common}
          className={styles.control}
          select={{ className: styles.select }}
          value={shown}
          onChange={(_, data) => {
            setTyped(data.value);
            void commit(data.value);
          }}
        >
          <option value="">{look.placeholder ?? '–'}</option>
          {choices.map(({ id, label: words }) => (
            <option key={id} value={id}>
              {words}
            </option>
          ))}
        </Select>
      ) : look.multiline ? (
        <Textarea
          {...common}
          className={styles.control}
          resize="vertical"
          placeholder={look.placeholder}
          value={shown}
          onChange={(_, data) => setTyped(data.value)}
          onBlur={() => void commit(shown)}
        />
      ) : (
        <>
          <Input
            {...common}
            className={styles.control}
            input={{ style: { minWidth: 0 }, list: open ? list : undefined }}
            type={kind === 'date' ? 'date' : 'text'}
            inputMode={isNumeric(kind) ? 'decimal' : undefined}
            contentAfter={
              isMoney(kind) && currency ? <Caption1 wrap={false}>{currency}</Caption1> : undefined
            }
            placeholder={look.placeholder}
            value={shown}
            onChange={(_, data) => setTyped(data.value)}
            onBlur={() => void commit(shown)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.nativeEvent.isComposing) void commit(shown);
              if (event.key === 'Escape') setTyped(undefined);
            }}
          />
          {open && (
            <datalist id={list}>
              {choices.map(({ id, label: words }) => (
                <option key={id} value={words} />
              ))}
            </datalist>
          )}
        </>
      )}
    </Field>
  );
}
